using MassTransit;
using Platform.Bus;

namespace Platform.Projection.Incidents;

/// <summary>The queues the projection consumes.</summary>
internal static class DetectionEndpoints
{
    // Batches are what came within ten milliseconds; DetectionGroup makes transactions of them. What is under way fills four of its
    // transactions: more only takes memory, some 20 KB a message. (A prefetch below the product would be raised to it.)
    private const int BatchLimit = 100;
    private const int Concurrency = 8;
    private const int Prefetch = BatchLimit * Concurrency;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(10);

    public static void Consumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<IncidentDetectedConsumer>(c => c.Options<BatchOptions>(Batching));
        bus.AddConsumer<NoIncidentDetectedConsumer>(c => c.Options<BatchOptions>(Batching));
        bus.AddConsumer<IncidentDetectedSuspectConsumer>();
        bus.AddConsumer<NoIncidentDetectedSuspectConsumer>();
    }

    public static void Map(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus)
    {
        bus.Endpoint(Topology.Queues.IncidentDetected, Topology.Exchanges.IncidentDetected, "topic", Prefetch,
            e => e.ConfigureConsumer<IncidentDetectedConsumer>(context), e => e.ConfigureConsumer<IncidentDetectedSuspectConsumer>(context));
        bus.Endpoint(Topology.Queues.NoIncidentDetected, Topology.Exchanges.NoIncidentDetected, "fanout", Prefetch,
            e => e.ConfigureConsumer<NoIncidentDetectedConsumer>(context), e => e.ConfigureConsumer<NoIncidentDetectedSuspectConsumer>(context));
    }

    private static void Batching(BatchOptions options) =>
        options.SetMessageLimit(BatchLimit).SetTimeLimit(BatchTime).SetTimeLimitStart(BatchTimeLimitStart.FromFirst).SetConcurrencyLimit(Concurrency);
}

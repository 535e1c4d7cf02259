using MassTransit;
using Platform.Bus;

namespace Platform.Projection.Incidents;

/// <summary>The queues the projection consumes.</summary>
internal static class DetectionEndpoints
{
    // Batches are what came within ten milliseconds; DetectionGroup makes transactions of them.
    private const int Prefetch = 500;
    private const int BatchLimit = 200;
    private const int Concurrency = 20;
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

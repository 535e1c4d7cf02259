using MassTransit;
using MassTransit.Middleware;
using Platform.EventStore;

namespace Platform.Bus;

/// <summary>A queue and how it is consumed.</summary>
public static class EndpointSetup
{
    /// <summary>
    /// Declares a quorum queue bound to an exchange. A message that fails for what it holds goes to <c>queue_error</c> with the
    /// reason; one that fails because database or broker are away is tried again for a long time; one that kills its process
    /// is put aside by the broker.
    /// </summary>
    /// <param name="bus">The bus.</param>
    /// <param name="queue">One of <see cref="Topology.Queues"/>.</param>
    /// <param name="exchange">One of <see cref="Topology.Exchanges"/>.</param>
    /// <param name="exchangeType"><c>fanout</c> or <c>topic</c>.</param>
    /// <param name="prefetch">Messages the broker hands out ahead.</param>
    /// <param name="configure">The consumer.</param>
    public static void Endpoint(
        this IRabbitMqBusFactoryConfigurator bus, string queue, string exchange, string exchangeType, int prefetch,
        Action<IRabbitMqReceiveEndpointConfigurator> configure) => bus.ReceiveEndpoint(queue, e =>
    {
        e.ConfigureConsumeTopology = false;
        e.PublishFaults = false;
        e.PrefetchCount = prefetch;
        e.SetQuorumQueue();
        e.SetQueueArgument("x-delivery-limit", Topology.DeliveryLimit);
        e.BindDeadLetterQueue(Topology.Exchanges.DeadLetter, Topology.Queues.DeadLetter, q => q.SetQueueArgument("x-queue-type", "quorum"));
        e.Bind(exchange, b =>
        {
            b.ExchangeType = exchangeType;
            b.RoutingKey = exchangeType == "topic" ? "#" : "";
        });
        e.ConfigureError(error =>
        {
            error.UseFilter(new DeadLetterReport(queue));
            error.UseFilter(new ErrorTransportFilter());
        });
        e.UseFilter(new ShortExceptions());
        // 200 ms to 5 s apart, for about 20 minutes: within the broker's consumer timeout of 30.
        e.UseMessageRetry(retry =>
        {
            retry.Exponential(245, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
            retry.Handle<Exception>(IsOutage);
        });
        configure(e);
    });

    /// <summary>True when the same message can succeed later.</summary>
    internal static bool IsOutage(Exception e) => e is PublishFailedException or OperationCanceledException or ConsumerCanceledException || Faults.IsOutage(e);
}

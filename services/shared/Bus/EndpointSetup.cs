using MassTransit;
using Platform.EventStore;

namespace Platform.Bus;

/// <summary>A queue and how it is consumed.</summary>
public static class EndpointSetup
{
    /// <summary>
    /// Declares a quorum queue bound to an exchange, and its lane of suspects. A message that fails for what it holds goes to
    /// the dead letters with the reason; one that fails because database or broker are away is tried again for a long time; one
    /// that kills its process goes to the suspects, and when it does so there too, to the dead letters.
    /// </summary>
    /// <param name="bus">The bus.</param>
    /// <param name="queue">One of <see cref="Topology.Queues"/>.</param>
    /// <param name="exchange">One of <see cref="Topology.Exchanges"/>.</param>
    /// <param name="exchangeType"><c>fanout</c> or <c>topic</c>.</param>
    /// <param name="prefetch">Messages the broker hands out ahead.</param>
    /// <param name="consumer">Configures the consumer of the queue.</param>
    /// <param name="suspectConsumer">Configures the consumer of its suspects, which takes one message at a time.</param>
    public static void Endpoint(
        this IRabbitMqBusFactoryConfigurator bus, string queue, string exchange, string exchangeType, int prefetch,
        Action<IRabbitMqReceiveEndpointConfigurator> consumer, Action<IRabbitMqReceiveEndpointConfigurator> suspectConsumer)
    {
        var suspects = Topology.Queues.SuspectsOf(queue);
        bus.ReceiveEndpoint(queue, e =>
        {
            Configure(e, queue, prefetch, Topology.DeliveryLimit);
            e.SetQueueArgument("x-dead-letter-exchange", suspects);
            e.Bind(exchange, b =>
            {
                b.ExchangeType = exchangeType;
                b.RoutingKey = exchangeType == "topic" ? "#" : "";
            });
            consumer(e);
        });
        bus.ReceiveEndpoint(suspects, e =>
        {
            Configure(e, suspects, prefetch: 1, Topology.SuspectDeliveryLimit);
            e.BindDeadLetterQueue(Topology.Exchanges.DeadLetter, Topology.Queues.DeadLetter, q => q.SetQueueArgument("x-queue-type", "quorum"));
            e.ConcurrentMessageLimit = 1;
            suspectConsumer(e);
        });
    }

    /// <summary>True when the same message can succeed later; or elsewhere, as this process ends: its parts are gone and its consumers not yet.</summary>
    public static bool IsOutage(Exception e) =>
        e is PublishFailedException or OperationCanceledException or ConsumerCanceledException || e.GetBaseException() is ObjectDisposedException || Faults.IsOutage(e);

    /// <summary>How often a message was tried before: here, and by the broker's count of deliveries that came to nothing.</summary>
    public static long Tries(this ConsumeContext message) =>
        message.GetRetryAttempt() + (message.ReceiveContext.TransportHeaders.TryGetHeader("x-delivery-count", out var count) ? count switch { long l => l, int i => i, _ => 0 } : 0);

    private static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, string queue, int prefetch, int deliveryLimit)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = prefetch;
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", deliveryLimit);
        // The broker confirms to itself that a message has arrived where it moves it; it asks for reject-publish with that.
        endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
        endpoint.ConfigureError(error => error.UseFilter(new DeadLetterErrors(queue)));
        endpoint.ConfigureDeadLetter(skipped => skipped.UseFilter(new DeadLetterSkipped(queue)));
        endpoint.UseFilter(new ShortExceptions());
        // 200 ms to 5 s apart, for about ten minutes. What waits behind takes as long again, and RabbitMQ's default consumer timeout is 30.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(125, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
            retry.Handle<Exception>(IsOutage);
        });
    }
}

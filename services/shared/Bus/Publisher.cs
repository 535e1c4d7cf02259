using System.Diagnostics;
using MassTransit;

namespace Platform.Bus;

/// <summary>A message to publish.</summary>
/// <param name="Body">A contract.</param>
/// <param name="MessageId">Stable over every repetition.</param>
/// <param name="RoutingKey">For topic exchanges; null for fanout.</param>
/// <param name="Mandatory">True where a queue must be bound: a message that no queue takes is an error then, not lost.</param>
/// <param name="Bytes">About how many bytes of JSON the body makes, where that can be much.</param>
public sealed record Outgoing(object Body, Guid MessageId, string? RoutingKey, bool Mandatory, long Bytes = 0);

/// <summary>Publishes with the broker's confirm; never waits for ever.</summary>
public sealed class Publisher(IPublishBus bus)
{
    /// <summary>MassTransit waits out an outage inside; after this long the caller is told instead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private volatile string? trouble;
    private volatile string? unroutable;
    private long failedAt;

    /// <summary>Why the last publish was not confirmed; null since the last one that was. A stuck connection shows nowhere else.</summary>
    public string? Trouble => trouble;

    /// <summary>When a publish was last not confirmed, as <see cref="Stopwatch.GetTimestamp"/> gives it; 0 when none ever was.</summary>
    public long FailedAt => Interlocked.Read(ref failedAt);

    /// <summary>Why the broker gave the last message back that needs a queue; null since the last one that found its queue.</summary>
    public string? Unroutable => unroutable;

    /// <summary>Forgets what went wrong: somebody else publishes now, and nothing here would ever say that it went well again.</summary>
    public void Forget() => trouble = unroutable = null;

    /// <summary>Completes when the broker has confirmed the message.</summary>
    /// <exception cref="PublishFailedException">Not confirmed in time, or no queue is bound. It may have been stored all the same.</exception>
    public async Task PublishAsync(Outgoing message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await bus.Publish(message.Body, message.Body.GetType(), context =>
            {
                context.MessageId = message.MessageId;
                context.Mandatory = message.Mandatory;
                foreach (var (name, value) in CloudEvents.Attributes(message))
                    context.Headers.Set(CloudEvents.Prefix + name, value);
                if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
                    rabbit.BasicProperties.Type = CloudEvents.TypeOf(message.Body);
                if (message.RoutingKey is { } key)
                    context.SetRoutingKey(key);
            }, patience.Token).WaitAsync(Patience + TimeSpan.FromSeconds(1), cancellationToken);
            trouble = null;
            if (message.Mandatory)
                unroutable = null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var failed = new PublishFailedException(message.Body.GetType().Name, e);
            // A message that was returned did reach the broker.
            if (e is MessageReturnedException)
                (trouble, unroutable) = (null, failed.Message);
            else
            {
                trouble = failed.Message;
                Interlocked.Exchange(ref failedAt, Stopwatch.GetTimestamp());
            }
            throw failed;
        }
    }
}

/// <summary>The broker did not confirm a message; publish it again later.</summary>
public sealed class PublishFailedException(string type, Exception inner) : Exception(
    inner is MessageReturnedException
        ? $"No queue is bound for {type}: start the service that consumes it (where it runs, restart it: it binds its queue as it starts), or restore the binding."
        : $"{type} was not confirmed by the broker ({inner.GetType().Name}).", inner);

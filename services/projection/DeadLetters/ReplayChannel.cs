using Platform.Bus;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Projection.DeadLetters;

/// <summary>Puts messages as they are into one queue, over a connection of its own that is opened when first needed, and waits for the broker's confirm.</summary>
internal sealed class ReplayChannel(BrokerAddress broker) : IAsyncDisposable
{
    /// <summary>How long a confirm may take; the row stays locked so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turn = new(1);
    private IConnection? connection;

    /// <summary>Publishes all; answers for each null when it was confirmed, else why not: an <see cref="UnsendableException"/> when it was not even tried.</summary>
    /// <exception cref="BrokerUnreachableException">Nobody answers at the broker's address; nothing was sent.</exception>
    /// <exception cref="TimeoutException">Others were still at it; nothing was sent.</exception>
    public async Task<Exception?[]> PublishAsync(IReadOnlyList<(string Queue, BasicProperties Properties, byte[] Body)> messages, CancellationToken cancellationToken)
    {
        if (!await turn.WaitAsync(Patience, cancellationToken))
            throw new TimeoutException("Other messages are being replayed, and the broker is slow to take them.");
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            if (connection is not { IsOpen: true })
            {
                await CloseAsync();
                connection = await broker.ConnectAsync("replay", patience.Token);
            }
            var outcomes = new Exception?[messages.Count];
            var open = connection;
            var room = AmqpFrame.RoomOf(open.FrameMax);
            async Task TryAsync(IReadOnlyCollection<(int Index, (string Queue, BasicProperties Properties, byte[] Body) Item)> some)
            {
                await using var channel = await open.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), patience.Token);
                await Task.WhenAll(some.Select(async m => outcomes[m.Index] = await PublishAsync(channel, room, m.Item.Queue, m.Item.Properties, m.Item.Body, patience.Token)));
            }
            // A queue that is gone closes the channel; the messages of the others must not suffer from it.
            foreach (var queue in messages.Index().GroupBy(m => m.Item.Queue))
            {
                await TryAsync([.. queue]);
                // So does a message that the broker refuses for its own sake: those beside it are tried again, each alone.
                if (queue.Count() > 1)
                    foreach (var suspect in queue.Where(m => outcomes[m.Index] is OperationInterruptedException { ShutdownReason.ReplyCode: Constants.PreconditionFailed }).ToList())
                        await TryAsync([suspect]);
            }
            return outcomes;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        turn.Dispose();
    }

    private static async Task<Exception?> PublishAsync(IChannel channel, int room, string queue, BasicProperties properties, byte[] body, CancellationToken cancellationToken)
    {
        // It would close the connection, and fail those beside it.
        if (AmqpFrame.Objection(properties, room) is { } objection)
            return new UnsendableException(objection);
        try
        {
            // The exchange of the queue's name leads to it alone: the other subscribers have had the message.
            await channel.BasicPublishAsync(queue, "", mandatory: true, properties, body, cancellationToken);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private async Task CloseAsync()
    {
        if (connection is { } old)
            await old.DisposeAsync();
        connection = null;
    }
}

/// <summary>A message that no broker could be sent as it is.</summary>
internal sealed class UnsendableException(string message) : Exception(message);

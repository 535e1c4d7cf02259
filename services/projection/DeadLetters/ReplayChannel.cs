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

    /// <summary>Publishes all; answers for each null when it was confirmed, else why not.</summary>
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
            // A queue that is gone closes the channel; the messages of the others must not suffer from it.
            foreach (var queue in messages.Index().GroupBy(m => m.Item.Queue))
            {
                await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), patience.Token);
                await Task.WhenAll(queue.Select(async m => outcomes[m.Index] = await PublishAsync(channel, m.Item.Queue, m.Item.Properties, m.Item.Body, patience.Token)));
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

    private static async Task<Exception?> PublishAsync(IChannel channel, string queue, BasicProperties properties, byte[] body, CancellationToken cancellationToken)
    {
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

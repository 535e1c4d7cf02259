using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Bus;

/// <summary>Asks the broker how much waits in a queue, over a connection of its own that is opened when first needed.</summary>
/// <param name="address">The broker's.</param>
/// <param name="service">Name of the service, shown at the broker.</param>
public sealed class QueueDepths(Uri address, string service) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private IConnection? connection;

    /// <summary>Messages ready in a queue, without those a consumer holds; 0 when there is no such queue yet.</summary>
    /// <exception cref="BrokerUnreachableException">Nobody answers at the broker's address.</exception>
    /// <exception cref="AlreadyClosedException">The connection broke; the next call opens another.</exception>
    public async Task<long> ReadyAsync(string queue, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (connection is not { IsOpen: true })
            {
                await CloseAsync();
                var factory = new ConnectionFactory { Uri = address, ClientProvidedName = service + " depths", AutomaticRecoveryEnabled = false };
                connection = await factory.CreateConnectionAsync(cancellationToken);
            }
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return await channel.MessageCountAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
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

    private async Task CloseAsync()
    {
        if (connection is { } old)
            await old.DisposeAsync();
        connection = null;
    }
}

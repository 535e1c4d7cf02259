using RabbitMQ.Client;

namespace Platform.Bus;

/// <summary>
/// Asks the broker why it takes no messages. In an alarm, short of memory or disk, it reads no further from whoever publishes and
/// says so on that connection only, which MassTransit does not pass on. So this asks over a connection of its own, which is opened
/// when first needed and kept: a new one at each question would stay with the broker until the alarm ends.
/// </summary>
/// <param name="address">The broker's.</param>
/// <param name="service">Name of the service, shown at the broker.</param>
public sealed class AlarmProbe(Uri address, string service) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A question and all that it takes; with the end of an old connection less than who asks for readiness waits.</summary>
    private static readonly TimeSpan AllInAll = TimeSpan.FromSeconds(2.5);
    private readonly SemaphoreSlim turn = new(1);
    private IConnection? connection;
    private volatile string? reason;

    /// <summary>The broker's reason, such as "low on memory"; null when it takes messages or does not answer.</summary>
    public async Task<string?> ReasonAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AllInAll);
        if (!await turn.WaitAsync(AllInAll, cancellationToken))
            return reason;
        try
        {
            if (connection is not { IsOpen: true })
                await OpenAsync(patience.Token);
            if (reason is null)
                await PublishAsync(patience.Token);
            return reason;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A blocked connection does not close a channel in time either; without a reason, whatever kept the broker from answering is no alarm.
            return reason;
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

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await CloseAsync();
        var factory = new ConnectionFactory
        {
            Uri = address, ClientProvidedName = service + " alarms", AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = Patience, ContinuationTimeout = Patience,
        };
        connection = await factory.CreateConnectionAsync(cancellationToken);
        connection.ConnectionBlockedAsync += (_, blocked) =>
        {
            reason = blocked.Reason;
            return Task.CompletedTask;
        };
        connection.ConnectionUnblockedAsync += (_, _) =>
        {
            reason = null;
            return Task.CompletedTask;
        };
    }

    /// <summary>The broker blocks a connection at its first message: one to an exchange of the service's own that leads nowhere, where it is dropped.</summary>
    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await using var channel = await connection!.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
        try
        {
            var nowhere = service + ".alarms"; // a name of its own: all it may write to
            await channel.ExchangeDeclareAsync(nowhere, ExchangeType.Fanout, durable: false, cancellationToken: cancellationToken);
            await channel.BasicPublishAsync(nowhere, "", ReadOnlyMemory<byte>.Empty, cancellationToken);
        }
        catch (OperationCanceledException) when (reason is not null)
        {
            // That was the answer.
        }
    }

    private async Task CloseAsync()
    {
        reason = null;
        if (connection is not { } old)
            return;
        connection = null;
        // A blocked one would wait for the broker's farewell.
        await old.AbortAsync(Patience);
        await old.DisposeAsync();
    }
}

using Platform.Bus;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Projection.Subscribers;

/// <summary>
/// Declares the stream for subscribers, and only once the projection's own queue has a consumer. Whoever publishes asks the broker
/// to give back what no queue takes; a stream that was bound first would take it, and the projection would never see it.
/// </summary>
internal sealed class StreamDeclaration(BrokerAddress broker, ILogger<StreamDeclaration> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500), LongPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeclareAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning("The stream for subscribers cannot be declared for now, trying again: {Reason}", e.Message);
            }
            await Task.Delay(LongPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Declares it, then returns when the connection ends: a broker that was away may have lost what it knew.</summary>
    private async Task DeclareAsync(CancellationToken stopping)
    {
        await using var connection = await broker.ConnectAsync("stream", stopping);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        while (!await IsConsumedAsync(connection, stopping))
            await Task.Delay(Pause, stopping);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stopping);
        await channel.QueueDeclareAsync(Topology.Queues.IncidentStream, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
        {
            ["x-queue-type"] = "stream",
            ["x-max-age"] = Topology.StreamAge,
            // Age is looked at when a segment is full: small ones, so that a quiet stream does not keep months.
            ["x-stream-max-segment-size-bytes"] = 50_000_000,
        }, cancellationToken: stopping);
        foreach (var exchange in new[] { Topology.Exchanges.IncidentDetected, Topology.Exchanges.IncidentChanged })
        {
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true, autoDelete: false, cancellationToken: stopping);
            await channel.QueueBindAsync(Topology.Queues.IncidentStream, exchange, "#", cancellationToken: stopping);
        }
        await ended.Task.WaitAsync(stopping);
    }

    /// <summary>On a channel of its own: asking for a queue that is not there ends the channel.</summary>
    private static async Task<bool> IsConsumedAsync(IConnection connection, CancellationToken stopping)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stopping);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(Topology.Queues.IncidentDetected, stopping)).ConsumerCount > 0;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Platform.Bus;
using Platform.EventStore;
using Platform.Telemetry;
using Platform.Telemetry.Spans;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Platform.Projection.Traces;

/// <summary>
/// Takes the spans of all services from the broker into the tables. Not an endpoint of the bus: losing spans is allowed, and a batch that cannot be
/// written is dropped and counted. One batch at a time over one connection of the pool, so a slow store of traces takes nothing from the pipeline.
/// </summary>
internal sealed class SpanReceiver(TraceTable table, SchemaMigration migration, BrokerAddress broker, ILogger<SpanReceiver> log) : BackgroundService
{
    private const ushort Prefetch = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A classic queue: what is in it may be lost. Its definition is durable, since RabbitMQ gives up queues that are neither durable nor exclusive; its
    /// messages are not. Bounded in bytes and time, the oldest dropped first.
    /// </summary>
    private static readonly Dictionary<string, object?> s_arguments = new() { ["x-max-length-bytes"] = 64_000_000, ["x-overflow"] = "drop-head", ["x-message-ttl"] = 600_000 };

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReceiveAsync(() => pause = TimeSpan.Zero, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning("Spans are not taken into the store of traces: {Reason}", e.Message);
            }
            pause = pause + pause + TimeSpan.FromMilliseconds(500) is var longer && longer < LongestPause ? longer : LongestPause;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the connection ends or the service does.</summary>
    private async Task ReceiveAsync(Action wentWell, CancellationToken stopping)
    {
        await using var connection = await broker.ConnectAsync("trace store", stopping);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, consumerDispatchConcurrency: 1), stopping);
        await channel.DeclareTraceSpansAsync(stopping);
        await channel.QueueDeclareAsync(Topology.Queues.TraceSpans, durable: true, exclusive: false, autoDelete: false, s_arguments, cancellationToken: stopping);
        await channel.QueueBindAsync(Topology.Queues.TraceSpans, Topology.Exchanges.TraceSpans, "", cancellationToken: stopping);
        await channel.BasicQosAsync(0, Prefetch, global: false, stopping);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, shutdown) =>
        {
            ended.TrySetException(new AlreadyClosedException(shutdown));
            return Task.CompletedTask;
        };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await TakeAsync(delivery.Body, stopping);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, CancellationToken.None);
            wentWell();
        };
        consumer.UnregisteredAsync += (_, _) =>
        {
            ended.TrySetException(new InvalidOperationException($"The queue {Topology.Queues.TraceSpans} is gone, or has moved."));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(Topology.Queues.TraceSpans, autoAck: false, consumer, stopping);
        await ended.Task.WaitAsync(stopping);
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> body, CancellationToken stopping)
    {
        Activity.Current = null; // a statement outside of any trace makes no span
        IReadOnlyList<SpanRecord> spans = [];
        try
        {
            spans = JsonSerializer.Deserialize(body.Span, SpanJson.Default.IReadOnlyListSpanRecord) ?? [];
            await table.AddAsync(spans, stopping);
            Instruments.TraceSpansStored.Add(spans.Count);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            SpanCollector.Dropped(Math.Max(1, spans.Count), "unstored");
            log.LogWarning("{Count} spans are not stored: {Reason}", spans.Count, e.Message);
            if (Faults.IsOutage(e))
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

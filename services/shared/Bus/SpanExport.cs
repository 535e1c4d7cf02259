using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Telemetry.Spans;
using RabbitMQ.Client;

namespace Platform.Bus;

/// <summary>
/// Sends the spans of this process to the store of traces, as batches over the broker: the extraction has no rights in the database, and a store that
/// is slow or away fills a queue there, not a service. Transient, not mandatory, not confirmed, over a connection of its own by the bare client, whose
/// sources nobody listens to, so that sending makes no spans: what does not get through is dropped and counted, and the pipeline is never waited for.
/// </summary>
internal sealed class SpanExport(SpanCollector collector, BrokerAddress broker, ILogger<SpanExport> log) : BackgroundService
{
    private const int LargestBatch = 500;

    /// <summary>A live view waits so long for what happened just now.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    /// <summary>A broker in an alarm reads no further and says nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private IConnection? connection;
    private IChannel? channel;
    private TimeSpan pause;
    private long retryAt;

    /// <summary>Declares the exchange the same way wherever it is used.</summary>
    public static Task DeclareExchangeAsync(IChannel channel, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(Topology.Exchanges.TraceSpans, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Activity.Current = null;
        var batch = new List<Activity>(LargestBatch);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // What the last requests left goes out before the process ends, as long as the broker answers at once.
            while (Fill(batch))
                await SendAsync(batch);
        }
        await CloseAsync();
    }

    private bool Fill(List<Activity> batch)
    {
        batch.Clear();
        while (batch.Count < LargestBatch && collector.Held.TryRead(out var span))
            batch.Add(span);
        return batch.Count > 0;
    }

    private async Task SendAsync(List<Activity> batch)
    {
        if (Stopwatch.GetTimestamp() < retryAt)
        {
            SpanCollector.Dropped(batch.Count, "unsent");
            return;
        }
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var body = JsonSerializer.SerializeToUtf8Bytes([.. batch.Select(collector.ToRecord)], SpanJson.Default.IReadOnlyListSpanRecord);
            await OpenAsync(patience.Token);
            await channel!.BasicPublishAsync(Topology.Exchanges.TraceSpans, "", mandatory: false, new BasicProperties { ContentType = "application/json", DeliveryMode = DeliveryModes.Transient }, body, patience.Token)
                .AsTask().WaitAsync(patience.Token);
            pause = TimeSpan.Zero;
        }
        catch (Exception e)
        {
            SpanCollector.Dropped(batch.Count, "unsent");
            pause = pause + pause + TimeSpan.FromSeconds(1) is var longer && longer < LongestPause ? longer : LongestPause;
            retryAt = Stopwatch.GetTimestamp() + (long)(pause.TotalSeconds * Stopwatch.Frequency);
            log.LogDebug("Spans are not sent to the store of traces: {Reason}", e.Message);
            await CloseAsync();
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (channel is { IsOpen: true })
            return;
        await CloseAsync();
        connection = await broker.ConnectAsync("traces", cancellationToken).WaitAsync(cancellationToken);
        channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await DeclareExchangeAsync(channel, cancellationToken);
    }

    private async Task CloseAsync()
    {
        var old = Interlocked.Exchange(ref connection, null);
        channel = null;
        if (old is null)
            return;
        try
        {
            // A blocked one would wait for the broker's farewell.
            await old.AbortAsync(TimeSpan.FromSeconds(1));
            await old.DisposeAsync();
        }
        catch (Exception e)
        {
            log.LogDebug("The connection for spans did not close well: {Reason}", e.Message);
        }
    }
}

/// <summary>Sending spans to the store of traces.</summary>
public static class TraceExportSetup
{
    /// <summary>Sends this service's spans, unless <c>Traces:Store</c> is false.</summary>
    public static IServiceCollection AddTraceExport(this IServiceCollection services)
    {
        // Before the telemetry is said to begin (AddTelemetry) there is no collector to ask for.
        if (services.Any(s => s.ServiceType == typeof(SpanCollector)))
            services.AddHostedService<SpanExport>();
        return services;
    }

    /// <summary>Declares the exchange of the spans, on the side that takes them.</summary>
    public static Task DeclareTraceSpansAsync(this IChannel channel, CancellationToken cancellationToken) => SpanExport.DeclareExchangeAsync(channel, cancellationToken);
}

using System.Diagnostics;
using Platform.EventStore;
using Platform.Telemetry.Spans;

namespace Platform.Projection.Traces;

/// <summary>Forgets traces that are older than <c>Traces:KeepDays</c>, some hundred at a time. Goes on when the store is switched off: what it holds runs out.</summary>
internal sealed class TraceUpkeep(TraceTable table, TraceStoreOptions options, SchemaMigration migration, TimeProvider clock, ILogger<TraceUpkeep> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Activity.Current = null;
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Period;
            try
            {
                if (await table.ForgetAsync(clock.GetUtcNow().AddDays(-options.KeepDays), Batch, stoppingToken) == Batch)
                    pause = TimeSpan.FromMilliseconds(100); // there is more; the pipeline has its turn in between
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Old traces are not forgotten for the moment: {Reason}", e.Message);
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>The store of traces.</summary>
internal static class TraceStoreSetup
{
    /// <summary>Takes spans in, unless <c>Traces:Store</c> is false, forgets old ones, and answers of those there are.</summary>
    public static IServiceCollection AddTraceStore(this IServiceCollection services)
    {
        services.AddSingleton<TraceTable>();
        services.AddHostedService<TraceUpkeep>();
        if (services.Any(s => s.ServiceType == typeof(SpanCollector)))
            services.AddHostedService<SpanReceiver>();
        return services;
    }
}

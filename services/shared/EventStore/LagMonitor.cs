using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>How far a follower is behind its log. Read by the metrics of every process, whoever leads.</summary>
/// <param name="Events">Events not yet followed; an upper bound where sequence numbers were drawn and not used.</param>
/// <param name="Seconds">Age of the oldest of them; 0 when there is none.</param>
public readonly record struct Lag(long Events, double Seconds);

/// <summary>Measures the lag of one checkpoint every few seconds.</summary>
public sealed class LagMonitor(NpgsqlDataSource database, StoreSchema log, StoreSchema checkpoints, string name, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>The last measurement.</summary>
    public Lag Current { get; private set; }

    /// <summary>Measures now.</summary>
    public async Task<Lag> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with place as (select coalesce((select last_seq_id from {checkpoints.Name}.mt_event_progression where name = $1), 0) as seq)
            select coalesce((select max(seq_id) from {log.Name}.mt_events), 0) - seq,
                   coalesce(extract(epoch from now() - (select timestamp from {log.Name}.mt_events where seq_id > seq order by seq_id limit 1)), 0)::float8
            from place
            """);
        command.Parameters.Add(new() { Value = name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return Current = new Lag(Math.Max(0, reader.GetInt64(0)), Math.Max(0, reader.GetDouble(1)));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception e) when (Faults.IsOutage(e))
            {
                logger.LogDebug(e, "The lag of {Name} could not be measured.", name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default));
    }
}

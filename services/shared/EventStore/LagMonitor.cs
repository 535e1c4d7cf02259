using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>How far something is behind.</summary>
/// <param name="Events">What is not yet done; an upper bound where sequence numbers were drawn and not used.</param>
/// <param name="Seconds">Age of the oldest of it; 0 when there is none.</param>
public readonly record struct Lag(long Events, double Seconds);

/// <summary>Measures a lag every few seconds, in every process, whoever does the work.</summary>
public abstract class LagQuery(NpgsqlDataSource database, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>The last measurement.</summary>
    public Lag Current { get; private set; }

    /// <summary>A query for one row: a bigint and a double precision.</summary>
    protected abstract NpgsqlCommand CreateCommand(NpgsqlDataSource database);

    /// <summary>Measures now.</summary>
    public async Task<Lag> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return Current = new Lag(Math.Max(0, reader.GetInt64(0)), Math.Max(0, reader.GetDouble(1)));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            do
            {
                try
                {
                    await MeasureAsync(stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // Whatever it is, an unmeasured lag must not end the service: Npgsql lets a failed name look-up through as it is.
                    logger.LogDebug(e, "A lag could not be measured.");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }
}

/// <summary>How far a follower's checkpoint is behind its log.</summary>
public sealed class LagMonitor(NpgsqlDataSource database, StoreSchema log, StoreSchema checkpoints, string name, ILogger<LagMonitor> logger)
    : LagQuery(database, logger)
{
    /// <inheritdoc/>
    protected override NpgsqlCommand CreateCommand(NpgsqlDataSource database)
    {
        var command = database.CreateCommand($"""
            with place as (select coalesce((select last_seq_id from {checkpoints.Name}.mt_event_progression where name = $1), 0) as seq)
            select coalesce((select max(seq_id) from {log.Name}.mt_events), 0) - seq,
                   coalesce(extract(epoch from now() - (select timestamp from {log.Name}.mt_events where seq_id > seq order by seq_id limit 1)), 0)::float8
            from place
            """);
        command.Parameters.Add(new() { Value = name });
        return command;
    }
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Platform.Projection.ReadModels;

/// <summary>How far a rebuild is: a line for whoever watches and a row of the table <c>rebuild</c>, at most once a second.</summary>
/// <param name="database">The database.</param>
/// <param name="models">Names of what is rebuilt.</param>
/// <param name="tell">Takes a line for a person.</param>
internal sealed class RebuildProgress(NpgsqlDataSource database, IEnumerable<string> models, Action<string> tell)
{
    private readonly DateTime startedAt = DateTime.UtcNow;
    private readonly string[] models = [.. models];
    private readonly Stopwatch time = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private long? first;
    private long next;
    private (long Done, long Total) last;

    /// <summary>Events done of all, both logs together; numbers that were drawn and not used count too.</summary>
    public async Task MoveAsync(string state, long done, long total, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            first ??= done;
            last = (done, total);
            if (state == "building" && time.ElapsedMilliseconds < next)
                return;
            next = time.ElapsedMilliseconds + 1000;
        }
        var (run, seconds) = (done - first.Value, time.Elapsed.TotalSeconds);
        var rate = run / Math.Max(seconds, 0.001);
        var left = rate > 0 && state == "building" ? string.Create(CultureInfo.InvariantCulture, $", about {TimeSpan.FromSeconds(Math.Ceiling((total - done) / rate)):c} left") : "";
        tell(string.Create(CultureInfo.InvariantCulture, $"Rebuild {state}: {done:N0} of {total:N0} events ({100.0 * done / Math.Max(total, 1):N1} %), {rate:N0} events/s{left}"));
        await using var command = database.CreateCommand($"""
            insert into {Schema.Name}.rebuild (started_at, models, state, events_total, events_done, run_events, run_seconds, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, now())
            on conflict (started_at) do update set state = excluded.state, events_total = excluded.events_total, events_done = excluded.events_done,
                run_events = excluded.run_events, run_seconds = excluded.run_seconds, updated_at = excluded.updated_at
            """);
        foreach (var value in (object[])[startedAt, models, state, total, done, run, seconds])
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The same number of events, in another state.</summary>
    public Task MoveAsync(string state, CancellationToken cancellationToken) => MoveAsync(state, last.Done, last.Total, cancellationToken);
}

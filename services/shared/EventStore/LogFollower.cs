using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>What a follower did with a batch of events.</summary>
/// <param name="DoneUpTo">Sequence number of the last event it is done with; the checkpoint moves there.</param>
/// <param name="Rows">Statements to run in the transaction that moves the checkpoint.</param>
/// <param name="Failure">Why it stopped before the end of the batch; the rest is handed over again after a pause.</param>
public sealed record Followed(long DoneUpTo, IReadOnlyList<RowWrite> Rows, Exception? Failure = null);

/// <summary>
/// Follows a log in order and keeps its place in a checkpoint. One process at a time is the leader (a session lock); the
/// checkpoint moves by compare-and-set on the leader's own connection, so a leader that lost its session moves nothing.
/// What is handed to <see cref="HandleAsync"/> may come again after a crash; the rows it returns are written exactly once.
/// </summary>
public abstract class LogFollower : BackgroundService
{
    /// <summary>
    /// After a part that was not full the next one gathers for as long as that took, at most so long: under load half of the time at most
    /// goes into parts, and they grow until they are cheap; what comes alone waits for nothing.
    /// </summary>
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource database;
    private readonly StoreSchema log;
    private readonly StoreSchema checkpoints;
    private readonly LogReader events;
    private readonly SchemaMigration migration;
    private readonly ILogger logger;

    /// <summary>A follower.</summary>
    /// <param name="database">Where log and checkpoint are.</param>
    /// <param name="log">The schema whose log is read.</param>
    /// <param name="checkpoints">The schema whose <c>mt_event_progression</c> holds the checkpoint.</param>
    /// <param name="migration">Makes the schema of the checkpoint; nothing is read before.</param>
    /// <param name="logger">Where outages are said.</param>
    protected LogFollower(NpgsqlDataSource database, StoreSchema log, StoreSchema checkpoints, SchemaMigration migration, ILogger logger)
    {
        this.database = database;
        this.log = log;
        this.checkpoints = checkpoints;
        this.migration = migration;
        this.logger = logger;
        events = new LogReader(log);
    }

    /// <summary>Name of the checkpoint.</summary>
    public abstract string Name { get; }

    /// <summary>Events handed over at once, at most.</summary>
    protected virtual int BatchSize => 256;

    /// <summary>The last thing that went wrong, null while all is well; for the readiness answer, which is open to everybody.</summary>
    public string? Trouble { get; private set; }

    /// <summary>True while this process is the one that follows.</summary>
    public bool Leads { get; private set; }

    /// <summary>Another process leads: what this one last had trouble with is no longer its own.</summary>
    protected virtual void OnOtherLeads()
    {
    }

    /// <summary>What everybody may be told of a failure; all of it goes to the log.</summary>
    protected virtual string Tell(Exception failure) => Faults.Told(failure);

    /// <summary>Works on events in log order.</summary>
    protected abstract Task<Followed> HandleAsync(NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(() => pause = TimeSpan.Zero, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Trouble = Tell(e);
                logger.LogWarning(e, "{Follower} stopped following {Log}; it starts again from its checkpoint.", Name, log.Name);
            }
            finally
            {
                Leads = false;
            }
            pause = Min(pause * 2 + TimeSpan.FromMilliseconds(200), LongestPause);
            await PauseAsync(pause, stoppingToken);
        }
    }

    private async Task FollowAsync(Action wentWell, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        try
        {
            while (!await TryLeadAsync(connection, stopping))
            {
                Trouble = null;
                OnOtherLeads();
                await PauseAsync(TimeSpan.FromSeconds(1), stopping);
                if (stopping.IsCancellationRequested)
                    return;
            }
            Leads = true;
            var place = await ReadCheckpointAsync(connection, stopping);
            var most = BatchSize;
            while (!stopping.IsCancellationRequested)
            {
                var batch = await events.ReadAsync(connection, place, most, stopping, Portions.Most);
                if (batch.Count == 0)
                {
                    Trouble = null;
                    wentWell();
                    await WaitForCommitAsync(connection, stopping);
                    continue;
                }
                var began = Stopwatch.GetTimestamp();
                var done = await HandleAsync(connection, batch, stopping);
                if (done.DoneUpTo > place)
                {
                    await MoveCheckpointAsync(connection, place, done);
                    place = done.DoneUpTo;
                    wentWell();
                }
                if (done.Failure is { } failure)
                    throw failure;
                Trouble = null;
                var isFull = batch.Count == most || batch.Sum(e => (long)e.Data.Length) >= Portions.Most;
                // What was asked for in vain is sent all the same, so after large events fewer are asked for.
                most = isFull && batch.Count < most ? batch.Count : Math.Min(BatchSize, 2 * most);
                if (!isFull)
                    await PauseAsync(Min(Stopwatch.GetElapsedTime(began), LongestGathering), stopping);
            }
        }
        finally
        {
            // Back in the pool the session would go on holding the lock and listening.
            await EndSessionAsync(connection);
        }
    }

    private async Task<bool> TryLeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({checkpoints.LeaderLock(Name)})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<long> ReadCheckpointAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"listen {log.Channel}"),
                new($"insert into {checkpoints.Name}.mt_event_progression (name, last_seq_id) values ($1, 0) on conflict do nothing")
                {
                    Parameters = { new() { Value = Name } },
                },
                new($"select last_seq_id from {checkpoints.Name}.mt_event_progression where name = $1") { Parameters = { new() { Value = Name } } },
            },
        };
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Runs to its end even while stopping: what was published should not be published again.</summary>
    private async Task MoveCheckpointAsync(NpgsqlConnection connection, long from, Followed done)
    {
        // What is long is done before the lock: whoever writes events waits for it.
        if (done.Rows.Where(r => r.Steps is not null).Select(r => r.Steps!.Value.Ahead).ToList() is { Count: > 0 } ahead)
            await WriteAsync(connection, null, ahead);
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        if (done.Rows.Count > 0)
        {
            // Commits to that schema write rows too, several statements in one transaction; one at a time there is no circle of waits.
            await using var wait = new NpgsqlCommand($"select pg_advisory_xact_lock({checkpoints.WriterLock})", connection, transaction);
            await wait.ExecuteNonQueryAsync(CancellationToken.None);
        }
        await using var move = new NpgsqlCommand(
            $"update {checkpoints.Name}.mt_event_progression set last_seq_id = $1, last_updated = now() where name = $2 and last_seq_id = $3", connection, transaction)
        {
            Parameters = { new() { Value = done.DoneUpTo }, new() { Value = Name }, new() { Value = from } },
        };
        if (await move.ExecuteNonQueryAsync(CancellationToken.None) == 0)
            throw new InvalidOperationException($"The checkpoint of {Name} was moved by somebody else; this process leads no longer.");
        if (done.Rows.Count > 0)
            await WriteAsync(connection, transaction, done.Rows.Select(r => r.Steps?.Then ?? r));
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, IEnumerable<RowWrite> rows)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var row in rows)
            batch.BatchCommands.Add(row.ToCommand());
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Until the next commit to the log, or a second: a notification can be missed, the log cannot.</summary>
    private static async Task WaitForCommitAsync(NpgsqlConnection connection, CancellationToken stopping) =>
        await connection.WaitAsync(TimeSpan.FromSeconds(1), stopping);

    /// <summary>Ends what a session listened to and locked, before its connection goes back to the pool.</summary>
    public static async Task EndSessionAsync(NpgsqlConnection connection)
    {
        if (connection.FullState != System.Data.ConnectionState.Open)
            return;
        try
        {
            await using var command = new NpgsqlCommand("unlisten *; select pg_advisory_unlock_all()", connection) { CommandTimeout = 2 };
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e) when (Faults.IsOutage(e) || e is InvalidOperationException)
        {
            // The session is gone, and its lock with it.
        }
    }

    private static async Task PauseAsync(TimeSpan pause, CancellationToken stopping) =>
        await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

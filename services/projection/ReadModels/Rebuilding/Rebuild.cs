using Npgsql;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Builds read models anew from the logs, beside the live ones, while they serve and are written; then swaps. Writers wait only for
/// the last few events and the swap. Killed and started again it goes on where it was.
/// </summary>
public sealed class Rebuild
{
    private const int LockAttempts = 100;

    // Fewer events than this are done while the writers wait.
    private const int Few = 1000;
    private readonly NpgsqlDataSource database;
    private readonly IReadOnlyList<ReadModel> models;
    private readonly BesideTables beside;
    private readonly RebuildProgress progress;
    private readonly RebuildPass pass;
    private Position to;

    /// <summary>A rebuild of some read models.</summary>
    /// <param name="database">The platform's database.</param>
    /// <param name="models">What to build; see <see cref="ReadModel.All"/>.</param>
    /// <param name="tell">Takes a line on how far it is, about every second.</param>
    /// <param name="purpose">One that is only for checking never goes on as one for use, nor the other way round.</param>
    public Rebuild(NpgsqlDataSource database, IReadOnlyList<ReadModel> models, Action<string> tell, string purpose = "rebuild")
    {
        (this.database, this.models) = (database, models);
        beside = new BesideTables(database, models, purpose);
        progress = new RebuildProgress(database, models.Select(m => m.Name), tell);
        pass = new RebuildPass(database, models, (incidents, articles) =>
            progress.MoveAsync(State, Math.Min(incidents, to.Incidents) + Math.Min(articles, to.Articles), to.Incidents + to.Articles, CancellationToken.None));
    }

    private string State { get; set; } = "building";

    /// <summary>Runs a whole rebuild.</summary>
    /// <exception cref="NpgsqlException">The database failed, or long readers kept the tables for half a minute; the live tables are untouched.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => AloneAsync(async connection =>
    {
        // Only with all that follow ingest's log can the follower's checkpoint move to where they stand; else they stay where it is.
        var all = ReadModel.All.Where(m => m.FromArticles is not null).All(models.Contains);
        var positions = await BuildAsync(all, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await KeepVacuumAwayAsync(connection, transaction, cancellationToken);
        await connection.RunAsync($"select pg_advisory_xact_lock({Schema.Incidents.WriterLock})", cancellationToken);
        // The follower's checkpoint moves to where the rebuilt table stands; the row lock keeps it still until then.
        await connection.RunAsync($"""
            insert into {Schema.Name}.mt_event_progression (name, last_seq_id) values ('{ArticleFollower.Checkpoint}', 0) on conflict do nothing;
            select 1 from {Schema.Name}.mt_event_progression where name = '{ArticleFollower.Checkpoint}' for update
            """, cancellationToken);
        await CatchUpAsync(positions, all, cancellationToken);
        await LockTablesAsync(connection, transaction, cancellationToken);
        await SwapAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>
    /// Builds beside, hands over a snapshot of the database in which live and rebuilt tables stand at the same event, then throws
    /// the rebuilt ones away.
    /// </summary>
    /// <param name="compare">Gets a connection that sees the snapshot, and the schema of the rebuilt tables.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task CompareAsync(Func<NpgsqlConnection, string, Task> compare, CancellationToken cancellationToken) => AloneAsync(async connection =>
    {
        var positions = await BuildAsync(false, cancellationToken);
        await using var looking = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await looking.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await connection.RunAsync($"select pg_advisory_xact_lock({Schema.Incidents.WriterLock})", cancellationToken);
            await CatchUpAsync(positions, false, cancellationToken);
            // The first statement takes the snapshot.
            await looking.RunAsync("set idle_in_transaction_session_timeout = 0; select 1", cancellationToken);
        }
        await compare(looking, BesideTables.Name);
        await snapshot.RollbackAsync(cancellationToken);
        await beside.DropAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>One rebuild at a time.</summary>
    private async Task AloneAsync(Func<NpgsqlConnection, Task> work, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.RunAsync($"set idle_in_transaction_session_timeout = 0; select pg_advisory_lock({Schema.Incidents.LeaderLock("rebuild")})", cancellationToken);
        // Only this of the live schema: tables that an older version left may be what is to be replaced.
        await connection.RunAsync(ReadModelSql.Read("Rebuild.sql").Replace("{schema}", Schema.Name, StringComparison.Ordinal), cancellationToken);
        try
        {
            await work(connection);
            State = "done";
            await progress.MoveAsync(State, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await progress.MoveAsync("failed", CancellationToken.None);
            throw;
        }
        finally
        {
            await connection.RunAsync($"select pg_advisory_unlock({Schema.Incidents.LeaderLock("rebuild")})", CancellationToken.None);
        }
    }

    private async Task<Dictionary<string, Position>> BuildAsync(bool beyondCheckpoint, CancellationToken cancellationToken)
    {
        await beside.PrepareAsync(cancellationToken);
        var positions = await beside.ReadPositionsAsync(cancellationToken);
        await CatchUpAsync(positions, beyondCheckpoint, cancellationToken);
        State = "indexing";
        await progress.MoveAsync(State, cancellationToken);
        await beside.IndexAsync(cancellationToken);
        State = "catching_up";
        for (var before = default(Position); (to.Incidents - before.Incidents) + (to.Articles - before.Articles) > Few;)
        {
            before = to;
            await CatchUpAsync(positions, beyondCheckpoint, cancellationToken);
        }
        return positions;
    }

    /// <summary>Up to the end of the projection's log, and of ingest's as far as the live tables follow it or as it goes.</summary>
    private async Task CatchUpAsync(Dictionary<string, Position> positions, bool beyondCheckpoint, CancellationToken cancellationToken)
    {
        await using (var command = database.CreateCommand($"""
            select (select coalesce(max(seq_id), 0) from {Schema.Name}.mt_events),
                   {(beyondCheckpoint ? $"(select coalesce(max(seq_id), 0) from {Schema.Ingest.Name}.mt_events)" : $"coalesce((select last_seq_id from {Schema.Name}.mt_event_progression where name = '{ArticleFollower.Checkpoint}'), 0)")}
            """))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            to = new Position(reader.GetInt64(0), reader.GetInt64(1));
        }
        await pass.RunAsync(positions, to, cancellationToken);
        // One that goes on after a kill may have found nothing to do: all is in it all the same.
        await progress.MoveAsync(State, to.Incidents + to.Articles, to.Incidents + to.Articles, cancellationToken);
    }

    /// <summary>
    /// An autovacuum gives way to who waits for its table, but only after a second (deadlock_timeout), for which <see cref="LockTablesAsync"/> never
    /// waits: a vacuum of a large table would keep the swap away until that gives up (55P03). This lock stops neither readers nor
    /// writers, so it can be waited for; once it is held, no vacuum begins.
    /// </summary>
    private async Task KeepVacuumAwayAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var table in await LiveTablesAsync(connection, transaction, cancellationToken))
            await connection.RunAsync($"lock table {table} in share update exclusive mode", cancellationToken);
    }

    /// <summary>
    /// Readers take the tables in their own order, so waiting for one table while holding another could be a deadlock, and the
    /// server would end a reader. Waiting for less than its detector does (a second), and letting go in between, none forms.
    /// </summary>
    private async Task LockTablesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var live = await LiveTablesAsync(connection, transaction, cancellationToken);
        if (live.Count == 0)
            return;
        for (var attempt = 1; ; attempt++)
        {
            await transaction.SaveAsync("before_lock", cancellationToken);
            try
            {
                await connection.RunAsync($"set local lock_timeout = '200ms'; lock table {string.Join(", ", live)} in access exclusive mode", cancellationToken);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < LockAttempts)
            {
                await transaction.RollbackAsync("before_lock", cancellationToken);
                await Task.Delay(Random.Shared.Next(50, 200), cancellationToken);
            }
        }
    }

    private async Task<List<string>> LiveTablesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select tablename from pg_tables where schemaname = $1 and tablename = any($2)", connection, transaction)
        {
            Parameters = { new() { Value = Schema.Name }, new() { Value = models.SelectMany(m => m.Tables).ToArray() } },
        };
        var live = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            live.Add($"{Schema.Name}.{reader.GetString(0)}");
        return live;
    }

    private async Task SwapAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // The live tables are locked; beside them only an autovacuum can hold a new table, and it yields to who has waited a second.
        await connection.RunAsync("set local lock_timeout = '10s'", cancellationToken);
        foreach (var table in models.SelectMany(m => m.Tables))
            await connection.RunAsync($"drop table if exists {Schema.Name}.{table}; alter table {BesideTables.Name}.{table} set schema {Schema.Name}", cancellationToken);
        if (models.Any(m => m.FromArticles is not null))
            await connection.RunAsync(
                $"update {Schema.Name}.mt_event_progression set last_seq_id = {to.Articles}, last_updated = now() where name = '{ArticleFollower.Checkpoint}'", cancellationToken);
        await connection.RunAsync($"drop schema {BesideTables.Name} cascade; {Schema.Incidents.GrantScript()}", cancellationToken);
    }
}

using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Platform.EventStore;

/// <summary>
/// What both adapters do alike: group commit, the writer lock, and what must be so before anything is written. What waits is written
/// in one transaction; callers that contend are told one by one; a value the database refuses harms only the commit it is in.
/// </summary>
public abstract class GroupedEventStore : IEventStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly SchemaMigration migration;
    private readonly GroupCommit group;

    /// <summary>A store in a schema that <paramref name="migration"/> makes.</summary>
    protected GroupedEventStore(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, ILogger log)
    {
        this.database = database;
        this.migration = migration;
        Schema = schema;
        group = new GroupCommit(WriteAsync, log);
    }

    /// <summary>Makes all that the store needs in a schema, as its owner, so that the service itself need not be allowed to.</summary>
    public static Task MigrateAsync(StoreSchema schema, NpgsqlDataSource database, CancellationToken cancellationToken) => schema.MigrateAsync(database, cancellationToken);

    /// <summary>The schema written to.</summary>
    protected StoreSchema Schema { get; }

    /// <summary>
    /// Writes the events in the order of <see cref="InOrder"/>, moves the streams and their snapshots on. All was checked and nobody else
    /// can write; a stream may be in several commits, each time from where it stood before.
    /// </summary>
    /// <param name="transaction">The transaction, for what is written at once.</param>
    /// <param name="rest">What is sent after that and with the commit, for what can wait; empty so far.</param>
    /// <param name="commits">In order; at least one has streams.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected abstract Task AppendAsync(NpgsqlTransaction transaction, NpgsqlBatch rest, IReadOnlyList<Commit> commits, CancellationToken cancellationToken);

    /// <summary>The events of a commit in the order the log has them.</summary>
    protected static IEnumerable<(Guid StreamId, string StreamType, long Version, NewEvent Event)> InOrder(Commit commit) =>
        commit.Streams.SelectMany(s => s.Events.Select((e, i) => (s.StreamId, s.StreamType, Version: s.ExpectedVersion + i + 1, Event: e))).OrderBy(e => e.Event.Place);

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        migration.ThrowIfNotDone();
        return group.SubmitAsync(commit, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<T> DecideAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<Decision<T>>> decide, CancellationToken cancellationToken)
    {
        migration.ThrowIfNotDone();
        try
        {
            try
            {
                return await DecideOnceAsync(decide, cancellationToken);
            }
            catch (NpgsqlException e) when (e is not PostgresException && e.InnerException is IOException)
            {
                // A pooled connection may have died unseen. If the first try was stored after all, the second decision sees it.
                return await DecideOnceAsync(decide, cancellationToken);
            }
        }
        catch (Exception e) when (e is not StoreUnavailableException && Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
    }

    private async Task<T> DecideOnceAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<Decision<T>>> decide, CancellationToken cancellationToken)
    {
        await using var work = await StoreTransaction.BeginAsync(database, cancellationToken);
        await using (var hold = new NpgsqlCommand($"select pg_advisory_xact_lock({Schema.WriterLock})", work.Connection))
            await hold.ExecuteNonQueryAsync(cancellationToken);
        var decision = await decide(work.Connection, cancellationToken);
        await FinishAsync(work, decision.Commit is { } commit ? [commit] : [], CancellationToken.None);
        return decision.Result;
    }

    /// <summary>Finishes what was handed over, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await group.DisposeAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the adapter holds; nothing is being written any more.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    private async Task<CommitResult[]> WriteAsync(IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        await using var work = await StoreTransaction.BeginAsync(database, cancellationToken);
        var (versions, taken) = await BeginAsync(work.Connection, commits, cancellationToken);
        var results = new CommitResult[commits.Count];
        var accepted = new List<Commit>(commits.Count);
        for (var i = 0; i < commits.Count; i++)
        {
            results[i] = Check(commits[i], versions, taken);
            if (results[i] is not CommitResult.Committed)
                continue;
            accepted.Add(commits[i]);
            foreach (var append in commits[i].Streams)
                versions[append.StreamId] = append.NewVersion;
            foreach (var key in commits[i].Keys)
                taken[key.Key] = key.Value;
        }
        await FinishAsync(work, accepted, cancellationToken);
        return results;
    }

    /// <summary>Takes the writer lock; from here to the commit nobody else moves a stream or takes a key.</summary>
    private async Task<(Dictionary<Guid, long> Versions, Dictionary<string, string?> Taken)> BeginAsync(
        NpgsqlConnection connection, IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"select pg_advisory_xact_lock({Schema.WriterLock})"),
                new($"select id, version from {Schema.Name}.mt_streams where id = any($1)")
                {
                    Parameters = { new() { Value = commits.SelectMany(c => c.Streams.Select(s => s.StreamId).Concat(c.Unmoved.Select(u => u.StreamId))).Distinct().ToArray() } },
                },
                new($"select key, value from {Schema.Name}.inbox where key = any($1)")
                {
                    Parameters = { new() { Value = commits.SelectMany(c => c.Keys).Select(k => k.Key).Distinct().ToArray() } },
                },
            },
        };
        var versions = new Dictionary<Guid, long>();
        var taken = new Dictionary<string, string?>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the lock's void row
        while (await reader.ReadAsync(cancellationToken))
            versions.Add(reader.GetGuid(0), reader.GetInt64(1));
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            taken.Add(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
        return (versions, taken);
    }

    private static CommitResult Check(Commit commit, Dictionary<Guid, long> versions, Dictionary<string, string?> taken)
    {
        foreach (var key in commit.Keys)
            if (taken.TryGetValue(key.Key, out var value))
                return new CommitResult.KeyTaken(key.Key, value);
        foreach (var append in commit.Streams)
            if (versions.GetValueOrDefault(append.StreamId) is var actual && actual != append.ExpectedVersion)
                return new CommitResult.StreamMoved(append.StreamId, actual);
        foreach (var (streamId, version) in commit.Unmoved)
            if (versions.GetValueOrDefault(streamId) is var actual && actual != version)
                return new CommitResult.StreamMoved(streamId, actual);
        return CommitResult.Committed.Instance;
    }

    private async Task FinishAsync(StoreTransaction work, List<Commit> commits, CancellationToken cancellationToken)
    {
        CrashPoint.Reach(CrashPoint.BeforeCommit);
        var batch = work.CreateLastBatch();
        if (commits.Any(c => c.Streams.Count > 0))
        {
            await AppendAsync(work.Transaction, batch, commits, cancellationToken);
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"select pg_notify('{Schema.Channel}', '')"));
        }
        if (commits.SelectMany(c => c.Keys).ToList() is { Count: > 0 } keys)
            batch.BatchCommands.Add(InsertKeys(keys));
        foreach (var row in commits.SelectMany(c => c.Rows))
            batch.BatchCommands.Add(row.ToCommand());
        await work.CommitAsync(batch);
        CrashPoint.Reach(CrashPoint.AfterCommit);
    }

    private NpgsqlBatchCommand InsertKeys(List<InboxKey> keys) => new($"insert into {Schema.Name}.inbox (key, value, at) select * from unnest($1, $2, $3)")
    {
        Parameters =
        {
            keys.Column(NpgsqlDbType.Text, k => k.Key),
            keys.Column(NpgsqlDbType.Jsonb, k => k.Value),
            keys.Column(NpgsqlDbType.TimestampTz, k => k.At.UtcDateTime),
        },
    };
}

using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Platform.EventStore;

/// <summary>
/// The store in hand-written SQL, with group commit: what waits is written in one transaction of two round trips. Callers
/// that contend are told one by one; a value the database refuses harms only the commit it is in.
/// </summary>
public sealed class NpgsqlEventStore : IEventStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly StoreSchema schema;
    private readonly SchemaMigration migration;
    private readonly GroupCommit group;

    /// <summary>A store in a schema that <paramref name="migration"/> makes.</summary>
    public NpgsqlEventStore(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, ILogger<NpgsqlEventStore> log)
    {
        this.database = database;
        this.schema = schema;
        this.migration = migration;
        group = new GroupCommit(WriteAsync, log);
    }

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
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using (var begin = new NpgsqlBatch(connection) { BatchCommands = { new("begin"), new($"select pg_advisory_xact_lock({schema.WriterLock})") } })
                await begin.ExecuteNonQueryAsync(cancellationToken);
            var decision = await decide(connection, cancellationToken);
            await FinishAsync(connection, decision.Commit is { } commit ? [commit] : [], CancellationToken.None);
            return decision.Result;
        }
        catch
        {
            if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
                await RollbackAsync(connection);
            throw;
        }
    }

    /// <summary>Finishes what was handed over, then stops.</summary>
    public ValueTask DisposeAsync() => group.DisposeAsync();

    private async Task<CommitResult[]> WriteAsync(IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var (versions, taken) = await BeginAsync(connection, commits, cancellationToken);
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
            await FinishAsync(connection, accepted, cancellationToken);
            return results;
        }
        catch
        {
            // The pool takes a connection back with its transaction open and rolls it back before it is used again;
            // until then the writer lock would be held, so end it here.
            if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
                await RollbackAsync(connection);
            throw;
        }
    }

    /// <summary>Takes the writer lock; from here to the commit nobody else moves a stream or takes a key.</summary>
    private async Task<(Dictionary<Guid, long> Versions, Dictionary<string, string?> Taken)> BeginAsync(
        NpgsqlConnection connection, IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin"),
                new($"select pg_advisory_xact_lock({schema.WriterLock})"),
                new($"select id, version from {schema.Name}.mt_streams where id = any($1)")
                {
                    Parameters = { new() { Value = commits.SelectMany(c => c.Streams.Select(s => s.StreamId).Concat(c.Unmoved.Select(u => u.StreamId))).Distinct().ToArray() } },
                },
                new($"select key, value from {schema.Name}.inbox where key = any($1)")
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

    private async Task FinishAsync(NpgsqlConnection connection, List<Commit> commits, CancellationToken cancellationToken)
    {
        CrashPoint.Reach(CrashPoint.BeforeCommit);
        await using var batch = new NpgsqlBatch(connection);
        var streams = commits.SelectMany(c => c.Streams).ToList();
        if (streams.Count > 0)
        {
            batch.BatchCommands.Add(UpsertStreams(streams));
            batch.BatchCommands.Add(InsertEvents(commits));
            foreach (var ofOneType in streams.GroupBy(s => s.StreamType))
                batch.BatchCommands.Add(UpsertSnapshots(ofOneType.Key, [.. ofOneType.GroupBy(s => s.StreamId).Select(g => g.Last())]));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"select pg_notify('{schema.Channel}', '')"));
        }
        if (commits.SelectMany(c => c.Keys).ToList() is { Count: > 0 } keys)
            batch.BatchCommands.Add(InsertKeys(keys));
        foreach (var row in commits.SelectMany(c => c.Rows))
            batch.BatchCommands.Add(row.ToCommand());
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        CrashPoint.Reach(CrashPoint.AfterCommit);
    }

    private NpgsqlBatchCommand UpsertStreams(List<StreamAppend> streams)
    {
        var last = streams.GroupBy(s => s.StreamId).Select(g => g.Last()).ToList();
        return new NpgsqlBatchCommand($"""
            insert into {schema.Name}.mt_streams (id, type, version, timestamp, created)
            select id, type, version, at, at from unnest($1, $2, $3, $4) as n (id, type, version, at)
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
            """)
        {
            Parameters =
            {
                last.Column(NpgsqlDbType.Uuid, s => s.StreamId),
                last.Column(NpgsqlDbType.Varchar, s => s.StreamType),
                last.Column(NpgsqlDbType.Bigint, s => s.NewVersion),
                last.Column(NpgsqlDbType.TimestampTz, s => s.Events[^1].At.UtcDateTime),
            },
        };
    }

    private NpgsqlBatchCommand InsertEvents(List<Commit> commits)
    {
        var events = commits.SelectMany(c => c.Streams
            .SelectMany(s => s.Events.Select((e, i) => (s.StreamId, Version: s.ExpectedVersion + i + 1, Event: e)))
            .OrderBy(e => e.Event.Place)).ToList();
        // The sub-select fixes the order in which the sequence is drawn: log order is hand-over order.
        return new NpgsqlBatchCommand($"""
            insert into {schema.Name}.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
            select nextval('{schema.Name}.mt_events_sequence'), id, stream_id, version, data, type, at, dotnet, correlation, causation, headers
            from (
                select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) with ordinality
                    as n (id, stream_id, version, data, type, at, dotnet, correlation, causation, headers, place)
                order by place
            ) as ordered
            """)
        {
            Parameters =
            {
                events.Column(NpgsqlDbType.Uuid, e => e.Event.Id),
                events.Column(NpgsqlDbType.Uuid, e => e.StreamId),
                events.Column(NpgsqlDbType.Bigint, e => e.Version),
                events.Column(NpgsqlDbType.Jsonb, e => e.Event.Json),
                events.Column(NpgsqlDbType.Varchar, e => e.Event.Type),
                events.Column(NpgsqlDbType.TimestampTz, e => e.Event.At.UtcDateTime),
                events.Column(NpgsqlDbType.Varchar, e => e.Event.DotnetType),
                events.Column(NpgsqlDbType.Varchar, e => e.Event.Headers.CorrelationId),
                events.Column(NpgsqlDbType.Varchar, e => e.Event.Headers.CausationId),
                events.Column(NpgsqlDbType.Jsonb, e => e.Event.Headers.Json),
            },
        };
    }

    private NpgsqlBatchCommand UpsertSnapshots(string name, List<StreamAppend> streams) => new($"""
        insert into {schema.Name}.mt_doc_{name} (id, data, mt_last_modified, mt_dotnet_type, mt_version)
        select * from unnest($1, $2, $3, $4, $5)
        on conflict (id) do update set data = excluded.data, mt_last_modified = excluded.mt_last_modified,
            mt_dotnet_type = excluded.mt_dotnet_type, mt_version = excluded.mt_version
        """)
    {
        Parameters =
        {
            streams.Column(NpgsqlDbType.Uuid, s => s.StreamId),
            streams.Column(NpgsqlDbType.Jsonb, s => s.Snapshot.Json),
            streams.Column(NpgsqlDbType.TimestampTz, s => s.Events[^1].At.UtcDateTime),
            streams.Column(NpgsqlDbType.Varchar, s => s.Snapshot.DotnetType),
            streams.Column(NpgsqlDbType.Bigint, s => s.NewVersion),
        },
    };

    private NpgsqlBatchCommand InsertKeys(List<InboxKey> keys) => new($"insert into {schema.Name}.inbox (key, value, at) select * from unnest($1, $2, $3)")
    {
        Parameters =
        {
            keys.Column(NpgsqlDbType.Text, k => k.Key),
            keys.Column(NpgsqlDbType.Jsonb, k => k.Value),
            keys.Column(NpgsqlDbType.TimestampTz, k => k.At.UtcDateTime),
        },
    };

    private static async Task RollbackAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var command = new NpgsqlCommand("rollback", connection) { CommandTimeout = 5 };
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and with it the transaction.
        }
    }
}

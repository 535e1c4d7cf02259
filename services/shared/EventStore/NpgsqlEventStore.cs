using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Platform.EventStore;

/// <summary>The store in hand-written SQL: a group is written in two round trips.</summary>
public sealed class NpgsqlEventStore(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, ILogger<NpgsqlEventStore> log)
    : GroupedEventStore(database, schema, migration, log)
{
    private readonly Dictionary<string, string> aliases = schema.Aggregates.ToDictionary(a => a.Name, a => a.StreamAlias);

    /// <inheritdoc/>
    protected override Task AppendAsync(NpgsqlTransaction transaction, NpgsqlBatch rest, IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        var streams = commits.SelectMany(c => c.Streams).ToList();
        rest.BatchCommands.Add(UpsertStreams(streams));
        rest.BatchCommands.Add(InsertEvents(commits));
        foreach (var ofOneType in streams.GroupBy(s => s.StreamType))
            rest.BatchCommands.Add(UpsertSnapshots(ofOneType.Key, [.. ofOneType.GroupBy(s => s.StreamId).Select(g => g.Last())]));
        return Task.CompletedTask;
    }

    private NpgsqlBatchCommand UpsertStreams(List<StreamAppend> streams)
    {
        var last = streams.GroupBy(s => s.StreamId).Select(g => g.Last()).ToList();
        return new NpgsqlBatchCommand($"""
            insert into {Schema.Name}.mt_streams (id, type, version, timestamp, created)
            select id, type, version, at, at from unnest($1, $2, $3, $4) as n (id, type, version, at)
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
            """)
        {
            Parameters =
            {
                last.Column(NpgsqlDbType.Uuid, s => s.StreamId),
                last.Column(NpgsqlDbType.Varchar, s => aliases[s.StreamType]),
                last.Column(NpgsqlDbType.Bigint, s => s.NewVersion),
                last.Column(NpgsqlDbType.TimestampTz, s => s.Events[^1].At.UtcDateTime),
            },
        };
    }

    private NpgsqlBatchCommand InsertEvents(IReadOnlyList<Commit> commits)
    {
        var events = commits.SelectMany(InOrder).ToList();
        // The sub-select fixes the order in which the sequence is drawn: log order is hand-over order.
        return new NpgsqlBatchCommand($"""
            insert into {Schema.Name}.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
            select nextval('{Schema.Name}.mt_events_sequence'), id, stream_id, version, data, type, at, dotnet, correlation, causation, headers
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
        insert into {Schema.Name}.mt_doc_{name} (id, data, mt_last_modified, mt_dotnet_type, mt_version)
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
}

using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;
using Platform.Bus;
using Platform.EventStore;
using Platform.Ingest;
using Platform.Projection;

namespace Platform.Tests.Harness.Generator;

/// <summary>Puts a made-up log into an empty database by binary COPY: hundreds of thousands of events in the time the services need for thousands. The read models are a rebuild's business.</summary>
public static class LogLoader
{
    private static readonly StoreSchema Ingest = Article.Schema;

    /// <summary>Makes both schemas and loads them; everything counts as published.</summary>
    /// <returns>Events in the projection's log and in ingest's.</returns>
    public static async Task<(long Incidents, long Articles)> LoadAsync(NpgsqlDataSource database, GeneratedLog log)
    {
        await Ingest.MigrateAsync(database, CancellationToken.None);
        await Schema.Incidents.MigrateAsync(database, CancellationToken.None);
        // Without its script's hash a schema counts as not made, and the migration at the end makes the index again.
        foreach (var schema in (string[])[Ingest.Name, Schema.Name])
            await RunAsync(database, $"drop index {schema}.pk_mt_events_stream_and_version; alter table {schema}.mt_events drop constraint fkey_mt_events_stream_id; delete from {schema}.schema_script");
        var articles = Channel.CreateBounded<(long, GeneratedEvent)>(4096);
        var incidents = Channel.CreateBounded<(long, GeneratedEvent)>(4096);
        var (articlesDone, incidentsDone) = (CopyAsync(database, Ingest.Name, articles.Reader), CopyAsync(database, Schema.Name, incidents.Reader));
        var (articleCount, incidentCount) = (0L, 0L);
        foreach (var happened in log.Events())
            await (happened.Ingest ? articles.Writer.WriteAsync((++articleCount, happened)) : incidents.Writer.WriteAsync((++incidentCount, happened)));
        articles.Writer.Complete();
        incidents.Writer.Complete();
        await Task.WhenAll(articlesDone, incidentsDone);
        await FinishAsync(database, Ingest, "'article'");
        await FinishAsync(database, Schema.Incidents, "case when type = 'article_extracted' then 'article_reading' else 'incident' end");
        await RunAsync(database, $"insert into {Schema.Name}.inbox (key, at) select 'message/' || id, timestamp from {Schema.Name}.mt_events where type = 'article_extracted'; vacuum analyze");
        return (incidentCount, articleCount);
    }

    private static async Task CopyAsync(NpgsqlDataSource database, string schema, ChannelReader<(long Sequence, GeneratedEvent Event)> events)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers) from stdin (format binary)");
        copy.Timeout = Timeout.InfiniteTimeSpan;
        await foreach (var (sequence, happened) in events.ReadAllAsync())
        {
            var stored = happened.Event;
            await copy.StartRowAsync();
            await copy.WriteAsync(sequence, NpgsqlDbType.Bigint);
            await copy.WriteAsync(stored.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(happened.StreamId, NpgsqlDbType.Uuid);
            await copy.WriteAsync(happened.Version, NpgsqlDbType.Bigint);
            await copy.WriteAsync(stored.Json, NpgsqlDbType.Jsonb);
            await copy.WriteAsync(stored.Type, NpgsqlDbType.Varchar);
            await copy.WriteAsync(stored.At.UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(stored.DotnetType, NpgsqlDbType.Varchar);
            await copy.WriteAsync(stored.Headers.CorrelationId!, NpgsqlDbType.Varchar);
            await copy.WriteAsync(stored.Headers.CausationId!, NpgsqlDbType.Varchar);
            await copy.WriteAsync(stored.Headers.Json!, NpgsqlDbType.Jsonb);
        }
        await copy.CompleteAsync();
    }

    /// <summary>The streams, which follow from the events, and the keys that were away meanwhile.</summary>
    private static async Task FinishAsync(NpgsqlDataSource database, StoreSchema schema, string streamType)
    {
        await RunAsync(database, $"""
            insert into {schema.Name}.mt_streams (id, type, version, timestamp, created)
            select stream_id, min({streamType}), max(version), max(timestamp), min(timestamp) from {schema.Name}.mt_events group by stream_id;
            alter table {schema.Name}.mt_events add constraint fkey_mt_events_stream_id foreign key (stream_id) references {schema.Name}.mt_streams (id) on delete cascade;
            select setval('{schema.Name}.mt_events_sequence', max(seq_id)) from {schema.Name}.mt_events;
            insert into {schema.Name}.mt_event_progression (name, last_seq_id) select '{Relay.Checkpoint}', max(seq_id) from {schema.Name}.mt_events
            on conflict (name) do update set last_seq_id = excluded.last_seq_id
            """);
        await schema.MigrateAsync(database, CancellationToken.None);
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var statement in sql.Split(';'))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }
}

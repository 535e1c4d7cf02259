using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NpgsqlTypes;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>Snapshot rows for a rebuild; live ones are written by the store with the events.</summary>
internal static class Snapshots
{
    /// <summary>The rows of the streams that some events touched, as the store writes them.</summary>
    public static IEnumerable<RowWrite> Upsert<T>(
        string schema, string name, Type type, Dictionary<Guid, StoredEvent> lastEvents, Dictionary<Guid, T> states, JsonTypeInfo<T> json)
    {
        var rows = states.Where(s => lastEvents.ContainsKey(s.Key)).Select(s => (s.Key, State: s.Value, Last: lastEvents[s.Key])).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new RowWrite(
            $"""
            insert into {schema}.mt_doc_{name} (id, data, mt_last_modified, mt_dotnet_type, mt_version)
            select * from unnest($1, $2, $3, $4, $5)
            on conflict (id) do update set data = excluded.data, mt_last_modified = excluded.mt_last_modified, mt_version = excluded.mt_version
            """,
            rows.Column(NpgsqlDbType.Uuid, r => r.Key),
            rows.Column(NpgsqlDbType.Jsonb, r => JsonSerializer.Serialize(r.State, json)),
            rows.Column(NpgsqlDbType.TimestampTz, r => r.Last.At.UtcDateTime),
            rows.Column(NpgsqlDbType.Varchar, _ => EventTypes.DotnetName(type)),
            rows.Column(NpgsqlDbType.Bigint, r => r.Last.Version));
    }
}

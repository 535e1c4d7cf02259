using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.ReadModels;

/// <summary>Snapshot rows for a rebuild; live ones are written by the store with the events.</summary>
internal static class Snapshots
{
    /// <summary>The incidents that something happened to.</summary>
    public static IEnumerable<RowWrite> UpsertIncidents(string schema, Folded folded) => Upsert(
        schema, IncidentStream.StreamType, folded.Incidents.Select(i => (i.State.Id, i.State.Version, i.At, i.State)), ContractJson.Default.Incident);

    /// <summary>The articles that were read.</summary>
    public static IEnumerable<RowWrite> UpsertReadings(string schema, Folded folded) => Upsert(
        schema, ArticleReading.StreamType, folded.Readings.Select(r => (r.State.Id, r.State.Version, r.At, r.State)), ProjectionJson.Default.ArticleReading);

    private static IEnumerable<RowWrite> Upsert<T>(
        string schema, string name, IEnumerable<(Guid Id, long Version, DateTimeOffset At, T State)> states, JsonTypeInfo<T> json)
    {
        var rows = states.OrderBy(s => s.Id).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new RowWrite(
            $"""
            insert into {schema}.mt_doc_{name} (id, data, mt_last_modified, mt_dotnet_type, mt_version)
            select * from unnest($1, $2, $3, $4, $5)
            on conflict (id) do update set data = excluded.data, mt_last_modified = excluded.mt_last_modified, mt_version = excluded.mt_version
            """,
            rows.Column(NpgsqlDbType.Uuid, r => r.Id),
            rows.Column(NpgsqlDbType.Jsonb, r => JsonSerializer.SerializeToUtf8Bytes(r.State, json)),
            rows.Column(NpgsqlDbType.TimestampTz, r => r.At.UtcDateTime),
            rows.Column(NpgsqlDbType.Varchar, _ => EventTypes.DotnetName(typeof(T))),
            rows.Column(NpgsqlDbType.Bigint, r => r.Version));
    }
}

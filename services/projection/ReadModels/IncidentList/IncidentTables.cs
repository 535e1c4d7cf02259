using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>The tables <c>incident_list</c> and <c>incident_report</c>: rows of the incidents' present states.</summary>
public static class IncidentTables
{
    /// <summary>Writes the rows of some incidents in place of the old ones.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="incidents">Each incident once.</param>
    public static IEnumerable<RowWrite> Upsert(string schema, IReadOnlyList<Incident> incidents)
    {
        if (incidents.Count == 0)
            yield break;
        var rows = incidents.OrderBy(i => i.Id).ToList();
        yield return new RowWrite(
            $"""
            insert into {schema}.incident_list (id, status, event_type, country, date_start, date_end, sort_date, changed_at)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update set status = excluded.status, event_type = excluded.event_type, country = excluded.country,
                date_start = excluded.date_start, date_end = excluded.date_end, sort_date = excluded.sort_date, changed_at = excluded.changed_at
            """,
            rows.Column(NpgsqlDbType.Uuid, i => i.Id),
            rows.Column(NpgsqlDbType.Text, i => Snake(i.Status)),
            rows.Column(NpgsqlDbType.Text, i => Snake(i.EventType)),
            rows.Column(NpgsqlDbType.Text, i => i.Place?.Country),
            rows.Column(NpgsqlDbType.Date, i => i.Date?.Start),
            rows.Column(NpgsqlDbType.Date, i => i.Date?.End),
            rows.Column(NpgsqlDbType.Date, i => i.Date?.Start ?? DateOnly.FromDateTime(i.OpenedAt.UtcDateTime)),
            rows.Column(NpgsqlDbType.TimestampTz, i => i.ChangedAt.UtcDateTime));

        var reports = rows.SelectMany(i => i.Reports.Select(r => (Incident: i.Id, Report: r))).ToList();
        yield return new RowWrite(
            $"delete from {schema}.incident_report where incident_id = any($1) and report_id <> all($2)",
            rows.Column(NpgsqlDbType.Uuid, i => i.Id),
            reports.Column(NpgsqlDbType.Uuid, r => r.Report.ReportId));
        yield return new RowWrite(
            $"""
            insert into {schema}.incident_report (report_id, incident_id, article_id, ordinal) select * from unnest($1, $2, $3, $4)
            on conflict (report_id) do update set incident_id = excluded.incident_id
            """,
            reports.Column(NpgsqlDbType.Uuid, r => r.Report.ReportId),
            reports.Column(NpgsqlDbType.Uuid, r => r.Incident),
            reports.Column(NpgsqlDbType.Uuid, r => r.Report.ArticleId),
            reports.Column(NpgsqlDbType.Integer, r => r.Report.Ordinal));
    }

    /// <summary>An enumeration value as it stands in JSON and in the tables.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

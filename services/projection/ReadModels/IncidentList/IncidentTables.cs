using System.Text.Json;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// The tables <c>incident_list</c>, its history and <c>incident_report</c>: rows of the incidents' states. The history follows from
/// the order of the states alone, however they are split over transactions, so that a rebuild gives the same rows. A state stands from
/// the latest time of its stream up to it: where the clock had gone back in between, one state still follows the other.
/// </summary>
public static class IncidentTables
{
    /// <summary>The present rows and the past ones: the same columns, so the same queries.</summary>
    public static readonly IReadOnlyList<string> Lists = ["incident_list", "incident_list_history"];

    private const string Since = "changed_at";
    private static readonly string Columns = string.Join(", ", IncidentRow.Columns);
    private static readonly string NewColumns = string.Join(", ", IncidentRow.Columns.Select(c => "n." + c));
    private static readonly string PastColumns = string.Join(", ", IncidentRow.Columns.Select(c => c == Since ? $"greatest(l.{c}, n.{c})" : "n." + c));

    /// <summary>Writes the rows of some incidents in place of the old ones, which become history.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="states">Each version that came about since the last time, those of one incident in order.</param>
    public static IEnumerable<RowWrite> Upsert(string schema, IReadOnlyList<Incident> states)
    {
        if (states.Count == 0)
            yield break;
        var streams = states.GroupBy(i => i.Id).OrderBy(g => g.Key).Select(g => Rising([.. g.OrderBy(i => i.Version)])).ToList();
        yield return Retire(schema, [.. streams.Select(s => s[0])]);
        var past = streams.SelectMany(s => s.Zip(s.Skip(1))).Where(p => Micros(p.First) < Micros(p.Second)).ToList();
        if (past.Count > 0)
            yield return InsertPast(schema, past);
        var present = streams.Select(s => s[^1]).ToList();
        yield return UpsertPresent(schema, present);
        foreach (var write in UpsertReports(schema, present))
            yield return write;
    }

    /// <summary>An enumeration value as it stands in JSON and in the tables.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => SnakeNames<T>.Of[value];

    /// <summary>What stood until the first of the new states; nothing was ever to be seen of a state that ended as it began.</summary>
    private static RowWrite Retire(string schema, List<Incident> next) => new(
        $"""
        insert into {schema}.incident_list_history ({Columns}, search, awaits, valid_to)
        select {string.Join(", ", IncidentRow.Columns.Select(c => "l." + c))}, l.search, l.awaits, n.at
        from {schema}.incident_list l join unnest($1, $2, $3) as n (id, version, at) on n.id = l.id
        where l.version < n.version and l.changed_at < n.at
        on conflict do nothing
        """,
        next.Column(NpgsqlDbType.Uuid, i => i.Id),
        next.Column(NpgsqlDbType.Bigint, i => i.Version),
        next.Column(NpgsqlDbType.TimestampTz, i => i.ChangedAt.UtcDateTime));

    private static RowWrite InsertPast(string schema, List<(Incident State, Incident Next)> past)
    {
        var parameters = IncidentRow.Parameters([.. past.Select(p => new IncidentRow(p.State))]);
        return new RowWrite(
            $"""
            insert into {schema}.incident_list_history ({Columns}, search, awaits, valid_to)
            select {PastColumns}, {ArticleTextTable.Search(schema, "n", "n.vector")}, {ArticleTextTable.Awaits(schema, "n")}, ends.at
            from ({IncidentRow.Unnest}) as n
                join unnest(${parameters.Length + 1}, ${parameters.Length + 2}, ${parameters.Length + 3}) as ends (id, version, at) on ends.id = n.id and ends.version = n.version
                left join {schema}.incident_list l on l.id = n.id
            where l.id is null or l.changed_at < ends.at
            on conflict do nothing
            """,
            [.. parameters, past.Column(NpgsqlDbType.Uuid, p => p.State.Id), past.Column(NpgsqlDbType.Bigint, p => p.State.Version), past.Column(NpgsqlDbType.TimestampTz, p => p.Next.ChangedAt.UtcDateTime)]);
    }

    private static RowWrite UpsertPresent(string schema, List<Incident> present) => new(
        $"""
        insert into {schema}.incident_list ({Columns}, search, awaits)
        select {NewColumns}, {ArticleTextTable.Search(schema, "n", "n.vector")}, {ArticleTextTable.Awaits(schema, "n")} from ({IncidentRow.Unnest}) as n
        on conflict (id) do update set {string.Join(", ", IncidentRow.Columns.Skip(1).Append("search").Append("awaits").Select(c => c == Since ? $"{c} = greatest(incident_list.{c}, excluded.{c})" : $"{c} = excluded.{c}"))}
        """,
        IncidentRow.Parameters([.. present.Select(i => new IncidentRow(i))]));

    private static IEnumerable<RowWrite> UpsertReports(string schema, List<Incident> present)
    {
        var reports = present.SelectMany(i => i.Reports.Select(r => (Incident: i.Id, Report: r))).ToList();
        yield return new RowWrite(
            // By pairs: a report that went from one of them to another is still in the list of reports.
            $"""
            delete from {schema}.incident_report r where r.incident_id = any($1)
                and not exists (select 1 from unnest($2, $3) as n (incident_id, report_id) where n.incident_id = r.incident_id and n.report_id = r.report_id)
            """,
            present.Column(NpgsqlDbType.Uuid, i => i.Id),
            reports.Column(NpgsqlDbType.Uuid, r => r.Incident),
            reports.Column(NpgsqlDbType.Uuid, r => r.Report.ReportId));
        yield return new RowWrite(
            $"""
            insert into {schema}.incident_report (report_id, incident_id, article_id, ordinal) select * from unnest($1, $2, $3, $4)
            on conflict do nothing
            """,
            reports.Column(NpgsqlDbType.Uuid, r => r.Report.ReportId),
            reports.Column(NpgsqlDbType.Uuid, r => r.Incident),
            reports.Column(NpgsqlDbType.Uuid, r => r.Report.ArticleId),
            reports.Column(NpgsqlDbType.Integer, r => r.Report.Ordinal));
    }

    /// <summary>States of one incident in order, none with an earlier time than those before it.</summary>
    private static List<Incident> Rising(List<Incident> states)
    {
        for (var n = 1; n < states.Count; n++)
            if (states[n].ChangedAt < states[n - 1].ChangedAt)
                states[n] = states[n] with { ChangedAt = states[n - 1].ChangedAt };
        return states;
    }

    /// <summary>Time as the database keeps it.</summary>
    private static long Micros(Incident state) => state.ChangedAt.UtcTicks / TimeSpan.TicksPerMicrosecond;

    private static class SnakeNames<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
    }
}

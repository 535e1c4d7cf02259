using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Linking;

namespace Platform.Projection.ReadModels;

/// <summary>
/// The tables linking reads, as a fold of the incidents' events: what a run of events leaves behind, in as few statements as
/// there are tables.
/// </summary>
public static class LinkTables
{
    /// <summary>The rows a run of events leaves.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="happenings">Events in log order, each with the state of its stream after it.</param>
    /// <param name="features">Features of reports linked before, by report id.</param>
    public static IEnumerable<RowWrite> Rows(string schema, IReadOnlyList<(object Event, Incident State)> happenings, Func<Guid, ReportFeatures?> features)
    {
        var fold = new LinkFold(features);
        foreach (var (happened, state) in happenings)
            fold.Apply(happened, state);
        return fold.Rows(schema);
    }

    /// <summary>Features of some linked reports.</summary>
    public static async Task<Dictionary<Guid, ReportFeatures>> FeaturesAsync(NpgsqlConnection connection, string schema, Guid[] reports, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, ReportFeatures>();
        if (reports.Length == 0)
            return found;
        await using var command = new NpgsqlCommand($"select report_id, features from {schema}.report_link where report_id = any($1)", connection) { Parameters = { new() { Value = reports } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0), JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), LinkingJson.Default.ReportFeatures)!);
        return found;
    }

    /// <summary>The possible duplicates of some incidents, by incident.</summary>
    public static async Task<ILookup<Guid, PossibleDuplicate>> PairsAsync(NpgsqlConnection connection, IEnumerable<Guid> incidents, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Of, PossibleDuplicate Pair)>();
        if (incidents.Distinct().ToArray() is { Length: > 0 } ids)
        {
            await using var command = new NpgsqlCommand(
                $"""
                select incident_id, other_id, score, reasons from {Schema.Name}.possible_duplicate where incident_id = any($1)
                union all select other_id, incident_id, score, reasons from {Schema.Name}.possible_duplicate where other_id = any($1)
                order by 1, 2
                """, connection) { Parameters = { new() { Value = ids } } };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                found.Add((reader.GetGuid(0), new PossibleDuplicate
                {
                    IncidentId = reader.GetGuid(1), Score = reader.GetDouble(2), Reasons = JsonSerializer.Deserialize(reader.GetString(3), ContractJson.Default.IReadOnlyListString)!,
                }));
        }
        return found.ToLookup(f => f.Of, f => f.Pair);
    }

    /// <summary>Deletes reports and their keys.</summary>
    internal static IEnumerable<RowWrite> Delete(string schema, Guid[] reports)
    {
        if (reports.Length == 0)
            yield break;
        NpgsqlParameter Ids() => new() { Value = reports, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
        yield return new RowWrite($"delete from {schema}.report_key where report_id = any($1)", Ids());
        yield return new RowWrite($"delete from {schema}.report_link where report_id = any($1)", Ids());
    }

    /// <summary>Writes reports with their features; the keys of any of them must be gone.</summary>
    internal static IEnumerable<RowWrite> Insert(string schema, IReadOnlyList<LinkRow> rows)
    {
        if (rows.Count == 0)
            yield break;
        yield return new RowWrite(
            $"""
            insert into {schema}.report_link (report_id, incident_id, article_id, ordinal, revision, extractor, features, gone, merged_from)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            rows.Column(NpgsqlDbType.Uuid, r => r.ReportId),
            rows.Column(NpgsqlDbType.Uuid, r => r.IncidentId),
            rows.Column(NpgsqlDbType.Uuid, r => r.ArticleId),
            rows.Column(NpgsqlDbType.Integer, r => r.Ordinal),
            rows.Column(NpgsqlDbType.Integer, r => r.Revision),
            rows.Column(NpgsqlDbType.Text, r => r.Extractor),
            rows.Column(NpgsqlDbType.Jsonb, r => JsonSerializer.Serialize(r.Features, LinkingJson.Default.ReportFeatures)),
            rows.Column(NpgsqlDbType.Boolean, r => r.IsGone),
            rows.Column(NpgsqlDbType.Uuid, r => r.MergedFrom));
        var keys = rows.SelectMany(r => BlockKeys.Written(r.Features).Distinct().Select(k => (Key: k, r.ReportId))).ToList();
        yield return new RowWrite(
            $"insert into {schema}.report_key (key, report_id) select * from unnest($1, $2)",
            keys.Column(NpgsqlDbType.Bigint, k => k.Key), keys.Column(NpgsqlDbType.Uuid, k => k.ReportId));
    }

    /// <summary>Puts reports into another incident.</summary>
    internal static IEnumerable<RowWrite> Move(string schema, IReadOnlyList<(Guid ReportId, Guid IncidentId)> moves)
    {
        if (moves.Count > 0)
            yield return new RowWrite(
                $"update {schema}.report_link l set incident_id = m.incident_id from unnest($1, $2) as m (report_id, incident_id) where l.report_id = m.report_id",
                moves.Column(NpgsqlDbType.Uuid, m => m.ReportId), moves.Column(NpgsqlDbType.Uuid, m => m.IncidentId));
    }

    /// <summary>Puts the reports that are gone from some incidents, with whatever else these had, into those that took them in.</summary>
    internal static IEnumerable<RowWrite> MoveGone(string schema, IReadOnlyList<(Guid From, Guid Into)> merges)
    {
        if (merges.Count > 0)
            yield return new RowWrite(
                $"update {schema}.report_link l set incident_id = m.into_id, merged_from = coalesce(l.merged_from, m.from_id) from unnest($1, $2) as m (from_id, into_id) where l.incident_id = m.from_id and l.gone",
                merges.Column(NpgsqlDbType.Uuid, m => m.From), merges.Column(NpgsqlDbType.Uuid, m => m.Into));
    }

    /// <summary>Gives reports that are gone back to an incident whose merge is taken back: its own, and those of what it had absorbed.</summary>
    internal static RowWrite GiveBack(string schema, IncidentSplit split) => new(
        $"update {schema}.report_link set incident_id = $1, merged_from = nullif(merged_from, $1) where gone and incident_id = $2 and merged_from = any($3)",
        new NpgsqlParameter { Value = split.Into, NpgsqlDbType = NpgsqlDbType.Uuid },
        new NpgsqlParameter { Value = split.IncidentId, NpgsqlDbType = NpgsqlDbType.Uuid },
        new NpgsqlParameter { Value = split.AbsorbedBefore.Prepend(split.Into).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });

    /// <summary>Remembers reports that are told no more, and to which incident they belong.</summary>
    internal static IEnumerable<RowWrite> Remember(string schema, IReadOnlyList<(Guid ReportId, Guid IncidentId, Guid? MergedFrom)> gone)
    {
        if (gone.Count > 0)
            yield return new RowWrite(
                $"update {schema}.report_link l set incident_id = g.incident_id, gone = true, merged_from = g.merged_from from unnest($1, $2, $3) as g (report_id, incident_id, merged_from) where l.report_id = g.report_id",
                gone.Column(NpgsqlDbType.Uuid, g => g.ReportId), gone.Column(NpgsqlDbType.Uuid, g => g.IncidentId), gone.Column(NpgsqlDbType.Uuid, g => g.MergedFrom));
    }

    /// <summary>Writes what persons said of incidents.</summary>
    internal static IEnumerable<RowWrite> Mark(string schema, IReadOnlyList<Incident> incidents)
    {
        if (incidents.Count == 0)
            yield break;
        var marks = incidents.Select(StandingIncident.Of).ToList();
        yield return new RowWrite(
            $"""
            insert into {schema}.incident_mark (id, status, fixed, kept_apart, absorbed)
            select id, status, fixed, kept_apart::uuid[], absorbed::uuid[] from unnest($1, $2, $3, $4, $5) as m (id, status, fixed, kept_apart, absorbed)
            on conflict (id) do update set status = excluded.status, fixed = excluded.fixed, kept_apart = excluded.kept_apart, absorbed = excluded.absorbed
            """,
            marks.Column(NpgsqlDbType.Uuid, m => m.Id),
            marks.Column(NpgsqlDbType.Text, m => IncidentTables.Snake(m.Status)),
            marks.Column(NpgsqlDbType.Boolean, m => m.Fixed),
            marks.Column(NpgsqlDbType.Text, m => AsArray(m.KeptApart)),
            marks.Column(NpgsqlDbType.Text, m => AsArray(m.Absorbed)));
    }

    /// <summary>As text: arrays of arrays must be rectangular.</summary>
    private static string AsArray(IEnumerable<Guid> ids) => $"{{{string.Join(',', ids.Order())}}}";

    /// <summary>Writes pairs that may be one event.</summary>
    internal static IEnumerable<RowWrite> Suspect(string schema, IReadOnlyList<Suspected> pairs)
    {
        if (pairs.Count > 0)
            yield return new RowWrite(
                $"""
                insert into {schema}.possible_duplicate (incident_id, other_id, score, reasons, found_at) select * from unnest($1, $2, $3, $4, $5)
                on conflict (incident_id, other_id) do update set score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at
                """,
                pairs.Column(NpgsqlDbType.Uuid, p => p.IncidentId),
                pairs.Column(NpgsqlDbType.Uuid, p => p.OtherId),
                pairs.Column(NpgsqlDbType.Double, p => p.Score),
                pairs.Column(NpgsqlDbType.Jsonb, p => JsonSerializer.Serialize(p.Reasons, ContractJson.Default.IReadOnlyListString)),
                pairs.Column(NpgsqlDbType.TimestampTz, p => p.FoundAt.UtcDateTime));
    }

    /// <summary>Deletes every pair of some incidents, and single pairs.</summary>
    internal static IEnumerable<RowWrite> Clear(string schema, Guid[] incidents, IReadOnlyList<(Guid IncidentId, Guid OtherId)> pairs)
    {
        if (incidents.Length > 0)
            yield return new RowWrite(
                $"delete from {schema}.possible_duplicate where incident_id = any($1) or other_id = any($1)",
                new NpgsqlParameter { Value = incidents, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        if (pairs.Count > 0)
            yield return new RowWrite(
                $"delete from {schema}.possible_duplicate d using unnest($1, $2) as p (incident_id, other_id) where d.incident_id = p.incident_id and d.other_id = p.other_id",
                pairs.Column(NpgsqlDbType.Uuid, p => p.IncidentId), pairs.Column(NpgsqlDbType.Uuid, p => p.OtherId));
    }
}

/// <summary>A row of <c>report_link</c>.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="IncidentId">Its incident.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="Ordinal">Its place in the article, from 0.</param>
/// <param name="Revision">Revision of the article that was read.</param>
/// <param name="Extractor">By whom it was read.</param>
/// <param name="Features">What linking looks at.</param>
/// <param name="IsGone">True when its article tells of it no more: no report of the incident, but a memory of what a person spoke of.</param>
/// <param name="MergedFrom">Of one that is gone: the incident it was of before that was merged.</param>
public sealed record LinkRow(
    Guid ReportId, Guid IncidentId, Guid ArticleId, int Ordinal, int Revision, string Extractor, ReportFeatures Features, bool IsGone = false, Guid? MergedFrom = null)
{
    /// <summary>True when a date can be found out for it from other articles.</summary>
    public bool IsUndated => !IsGone && Features is { Published: null, Relative: not null };
}

/// <summary>A row of <c>possible_duplicate</c>, the smaller id first.</summary>
/// <param name="IncidentId">One incident.</param>
/// <param name="OtherId">The other.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">What speaks for and against.</param>
/// <param name="FoundAt">When it was found, UTC.</param>
public sealed record Suspected(Guid IncidentId, Guid OtherId, double Score, IReadOnlyList<string> Reasons, DateTimeOffset FoundAt);

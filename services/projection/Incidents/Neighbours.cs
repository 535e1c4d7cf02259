using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.Projection.Dating;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>Loads the part of the linked reports that a batch can touch, in a round trip for each step away from the batch's reports.</summary>
internal static class Neighbours
{
    /// <summary>
    /// Reports looked at under one key. A key is under few reports by design; where a war or a flood of copies breaks that, the
    /// cost of a link stays bounded, and what is past the bound is found by other keys or not at all.
    /// </summary>
    private const int ReportsPerKey = 100;

    /// <summary>Steps from a report over those that would join it to what would join those.</summary>
    private const int MostSteps = 3;

    /// <summary>Undated articles that can date each other; those of a larger neighbourhood keep the dates they have.</summary>
    private const int MostUndated = 60;

    /// <summary>Undated articles looked at for one batch: a batch has some hundred articles, most of them near no other undated one.</summary>
    private const int MostUndatedOfBatch = 1_000;

    /// <summary>Reports of one incident: more than <see cref="LinkWorld"/> looks at, so that it knows of a settled one that it is.</summary>
    private const string ReportsPerIncident = "100";

    // Arrays, not joins: the planner takes the lists for much longer than they are, and would read the whole table, each time.
    private const string Sql = $"""
        with found as materialized (
            select report_id, incident_id from {Schema.Name}.report_link where report_id = any(array(
                select k.report_id from unnest($1::bigint[]) as a (key)
                cross join lateral (select report_id from {Schema.Name}.report_key r where r.key = a.key order by report_id limit $3) k))
            union select report_id, incident_id from {Schema.Name}.report_link where article_id = any($2)
        )
        select report_id, incident_id, article_id, ordinal, revision, extractor, gone, xmin from {Schema.Name}.report_link where report_id = any(array(
            select report_id from found
            union select k.report_id from (select distinct incident_id from found) i
            cross join lateral (select report_id from {Schema.Name}.report_link l where l.incident_id = i.incident_id order by report_id limit {ReportsPerIncident}) k))
        """;

    private const string FeaturesSql = $"select report_id, features from {Schema.Name}.report_link where report_id = any($1)";

    /// <summary>Whole incidents: those with a report of the articles, and those that must be arranged together with the batch's reports.</summary>
    /// <param name="connection">In the transaction that holds the writer lock.</param>
    /// <param name="asked">Features of the batch's reports.</param>
    /// <param name="articles">The articles of the batch.</param>
    /// <param name="known">Features that were read before; the caller's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<LinkWorld> LoadAsync(
        NpgsqlConnection connection, IEnumerable<ReportFeatures> asked, IEnumerable<Guid> articles, FeatureCache known, CancellationToken cancellationToken)
    {
        var world = new LinkWorld();
        await ExtendAsync(connection, world, asked.DistinctBy(f => f.ReportId).Select(f => new Member(f, null)), articles, known, cancellationToken);
        return world;
    }

    /// <summary>Adds what must be arranged together with some reports.</summary>
    /// <param name="connection">In the transaction that holds the writer lock.</param>
    /// <param name="world">What is there; it stays as it was moved on.</param>
    /// <param name="reports">The reports.</param>
    /// <param name="articles">Articles whose incidents are wanted too.</param>
    /// <param name="known">Features that were read before; the caller's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task ExtendAsync(
        NpgsqlConnection connection, LinkWorld world, IEnumerable<Member> reports, IEnumerable<Guid> articles, FeatureCache known, CancellationToken cancellationToken)
    {
        var frontier = reports.Select(m => m.Report).ToList();
        var followed = frontier.Select(r => r.ReportId).ToHashSet();
        var asked = new HashSet<long>();
        await LoadAsync(connection, world, [.. frontier.SelectMany(BlockKeys.Asked).Where(asked.Add)], [.. articles.Distinct()], known, cancellationToken);
        for (var step = 0; step < MostSteps && frontier.Count > 0; step++)
        {
            frontier = [.. frontier.SelectMany(report => world.Under(BlockKeys.Asked(report)).Where(r => !followed.Contains(r.ReportId) && world.Scores.WouldJoin(report, r.Features)))
                .SelectMany(r => world.OfIncident(r.IncidentId)).Where(r => followed.Add(r.ReportId)).Select(r => r.Features)];
            if (frontier.SelectMany(BlockKeys.Asked).Where(asked.Add).ToArray() is { Length: > 0 } keys)
                await LoadAsync(connection, world, keys, [], known, cancellationToken);
        }
        await LoadMarksAsync(connection, world, cancellationToken);
        world.Forget();
    }

    /// <summary>
    /// Adds, for every undated article in the world, the whole article and all that its reports share a key with, and so on over
    /// other undated articles: all that their dates can rest on.
    /// </summary>
    /// <returns>The undated articles of which all of that is there now; the neighbourhood of the others is larger than is looked through.</returns>
    public static async Task<IReadOnlySet<Guid>> CompleteUndatedAsync(NpgsqlConnection connection, LinkWorld world, FeatureCache known, CancellationToken cancellationToken)
    {
        var groups = new UndatedGroups(MostUndated);
        while (groups.Next(world) is { Count: > 0 } next)
        {
            if (groups.Count > MostUndatedOfBatch)
                break;
            await LoadAsync(connection, world, [], [.. next], known, cancellationToken);
            await LoadAsync(connection, world, [.. next.SelectMany(a => UndatedGroups.KeysOf(world, a)).Distinct()], [], known, cancellationToken);
            groups.Join(world, next);
        }
        await LoadMarksAsync(connection, world, cancellationToken);
        world.Forget();
        return groups.Complete;
    }

    private static async Task LoadAsync(NpgsqlConnection connection, LinkWorld world, long[] keys, Guid[] articles, FeatureCache known, CancellationToken cancellationToken)
    {
        var unread = new Dictionary<Guid, (uint WrittenBy, Func<ReportFeatures, LinkRow> Row)>();
        foreach (var (reportId, writtenBy, row) in await RowsAsync(connection, world, keys, articles, cancellationToken))
            if (known.Find(reportId, writtenBy) is { } features)
                world.Load(row(features));
            else
                unread.Add(reportId, (writtenBy, row));
        if (unread.Count == 0)
            return;
        await using var command = new NpgsqlCommand(FeaturesSql, connection) { Parameters = { new() { Value = unread.Keys.ToArray() } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // The writer lock is held, so each row still is as it was found.
            var reportId = reader.GetGuid(0);
            var (writtenBy, row) = unread[reportId];
            var features = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), LinkingJson.Default.ReportFeatures)!;
            known.Put(reportId, writtenBy, features);
            world.Load(row(features));
        }
    }

    /// <summary>What is found and not in the world yet, each with the transaction that wrote it; it still wants its features.</summary>
    private static async Task<List<(Guid ReportId, uint WrittenBy, Func<ReportFeatures, LinkRow> Row)>> RowsAsync(
        NpgsqlConnection connection, LinkWorld world, long[] keys, Guid[] articles, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = keys }, new() { Value = articles }, new() { Value = ReportsPerKey } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(Guid, uint, Func<ReportFeatures, LinkRow>)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var reportId = reader.GetGuid(0);
            if (world.HasSeen(reportId))
                continue;
            var (incidentId, articleId, ordinal, revision, extractor, isGone) = (reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetString(5), reader.GetBoolean(6));
            rows.Add((reportId, reader.GetFieldValue<uint>(7), features => new LinkRow(reportId, incidentId, articleId, ordinal, revision, extractor, features, isGone)));
        }
        return rows;
    }

    private static async Task LoadMarksAsync(NpgsqlConnection connection, LinkWorld world, CancellationToken cancellationToken)
    {
        var ids = world.Incidents.Where(id => !world.IsMarked(id)).ToArray();
        if (ids.Length == 0)
            return;
        await using var command = new NpgsqlCommand($"select id, status, fixed, kept_apart, absorbed from {Schema.Name}.incident_mark where id = any($1)", connection)
        {
            Parameters = { new() { Value = ids } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            world.Mark(new StandingIncident(reader.GetGuid(0), reader.GetBoolean(2), Statuses[reader.GetString(1)], reader.GetFieldValue<Guid[]>(3), reader.GetFieldValue<Guid[]>(4)));
    }

    private static readonly Dictionary<string, IncidentStatus> Statuses = Enum.GetValues<IncidentStatus>().ToDictionary(IncidentTables.Snake);
}

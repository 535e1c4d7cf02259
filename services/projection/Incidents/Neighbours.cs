using System.Text.Json;
using Npgsql;
using Platform.Contracts;
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
    private const int ReportsPerKey = 200;

    private const string Sql = $"""
        with found as (
            select k.report_id from unnest($1::bigint[]) as a (key)
            cross join lateral (select report_id from {Schema.Name}.report_key r where r.key = a.key order by report_id limit $3) k
        ), touched as (
            select distinct incident_id from {Schema.Name}.report_link
            where report_id in (select report_id from found) or article_id = any($2)
        )
        select l.report_id, l.incident_id, l.article_id, l.ordinal, l.revision, l.extractor, l.features from {Schema.Name}.report_link l join touched using (incident_id)
        """;

    /// <summary>Whole incidents: those with a report of the articles, and those that must be arranged together with the batch's reports.</summary>
    /// <param name="connection">In the transaction that holds the writer lock.</param>
    /// <param name="asked">Features of the batch's reports.</param>
    /// <param name="articles">The articles of the batch.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<LinkWorld> LoadAsync(
        NpgsqlConnection connection, IEnumerable<ReportFeatures> asked, IEnumerable<Guid> articles, CancellationToken cancellationToken)
    {
        var world = new LinkWorld();
        var search = new NeighbourSearch(asked.DistinctBy(f => f.ReportId).Select(f => new Member(f, null)));
        var ofArticles = articles.Distinct().ToArray();
        while (search.NextKeys() is var keys && (keys.Length > 0 || ofArticles.Length > 0))
        {
            search.Add(await LoadAsync(connection, world, keys, ofArticles, cancellationToken));
            ofArticles = [];
        }
        await LoadMarksAsync(connection, world, cancellationToken);
        return world;
    }

    private static async Task<List<Member>> LoadAsync(NpgsqlConnection connection, LinkWorld world, long[] keys, Guid[] articles, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = keys }, new() { Value = articles }, new() { Value = ReportsPerKey } },
        };
        var found = new List<Member>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new LinkRow(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetString(5),
                JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(6), LinkingJson.Default.ReportFeatures)!);
            world.Put(row);
            found.Add(new Member(row.Features, row.IncidentId));
        }
        return found;
    }

    private static async Task LoadMarksAsync(NpgsqlConnection connection, LinkWorld world, CancellationToken cancellationToken)
    {
        var ids = world.Incidents.ToArray();
        if (ids.Length == 0)
            return;
        await using var command = new NpgsqlCommand($"select id, status, fixed, kept_apart from {Schema.Name}.incident_mark where id = any($1)", connection)
        {
            Parameters = { new() { Value = ids } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            world.Mark(new StandingIncident(reader.GetGuid(0), reader.GetBoolean(2), Statuses[reader.GetString(1)], reader.GetFieldValue<Guid[]>(3)));
    }

    private static readonly Dictionary<string, IncidentStatus> Statuses = Enum.GetValues<IncidentStatus>().ToDictionary(IncidentTables.Snake);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /duplicates and /incidents/{id}/duplicates: pairs of incidents that may be one event, surest first.</summary>
internal static class GetDuplicates
{
    private const string Brief = "select d.data - 'reports' || jsonb_build_object('reports', '[]'::jsonb, 'outlets', coalesce(d.data->'outlets', '0'::jsonb)), jsonb_array_length(d.data->'reports')";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/duplicates", (HttpContext http, NpgsqlDataSource database, CancellationToken stop) => HandleAsync(null, http, database, stop))
            .WithName("listDuplicates")
            .WithSummary("Pairs of incidents that may be one event")
            .WithDescription("Surest first, for a person to decide: merge them, or keep them apart. Only pairs of which both are open or confirmed.")
            .Produces<DuplicatePage>().ProducesProblem(400).ProducesProblem(500).ProducesProblem(503)
            .DescribeDuplicates(ofOne: false);
        app.MapGet("/incidents/{id}/duplicates", (string id, HttpContext http, NpgsqlDataSource database, CancellationToken stop) => HandleAsync(id, http, database, stop))
            .WithName("getIncidentDuplicates")
            .WithSummary("Incidents that may be the same event as this one")
            .WithDescription("Surest first. This incident is always `incident`, the one it may be is `other`.")
            .Produces<DuplicatePage>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503)
            .DescribeDuplicates(ofOne: true);
    }

    private static async Task<IResult> HandleAsync(string? id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var incidentId = Guid.Empty;
        if (id is not null && !Guid.TryParse(id, out incidentId))
            return Problems.UnknownIncident(id);
        var (query, errors) = DuplicateQuery.Parse(http.Request.Query);
        if (query is null)
            return Problems.InvalidQuery(errors!);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            if (id is not null && !await IsKnownAsync(connection, incidentId, cancellationToken))
                return Problems.UnknownIncident(id);
            var pairs = await ReadAsync(connection, id is null ? null : incidentId, query, cancellationToken);
            var next = pairs.Count > query.Limit ? pairs[query.Limit - 1].Place.ToString() : null;
            return Results.Json(new DuplicatePage([.. pairs.Take(query.Limit).Select(p => p.Pair)], next), ApiJson.Default.DuplicatePage);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return Problems.StoreUnavailable(http);
        }
    }

    private static async Task<bool> IsKnownAsync(NpgsqlConnection connection, Guid incidentId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select 1 from {Schema.Name}.incident_list where id = $1", connection) { Parameters = { new() { Value = incidentId } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task<List<(DuplicateCursor Place, DuplicatePair Pair)>> ReadAsync(NpgsqlConnection connection, Guid? of, DuplicateQuery query, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        string Parameter(object value, NpgsqlDbType type)
        {
            command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return "$" + command.Parameters.Count;
        }
        var where = "a.status in ('open', 'confirmed') and b.status in ('open', 'confirmed')";
        if (of is { } one && Parameter(one, NpgsqlDbType.Uuid) is var id)
            where += $" and (p.incident_id = {id} or p.other_id = {id})";
        if (query.Countries is { } countries && Parameter(countries, NpgsqlDbType.Array | NpgsqlDbType.Text) is var country)
            where += $" and (a.country = any({country}) or b.country = any({country}))";
        if (query.Types is { } types && Parameter(types, NpgsqlDbType.Array | NpgsqlDbType.Text) is var type)
            where += $" and (a.event_type = any({type}) or b.event_type = any({type}))";
        if (query.MinScore is { } least)
            where += $" and p.score >= {Parameter(least, NpgsqlDbType.Double)}";
        if (query.After is { } after && Parameter(after.Score, NpgsqlDbType.Double) is var score)
            // The first condition is for the index, which the second cannot use.
            where += $" and p.score <= {score} and (p.score < {score} or (p.incident_id, p.other_id) > ({Parameter(after.IncidentId, NpgsqlDbType.Uuid)}, {Parameter(after.OtherId, NpgsqlDbType.Uuid)}))";
        command.CommandText = $"""
            select q.incident_id, q.other_id, q.score, q.reasons, q.found_at, one.*, two.* from (
                select p.* from {Schema.Name}.possible_duplicate p
                join {Schema.Name}.incident_list a on a.id = p.incident_id join {Schema.Name}.incident_list b on b.id = p.other_id
                where {where} order by p.score desc, p.incident_id, p.other_id limit {query.Limit + 1}) q
            cross join lateral ({Brief} from {Schema.Name}.mt_doc_incident d where d.id = q.incident_id) one
            cross join lateral ({Brief} from {Schema.Name}.mt_doc_incident d where d.id = q.other_id) two
            order by q.score desc, q.incident_id, q.other_id
            """;
        var pairs = new List<(DuplicateCursor, DuplicatePair)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (first, second) = (View(reader, 5), View(reader, 7));
            var swap = first.Id != of && of is not null;
            pairs.Add((new DuplicateCursor(reader.GetDouble(2), reader.GetGuid(0), reader.GetGuid(1)), new DuplicatePair(
                reader.GetDouble(2), JsonSerializer.Deserialize(reader.GetString(3), ApiJson.Default.IReadOnlyListString)!, reader.GetFieldValue<DateTimeOffset>(4),
                swap ? second : first, swap ? first : second)));
        }
        return pairs;
    }

    private static IncidentBrief View(NpgsqlDataReader row, int column) =>
        IncidentBrief.Of(JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(column), ContractJson.Default.Incident)!, row.GetInt32(column + 1));
}

/// <summary>A page of possible duplicates.</summary>
/// <param name="Items">The pairs.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record DuplicatePage(IReadOnlyList<DuplicatePair> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>Two incidents that may be one event.</summary>
/// <param name="Score">0 to 1: how surely the rules take them for one, below what merges by itself.</param>
/// <param name="Reasons">What speaks for and against, in words for a person.</param>
/// <param name="FoundAt">When it was found, UTC.</param>
/// <param name="Incident">One.</param>
/// <param name="Other">The other.</param>
public sealed record DuplicatePair(double Score, IReadOnlyList<string> Reasons, DateTimeOffset FoundAt, IncidentBrief Incident, IncidentBrief Other);

/// <summary>An incident without its reports.</summary>
/// <param name="Id">The incident's id.</param>
/// <param name="Version">Version of its stream, for commands; 1 or more.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="EventType">Kind of attack.</param>
/// <param name="Confidence">How surely it happened, 0 to 1.</param>
/// <param name="Outlets">Independent outlets that tell of it.</param>
/// <param name="Reports">How many reports tell of it.</param>
/// <param name="Title">Headline of the report that tells most of it.</param>
/// <param name="Date">When it happened.</param>
/// <param name="Place">Where it happened.</param>
/// <param name="Casualties">People killed, wounded, missing, kidnapped.</param>
public sealed record IncidentBrief(
    Guid Id, long Version, IncidentStatus Status, EventType EventType, double Confidence, int Outlets, int Reports,
    string? Title = null, EventDate? Date = null, Place? Place = null, Casualties? Casualties = null)
{
    /// <summary>The short view of an incident.</summary>
    internal static IncidentBrief Of(Incident i, int reports) =>
        new(i.Id, i.Version, i.Status, i.EventType, i.Confidence, i.Outlets, reports, i.Title, i.Date, i.Place, i.Casualties);
}

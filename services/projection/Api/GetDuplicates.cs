using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>GET /duplicates and /incidents/{id}/duplicates: pairs of incidents that may be one event, surest first.</summary>
internal static class GetDuplicates
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/duplicates", (HttpContext http, NpgsqlDataSource database, LogReader log) => HandleAsync(null, http, database, log))
            .WithName("listDuplicates")
            .WithSummary("Pairs of incidents that may be one event")
            .WithDescription("Surest first, for a person to decide: merge them, or keep them apart. Only pairs of which both are open or confirmed. With `asOf` the pairs as they stood then.")
            .Produces<DuplicatePage>().Produces(304).ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
            .DescribeDuplicates(ofOne: false);
        app.MapGet("/incidents/{id}/duplicates", (string id, HttpContext http, NpgsqlDataSource database, LogReader log) => HandleAsync(id, http, database, log))
            .WithName("getIncidentDuplicates")
            .WithSummary("Incidents that may be the same event as this one")
            .WithDescription("Surest first. This incident is always `incident`, the one it may be is `other`. With `asOf` the pairs as they stood at a time or in a version of this incident.")
            .Produces<DuplicatePage>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
            .DescribeDuplicates(ofOne: true);
    }

    private static async Task<IResult> HandleAsync(string? id, HttpContext http, NpgsqlDataSource database, LogReader log)
    {
        var incidentId = Guid.Empty;
        if (id is not null && !Guid.TryParse(id, out incidentId))
            return Problems.UnknownIncident(id);
        var (query, errors) = DuplicateQuery.Parse(http.Request.Query);
        if (query is null)
            return Problems.InvalidQuery(errors!);
        var stop = http.RequestAborted;
        return await database.ReadAsync(http, async connection =>
        {
            await ReadModelAnswers.LimitAsync(connection, stop);
            var asOf = query.AsOf;
            if (id is not null)
            {
                var (incident, problem) = await IncidentHistory.ReadAsync(connection, log, incidentId, asOf, stop);
                if (problem is not null)
                    return problem;
                // A version is meant as the moment it came about.
                if (asOf is { Time: null })
                    asOf = new AsOf(JsonSerializer.Deserialize(incident.Json, ContractJson.Default.Incident)!.ChangedAt, null);
            }
            var source = await IncidentSource.OpenAsync(connection, query with { AsOf = asOf }, stop);
            var found = await ReadAsync(connection, source, id is null ? null : incidentId, query, stop);
            var page = found.Take(query.Limit).ToList();
            var briefs = await BriefsAsync(connection, log, source, page, stop);
            var next = found.Count > query.Limit ? (page[^1].Place with { Moment = source.Moment ?? await LogClock.LastAsync(connection, stop) }).ToString() : null;
            var answer = new DuplicatePage([.. page.Select(p => Pair(p, briefs, incidentId))], next);
            // The moment that next carries is another one whenever anything changes.
            return ETags.Json(http, answer, ApiJson.Default.DuplicatePage, tagged: next is null ? null : answer with { Next = "more" });
        });
    }

    private static DuplicatePair Pair(FoundPair pair, Dictionary<Guid, IncidentBrief> briefs, Guid of)
    {
        var (one, other) = (briefs[pair.Place.IncidentId], briefs[pair.Place.OtherId]);
        return other.Id == of ? new(pair.Place.Score, pair.Reasons, pair.FoundAt, other, one) : new(pair.Place.Score, pair.Reasons, pair.FoundAt, one, other);
    }

    /// <summary>One more than asked for tells whether there is a next page.</summary>
    private static async Task<List<FoundPair>> ReadAsync(NpgsqlConnection connection, IncidentSource source, Guid? of, DuplicateQuery query, CancellationToken cancellationToken)
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
        var pairs = $"{Schema.Name}.possible_duplicate";
        if (source.Moment is { } moment && Parameter(moment.UtcDateTime, NpgsqlDbType.TimestampTz) is var at)
            pairs = $"""
                (select * from {pairs} where found_at <= {at}
                 union all select incident_id, other_id, score, reasons, found_at from {pairs}_history where found_at <= {at} and valid_to > {at})
                """;
        command.CommandText = $"""
            select p.incident_id, p.other_id, p.score, p.reasons, p.found_at, a.version, b.version from {pairs} p
            join {source.Rows(command.Parameters)} a on a.id = p.incident_id join {source.Rows(command.Parameters)} b on b.id = p.other_id
            where {where} order by p.score desc, p.incident_id, p.other_id limit {query.Limit + 1}
            """;
        var found = new List<FoundPair>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new FoundPair(new DuplicateCursor(reader.GetDouble(2), reader.GetGuid(0), reader.GetGuid(1)), JsonSerializer.Deserialize(reader.GetString(3), ApiJson.Default.IReadOnlyListString)!,
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(5), reader.GetInt64(6)));
        return found;
    }

    /// <summary>The incidents of a page in short, as they are or as they were.</summary>
    private static async Task<Dictionary<Guid, IncidentBrief>> BriefsAsync(NpgsqlConnection connection, LogReader log, IncidentSource source, List<FoundPair> page, CancellationToken cancellationToken)
    {
        List<(Guid Id, long Version)> wanted = [.. page.SelectMany(p => new[] { (p.Place.IncidentId, p.Version), (p.Place.OtherId, p.OtherVersion) }).Distinct()];
        IEnumerable<byte[]> states = source.IsPresent
            ? (await log.ReadSnapshotsAsync(connection, IncidentStream.StreamType, [.. wanted.Select(w => w.Id)], cancellationToken)).Values.Select(s => s.Json)
            : await IncidentSource.FoldAsync(connection, log, wanted, cancellationToken);
        return states.Select(json => IncidentBrief.Of(JsonSerializer.Deserialize(json, ContractJson.Default.Incident)!)).ToDictionary(b => b.Id);
    }

    private sealed record FoundPair(DuplicateCursor Place, IReadOnlyList<string> Reasons, DateTimeOffset FoundAt, long Version, long OtherVersion);
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
    internal static IncidentBrief Of(Incident i) =>
        new(i.Id, i.Version, i.Status, i.EventType, i.Confidence, i.Outlets, i.Reports.Count, i.Title, i.Date, i.Place, i.Casualties);
}

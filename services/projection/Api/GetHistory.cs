using System.Text.Json.Serialization;
using Npgsql;
using Platform.EventStore;
using Platform.Projection.Api.Commands;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>GET /incidents/{id}/history: every change of one incident, oldest first.</summary>
internal static class GetHistory
{
    public const int DefaultLimit = 100;
    public const int LargestLimit = 500;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents/{id}/history", Handle)
        .WithName("getIncidentHistory")
        .WithSummary("Every change of one incident, oldest first")
        .WithDescription("""
            What changed when, by whom or by which article, why, and which values became others. Merged and withdrawn incidents keep theirs.
            The ETag is the version of the incident; If-None-Match answers 304 while it has not changed.
            """)
        .Produces<HistoryPage>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503)
        .DescribeHistory();

    /// <summary>Reads the query string.</summary>
    public static (int After, int Limit, AsOf? AsOf, Dictionary<string, string[]> Errors) Parse(IQueryCollection given)
    {
        var query = new QueryReader(given);
        var (after, limit, asOf) = (query.Whole("after", 0, int.MaxValue) ?? 0, query.Whole("limit", 1, LargestLimit) ?? DefaultLimit, AsOf.Read(query));
        query.RefuseUnknown();
        return (after, limit, asOf, query.Errors);
    }

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, LogReader log, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        var (after, limit, asOf, errors) = Parse(http.Request.Query);
        if (errors.Count > 0)
            return Problems.InvalidQuery(errors);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var whole = (await log.ReadStreamsAsync(connection, [incidentId], cancellationToken)).Where(IncidentStream.IsOfIncident).ToList();
            if (whole.Count == 0)
                return Problems.UnknownIncident(id);
            var stream = whole.TakeWhile(e => asOf is null || (asOf.Sequence is { } version ? e.Version <= version : e.At <= asOf.Time)).ToList();
            if (stream.Count == 0 || stream.Count < asOf?.Sequence)
                return Problems.UnknownThen(id);
            if (ETags.IsKnown(http, CommandProblems.ETag(stream.Count)))
                return Results.StatusCode(304);
            var items = IncidentChangelog.Of(stream).Where(e => e.Version > after).Take(limit).ToList();
            return Results.Json(new HistoryPage(items, items.Count > 0 && items[^1].Version < stream.Count ? items[^1].Version : null), ApiJson.Default.HistoryPage);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return Problems.StoreUnavailable(http);
        }
    }
}

/// <summary>A page of an incident's history.</summary>
/// <param name="Items">The changes.</param>
/// <param name="Next">The <c>after</c> of the next page; null on the last one.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Next);

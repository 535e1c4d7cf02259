using System.Globalization;
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
    public static (long After, int Limit, long? Version, DateTimeOffset? Time, Dictionary<string, string[]> Errors) Parse(IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>();
        long Number(string name, long least, long most, long standard)
        {
            if (!query.TryGetValue(name, out var given))
                return standard;
            if (given.Count == 1 && long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            errors[name] = [$"must be a whole number from {least} to {most}, once"];
            return standard;
        }
        var (after, limit) = (Number("after", 0, long.MaxValue, 0), (int)Number("limit", 1, LargestLimit, DefaultLimit));
        var (version, time) = ((long?)null, (DateTimeOffset?)null);
        if (query.TryGetValue("asOf", out var asOf))
        {
            if (asOf.Count == 1 && long.TryParse(asOf[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                version = number;
            else if (asOf.Count == 1 && DateTimeOffset.TryParse(asOf[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                time = moment;
            else
                errors["asOf"] = ["must be a time such as 2031-03-01T12:00:00Z, or a version of the incident, once"];
        }
        foreach (var unknown in query.Keys.Except(["after", "limit", "asOf"], StringComparer.OrdinalIgnoreCase))
            errors[unknown] = ["is not known here; known are after, limit, asOf"];
        return (after, limit, version, time, errors);
    }

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, LogReader log, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        var (after, limit, version, time, errors) = Parse(http.Request.Query);
        if (errors.Count > 0)
            return Problems.InvalidQuery(errors);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var stream = (await log.ReadStreamsAsync(connection, [incidentId], cancellationToken))
                .Where(IncidentStream.IsOfIncident).TakeWhile(e => (version is null || e.Version <= version) && (time is null || e.At <= time)).ToList();
            if (stream.Count == 0 || stream.Count < version)
                return Problems.UnknownIncident(id);
            var etag = CommandProblems.ETag(stream.Count);
            http.Response.Headers.ETag = etag;
            if (http.Request.Headers.IfNoneMatch.Contains(etag))
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

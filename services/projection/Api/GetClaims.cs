using System.Globalization;
using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>GET /incidents/{id}/claims: value by value who says what, now or at an earlier time.</summary>
internal static class GetClaims
{
    private static readonly LogReader Ingest = new(Schema.Ingest);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents/{id}/claims", Handle)
        .WithName("getIncidentClaims")
        .WithSummary("Who says what of one incident, value by value")
        .WithDescription("""
            Of each field all that is said: every correction, then every report's value with its article, outlet, time, words and the place of the words in the article's text.
            The stances are kept apart: who claims an attack and who is accused of it are two claims. `best` marks what the incident has.
            The ETag is the version of the incident's stream; with `asOf` the claims as they were at a time or in a version.
            """)
        .Produces<IncidentClaims>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeClaims();

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, LogReader log)
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        var query = new QueryReader(http.Request.Query);
        var asOf = AsOf.Read(query);
        query.RefuseUnknown();
        if (query.Errors.Count > 0)
            return Problems.InvalidQuery(query.Errors);
        return await database.ReadAsync(http, async connection =>
        {
            var (found, problem) = await IncidentHistory.ReadAsync(connection, log, incidentId, asOf, http.RequestAborted);
            if (problem is not null)
                return problem;
            if (ETags.IsKnown(http, string.Create(CultureInfo.InvariantCulture, $"\"{found.Version}\"")))
                return Results.StatusCode(304);
            var incident = JsonSerializer.Deserialize(found.Json, ContractJson.Default.Incident)!;
            var texts = await TextsAsync(connection, incident, http.RequestAborted);
            return Results.Json(IncidentClaims.Of(incident, texts), ApiJson.Default.IncidentClaims);
        });
    }

    /// <summary>The texts its reports were read from, by article and revision.</summary>
    private static async Task<Dictionary<(Guid, int), string>> TextsAsync(NpgsqlConnection connection, Incident incident, CancellationToken cancellationToken)
    {
        try
        {
            var events = await Ingest.ReadStreamsAsync(connection, [.. incident.Reports.Select(r => r.ArticleId).Distinct()], cancellationToken);
            return ArticleFollower.Read(events).GroupBy(a => (a.Article.ArticleId, a.Article.Revision)).ToDictionary(g => g.Key, g => g.Last().Article.Text);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return []; // ingest has never run on this database
        }
    }
}

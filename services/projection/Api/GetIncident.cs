using System.Globalization;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /incidents/{id}: one incident with its reports, withdrawn ones too, as it is or as it was.</summary>
internal static class GetIncident
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents/{id}", Handle)
        .WithName("getIncident")
        .WithSummary("One incident with all its reports")
        .WithDescription("""
            The ETag is the version of the incident's stream; If-None-Match answers 304 while it has not changed.
            With `asOf` the incident as it was at a time or in a version, made from its events.
            """)
        .Produces<Incident>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeIncident();

    public static (FieldSelection? Fields, AsOf? AsOf, Dictionary<string, string[]> Errors) Parse(IQueryCollection given)
    {
        var query = new QueryReader(given);
        var (fields, asOf) = (FieldSelection.Read(query), AsOf.Read(query));
        query.RefuseUnknown();
        return (fields, asOf, query.Errors);
    }

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, LogReader log)
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        var (fields, asOf, errors) = Parse(http.Request.Query);
        if (errors.Count > 0)
            return Problems.InvalidQuery(errors);
        return await database.ReadAsync(http, async connection =>
        {
            var (incident, problem) = await IncidentHistory.ReadAsync(connection, log, incidentId, asOf, http.RequestAborted);
            if (problem is not null)
                return problem;
            return ETags.IsKnown(http, string.Create(CultureInfo.InvariantCulture, $"\"{incident.Version}\""))
                ? Results.StatusCode(304)
                : new RawJson(writer => RawJson.WriteIncident(writer, incident.Json, fields));
        });
    }
}

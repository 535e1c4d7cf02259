using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>GET /incidents/{id}: one incident with its reports, withdrawn ones too.</summary>
internal static class GetIncident
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents/{id}", Handle)
        .WithName("getIncident")
        .WithSummary("One incident with all its reports")
        .WithDescription("The ETag is the version of the incident's stream; If-None-Match answers 304 while it has not changed.")
        .Produces<Incident>().Produces(304).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503)
        .DescribeIncident();

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, LogReader log, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var found = await log.ReadSnapshotsAsync(connection, IncidentStream.StreamType, [incidentId], cancellationToken);
            if (!found.TryGetValue(incidentId, out var incident))
                return Problems.UnknownIncident(id);
            var etag = $"\"{incident.Version}\"";
            http.Response.Headers.ETag = etag;
            return http.Request.Headers.IfNoneMatch.Contains(etag)
                ? Results.StatusCode(304)
                : new RawJson(writer => writer.WriteRawValue(incident.Json, skipInputValidation: true));
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            http.Response.Headers.RetryAfter = "2";
            return Problems.StoreUnavailable();
        }
    }
}

using System.Text.Json.Serialization;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /incidents: open and confirmed incidents, newest first, a page at a time.</summary>
internal static class GetIncidents
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents", Handle)
        .WithName("listIncidents")
        .WithSummary("Incidents, newest first")
        .WithDescription("""
            Open and confirmed incidents by the day they happened, newest first (one without a date stands where it became known).
            Filters are joined by "and", the values of one filter by "or". An unknown parameter is refused, so that a filter with
            a typing error does not pass for none. All pages are of the moment of the first one, whatever is written meanwhile, and hold each incident once:
            `next` carries that moment. What has come since is told by the first page, asked for again; with `asOf` all pages are of the moment given.
            """)
        .Produces<IncidentPage>().Produces(304)
        .ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeIncidents();

    private static async Task<IResult> Handle(HttpRequest request, NpgsqlDataSource database, LogReader log)
    {
        var (query, errors) = IncidentQuery.Parse(request.Query);
        if (query is null)
            return Problems.InvalidQuery(errors!);
        var stop = request.HttpContext.RequestAborted;
        return await database.ReadAsync(request.HttpContext, async connection =>
        {
            await ReadModelAnswers.LimitAsync(connection, stop);
            var pages = new IncidentPages(connection, log, await IncidentSource.OpenAsync(connection, query, stop), query);
            // One more than asked for tells whether there is a next page.
            var found = await pages.ReadAsync(query.After, query.Limit + 1, stop);
            if (found.Count == 0 && await ReadModelAnswers.RefuseEmptyWordsAsync(connection, query.Filter.Words, stop) is { } refusal)
                return refusal;
            var next = found.Count > query.Limit ? await pages.BehindAsync(found[query.Limit - 1], stop) : null;
            return Answer(request.HttpContext, query, [.. found.Take(query.Limit)], next?.For(query.Question));
        });
    }

    private static IResult Answer(HttpContext http, IncidentQuery query, IReadOnlyList<FoundIncident> page, string? next)
    {
        // The moment in next is no part of it: a page on which nothing changed has not, whatever has elsewhere.
        if (ETags.IsKnown(http, ETags.Of(page.Select(i => $"{i.Id}/{i.Version}").Append(next is null ? "" : "more")), isWeak: next is not null))
            return Results.StatusCode(304);
        return new RawJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            foreach (var incident in page)
                RawJson.WriteIncident(writer, incident.Json, query.Fields);
            writer.WriteEndArray();
            writer.WriteString("next", next);
            writer.WriteEndObject();
        });
    }
}

/// <summary>A page of incidents.</summary>
/// <param name="Items">The incidents.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record IncidentPage(IReadOnlyList<Incident> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

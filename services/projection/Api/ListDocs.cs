using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of the list of incidents, its counts and its exports.</summary>
internal static class ListDocs
{
    private const string Several = "several by comma or repetition.";
    private const string Repeated = "several by repetition. Capitals and accents do not matter.";
    private const ParameterLocation InQuery = ParameterLocation.Query;

    public static RouteHandlerBuilder DescribeIncidents(this RouteHandlerBuilder endpoint) => endpoint.WithTags("incidents").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        await FilterDocs.DescribeAsync(operation, context, stop);
        DescribeSort(operation, IncidentSort.Newest);
        DescribePage(operation);
        DescribeFields(operation);
        operation.Parameter(ParameterLocation.Header, "If-None-Match", "The ETag of an earlier answer.", ReadApiDocs.Text(), "\"5d41402abc4b2a76b9719d91\"");
        operation.Answer(200, "A page.").Header("ETag", "Changes when any incident of the page does.", "\"5d41402abc4b2a76b9719d91\"")
            .Example("page", new JsonObject { ["items"] = new JsonArray(GoldenBodies.Incident), ["next"] = Next() })
            .Example("end", new JsonObject { ["items"] = new JsonArray(), ["next"] = null });
        operation.Answer(304, "The page is still that of If-None-Match.").Header("ETag", "As given.", "\"5d41402abc4b2a76b9719d91\"");
        var (_, errors) = IncidentQuery.Parse(ReadApiDocs.Query(("limit", "1000"), ("from", "March")));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors!), Problems.QueryTooLarge());
    });

    public static RouteHandlerBuilder DescribeFacets(this RouteHandlerBuilder endpoint) => endpoint.WithTags("incidents").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        await FilterDocs.DescribeAsync(operation, context, stop);
        operation.Parameter(InQuery, "top", "Most values of a facet; years and months are told all.", Whole(1, GetFacets.LargestTop, GetFacets.DefaultTop));
        static Facet One(string value) => new([new FacetValue(value, 3)], 1, 0);
        DescribeETag(operation, "The counts are still those of If-None-Match.");
        operation.Answer(200, "The counts.").Header("ETag", "Changes when any count does.", ETagExample).Example("facets", JsonSerializer.SerializeToNode(new Facets(3, One("rocket_attack"), One("IQ"), One("open"),
            new Facet([new FacetValue("Saraya al-Waad", 2)], 1, 1), One("rocket"), One("Example Wire"), One("2031"), One("2031-03")), ApiJson.Default.Facets)!);
        var (_, _, errors) = GetFacets.Parse(ReadApiDocs.Query(("top", "0")));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), Problems.QueryTooLarge());
    });

    public static RouteHandlerBuilder DescribeStats(this RouteHandlerBuilder endpoint) => endpoint.WithTags("incidents").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        operation.Parameter(InQuery, "by", $"What to count by, up to {GetStats.MostDimensions}; {Several} Required.",
            List(new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. GetStats.Names.Select(n => (JsonNode)n)] }), new JsonArray("month", "country"));
        await FilterDocs.DescribeAsync(operation, context, stop);
        DescribeETag(operation, "The sums are still those of If-None-Match.");
        operation.Answer(200, "The sums.").Header("ETag", "Changes when any sum does.", ETagExample).Example("stats", JsonSerializer.SerializeToNode(
            new Stats(["month", "country"], [new StatsGroup(new Dictionary<string, string> { ["month"] = "2031-03", ["country"] = "IQ" }, 3, new PeopleSum(4, 5, 2), new PeopleSum(7, 7, 3)), new StatsGroup(new Dictionary<string, string> { ["country"] = "IQ" }, 1, new PeopleSum(0, 0, 0), new PeopleSum(0, 0, 0))]), ApiJson.Default.Stats)!);
        var (_, _, errors) = GetStats.Parse(ReadApiDocs.Query(("by", "colour")));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), Problems.TooManyGroups(GetStats.MostGroups), Problems.QueryTooLarge());
    });

    public static RouteHandlerBuilder DescribeExport(this RouteHandlerBuilder endpoint, ExportFormat format) => endpoint.WithTags("exports").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        await FilterDocs.DescribeAsync(operation, context, stop);
        DescribeSort(operation, IncidentSort.Newest);
        if (GetExports.HasFields(format))
            DescribeFields(operation);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        format.Begin(buffer);
        format.Write(buffer, JsonSerializer.SerializeToUtf8Bytes(GoldenBodies.Incident), null, true);
        format.End(buffer);
        operation.Answer(200, "The whole, as a stream.").Example(format.Name, System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
        var (_, errors) = IncidentQuery.Parse(ReadApiDocs.Query(("limit", "10")), IncidentSort.Newest, paged: false, fields: true);
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors!), Problems.QueryTooLarge(), Problems.TooManyExports(ExportOptions.DefaultAtOnce));
    });

    public static RouteHandlerBuilder DescribeFeed(this RouteHandlerBuilder endpoint) => endpoint.WithTags("exports").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        await FilterDocs.DescribeAsync(operation, context, stop);
        DescribeSort(operation, IncidentSort.LastChanged);
        DescribePage(operation);
        var incident = JsonSerializer.SerializeToUtf8Bytes(GoldenBodies.Incident);
        operation.Answer(200, "A page of the feed.").Header("ETag", "Changes when any incident of the page does.", "\"5d41402abc4b2a76b9719d91\"")
            .Example("feed", GetFeed.Write(new QueryCollection(), [new FoundIncident("", Guid.Empty, 1, incident)], null));
        operation.Answer(304, "The page is still that of If-None-Match.").Header("ETag", "As given.", "\"5d41402abc4b2a76b9719d91\"");
        var (_, errors) = IncidentQuery.Parse(ReadApiDocs.Query(("cursor", "x")), IncidentSort.LastChanged, paged: true, fields: false);
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors!), Problems.QueryTooLarge());
    });

    /// <summary>The parameters of <see cref="IncidentFilter.ReadState"/>; all states when none is given.</summary>
    public static Task DescribeStateFilterAsync(OpenApiOperation operation, Microsoft.AspNetCore.OpenApi.OpenApiOperationTransformerContext context, CancellationToken stop) =>
        FilterDocs.DescribeAsync(operation, context, stop, ofState: true);

    /// <summary>An ETag.</summary>
    public const string ETagExample = "\"5d41402abc4b2a76b9719d91\"";

    /// <summary>The header <c>If-None-Match</c> and what is answered to it.</summary>
    public static void DescribeETag(OpenApiOperation operation, string unchanged)
    {
        operation.Parameter(ParameterLocation.Header, "If-None-Match", "The ETag of an earlier answer.", ReadApiDocs.Text(), ETagExample);
        operation.Answer(304, unchanged).Header("ETag", "As given.", ETagExample);
    }

    /// <summary>The parameter <c>fields</c>.</summary>
    public static void DescribeFields(OpenApiOperation operation) => operation.Parameter(InQuery, "fields",
        $"Only these properties, names with dots for those within; {Several} All when absent.", List(ReadApiDocs.Text()), new JsonArray("id", "date.start", "reports.title"));

    private static void DescribeSort(OpenApiOperation operation, IncidentSort otherwise) => operation.Parameter(InQuery, "sort",
        "The order; with a minus sign the greatest first. `date` is the first day it can have been, `reported` the latest report, `killed` and `wounded` the lower bounds of the best figures.",
        new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. IncidentSort.Names.Select(n => (JsonNode)n)], Default = otherwise.ToString() });

    private static void DescribePage(OpenApiOperation operation)
    {
        operation.Parameter(InQuery, "limit", "Most incidents of the page.", Whole(1, IncidentQuery.LargestLimit, IncidentQuery.DefaultLimit));
        operation.Parameter(InQuery, "cursor", "The `next` of the page before, as it was given; with the other parameters of that page.", ReadApiDocs.Text(), Next());
    }

    /// <summary>The schema of a whole number.</summary>
    internal static OpenApiSchema Whole(int least, int? most = null, int? otherwise = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most?.ToString(CultureInfo.InvariantCulture),
        Default = otherwise,
    };

    /// <summary>The schema of a list.</summary>
    internal static OpenApiSchema List(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static string Next() => new Cursor(GoldenBodies.Incident["date"]!["start"]!.GetValue<string>(), GoldenBodies.Incident["id"]!.Deserialize<Guid>())
        .For(Cursor.QuestionOf(new QueryCollection()));

    /// <summary>The parameters of <see cref="IncidentFilter"/>, in the order they are read; of a single state without those that look something up.</summary>
    private static class FilterDocs
    {
        public static async Task DescribeAsync(OpenApiOperation operation, Microsoft.AspNetCore.OpenApi.OpenApiOperationTransformerContext context, CancellationToken stop, bool ofState = false)
        {
            async Task<OpenApiSchema> Values<T>() => List(await context.ComponentAsync(typeof(T), stop));
            var country = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z]{2}$" };
            operation.Parameter(InQuery, "type", $"Only these kinds of attack; {Several}", await Values<EventType>(), new JsonArray("rocket_attack", "drone_attack"));
            operation.Parameter(InQuery, "acled", $"Only these event types or sub-event types of ACLED; {Several}",
                List(new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. AcledTypes.Names.Select(n => (JsonNode)n)] }), new JsonArray("Explosions/Remote violence"));
            operation.Parameter(InQuery, "country", $"Only in these countries, ISO 3166-1 alpha-2; {Several}", List(country), new JsonArray("IQ", "SY"));
            operation.Parameter(InQuery, "admin1", $"Only in these first-level divisions; {Repeated}", List(ReadApiDocs.Text()), new JsonArray("Salah ad-Din"));
            operation.Parameter(InQuery, "bbox", "Only within this box: minLon,minLat,maxLon,maxLat in degrees; it crosses the date line when minLon is above maxLon.", ReadApiDocs.Text(), "42.5,33,45,35.5");
            operation.Parameter(InQuery, "near", "Only around this point: lat,lon in degrees; with `radiusKm`.", ReadApiDocs.Text(), "33.94,44.36");
            operation.Parameter(InQuery, "radiusKm", "How far around `near`, kilometres.", new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = $"{IncidentFilter.EarthKm}" }, 50);
            operation.Parameter(InQuery, "from", "First day, inclusive. An incident whose dates overlap the range is in; one without a date is not.", ReadApiDocs.Text("date"), "2031-03-01");
            operation.Parameter(InQuery, "to", "Last day, inclusive; not before `from`.", ReadApiDocs.Text("date"), "2031-03-31");
            foreach (var figure in new[] { "killed", "wounded" })
            {
                operation.Parameter(InQuery, figure + "Min", $"Only with at least so many {figure}, by the lower bound of the best figure; without a figure it is out.", Whole(0));
                operation.Parameter(InQuery, figure + "Max", $"Only with at most so many {figure}, by the upper bound of the best figure (the lower one when there is none); without a figure it is out.", Whole(0));
            }
            operation.Parameter(InQuery, "perpetrator", $"Only those of which one of these is named as perpetrator; {Repeated}", List(ReadApiDocs.Text()), new JsonArray("Saraya al-Waad"));
            operation.Parameter(InQuery, "stance", $"Only with this stance to a perpetrator, to the one of `perpetrator` when that is given; {Several}", await Values<Stance>(), new JsonArray("claimed"));
            operation.Parameter(InQuery, "weapon", $"Only with one of these kinds of weapon; {Several}", await Values<WeaponType>(), new JsonArray("rocket"));
            operation.Parameter(InQuery, "outlet", $"Only those that one of these outlets tells of; {Repeated}", List(ReadApiDocs.Text()), new JsonArray("Example Wire"));
            operation.Parameter(InQuery, "confidenceMin", "Only with at least this confidence.", new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" }, 0.8);
            operation.Parameter(InQuery, "status", $"Only in these states; {Several} {(ofState ? "All" : "Open and confirmed")} when absent.", await Values<IncidentStatus>(), new JsonArray("open", "confirmed"));
            if (!ofState)
                operation.Parameter(InQuery, "changedSince", "Only what changed at this time or later: with its offset, or a date for its first moment, UTC.", ReadApiDocs.Text("date-time"), "2031-03-02T06:00:00Z");
            operation.Parameter(InQuery, "article", $"Only those that one of these articles tells of; {Several}", List(ReadApiDocs.Text("uuid")));
            if (ofState)
                return;
            operation.Parameter(InQuery, "q", """
                Words to find in headlines, names, evidence and the texts of the articles written to report it: all of them, in any form (`rockets` finds `rocket`);
                "a phrase" in quotes, `or` between words, a minus sign before what must not occur.
                """, ReadApiDocs.Text(), "katyusha \"air base\" -drone");
            operation.Parameter(InQuery, "asOf", "The list as it was then: a time, or a place in the log.", ReadApiDocs.Text(), "2031-03-02T06:00:00Z");
        }
    }
}

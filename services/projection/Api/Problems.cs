using System.Diagnostics;

namespace Platform.Projection.Api;

/// <summary>Every problem the read API answers with. The types are a contract: never changed or reused.</summary>
internal static class Problems
{
    private const string Prefix = "urn:incident-platform:problem:";

    public static IResult UnknownArticle(string id) => Make(404, "unknown-article", "No such article",
        $"No article '{Cut(id)}' is known here. Ids are the UUIDs that POST /articles answers; one accepted a moment ago can take a second to show up.");

    public static IResult UnknownIncident(string id) => Make(404, "unknown-incident", "No such incident",
        $"No incident '{Cut(id)}' is known. Ids are the UUIDs of GET /incidents.");

    public static IResult UnknownExtraction(string id) => Make(404, "unknown-extraction", "No such request to read articles again",
        $"No request '{Cut(id)}' is known. Ids are the UUIDs that POST /extractions of the ingest API answers; GET /extractions there lists all of them.");

    public static IResult UnknownTrace(string id) => Make(404, "unknown-trace", "No such trace",
        $"No span of a trace '{Cut(id)}' is kept. Trace ids are 32 hexadecimal digits; spans arrive a second or two after they happened and are kept for some days.");

    public static IResult InvalidQuery(Dictionary<string, string[]> errors) => Make(400, "invalid-query", "The query is not valid",
        "Correct the parameters named in errors.", errors);

    public static IResult UnknownThen(string id) => Make(404, "unknown-then", "Not known then",
        $"Nothing was known of '{Cut(id)}' at the time of asOf.");

    public static IResult QueryTooLarge() => Make(422, "query-too-large", "The question takes too long",
        "Narrow it: a shorter range of days, a country or a type.");

    public static IResult TooManyGroups(int most) => Make(422, "too-many-groups", "Too many groups",
        $"There would be more than {most} groups. Narrow the filter, or ask by something coarser.");

    public static IResult TooManyExports(int most) => Make(503, "too-many-exports", "Too many exports",
        $"{most} exports are read at the moment, and no more can be. Ask again in some seconds, or read GET /incidents page by page.");

    public static IResult StoreUnavailable() => Make(503, "store-unavailable", "The store does not answer", "Ask again in a few seconds.");

    /// <summary>The same as the answer to a request, with <c>Retry-After</c>.</summary>
    public static IResult StoreUnavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return StoreUnavailable();
    }

    /// <summary>A problem of any kind.</summary>
    internal static IResult Make(int status, string name, string title, string detail, Dictionary<string, string[]>? errors = null, Dictionary<string, object?>? more = null)
    {
        more ??= [];
        more["traceId"] = Activity.Current?.TraceId.ToHexString();
        if (errors is not null)
            more["errors"] = errors;
        return Results.Problem(detail, statusCode: status, title: title, type: Prefix + name, extensions: more);
    }

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}

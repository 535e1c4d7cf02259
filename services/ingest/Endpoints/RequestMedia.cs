using Microsoft.Net.Http.Headers;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>What a body says it is.</summary>
/// <param name="Type">Media type without parameters, lower case.</param>
/// <param name="Charset">The charset parameter, or null.</param>
public sealed record RequestMedia(string Type, string? Charset)
{
    /// <summary>Accepted by <c>POST /articles</c>.</summary>
    public static readonly string[] OfArticles =
    [
        "application/json", "text/plain", "text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml", "application/xml", "text/xml",
    ];

    /// <summary>Accepted by <c>POST /articles/batch</c>.</summary>
    public static readonly string[] OfBatches = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

    /// <summary>Reads Content-Type.</summary>
    /// <exception cref="ProblemException">415 with <c>Accept-Post</c>, when it is absent, malformed or not accepted.</exception>
    public static RequestMedia Read(HttpContext http, string[] accepted)
    {
        var header = http.Request.ContentType;
        if (!MediaTypeHeaderValue.TryParse(header, out var parsed) || parsed.MediaType.Value is not { } type || !accepted.Contains(type.ToLowerInvariant()))
        {
            http.Response.Headers["Accept-Post"] = string.Join(", ", accepted);
            var given = string.IsNullOrEmpty(header) ? "(none)" : $"'{Characters.Printable(header, 100)}'";
            throw new ProblemException(Problems.UnsupportedMediaType(given, accepted, Hint(parsed?.MediaType.Value?.ToLowerInvariant(), accepted)));
        }
        type = type.ToLowerInvariant();
        var charset = HeaderUtilities.RemoveQuotes(parsed.Charset).Value is { Length: > 0 } name ? name : null;
        // JSON is UTF-8 and nothing else (RFC 8259, 8.1).
        if (charset is not null && type.Contains("json", StringComparison.Ordinal) && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(Problems.UnsupportedCharset(charset, ["utf-8"]));
        return new RequestMedia(type, charset);
    }

    private static string? Hint(string? given, string[] accepted) =>
        accepted == OfArticles && OfBatches.Contains(given) ? "Many articles as NDJSON go to POST /articles/batch."
        : accepted == OfBatches && OfArticles.Contains(given) ? "One article or a feed goes to POST /articles."
        : null;
}

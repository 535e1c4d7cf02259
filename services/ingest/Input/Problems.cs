using System.Globalization;

namespace Platform.Ingest.Input;

/// <summary>Every problem the HTTP edge answers with. The names are a contract: they are never changed or reused.</summary>
public static class Problems
{
    private const string Prefix = "urn:incident-platform:problem:";

    /// <summary>The whole <c>type</c> of a problem name.</summary>
    public static string TypeOf(string name) => Prefix + name;

    /// <summary>422: fields of the article are wrong.</summary>
    public static Problem InvalidArticle(FieldErrors errors) => Make("invalid-article", 422, "The article cannot be accepted",
        "Correct the fields named in errors and send the article again.") with { Errors = errors.ToDictionary() };

    /// <summary>422: no item of the feed can be accepted.</summary>
    public static Problem NoUsableItem(string detail) => Make("no-usable-item", 422, "The feed holds no article that can be accepted", detail);

    /// <summary>422: well-formed XML, but neither RSS 2.0 nor Atom.</summary>
    public static Problem NotAFeed(string root) => Make("not-a-feed", 422, "The XML is not a feed",
        $"The root element is <{Cut(root)}>; <rss> with a <channel>, or an Atom <feed>, is expected. Send a web page as text/html or application/xhtml+xml.");

    /// <summary>422: fields of a request to read articles again are wrong.</summary>
    public static Problem InvalidExtractionRequest(FieldErrors errors) => Make("invalid-extraction-request", 422, "The request to read articles again cannot be accepted",
        "Correct the fields named in errors and send the request again.") with { Errors = errors.ToDictionary() };

    /// <summary>404: no such request to read articles again.</summary>
    public static Problem UnknownExtraction(string id) => Make("unknown-extraction", 404, "No such request to read articles again",
        $"No request '{Cut(id)}' is known. GET /extractions lists all of them.");

    /// <summary>400: parameters of the query are wrong.</summary>
    public static Problem InvalidQuery(FieldErrors errors) => Make("invalid-query", 400, "The query is not valid",
        "Correct the parameters named in errors.") with { Errors = errors.ToDictionary() };

    /// <summary>400: not JSON. Line and position count from 1, the position in bytes.</summary>
    public static Problem MalformedJson(string why, long line, long position) => Make("malformed-json", 400, "The body is not valid JSON",
        $"Line {N(line)}, byte {N(position)}: {why} Send one JSON object as RFC 8259 has it.");

    /// <summary>400: not well-formed XML, or XML with a DTD.</summary>
    public static Problem MalformedXml(string why) => Make("malformed-xml", 400, "The body is not valid XML", why);

    /// <summary>400: bytes that are not the text they are said to be.</summary>
    public static Problem NotInCharset(string charset, long? offset) => Make("bad-encoding", 400, $"The body is not valid {charset}",
        $"{(offset is null ? "A byte" : $"The byte at offset {N(offset.Value)}")} does not belong to {charset} text. " +
        "Send UTF-8; text/plain, text/html and XML may name another encoding with the charset parameter of Content-Type.");

    /// <summary>400: compressed bytes that cannot be decompressed.</summary>
    public static Problem MalformedCompression() => Make("malformed-compression", 400, "The body cannot be decompressed",
        "The bytes are not what Content-Encoding says, or they end early. Send the whole compressed body, or send it uncompressed.");

    /// <summary>400: a header with a value that is not allowed.</summary>
    public static Problem BadHeader(string header, string why) => Make("bad-header", 400, $"The header {header} is not valid", why);

    /// <summary>400: the request broke off or is not HTTP.</summary>
    public static Problem BadRequest(string why) => Make("bad-request", 400, "The request could not be read", why);

    /// <summary>408: the sender went silent.</summary>
    public static Problem TooSlow(TimeSpan idle) => Make("too-slow", 408, "The sender went silent",
        $"No byte arrived for {N((long)idle.TotalSeconds)} seconds. Lines answered so far are done; send the others in a new request.");

    /// <summary>413: body too large.</summary>
    public static Problem BodyTooLarge(long limit) => Make("body-too-large", 413, "The body is too large",
        $"At most {N(limit)} bytes are accepted here, counted after decompression. Send fewer items at once; many articles go to POST /articles/batch.");

    /// <summary>413: more elements, items or depth than a document may have.</summary>
    public static Problem DocumentTooComplex(string detail) => Make("document-too-complex", 413, "The document is too complex", detail);

    /// <summary>413: a line of a batch is too long.</summary>
    public static Problem LineTooLong(long limit) => Make("line-too-long", 413, "The line is too long",
        $"A line may have {N(limit)} bytes. The line was skipped and the lines after it were read.");

    /// <summary>413: compressed data that grows suspiciously.</summary>
    public static Problem ExpansionTooHigh(long ratio) => Make("expansion-too-high", 413, "The compressed body expands too much",
        $"The body grows to more than {N(ratio)} times its compressed size. Nothing after this point was read; send the rest with less compression or none.");

    /// <summary>415: another media type is expected.</summary>
    public static Problem UnsupportedMediaType(string given, IReadOnlyList<string> accepted, string? hint = null) =>
        Make("unsupported-media-type", 415, "The media type is not supported",
            $"Content-Type {given} is not accepted here; use one of those in accepted.{(hint is null ? "" : " " + hint)}") with { Accepted = accepted };

    /// <summary>415: a charset that is not known or not allowed for the media type.</summary>
    public static Problem UnsupportedCharset(string given, IReadOnlyList<string> accepted) =>
        Make("unsupported-charset", 415, "The charset is not supported",
            $"The charset '{Cut(given)}' cannot be read here. Send UTF-8.") with { Accepted = accepted };

    /// <summary>415: a content coding that is not known.</summary>
    public static Problem UnsupportedCoding(string given, IReadOnlyList<string> accepted) =>
        Make("unsupported-content-encoding", 415, "The content encoding is not supported",
            $"Content-Encoding '{Cut(given)}' cannot be read; use one of those in accepted, only one at a time, or none.") with { Accepted = accepted };

    /// <summary>422: the key came before with another body.</summary>
    public static Problem KeyReused() => Make("idempotency-key-reused", 422, "The idempotency key was used with another body",
        "The Idempotency-Key belongs to an earlier request with another body. Send a new key for a new request.");

    /// <summary>429: as much as can be worked on is under way.</summary>
    public static Problem OverCapacity(int retryAfterSeconds) => Make("over-capacity", 429, "Too much is under way",
        $"Nothing of the request was stored. Send it again in {N(retryAfterSeconds)} seconds, or send many articles in one batch to POST /articles/batch.")
        with { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>503: the store does not answer.</summary>
    public static Problem StoreUnavailable(int retryAfterSeconds) => Make("store-unavailable", 503, "The store does not answer",
        $"Nothing was acknowledged. Send the same again in {N(retryAfterSeconds)} seconds; what was stored is recognised and not stored twice.")
        with { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>503: this instance stops while a batch is still coming.</summary>
    public static Problem Stopping(int retryAfterSeconds) => Make("stopping", 503, "The service is stopping",
        $"The lines answered so far are done. Send the others again in {N(retryAfterSeconds)} seconds.") with { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>404: no such route.</summary>
    public static Problem NotFound(string path) => Make("not-found", 404, "There is nothing here",
        $"There is nothing at {Cut(path)}. One article or a feed goes to POST /articles, many articles to POST /articles/batch; POST /extractions has articles read again.");

    /// <summary>405: the route has other methods.</summary>
    public static Problem MethodNotAllowed(string method, string allowed) => Make("method-not-allowed", 405, "The method is not allowed here",
        $"{Cut(method)} is not allowed here; use {allowed}.") with { Accepted = allowed.Split(", ", StringSplitOptions.RemoveEmptyEntries) };

    /// <summary>Any other status without a body.</summary>
    public static Problem OfStatus(int status) => Make("http-" + status.ToString(CultureInfo.InvariantCulture), status, "The request failed",
        $"The server answered {status.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>500: our fault; says nothing of the inside.</summary>
    public static Problem Unexpected() => Make("unexpected", 500, "Something went wrong on our side",
        "The fault was logged under the trace id. Send the same again; if it fails again, report the trace id.");

    private static Problem Make(string name, int status, string title, string detail) =>
        new() { Type = TypeOf(name), Status = status, Title = title, Detail = detail };

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Cut(string given) => Characters.Printable(given, 100);
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>
/// What OpenAPI says of the endpoints. Bodies are described here and not by <c>Accepts</c>, since that makes routing answer 415
/// itself, without saying what would be accepted.
/// </summary>
internal static class ArticleDocs
{
    private const string Example = """
        {"title":"Rockets hit airfield","text":"Three rockets struck the airfield on Monday night, wounding two soldiers.","url":"https://news.example/1",
         "outlet":"Example News","publishedAt":"2024-05-01T10:15:00+03:00","language":"en","externalId":"a-1","source":"example-feed","tags":["rocket"]}
        """;

    public static void Describe(RouteHandlerBuilder endpoint, Limits limits) => endpoint
        .WithName("postArticle").WithTags("articles")
        .WithSummary("Send one article, or a whole feed")
        .WithDescription(FormattableString.Invariant($"""
            202 comes only after the article is committed. The same article sent again gets the same id and has no second effect.

            JSON: `text` is required, `id` stands in for an absent `externalId`, other properties are ignored, names count without regard to case, one name twice is refused.
            Other media types take `title`, `url`, `outlet`, `publishedAt`, `language`, `externalId`, `source` and `tags` (repeated, or with commas) as query parameters, which win over what the document says; a feed takes `outlet`, `language`, `source` and `tags`.
            A feed is answered with an object of `articles` and `problems`, each with its position; metadata of a page or feed that cannot be kept is named in `warnings`.

            Text of JSON and plain text is kept to the character, line ends included, so that evidence offsets count in what was sent; control characters other than tab, CR and LF each become a space. NUL and half surrogate pairs are refused.
            Limits: body {limits.MaxBodyBytes:N0} bytes after decompression (gzip, br, deflate), title {limits.MaxTitleChars:N0}, text {limits.MaxTextChars:N0}, url {limits.MaxUrlChars:N0} characters, {limits.MaxTags} tags of {limits.MaxTagChars}; publishedAt from {limits.EarliestPublishedAt:yyyy-MM-dd} to now + {limits.LatestPublishedAfterNow.TotalDays:0.#} days, ISO 8601, UTC when it has no offset.
            """))
        .Produces<ArticleAnswer>(StatusCodes.Status202Accepted)
        .Problems(400, 408, 413, 415, 422, 500, 503)
        .AddOpenApiOperationTransformer(async (operation, context, stop) =>
        {
            var json = await context.GetOrCreateSchemaAsync(typeof(ArticleInput), null, stop);
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            operation.RequestBody = Body(RequestMedia.OfArticles.Select(type => (type, type == "application/json" ? json : text,
                type == "application/json" ? Example : null)));
            operation.Parameters ??= [];
            operation.Parameters.Add(Header(IdempotencyHeader.Name, "1 to 255 visible ASCII characters. The same key and request get the same answer, with Idempotency-Replayed: true; the same key with another request gets 422."));
            foreach (var name in new[] { Fields.Title, Fields.Url, Fields.Outlet, Fields.PublishedAt, Fields.Language, Fields.ExternalId, Fields.Source, Fields.Tags })
                operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = "For bodies other than JSON.", Schema = text });
        });

    public static void DescribeBatch(RouteHandlerBuilder endpoint) => endpoint
        .WithName("postArticles").WithTags("articles")
        .WithSummary("Send many articles as NDJSON")
        .WithDescription("""
            One article as JSON a line, in a stream of any length; blank lines are skipped. Each line gets a line of answer, in the order of the request and while it is still being read:
            the article's id after its commit, or a problem. A bad or too long line harms no other. A problem line may also end the answer (broken compression, too much expansion, silence, shutdown): send the lines from its number on again.
            Read while you send; of a client that does not, a few hundred thousand answers are kept, then reading its request pauses.
            """)
        .Produces<BatchAnswer>(StatusCodes.Status200OK, "application/x-ndjson")
        .Problems(400, 408, 413, 415, 500, 503)
        .AddOpenApiOperationTransformer(async (operation, context, stop) =>
        {
            var json = await context.GetOrCreateSchemaAsync(typeof(ArticleInput), null, stop);
            operation.RequestBody = Body(RequestMedia.OfBatches.Select(type => (type, json, (string?)Example)));
        });

    private static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problem>(status, ProblemAnswers.MediaType);
        return endpoint;
    }

    private static OpenApiRequestBody Body(IEnumerable<(string Type, OpenApiSchema Schema, string? Example)> bodies)
    {
        var body = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>() };
        foreach (var (type, schema, example) in bodies)
            body.Content[type] = new OpenApiMediaType { Schema = schema, Example = example is null ? null : JsonNode.Parse(example) };
        return body;
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 },
    };
}

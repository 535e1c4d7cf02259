using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>
/// What OpenAPI says of the endpoints. Bodies are described here and not by <c>Accepts</c>, since that makes routing answer 415
/// itself, without saying what would be accepted.
/// </summary>
internal static class ArticleDocs
{
    private static readonly string[] s_queryFields =
        [Fields.Title, Fields.Url, Fields.Outlet, Fields.PublishedAt, Fields.Language, Fields.ExternalId, Fields.Source];

    public static void DescribeApi(OpenApiOptions options) => options.Describe("Ingest API", """
        Takes in news articles. An article is stored when its id is answered; it is then published to the platform, which reads it for incidents.
        The read API tells what became of it.

        Every answer has the header `trace-id`: the W3C trace id of its request.
        Everything that is not a success is `application/problem+json` (RFC 9457) with a `type` that never changes its meaning.
        """,
        ("articles", "One article, a feed, or any number of articles."), ("extractions", "Reading stored articles again, after a rule change."));

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
        .Problems(400, 408, 413, 415, 422, 429, 500, 503)
        .AddOpenApiOperationTransformer(async (operation, context, stop) =>
        {
            var article = await ArticleSchemaAsync(context, stop);
            operation.RequestBody = Body("An article, or a feed of articles.",
                RequestMedia.OfArticles.Select(type => (type, type == "application/json" ? article : Text(), ArticleExamples.Body(type))));
            operation.Parameter(ParameterLocation.Header, IdempotencyHeader.Name,
                "The same key and request get the same answer, with Idempotency-Replayed: true; the same key with another request gets 422. Keys are kept for ever, so a new request needs a new one.",
                new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" }, "gazette-2025-03-14-0007");
            foreach (var name in s_queryFields)
                operation.Parameter(ParameterLocation.Query, name, "For bodies other than JSON.", Text());
            operation.Parameter(ParameterLocation.Query, Fields.Tags, "For bodies other than JSON.", new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() });

            var accepted = operation.Answer(202, "Stored. A feed is answered with each of its articles.")
                .Header("Location", "Where the read API shows the article; not for a feed.", ArticleExamples.Location)
                .Header(IdempotencyHeader.Replayed, "`true` on the answer to a repeated request; otherwise absent.", "true")
                .Example("article", ArticleExamples.Answer).Example("feed", ArticleExamples.FeedAnswer);
            accepted.Content!["application/json"].Schema = new OpenApiSchema
            {
                AnyOf = [await context.ComponentAsync(typeof(ArticleAnswer), stop), await context.ComponentAsync(typeof(FeedAnswer), stop)],
            };
            Refusals(operation, ArticleExamples.Refusals(context.ApplicationServices.GetRequiredService<ArticleRules>()), RequestMedia.OfArticles);
            Limited(operation, "articles", 512);
        });

    public static void DescribeBatch(RouteHandlerBuilder endpoint) => endpoint
        .WithName("postArticles").WithTags("articles")
        .WithSummary("Send many articles as NDJSON")
        .WithDescription("""
            One article as JSON a line, in a stream of any length; blank lines are skipped. Each line gets a line of answer, in the order of the request and while it is still being read:
            the article's id after its commit, or a problem. A bad or too long line harms no other. A problem line may also end the answer (broken compression, too much expansion, silence, shutdown): send the lines from its number on again.
            When there is much to store, a batch is read more slowly; no line is refused for it.
            Read while you send; of a client that does not, a few hundred thousand answers are kept, fewer when many do so, then reading its request pauses.

            The schemas are those of one line.
            """)
        .Produces<BatchAnswer>(StatusCodes.Status200OK, "application/x-ndjson")
        .Problems(400, 408, 413, 415, 429, 500, 503)
        .AddOpenApiOperationTransformer(async (operation, context, stop) =>
        {
            var article = await ArticleSchemaAsync(context, stop);
            operation.RequestBody = Body("Articles, one a line.", RequestMedia.OfBatches.Select(type => (type, article, ArticleExamples.Body("application/json"))));
            operation.Answer(200, "A line of answer to each line; the status says nothing of the single articles.")
                .Example("accepted", ArticleExamples.Line).Example("refused", ArticleExamples.RefusedLine);
            Refusals(operation, ArticleExamples.BatchRefusals(context.ApplicationServices.GetRequiredService<ArticleRules>()), RequestMedia.OfBatches);
            Limited(operation, "batches", 64);
        });

    internal static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problem>(status, ProblemAnswers.MediaType);
        return endpoint;
    }

    internal static void Refusals(OpenApiOperation operation, IEnumerable<Problem> problems, string[]? accepted = null)
    {
        foreach (var problem in problems)
            operation.Problem(ArticleExamples.Json(problem), problem.RetryAfterSeconds);
        if (accepted is not null)
            ((OpenApiResponse)operation.Responses!["415"]).Header("Accept-Post", "The media types that are accepted here.", string.Join(", ", accepted));
    }

    private static void Limited(OpenApiOperation operation, string name, int most)
    {
        var (policy, state) = Admission.Headers(name, most, 2);
        ((OpenApiResponse)operation.Responses!["429"])
            .Header("RateLimit-Policy", "How many requests may be under way at once, as draft-ietf-httpapi-ratelimit-headers has it.", policy)
            .Header("RateLimit", "Room left, and the seconds after which there may be some.", state);
    }

    /// <summary>The record says what is read; a sender may write a little more.</summary>
    private static async Task<IOpenApiSchema> ArticleSchemaAsync(OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var reference = await context.ComponentAsync(typeof(ArticleInput), stop);
        var schema = (OpenApiSchema)context.Document!.Components!.Schemas![nameof(ArticleInput)];
        schema.Description = "One article. Null counts as absent.";
        schema.Properties![Fields.PublishedAt] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "When it was published: an ISO 8601 date, or date and time; UTC when it has no offset.",
        };
        schema.Properties[Fields.Id] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stands in for an absent `externalId`." };
        return reference;
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    internal static OpenApiRequestBody Body(string description, IEnumerable<(string Type, IOpenApiSchema Schema, JsonNode Example)> bodies) => new()
    {
        Required = true,
        Description = description,
        Content = bodies.ToDictionary(body => body.Type, body => new OpenApiMediaType { Schema = body.Schema, Example = body.Example }),
    };
}

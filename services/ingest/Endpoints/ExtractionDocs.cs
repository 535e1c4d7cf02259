using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Ingest.Input;
using Platform.Ingest.Reextraction;

namespace Platform.Ingest.Endpoints;

/// <summary>What OpenAPI says of <c>/extractions</c>.</summary>
internal static class ExtractionDocs
{
    private static readonly DateTimeOffset s_asked = new(2031, 4, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly Guid s_id = DeterministicId.Create(DeterministicId.Namespace, "extraction");

    private static readonly ReextractionRequest s_request = new()
    {
        Reason = "rules/1.1 knows more towns",
        Actor = "A. Analyst",
        RatePerSecond = 100,
        Filter = new ArticleFilter { Outlet = "The Example Gazette", PublishedFrom = new DateTimeOffset(2031, 3, 1, 0, 0, 0, TimeSpan.Zero) },
    };

    public static void DescribePost(this RouteHandlerBuilder endpoint, Limits limits) => endpoint
        .WithName("postExtraction").WithTags("extractions")
        .WithSummary("Have articles read again")
        .WithDescription(FormattableString.Invariant($"""
            For after a rule change: the articles named, those that meet a filter, or all of them are published once more, each once, as they now stand and with the id of the request.
            202 comes after the request is committed; it is carried out in the background, at `ratePerSecond` and never ahead of what log and queues still hold, goes on after a restart, and tells how far it is at `Location`.
            What the new reading does not tell is withdrawn, what a person decided stays; the read API lists the differences at `/extractions/{"{id}"}/differences`.

            Exactly one of `articleIds` (at most {ReextractionRequest.MostIds}), `filter` (all its conditions must hold; moments are ISO 8601, `…To` is not part of the range) and `all`. Unknown properties are refused.
            """))
        .Produces<ExtractionAnswer>(StatusCodes.Status202Accepted)
        .Problems(400, 408, 413, 415, 422, 500, 503)
        .AddOpenApiOperationTransformer(async (operation, context, stop) =>
        {
            var body = await context.ComponentAsync(typeof(ReextractionRequest), stop);
            operation.RequestBody = ArticleDocs.Body("Which articles, who asks and why.", [("application/json", body, JsonSerializer.SerializeToNode(s_request, AnswerJson.Default.ReextractionRequest)!)]);
            operation.Parameter(ParameterLocation.Header, IdempotencyHeader.Name,
                "The same key and request get the same answer, with Idempotency-Replayed: true; the same key with another request gets 422. Keys are kept for ever, so a new request needs a new one.",
                new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" }, "reread-2031-04-02");
            operation.Answer(202, "The request is stored.")
                .Header("Location", "Where its progress is told.", $"/extractions/{s_id}")
                .Header(IdempotencyHeader.Replayed, "`true` on the answer to a repeated request; otherwise absent.", "true")
                .Example("accepted", JsonSerializer.SerializeToNode(new ExtractionAnswer(s_id, 1204), AnswerJson.Default.ExtractionAnswer)!);
            ArticleDocs.Refusals(operation,
            [
                RequestReader.Read("{\"reason\": "u8.ToArray(), limits).Problem!,
                Problems.TooSlow(ProblemAnswers.BodySilence),
                Problems.BodyTooLarge(limits.MaxBodyBytes),
                Problems.UnsupportedMediaType("'text/plain'", ExtractionEndpoints.Media),
                RequestReader.Read("{\"reason\": \"rules/1.1\", \"filter\": {\"outlets\": \"Example Wire\"}, \"ratePerSecond\": 0}"u8.ToArray(), limits).Problem!,
                Problems.KeyReused(),
                Problems.Unexpected(),
                Problems.StoreUnavailable(limits.RetryAfterSeconds),
            ], ExtractionEndpoints.Media);
        });

    public static void DescribeList(this RouteHandlerBuilder endpoint, Limits limits) => endpoint
        .WithName("listExtractions").WithTags("extractions")
        .WithSummary("Requests to read articles again, newest first")
        .WithDescription("Each with how far it is, a page at a time.")
        .Produces<ExtractionPage>()
        .Problems(400, 500, 503)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameter(ParameterLocation.Query, "limit", "Most requests of the page.",
                new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{ExtractionEndpoints.LargestPage}", Default = ExtractionEndpoints.DefaultPage });
            operation.Parameter(ParameterLocation.Query, "after", "The `next` of the page before.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }, s_id.ToString());
            operation.Answer(200, "A page.").Example("page", JsonSerializer.SerializeToNode(new ExtractionPage([Progress()]), AnswerJson.Default.ExtractionPage)!);
            var errors = new FieldErrors();
            errors.Add("limit", $"is not a number from 1 to {ExtractionEndpoints.LargestPage}.");
            ArticleDocs.Refusals(operation, [Problems.InvalidQuery(errors), Problems.Unexpected(), Problems.StoreUnavailable(limits.RetryAfterSeconds)]);
            return Task.CompletedTask;
        });

    public static void DescribeGet(this RouteHandlerBuilder endpoint, Limits limits) => DescribeOne(endpoint, limits, "getExtraction", "How far a request to read articles again is",
        "`published` follows `requested`; what the extraction made of the articles is told by the read API.");

    public static void DescribeDelete(this RouteHandlerBuilder endpoint, Limits limits) => DescribeOne(endpoint, limits, "cancelExtraction", "Cancel the rest of a request to read articles again",
        "Articles requested so far are read all the same; at most one batch that is being written is added to them. A request that is done or cancelled stays as it is.");

    private static void DescribeOne(RouteHandlerBuilder endpoint, Limits limits, string name, string summary, string description) => endpoint
        .WithName(name).WithTags("extractions").WithSummary(summary).WithDescription(description)
        .Produces<ExtractionProgress>()
        .Problems(404, 500, 503)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var id = (OpenApiParameter)operation.Parameters!.Single(parameter => parameter.Name == "id");
            id.Description = "The request's id, as `POST /extractions` answered it.";
            ((OpenApiSchema)id.Schema!).Format = "uuid";
            operation.Answer(200, "The request.").Example("running", JsonSerializer.SerializeToNode(Progress(), AnswerJson.Default.ExtractionProgress)!);
            ArticleDocs.Refusals(operation, [Problems.UnknownExtraction(s_id.ToString()), Problems.Unexpected(), Problems.StoreUnavailable(limits.RetryAfterSeconds)]);
            return Task.CompletedTask;
        });

    private static ExtractionProgress Progress() => new()
    {
        Id = s_id,
        State = ReextractionTable.Running,
        Request = s_request,
        Total = 1204,
        Requested = 310,
        Published = 300,
        RequestedAt = s_asked,
        StartedAt = s_asked.AddSeconds(0.4),
    };
}

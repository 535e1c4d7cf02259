using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>
/// <c>POST /articles/batch</c>: NDJSON of any length in, an answer for each line out while the request is still being read.
/// The status is 200 as soon as the first bytes could be read; each line then carries its own outcome.
/// </summary>
public sealed class PostBatch(ArticleRules rules, RequestBody bodies, Admission admission, IHostApplicationLifetime lifetime, ILogger<PostBatch> logger)
{
    /// <summary>Why a batch takes no idempotency key.</summary>
    internal const string NoKey = "A batch takes no idempotency key, since its articles are stored one by one. Leave it out: the same article sent again is recognised.";

    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext http, AcceptArticles accept) => ProblemAnswers.Guard(http, rules.Limits, async () =>
    {
        if (http.Request.Headers.ContainsKey(IdempotencyHeader.Name))
        {
            throw new ProblemException(Problems.BadHeader(IdempotencyHeader.Name, NoKey));
        }
        RequestMedia.Read(http, RequestMedia.OfBatches);
        await using var body = bodies.OpenEndless(http, rules.Limits);
        using var run = new BatchRun(http, accept, admission, rules, logger, lifetime.ApplicationStopping);
        await run.RunAsync(body);
    });
}

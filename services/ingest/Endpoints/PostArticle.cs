using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary><c>POST /articles</c>: one article as JSON, plain text or HTML, or a whole feed. 202 only after the commit.</summary>
public sealed class PostArticle(ArticleRules rules, RequestBody bodies, IOptions<PublicUrls> urls) : IDisposable
{
    /// <summary>Markup is read by no more requests at once than there are cores: more would only cost memory.</summary>
    private readonly SemaphoreSlim _markup = new(Environment.ProcessorCount);

    private static readonly string[] s_feeds = ["application/rss+xml", "application/atom+xml", "application/xml", "text/xml"];

    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext http, AcceptArticles accept) => ProblemAnswers.Guard(http, rules.Limits, async () =>
    {
        var key = IdempotencyHeader.Read(http.Request);
        var media = RequestMedia.Read(http, RequestMedia.OfArticles);
        var body = await bodies.ReadAllAsync(http, rules.Limits);
        var query = media.Type == "application/json" ? "" : http.Request.QueryString.Value ?? "";
        var bound = key is null ? null : IdempotencyHeader.Bind(key, http.User.CallerName(), media, query, body);
        if (s_feeds.Contains(media.Type))
            await AcceptFeedAsync(http, accept, await InTurnAsync(() => Feed.Read(body, media.Charset, http.Request.Query, rules), http.RequestAborted), bound);
        else
            await AcceptOneAsync(http, accept, await ReadOneAsync(body, media, http), bound);
    });

    private async Task<Reading> ReadOneAsync(byte[] body, RequestMedia media, HttpContext http)
    {
        if (media.Type == "application/json") return JsonArticle.Read(body, rules);
        var draft = media.Type == "text/plain" ? PlainTextArticle.Read(body, media.Charset)
            : await InTurnAsync(() => HtmlArticle.Read(body, media.Charset, rules), http.RequestAborted);
        QueryMetadata.Apply(http.Request.Query, draft);
        return rules.Check(draft);
    }

    private async Task<T> InTurnAsync<T>(Func<T> read, CancellationToken stop)
    {
        await _markup.WaitAsync(stop);
        try
        {
            return read();
        }
        finally
        {
            _markup.Release();
        }
    }

    private async Task AcceptOneAsync(HttpContext http, AcceptArticles accept, Reading reading, IdempotencyKey? key)
    {
        if (reading.Article is not { } article) throw new ProblemException(reading.Problem!);
        var result = await accept([article], key, http.RequestAborted);
        var stored = result.Articles[0];
        Begin(http, result);
        http.Response.Headers.Location = urls.Value.OfArticle(stored.ArticleId);
        var answer = new ArticleAnswer(stored.ArticleId, stored.Duplicate, stored.TraceId, NullIfEmpty(reading.Warnings));
        await http.Response.WriteAsJsonAsync(answer, AnswerJson.Readable.ArticleAnswer, cancellationToken: http.RequestAborted);
    }

    private static async Task AcceptFeedAsync(HttpContext http, AcceptArticles accept, IReadOnlyList<Reading> readings, IdempotencyKey? key)
    {
        var good = readings.Index().Where(r => r.Item.Article is not null).ToList();
        var bad = readings.Index().Where(r => r.Item.Article is null).Select(r => new ItemProblem(r.Index + 1, r.Item.Problem!)).ToList();
        if (good.Count == 0)
        {
            var errors = new FieldErrors();
            foreach (var item in bad)
                errors.Add(FormattableString.Invariant($"items[{item.Position}]"), Describe(item.Problem));
            throw new ProblemException(Problems.NoUsableItem("No item can be accepted; errors names each by its position, from 1.") with { Errors = errors.ToDictionary() });
        }
        var result = await accept([.. good.Select(g => g.Item.Article!)], key, http.RequestAborted);
        Begin(http, result);
        var stored = good.Zip(result.Articles, (g, a) => new FeedArticle(g.Index + 1, a.ArticleId, a.Duplicate, a.TraceId, NullIfEmpty(g.Item.Warnings)));
        var answer = new FeedAnswer([.. stored], bad.Count > 0 ? bad : null);
        await http.Response.WriteAsJsonAsync(answer, AnswerJson.Readable.FeedAnswer, cancellationToken: http.RequestAborted);
    }

    private static string Describe(Problem problem) => problem.Errors is null ? problem.Detail
        : string.Join(" ", problem.Errors.SelectMany(e => e.Value.Select(message => $"{e.Key} {message}")));

    private static void Begin(HttpContext http, AcceptResult result)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        if (result.Replayed) http.Response.Headers[IdempotencyHeader.Replayed] = "true";
    }

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> warnings) => warnings.Count == 0 ? null : warnings;

    /// <inheritdoc/>
    public void Dispose() => _markup.Dispose();
}

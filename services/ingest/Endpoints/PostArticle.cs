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
        var isFeed = s_feeds.Contains(media.Type);
        try
        {
            if (isFeed)
                await AcceptFeedAsync(http, accept, await InTurnAsync(() => Feed.Read(body, media.Charset, http.Request.Query, rules), http.RequestAborted), bound);
            else
                await AcceptOneAsync(http, accept, await ReadOneAsync(body, media, http), bound);
        }
        catch (ProblemException) when (bound is not null)
        {
            // What was accepted under this key stays so, even where time, limits or release no longer let the body be read.
            var stored = await accept([], bound, http.RequestAborted);
            if (!stored.Replayed) throw;
            await (isFeed ? AnswerFeedAsync(http, stored, []) : AnswerOneAsync(http, stored, null));
        }
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
        var warnings = reading.Warnings.Count == 0 ? null : reading.Warnings;
        var bound = key is null ? null : key with { Notes = new AnswerNotes([new ArticleNote(1, warnings)], []) };
        await AnswerOneAsync(http, await accept([article], bound, http.RequestAborted), warnings);
    }

    private async Task AnswerOneAsync(HttpContext http, AcceptResult result, IReadOnlyList<string>? warnings)
    {
        var stored = result.Articles[0];
        Begin(http, result);
        http.Response.Headers.Location = urls.Value.OfArticle(stored.ArticleId);
        var answer = new ArticleAnswer(stored.ArticleId, stored.Duplicate, stored.TraceId, result.Notes is { } notes ? notes.Articles[0].Warnings : warnings);
        await http.Response.WriteAsJsonAsync(answer, AnswerJson.Readable.ArticleAnswer, cancellationToken: http.RequestAborted);
    }

    private static async Task AcceptFeedAsync(HttpContext http, AcceptArticles accept, IReadOnlyList<Reading> readings, IdempotencyKey? key)
    {
        var notes = FeedAnswers.NotesOf(readings);
        if (notes.Articles.Count == 0)
        {
            var errors = new FieldErrors();
            foreach (var item in notes.Problems)
                errors.Add(FormattableString.Invariant($"items[{item.Position}]"), Describe(item.Problem));
            throw new ProblemException(Problems.NoUsableItem("No item can be accepted; errors names each by its position, from 1.") with { Errors = errors.ToDictionary() });
        }
        var articles = readings.Select(r => r.Article).OfType<ArticleInput>().ToList();
        await AnswerFeedAsync(http, await accept(articles, key is null ? null : key with { Notes = notes }, http.RequestAborted), readings);
    }

    private static async Task AnswerFeedAsync(HttpContext http, AcceptResult result, IReadOnlyList<Reading> readings)
    {
        Begin(http, result);
        await http.Response.WriteAsJsonAsync(FeedAnswers.Of(result, readings), AnswerJson.Readable.FeedAnswer, cancellationToken: http.RequestAborted);
    }

    private static string Describe(Problem problem) => problem.Errors is null ? problem.Detail
        : string.Join(" ", problem.Errors.SelectMany(e => e.Value.Select(message => $"{e.Key} {message}")));

    private static void Begin(HttpContext http, AcceptResult result)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        if (result.Replayed) http.Response.Headers[IdempotencyHeader.Replayed] = "true";
    }

    /// <inheritdoc/>
    public void Dispose() => _markup.Dispose();
}

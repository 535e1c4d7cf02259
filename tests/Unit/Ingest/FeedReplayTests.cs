using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

/// <summary>P2 for feeds: which items can be read depends on limits, time and release; the answer under a key does not.</summary>
public class FeedReplayTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
        <item><guid>g-1</guid><description>One, which is far too long for the limit of a single character.</description></item>
        <item><guid>g-2</guid><description>Two.</description></item>
        <item><guid>g-3</guid><description>Three.</description></item></channel></rss>
        """;

    private static readonly Guid[] s_ids = [.. new[] { "g-1", "g-2", "g-3" }.Select(guid => DeterministicId.Article("https://news.example/", guid, null, null, ""))];

    /// <summary>What was stored under the key, as ArticleIntake keeps it.</summary>
    private AcceptResult? kept;

    private AcceptArticles Keep(bool notes) => (articles, key, _) =>
    {
        if (kept is null && articles.Count > 0)
        {
            kept = new AcceptResult([.. articles.Select(a => new AcceptedArticle(Article.IdOf(a), false, "t"))], true, notes ? key.ShouldNotBeNull().Notes : null);
            return Task.FromResult(kept with { Replayed = false, Notes = null });
        }
        return Task.FromResult(kept ?? new AcceptResult([], false));
    };

    private static async Task<HttpResponseMessage> SendAsync(AcceptArticles accept, int mostChars, string type = "application/rss+xml", string body = Feed)
    {
        await using var host = await IngestHost.StartAsync(accept, new() { ["Limits:MaxTextChars"] = $"{mostChars}" });
        return await host.PostAsync("/articles", body, type, ("Idempotency-Key", "k"));
    }

    private static IEnumerable<(int, Guid)> ArticlesOf(JsonElement answer) =>
        answer.GetProperty("articles").EnumerateArray().Select(a => (a.GetProperty("position").GetInt32(), a.GetProperty("articleId").GetGuid()));

    [Theory]
    [InlineData(10, 1_000)]
    [InlineData(1_000, 10)]
    [InlineData(1_000, 1)]
    [InlineData(10, 1)]
    public async Task The_same_key_and_feed_give_the_same_answer_though_other_items_can_be_read_now(int first, int then)
    {
        var answer = await (await SendAsync(Keep(notes: true), first)).JsonAsync();
        var again = await SendAsync(Keep(notes: true), then);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await again.JsonAsync()).GetRawText().ShouldBe(answer.GetRawText());
    }

    [Theory]
    [InlineData(10, 1_000)]
    [InlineData(1_000, 10)]
    [InlineData(1_000, 1)]
    public async Task Of_an_answer_stored_before_positions_were_kept_each_article_stands_at_its_item(int first, int then)
    {
        await SendAsync(Keep(notes: false), first);
        var articles = ArticlesOf(await (await SendAsync(Keep(notes: false), then)).JsonAsync());
        articles.ShouldBe(first == 10 ? [(2, s_ids[1]), (3, s_ids[2])] : [(1, s_ids[0]), (2, s_ids[1]), (3, s_ids[2])]);
    }

    [Fact]
    public async Task A_feed_that_was_never_accepted_is_refused_under_its_key_too()
    {
        await (await SendAsync(Keep(notes: true), 1)).ShouldBeProblemAsync(422, "no-usable-item");
        kept.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_was_accepted_under_a_key_is_answered_so_though_it_is_too_long_by_now()
    {
        var answer = await (await SendAsync(Keep(notes: true), 1_000, "text/plain", "Two rockets.")).JsonAsync();
        var again = await SendAsync(Keep(notes: true), 1, "text/plain", "Two rockets.");
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await again.JsonAsync()).GetRawText().ShouldBe(answer.GetRawText());
    }
}

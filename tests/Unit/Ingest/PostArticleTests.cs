using System.Net;
using System.Text;
using Platform.Contracts;

namespace Platform.Tests.Unit.Ingest;

public class PostArticleTests
{
    private const string Minimal = """{"text":"Three rockets hit the base."}""";

    [Fact]
    public async Task A_JSON_article_is_answered_202_with_its_id_and_a_relative_location()
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.PostJsonAsync("""{"id":"e1","source":"s","text":"Three rockets hit the base."}""");
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = DeterministicId.Article("s", "e1", null, null, "");
        var answer = await response.JsonAsync();
        answer.GetProperty("articleId").GetGuid().ShouldBe(id);
        answer.GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        answer.GetProperty("traceId").GetString().ShouldBe(new string('a', 32));
        answer.EnumerateObject().Count().ShouldBe(3);
        response.Headers.Location!.OriginalString.ShouldBe($"/articles/{id}");
        host.Only.ExternalId.ShouldBe("e1");
    }

    [Theory]
    [InlineData("http://127.0.0.1:7102")]
    [InlineData("http://127.0.0.1:7102/")]
    public async Task The_location_is_absolute_when_the_read_API_is_configured(string readApi)
    {
        await using var host = await IngestHost.StartAsync(settings: new() { ["PublicUrls:ReadApi"] = readApi });
        using var response = await host.PostJsonAsync(Minimal);
        var id = (await response.JsonAsync()).GetProperty("articleId").GetGuid();
        response.Headers.Location!.OriginalString.ShouldBe($"http://127.0.0.1:7102/articles/{id}");
    }

    [Fact]
    public async Task The_same_article_again_is_told_to_be_a_duplicate()
    {
        await using var host = await IngestHost.StartAsync();
        var first = await (await host.PostJsonAsync(Minimal)).JsonAsync();
        var second = await (await host.PostJsonAsync(Minimal)).JsonAsync();
        second.GetProperty("articleId").GetGuid().ShouldBe(first.GetProperty("articleId").GetGuid());
        second.GetProperty("duplicate").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_answer_comes_only_after_the_store_has_committed()
    {
        var commit = new TaskCompletionSource();
        await using var host = await IngestHost.StartAsync(async (articles, _, _) =>
        {
            await commit.Task;
            return new([new(Guid.NewGuid(), false, "t")], false);
        });
        var response = host.PostJsonAsync(Minimal);
        (await Task.WhenAny(response, Task.Delay(200))).ShouldNotBe(response);
        commit.SetResult();
        (await response).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Plain_text_takes_its_metadata_from_the_query()
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.PostAsync("/articles?title=A%20title&url=https%3A%2F%2Fnews.example%2F1&outlet=O&publishedAt=2024-05-01&language=en&externalId=e&source=s&tags=a,b&tags=c&foo=bar",
            "Text\r\nhere", "text/plain; charset=utf-8");
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var a = host.Only;
        (a.Title, a.Text, a.Url, a.Outlet, a.Language, a.ExternalId, a.Source).ShouldBe(("A title", "Text\r\nhere", "https://news.example/1", "O", "en", "e", "s"));
        a.PublishedAt.ShouldBe(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));
        a.Tags.ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("?publishedAt=9999-12-31", "publishedAt")]
    [InlineData("?url=x", "url")]
    [InlineData("?title=a%00b", "title")]
    [InlineData("?title=a&title=b", "title")]
    public async Task Wrong_metadata_in_the_query_are_refused(string query, string field)
    {
        await using var host = await IngestHost.StartAsync();
        var problem = await (await host.PostAsync("/articles" + query, "text", "text/plain")).ShouldBeProblemAsync(422, "invalid-article");
        problem.Error(field).ShouldNotBeEmpty();
        host.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xhtml+xml")]
    public async Task A_page_is_reduced_to_its_text_and_the_query_wins_over_its_head(string type)
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.PostAsync("/articles?title=Mine", "<html lang=en><head><title>Theirs</title><link rel=canonical href='/relative'></head><body><nav>No</nav><article><p>Three rockets.</p></article></body></html>", type);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (host.Only.Title, host.Only.Text, host.Only.Language).ShouldBe(("Mine", "Three rockets.", "en"));
        (await response.JsonAsync()).GetProperty("warnings")[0].GetString()!.ShouldStartWith("url:");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task A_charset_the_runtime_knows_is_honoured(string type)
    {
        await using var host = await IngestHost.StartAsync();
        Platform.Ingest.Input.Charsets.Register();
        (await host.PostAsync("/articles", Encoding.GetEncoding("windows-1256").GetBytes("هجوم"), type + "; charset=\"windows-1256\"")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Only.Text.ShouldBe("هجوم");
    }

    [Theory]
    [InlineData("application/rss+xml")]
    [InlineData("application/atom+xml")]
    [InlineData("application/xml")]
    [InlineData("text/xml")]
    public async Task A_feed_is_stored_at_once_and_answered_item_by_item(string type)
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.PostAsync("/articles", "<rss><channel><item><guid>1</guid><description>One.</description></item><item><title>empty</title></item><item><guid>3</guid><description>Three.</description><pubDate>?</pubDate></item></channel></rss>", type);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var answer = await response.JsonAsync();
        var articles = answer.GetProperty("articles").EnumerateArray().ToList();
        articles.Select(a => a.GetProperty("position").GetInt32()).ShouldBe([1, 3]);
        articles.Select(a => a.GetProperty("articleId").GetGuid()).ShouldBe([DeterministicId.Article(null, "1", null, null, ""), DeterministicId.Article(null, "3", null, null, "")]);
        articles[0].GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        articles[0].TryGetProperty("warnings", out _).ShouldBeFalse();
        articles[1].GetProperty("warnings")[0].GetString()!.ShouldContain("publishedAt");
        var problem = answer.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        problem.GetProperty("position").GetInt32().ShouldBe(2);
        problem.GetProperty("problem").GetProperty("status").GetInt32().ShouldBe(422);
        host.Stored.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_feed_without_a_single_good_item_is_a_422_that_names_each()
    {
        await using var host = await IngestHost.StartAsync();
        var problem = await (await host.PostAsync("/articles", "<rss><channel><item/><item><title>x</title></item></channel></rss>", "application/rss+xml")).ShouldBeProblemAsync(422, "no-usable-item");
        problem.Error("items[1]").ShouldContain("text");
        problem.Error("items[2]").ShouldContain("text");
        host.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_articles_of_a_feed_go_to_the_store_in_one_call_with_the_key()
    {
        var calls = new List<(int Count, string? Key)>();
        await using var host = await IngestHost.StartAsync((articles, key, _) =>
        {
            calls.Add((articles.Count, key?.Key));
            return Task.FromResult(new Platform.Ingest.AcceptResult([.. articles.Select(_ => new Platform.Ingest.AcceptedArticle(Guid.NewGuid(), false, "t"))], false));
        });
        await host.PostAsync("/articles", "<rss><channel><item><description>1</description></item><item><description>2</description></item></channel></rss>", "application/rss+xml", ("Idempotency-Key", "k"));
        calls.ShouldBe([(2, "k")]);
    }

    [Fact]
    public async Task Answers_are_escaped_no_more_than_JSON_asks_for()
    {
        await using var host = await IngestHost.StartAsync();
        (await (await host.PostAsync("/articles", "<rss><a/></rss>", "text/xml")).Content.ReadAsStringAsync()).ShouldContain("The root element is <rss>;");
    }
}

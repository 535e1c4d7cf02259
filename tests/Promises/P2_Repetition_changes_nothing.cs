using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P2: same idempotency key and body, same id and answer; same key, other body: 422; the same article again, the same id and no second effect.</summary>
[Collection(Collection.Name)]
public sealed class P2_Repetition_changes_nothing(Infrastructure infrastructure)
{
    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer()
    {
        await using var platform = await StartIngestAsync();

        var first = await SendAsync(platform, "key-1", Articles.Attack(1));
        var second = await SendAsync(platform, "key-1", Articles.Attack(1));

        second.Status.ShouldBe(HttpStatusCode.Accepted);
        second.Body.ShouldBe(first.Body);
        second.Replayed.ShouldBeTrue();
        first.Replayed.ShouldBeFalse();
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_body_is_the_same_request_whether_its_charset_is_said_or_not()
    {
        await using var platform = await StartIngestAsync();

        var answers = new List<(HttpStatusCode Status, string Body, bool Replayed)>();
        foreach (var type in new[] { "application/json", "application/json; charset=utf-8", "application/json; charset=UTF-8" })
            answers.Add(await SendAsync(platform, "key-1", Articles.Attack(1), type));
        foreach (var type in new[] { "application/json; charset=utf-8", "application/json" })
            answers.Add(await SendAsync(platform, "key-2", Articles.Attack(2), type));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Accepted);
        answers.Select(a => a.Replayed).ShouldBe([false, true, true, false, true]);
        answers.Select(a => a.Body).Distinct().Count().ShouldBe(2);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var platform = await StartIngestAsync();

        await SendAsync(platform, "key-1", Articles.Attack(1));
        var second = await SendAsync(platform, "key-1", Articles.Attack(2));

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(second.Body).RootElement.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:idempotency-key-reused");
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_at_once_under_one_key_exactly_one_has_an_effect()
    {
        await using var platform = await StartIngestAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => SendAsync(platform, "key-1", Articles.Attack(n % 2))));

        answers.Count(a => a.Status == HttpStatusCode.Accepted).ShouldBe(20);
        answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(20);
        answers.Where(a => a.Status == HttpStatusCode.Accepted).Select(a => a.Body).Distinct().Count().ShouldBe(1);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_article_again_is_a_duplicate_without_effect()
    {
        await using var platform = await StartIngestAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => platform.PostAsync(Articles.Attack(1))));

        answers.Select(a => a.GetProperty("articleId").GetGuid()).Distinct().Count().ShouldBe(1);
        answers.Count(a => !a.GetProperty("duplicate").GetBoolean()).ShouldBe(1);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_identity_with_another_text_is_a_revision()
    {
        await using var platform = await StartIngestAsync();

        var first = await platform.PostAsync(new { externalId = "a", text = "Two rockets hit the base." });
        var second = await platform.PostAsync(new { externalId = "a", text = "Three rockets hit the base." });

        second.GetProperty("articleId").GetGuid().ShouldBe(first.GetProperty("articleId").GetGuid());
        second.GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        (await platform.CountAsync("select count(*) from ingest.mt_events where type = 'article_revised' and version = 2")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_and_feed_give_the_same_answer_though_other_items_can_be_read_by_then()
    {
        const string Feed = """
            <rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
            <item><guid>g-1</guid><description>One, which is longer than twenty characters.</description></item>
            <item><guid>g-2</guid><description>Two.</description></item><item><guid>g-3</guid><description>Three.</description></item></channel></rss>
            """;
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        async Task<(HttpStatusCode Status, string Body)> SendUnderLimitAsync(int mostChars)
        {
            await using var ingest = new ServiceProcess("ingest", new Dictionary<string, string>(platform.EnvironmentOf("ingest")) { ["Limits__MaxTextChars"] = $"{mostChars}" });
            await ingest.Start().ReadyAsync();
            using var request = new HttpRequestMessage(HttpMethod.Post, "articles") { Content = new StringContent(Feed, Encoding.UTF8, "application/rss+xml"), Headers = { { "Idempotency-Key", "feed-1" } } };
            using var answer = await ingest.Http.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        (await SendUnderLimitAsync(1)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var first = await SendUnderLimitAsync(20);
        first.Status.ShouldBe(HttpStatusCode.Accepted);
        (await SendUnderLimitAsync(1000)).ShouldBe(first);
        (await SendUnderLimitAsync(1)).ShouldBe(first, "nothing of it can be read by now");

        // As answers were stored before positions were kept.
        await platform.CountAsync("with old as (update ingest.inbox set value = value - 'notes' returning 1) select count(*) from old");
        var positions = JsonDocument.Parse((await SendUnderLimitAsync(1000)).Body).RootElement.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("position").GetInt32());
        positions.ShouldBe([2, 3]);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(2);
    }

    private async Task<TestPlatform> StartIngestAsync()
    {
        var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Ingest.Start().ReadyAsync();
        return platform;
    }

    [Fact]
    public async Task A_key_used_for_an_article_is_refused_for_a_request_to_read_again_and_the_other_way_round()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await SendAsync(platform, "key-1", Articles.Attack(1));
        var request = await platform.SendExtractionAsync(new { reason = "r", actor = "Ann", all = true }, "key-1");
        await platform.SendExtractionAsync(new { reason = "r", actor = "Ann", all = true }, "key-2");
        var article = await SendAsync(platform, "key-2", Articles.Attack(2));

        request.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        request.Body.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:idempotency-key-reused");
        article.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        article.Body.ShouldContain("urn:incident-platform:problem:idempotency-key-reused");
    }

    private static async Task<(HttpStatusCode Status, string Body, bool Replayed)> SendAsync(TestPlatform platform, string key, object article, string type = "application/json; charset=utf-8")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "articles") { Content = JsonContent.Create(article, System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type)), Headers = { { "Idempotency-Key", key } } };
        using var answer = await platform.Ingest.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Contains("Idempotency-Replayed"));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Promises;

/// <summary>A request to read articles again asks for each article it chooses exactly once, whatever happens meanwhile.</summary>
[Collection(Collection.Name)]
public sealed class Articles_are_read_again(Infrastructure infrastructure)
{
    private const string Queue = "extraction.article-received";

    [Fact]
    public async Task All_articles_are_published_again_once_and_whole_under_new_message_ids()
    {
        await using var platform = await StartIngestAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("article-received.v1", "fanout");
        await PostAsync(platform, 0, 70); // more than the relay reads the texts of at once
        await platform.PostAsync(new { externalId = "attack-3", source = "tests", text = "Another text of the third article." });

        var (id, articles) = await platform.RequestExtractionAsync(new { reason = "new rules", actor = "Ann", all = true, ratePerSecond = 5000 });
        var done = await platform.DoneAsync(id);

        articles.ShouldBe(70);
        done.GetProperty("total").GetInt64().ShouldBe(70);
        done.GetProperty("requested").GetInt64().ShouldBe(70);
        done.GetProperty("request").GetProperty("actor").GetString().ShouldBe("Ann");
        done.GetProperty("finishedAt").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(done.GetProperty("startedAt").GetDateTimeOffset());
        await Eventually.Equals(141, "messages", () => Task.FromResult<long>(outsider.Received.Count));
        var (again, first) = (outsider.Received.Where(r => r.Body.TryGetProperty("requestId", out _)).ToList(), outsider.Received.Where(r => !r.Body.TryGetProperty("requestId", out _)).ToList());
        again.Select(r => IdOf(r.Body)).Distinct().Count().ShouldBe(70);
        again.ShouldAllBe(r => r.Body.GetProperty("requestId").GetGuid() == id);
        outsider.Received.Select(r => r.MessageId).Distinct().Count().ShouldBe(141);
        foreach (var reread in again)
            reread.Body.GetProperty("text").GetString().ShouldBe(first.Last(r => IdOf(r.Body) == IdOf(reread.Body)).Body.GetProperty("text").GetString());
        again.Count(r => r.Body.GetProperty("revision").GetInt32() == 2).ShouldBe(1);
    }

    [Fact]
    public async Task Articles_are_chosen_by_id_and_by_every_filter_also_those_stored_before_labels_were_kept()
    {
        await using var platform = await StartIngestAsync();
        await BindQueueAsync(platform);
        var one = (await platform.PostAsync(new { text = "One.", source = "a", outlet = "Wire", language = "pt-BR", tags = new[] { "x", "y" }, publishedAt = "2021-03-07" })).GetProperty("articleId").GetGuid();
        var two = (await platform.PostAsync(new { text = "Two.", source = "b", outlet = "Wire", language = "ptx", tags = new[] { "y" }, publishedAt = "2021-03-08" })).GetProperty("articleId").GetGuid();
        var three = (await platform.PostAsync(new { text = "Three.", source = "b", language = "en" })).GetProperty("articleId").GetGuid();

        async Task ChoosesAsync(object filter, params Guid[] expected)
        {
            var (id, articles) = await platform.RequestExtractionAsync(new { reason = "r", actor = "a", filter, ratePerSecond = 5000 });
            articles.ShouldBe(expected.Length, filter.ToString());
            await platform.DoneAsync(id);
            (await platform.IdsAsync($"select stream_id from ingest.mt_events where data->>'requestId' = '{id}'")).ShouldBe(expected, ignoreOrder: true, filter.ToString());
        }
        async Task AllFiltersChooseAsync()
        {
            await ChoosesAsync(new { source = "b" }, two, three);
            await ChoosesAsync(new { outlet = "Wire" }, one, two);
            await ChoosesAsync(new { language = "PT" }, one);
            await ChoosesAsync(new { tag = "y" }, one, two);
            await ChoosesAsync(new { publishedFrom = "2021-03-08" }, two);
            await ChoosesAsync(new { publishedTo = "2021-03-08" }, one);
            await ChoosesAsync(new { receivedFrom = "2020-01-01", source = "b", outlet = "Wire" }, two);
            await ChoosesAsync(new { receivedTo = "2020-01-01" });
        }
        await AllFiltersChooseAsync();
        (await platform.CountAsync("select count(*) from ingest.mt_doc_article where data->'labels'->>'source' is not null")).ShouldBe(3);
        await platform.CountAsync("with old as (update ingest.mt_doc_article set data = data - 'labels' - 'version' returning 1) select count(*) from old");
        await AllFiltersChooseAsync();
        var (ids, matched) = await platform.RequestExtractionAsync(new { reason = "r", actor = "a", articleIds = new[] { three, one, three } });
        matched.ShouldBe(2);
        (await platform.DoneAsync(ids)).GetProperty("requested").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task A_filter_that_chooses_little_moves_through_all_articles_window_by_window()
    {
        await using var platform = await StartIngestAsync(new Dictionary<string, string> { ["Reextraction__Window"] = "4" });
        await BindQueueAsync(platform);
        await PostAsync(platform, 0, 30);
        var chosen = new List<Guid>();
        foreach (var n in Enumerable.Range(0, 3))
            chosen.Add((await platform.PostAsync(new { text = $"Rare {n}.", outlet = "Rare" })).GetProperty("articleId").GetGuid());

        foreach (var rate in new[] { 10, 5000 })
        {
            var (id, _) = await platform.RequestExtractionAsync(new { reason = "r", actor = "a", filter = new { outlet = "Rare" }, ratePerSecond = rate });
            (await platform.DoneAsync(id)).GetProperty("requested").GetInt64().ShouldBe(3);
            (await platform.IdsAsync($"select stream_id from ingest.mt_events where data->>'requestId' = '{id}'")).ShouldBe(chosen, ignoreOrder: true);
            (await platform.IdsAsync($"select position from ingest.reextraction where id = '{id}'"))
                .ShouldBe(await platform.IdsAsync("select id from ingest.mt_doc_article order by id desc limit 1"), "it stands at the last of all, not at its last match");
        }
    }

    [Fact]
    public async Task A_request_killed_in_the_middle_goes_on_and_asks_for_nothing_twice()
    {
        await using var platform = await StartIngestAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("article-received.v1", "fanout");
        await PostAsync(platform, 0, 300);

        var (id, _) = await platform.RequestExtractionAsync(new { reason = "new rules", actor = "Ann", all = true, ratePerSecond = 60 });
        for (var kill = 1; kill <= 3; kill++)
        {
            await Eventually.Holds("a part to be requested", async () => await platform.RequestedAsync(id) >= kill * 20);
            platform.Ingest.Kill();
            (await platform.RequestedAsync(id)).ShouldBeLessThan(300, "killed in the middle");
            await platform.Ingest.Start().ReadyAsync();
        }
        var done = await platform.DoneAsync(id);

        done.GetProperty("requested").GetInt64().ShouldBe(300);
        (await platform.RequestedAsync(id)).ShouldBe(300);
        (await platform.CountAsync($"select count(distinct stream_id) from ingest.mt_events where data->>'requestId' = '{id}'")).ShouldBe(300);
        await Eventually.Equals(300, "articles published again", () => Task.FromResult<long>(
            outsider.Received.Where(r => r.Body.TryGetProperty("requestId", out _)).Select(r => IdOf(r.Body)).Distinct().Count()));
        outsider.Received.Where(r => r.Body.TryGetProperty("requestId", out _)).Select(r => r.MessageId).Distinct().Count().ShouldBe(300);
    }

    [Fact]
    public async Task Never_more_is_requested_than_may_wait_and_a_cancelled_request_asks_for_no_more()
    {
        await using var platform = await StartIngestAsync(new Dictionary<string, string> { ["Reextraction__MaxOutstanding"] = "20" });
        await BindQueueAsync(platform);
        var first = (await PostAsync(platform, 0, 100))[0];
        await Eventually.Equals(100, "articles in the queue", () => platform.DepthAsync(Queue));
        await TakeAsync(platform, 100);

        var (id, _) = await platform.RequestExtractionAsync(new { reason = "new rules", actor = "Ann", all = true, ratePerSecond = 5000 });
        await Eventually.Equals(20, "articles waiting", () => platform.DepthAsync(Queue));
        (await platform.RequestedAsync(id)).ShouldBe(20);
        await TakeAsync(platform, 15);
        await Eventually.Holds("fifteen more to be requested", async () =>
        {
            (await platform.DepthAsync(Queue)).ShouldBeLessThanOrEqualTo(20);
            return await platform.DepthAsync(Queue) == 20;
        });
        (await platform.RequestedAsync(id)).ShouldBe(35);

        (await platform.Ingest.Http.DeleteFromJsonAsync<JsonElement>($"extractions/{id}")).GetProperty("state").GetString().ShouldBe("cancelled");
        await TakeAsync(platform, 20);
        // Another request that is carried out shows that the first one had its turn.
        var (other, _) = await platform.RequestExtractionAsync(new { reason = "one", actor = "Ann", articleIds = new[] { first } });
        await platform.DoneAsync(other);
        var cancelled = await platform.ProgressAsync(id);
        cancelled.GetProperty("state").GetString().ShouldBe("cancelled");
        cancelled.GetProperty("requested").GetInt64().ShouldBe(35);
        cancelled.GetProperty("total").GetInt64().ShouldBe(100);
        (await platform.RequestedAsync(id)).ShouldBe(35);
        var listed = await platform.Ingest.Http.GetFromJsonAsync<JsonElement>("extractions?limit=1");
        listed.GetProperty("items")[0].GetProperty("id").GetGuid().ShouldBe(other);
        var rest = await platform.Ingest.Http.GetFromJsonAsync<JsonElement>($"extractions?after={listed.GetProperty("next").GetGuid()}");
        rest.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe([id]);
        rest.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_processes_together_request_no_faster_than_the_rate()
    {
        await using var platform = await StartIngestAsync();
        await using var second = new ServiceProcess("ingest", platform.EnvironmentOf("ingest"));
        await second.Start().ReadyAsync();
        await BindQueueAsync(platform);
        await PostAsync(platform, 0, 120);

        var (id, _) = await platform.RequestExtractionAsync(new { reason = "new rules", actor = "Ann", all = true, ratePerSecond = 40 });
        var done = await platform.DoneAsync(id);

        // 120 at 40 a second, without the pauses before the first batch and after the last of 4.
        (done.GetProperty("finishedAt").GetDateTimeOffset() - done.GetProperty("startedAt").GetDateTimeOffset()).TotalSeconds.ShouldBeGreaterThan(2.8);
        (await platform.RequestedAsync(id)).ShouldBe(120);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_request_and_unknown_articles_are_named()
    {
        await using var platform = await StartIngestAsync();
        await PostAsync(platform, 0, 2);
        var request = new { reason = "new rules", actor = "Ann", all = true };

        var first = await platform.SendExtractionAsync(request, "key-1");
        var second = await platform.SendExtractionAsync(request, "key-1");
        var other = await platform.SendExtractionAsync(new { reason = "other", actor = "Ann", all = true }, "key-1");
        var unknown = Guid.NewGuid();
        var missing = await platform.SendExtractionAsync(new { reason = "r", actor = "a", articleIds = new[] { unknown } });

        second.Body.ToString().ShouldBe(first.Body.ToString());
        (first.Replayed, second.Replayed).ShouldBe((false, true));
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Body.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:idempotency-key-reused");
        (await platform.CountAsync("select count(*) from ingest.reextraction")).ShouldBe(1);
        missing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        missing.Body.GetProperty("errors").GetProperty("articleIds")[0].GetString()!.ShouldContain(unknown.ToString());
        using var nowhere = await platform.Ingest.Http.GetAsync($"extractions/{unknown}");
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nowhere.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:unknown-extraction");
    }

    [Fact]
    public async Task An_article_read_again_is_still_a_duplicate_when_it_comes_again_and_is_still_revised_by_another_text()
    {
        await using var platform = await StartIngestAsync();
        await BindQueueAsync(platform);
        var article = await PostAsync(platform, 1, 1);
        var (id, _) = await platform.RequestExtractionAsync(new { reason = "new rules", actor = "Ann", articleIds = article });
        await platform.DoneAsync(id);

        (await platform.PostAsync(Articles.Attack(1))).GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        (await platform.PostAsync(new { externalId = "attack-1", source = "tests", text = "Another text." })).GetProperty("articleId").GetGuid().ShouldBe(article[0]);

        (await platform.CountAsync("select count(*) from ingest.mt_events where type = 'article_revised' and version = 3 and (data->'article'->>'revision')::int = 2")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(3);
    }

    private async Task<TestPlatform> StartIngestAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var platform = await TestPlatform.CreateAsync(infrastructure, environment);
        await platform.Ingest.Start().ReadyAsync();
        return platform;
    }

    /// <summary>The extraction's queue without the extraction.</summary>
    private static async Task BindQueueAsync(TestPlatform platform)
    {
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("article-received.v1", "fanout", durable: true);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, "article-received.v1", "");
    }

    /// <summary>Takes messages out of the queue, as the extraction would.</summary>
    private static async Task TakeAsync(TestPlatform platform, int count)
    {
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        for (var i = 0; i < count; i++)
            (await channel.BasicGetAsync(Queue, autoAck: true)).ShouldNotBeNull();
    }

    private static async Task<Guid[]> PostAsync(TestPlatform platform, int from, int count) =>
        [.. (await Task.WhenAll(Enumerable.Range(from, count).Select(n => platform.PostAsync(Articles.Attack(n))))).Select(IdOf)];

    private static Guid IdOf(JsonElement body) => body.GetProperty("articleId").GetGuid();
}

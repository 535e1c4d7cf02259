using System.Net;
using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

public class BatchTests
{
    private static string Article(object id) => $$"""{"id":"{{id}}","text":"Rockets hit base {{id}}."}""";

    private static AcceptResult Accepted(ArticleInput article) => new([new(DeterministicId.Article(article.Source, article.ExternalId, article.Url, article.Title, article.Text), false, "t")], false);

    [Fact]
    public async Task Each_line_gets_its_id_a_duplicate_its_id_and_a_bad_one_a_problem_with_its_line_number()
    {
        await using var host = await IngestHost.StartAsync();
        var answers = await host.BatchAsync($"\uFEFF{Article(1)}\r\n\r\n  \t\n{{bad\n{Article(1)}\n{{\"title\":\"no text\"}}\n{Article(2)}");
        answers.Select(a => a.GetProperty("line").GetInt64()).ShouldBe([1, 4, 5, 6, 7]);
        answers[0].GetProperty("articleId").GetGuid().ShouldBe(DeterministicId.Article(null, "1", null, null, ""));
        answers[0].GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        answers[0].GetProperty("traceId").GetString().ShouldBe(new string('a', 32));
        answers[0].TryGetProperty("problem", out _).ShouldBeFalse();
        answers[1].GetProperty("problem").ShouldBeProblem(400, "malformed-json");
        answers[2].GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        answers[3].GetProperty("problem").ShouldBeProblem(422, "invalid-article").Error("text").ShouldContain("required");
        answers[4].GetProperty("articleId").GetGuid().ShouldBe(DeterministicId.Article(null, "2", null, null, ""));
        host.Stored.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl")]
    [InlineData("application/ndjson")]
    [InlineData("application/x-ndjson; charset=utf-8")]
    public async Task NDJSON_goes_by_several_names(string type)
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.PostAsync("/articles/batch", Article(1), type);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        host.Stored.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_batch_is_answered_with_nothing()
    {
        await using var host = await IngestHost.StartAsync();
        (await host.BatchAsync("")).ShouldBeEmpty();
        (await host.BatchAsync("\n\r\n")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_harm_only_their_lines()
    {
        await using var host = await IngestHost.StartAsync();
        byte[] body = [.. Encoding.UTF8.GetBytes(Article(1)), (byte)'\n', 0xFF, 0xFE, 0x00, (byte)'\n', .. "{\"text\":\""u8, 0xC3, (byte)'"', (byte)'}', (byte)'\n', .. Encoding.UTF8.GetBytes(Article(2))];
        var answers = await host.BatchAsync(body);
        answers.Count.ShouldBe(4);
        answers[1].GetProperty("problem").ShouldBeProblem(400, "bad-encoding");
        answers[2].GetProperty("problem").ShouldBeProblem(400, "bad-encoding");
        host.Stored.Select(s => s.Article.ExternalId).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task A_10_MB_line_gives_a_problem_and_the_rest_is_still_read()
    {
        await using var host = await IngestHost.StartAsync();
        var answers = await host.BatchAsync($"{Article(1)}\n{{\"text\":\"{new string('x', 10_000_000)}\"}}\n{Article(3)}\n");
        answers.Count.ShouldBe(3);
        answers[1].GetProperty("line").GetInt64().ShouldBe(2);
        answers[1].GetProperty("problem").ShouldBeProblem(413, "line-too-long").Detail().ShouldContain("1,048,576 bytes");
        host.Stored.Select(s => s.Article.ExternalId).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task The_length_of_a_line_is_configurable()
    {
        await using var host = await IngestHost.StartAsync(settings: new() { ["Limits:MaxLineBytes"] = "1024" });
        var answers = await host.BatchAsync($"{{\"text\":\"{new string('x', 1_013)}\"}}\n{{\"text\":\"{new string('x', 1_014)}\"}}");
        answers[0].TryGetProperty("articleId", out _).ShouldBeTrue();
        answers[1].GetProperty("problem").ShouldBeProblem(413, "line-too-long");
    }

    [Fact]
    public async Task A_store_outage_in_the_middle_gives_problem_lines_with_503_and_the_batch_goes_on()
    {
        await using var host = await IngestHost.StartAsync((articles, _, _) => articles[0].ExternalId is "2" or "3"
            ? throw new StoreUnavailableException(new InvalidOperationException("secret")) : Task.FromResult(Accepted(articles[0])));
        var answers = await host.BatchAsync(string.Join('\n', Enumerable.Range(1, 4).Select(i => Article(i))));
        answers.Count.ShouldBe(4);
        var problem = answers[1].GetProperty("problem").ShouldBeProblem(503, "store-unavailable");
        problem.GetProperty("retryAfterSeconds").GetInt32().ShouldBe(5);
        answers[2].TryGetProperty("problem", out _).ShouldBeTrue();
        answers[3].TryGetProperty("articleId", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task An_unforeseen_fault_of_one_line_is_a_500_without_internals_and_harms_no_other()
    {
        await using var host = await IngestHost.StartAsync((articles, _, _) => articles[0].ExternalId == "1" ? throw new InvalidOperationException("secret") : Task.FromResult(Accepted(articles[0])));
        var answers = await host.BatchAsync(Article(1) + "\n" + Article(2));
        answers[0].GetProperty("problem").ShouldBeProblem(500, "unexpected").ToString().ShouldNotContain("secret");
        answers[1].TryGetProperty("articleId", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Articles_go_to_the_store_concurrently_in_a_bounded_window_and_answers_keep_the_order()
    {
        var gate = new TaskCompletionSource();
        var (inFlight, most) = (0, 0);
        await using var host = await IngestHost.StartAsync(async (articles, _, _) =>
        {
            var now = Interlocked.Increment(ref inFlight);
            int seen;
            while (now > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, now, seen) != seen) { }
            // All wait until the window is full; then they finish in any order.
            if (now == 8) gate.TrySetResult();
            await gate.Task;
            if (int.Parse(articles[0].ExternalId!, System.Globalization.CultureInfo.InvariantCulture) % 3 == 0) await Task.Yield();
            Interlocked.Decrement(ref inFlight);
            return Accepted(articles[0]);
        }, new() { ["Limits:BatchWindow"] = "8" });
        var answers = await host.BatchAsync(string.Join('\n', Enumerable.Range(1, 500).Select(i => Article(i))));
        most.ShouldBe(8);
        answers.Select(a => a.GetProperty("line").GetInt64()).ShouldBe(Enumerable.Range(1, 500).Select(i => (long)i));
        answers.Select(a => a.GetProperty("articleId").GetGuid()).ShouldBe(Enumerable.Range(1, 500).Select(i => DeterministicId.Article(null, $"{i}", null, null, "")));
    }

    [Fact]
    public async Task The_window_is_also_bounded_in_bytes()
    {
        var (inFlight, most) = (0, 0);
        var full = new TaskCompletionSource();
        await using var host = await IngestHost.StartAsync(async (articles, _, _) =>
        {
            var now = Interlocked.Increment(ref inFlight);
            lock (full) most = Math.Max(most, now);
            if (now == 2) full.TrySetResult();
            await full.Task;
            await Task.Yield();
            Interlocked.Decrement(ref inFlight);
            return Accepted(articles[0]);
        }, new() { ["Limits:BatchWindow"] = "8" });
        // 200 kB take 4 places of 64 KiB each: two of them fill a window of 8.
        var answers = await host.BatchAsync(string.Join('\n', Enumerable.Range(1, 20).Select(i => $$"""{"id":"{{i}}","text":"{{new string('x', 200_000)}}"}""")));
        answers.Count.ShouldBe(20);
        most.ShouldBe(2);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Platform.Ingest;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Past capacity ingest refuses what is new and keeps what it took in, on the real store. The store stands still while a test holds the writer lock.</summary>
[Collection(Collection.Name)]
public sealed class Past_capacity_nothing_breaks(Infrastructure infrastructure)
{
    [Fact]
    public async Task What_is_past_capacity_gets_429_and_everything_accepted_is_stored_exactly_once()
    {
        const int Capacity = 5, Sent = 40;
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["Admission__Requests"] = $"{Capacity}", ["Admission__RefusalDelay"] = "00:00:00.01" });
        await platform.Ingest.Start().ReadyAsync();
        await using var still = await StandStillAsync(platform);

        var sent = Enumerable.Range(0, Sent).Select(n => platform.Ingest.Http.PostAsJsonAsync("articles", Articles.Attack(n))).ToList();
        await Eventually.Holds("all but those under way to be answered", () => Task.FromResult(sent.Count(s => s.IsCompleted) == Sent - Capacity));
        var early = await Task.WhenAll(sent.Where(s => s.IsCompleted));
        await still.DisposeAsync();
        var accepted = (await Task.WhenAll(sent)).Except(early).ToList();

        foreach (var refused in early)
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
            (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:over-capacity");
            refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 3);
            refused.Headers.GetValues("RateLimit").ShouldHaveSingleItem().ShouldStartWith("\"articles\";r=0;t=");
            refused.Headers.GetValues("RateLimit-Policy").ShouldBe([$"\"articles\";q={Capacity};qu=\"concurrent-requests\""]);
        }
        accepted.Count.ShouldBe(Capacity);
        var ids = new List<Guid>();
        foreach (var answer in accepted)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
            ids.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("articleId").GetGuid());
        }
        (await platform.IdsAsync("select stream_id from ingest.mt_events")).ShouldBe(ids, ignoreOrder: true);

        // Sent again, as Retry-After asks, the others are taken too.
        await Task.WhenAll(Enumerable.Range(0, Sent).Select(n => Eventually.Holds($"article {n} to be accepted", async () =>
        {
            using var answer = await platform.Ingest.Http.PostAsJsonAsync("articles", Articles.Attack(n));
            return answer.StatusCode == HttpStatusCode.Accepted;
        })));
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(Sent);
    }

    [Fact]
    public async Task Large_bodies_past_what_memory_may_hold_are_refused_and_small_ones_still_get_in()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["Admission__BodyMegabytes"] = "1" });
        await platform.Ingest.Start().ReadyAsync();
        var still = await StandStillAsync(platform);
        Task<HttpResponseMessage> Send(int n) => platform.Ingest.Http.PostAsJsonAsync("articles", new { externalId = $"large-{n}", text = new string('x', 450_000) });

        var sent = Enumerable.Range(0, 6).Select(Send).ToList();
        await Eventually.Holds("all that do not fit to be refused; two fit", () => Task.FromResult(sent.Count(s => s.IsCompleted) >= 4));
        foreach (var refused in await Task.WhenAll(sent.Where(s => s.IsCompleted)))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter.ShouldNotBeNull();
            refused.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"bodies\";q=1000000;qu=\"content-bytes\""]);
        }
        var small = platform.PostAsync(Articles.Attack(1));
        await still.DisposeAsync();

        await small;
        (await Task.WhenAll(sent)).Count(s => s.StatusCode == HttpStatusCode.Accepted).ShouldBeLessThanOrEqualTo(2);
        // There is room again.
        for (var n = 6; n < 9; n++)
            (await Send(n)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Batches_past_capacity_are_slowed_down_and_every_line_is_stored_once_while_single_articles_still_get_in()
    {
        const int Lines = 1_000;
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["Admission__Batches"] = "2", ["Admission__Places"] = "7" });
        await platform.Ingest.Start().ReadyAsync();
        var still = await StandStillAsync(platform);
        // The server asks for the body of a batch when it has let it in.
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = platform.Ingest.Address };
        var wanted = Enumerable.Range(0, 2).Select(_ => new TaskCompletionSource()).ToList();
        var batches = wanted.Select((asked, b) => BatchAsync(http, Enumerable.Range(0, Lines).Select(n => Articles.Attack(n, $"batch-{b}")), asked)).ToList();
        await Task.WhenAll(wanted.Select(asked => asked.Task)).WaitAsync(Eventually.Patience);

        using (var third = await PostBatchAsync(http, [Articles.Attack(1, "third")], new()))
        {
            third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            third.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"batches\";q=2;qu=\"concurrent-requests\""]);
        }
        await still.DisposeAsync();
        await platform.PostAsync(Articles.Attack(1, "single"));

        foreach (var answers in await Task.WhenAll(batches))
        {
            answers.Select(a => a.GetProperty("line").GetInt32()).ShouldBe(Enumerable.Range(1, Lines));
            answers.ShouldAllBe(a => a.GetProperty("articleId").GetGuid() != Guid.Empty);
        }
        (await platform.CountAsync("select count(*) from ingest.mt_events where data->>'source' like 'batch-%'")).ShouldBe(2 * Lines);
        (await platform.CountAsync("select count(distinct stream_id) from ingest.mt_events where data->>'source' like 'batch-%'")).ShouldBe(2 * Lines);
    }

    private static async Task<List<JsonElement>> BatchAsync(HttpClient http, IEnumerable<object> articles, TaskCompletionSource asked)
    {
        using var answer = await PostBatchAsync(http, articles, asked);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    private static async Task<HttpResponseMessage> PostBatchAsync(HttpClient http, IEnumerable<object> articles, TaskCompletionSource asked)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "articles/batch") { Content = new AwaitedContent(string.Join('\n', articles.Select(a => JsonSerializer.Serialize(a))), asked) };
        message.Headers.ExpectContinue = true;
        return await http.SendAsync(message);
    }

    /// <summary>A batch that tells when the server asks for it.</summary>
    private sealed class AwaitedContent : StringContent
    {
        private readonly TaskCompletionSource asked;

        public AwaitedContent(string lines, TaskCompletionSource asked)
            : base(lines, Encoding.UTF8, "application/x-ndjson") => this.asked = asked;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            asked.TrySetResult();
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }

    /// <summary>No commit goes through until what this gives is disposed.</summary>
    private static async Task<NpgsqlConnection> StandStillAsync(TestPlatform platform)
    {
        var connection = new NpgsqlConnection(platform.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand($"select pg_advisory_lock({Article.Schema.WriterLock})", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Platform.Telemetry;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Operators look at traces: an article's way through all services is there to be read, with what failed and was tried again, and keeping it is never in the way.</summary>
[Collection(Collection.Name)]
public sealed class Traces_show_an_articles_way(Infrastructure infrastructure)
{
    private static readonly string[] All =
        ["ingest", "store", "relay_wait", "publish", "broker_wait", "extraction", "extraction_step", "batch_wait", "lock_wait", "linking", "commit", "webhook"];

    [Fact]
    public async Task The_trace_of_an_article_shows_every_stage_in_all_three_services_to_the_subscriber()
    {
        await using var receiver = await WebhookReceiver.StartAsync(WebhookReceiver.Status(n => n == 1 ? 503 : 204));
        await using var platform = await TestPlatform.StartAsync(infrastructure, new Dictionary<string, string> { ["Webhooks__AllowedNetworks__0"] = "127.0.0.0/8", ["Webhooks__RetrySeconds__0"] = "0.05" });
        using (var registered = await platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = receiver.Address.ToString() }))
            registered.StatusCode.ShouldBe(HttpStatusCode.Created);

        var posted = await platform.PostAsync(Articles.Attack(1));
        var trace = await TraceAsync(platform, posted.GetProperty("articleId").GetGuid(), t =>
            Stages(t, "webhook").Count() == 2 && Services(t).Length == 3 && Stages(t, "relay_wait").Count() == 2 && All.All(name => Stages(t, name).Any()));

        trace.GetProperty("traceId").GetString().ShouldBe(posted.GetProperty("traceId").GetString());
        trace.GetProperty("status").GetString().ShouldBe("recovered");
        trace.GetProperty("requests")[0].GetProperty("reason").GetString().ShouldBe("received");
        Services(trace).ShouldBe([Names.Services.Ingest, Names.Services.Extraction, Names.Services.Projection], ignoreOrder: true);
        Stages(trace, "publish").Select(s => s.GetProperty("service").GetString()).ShouldBe([Names.Services.Ingest, Names.Services.Extraction, Names.Services.Projection]);
        Stages(trace, "broker_wait").Select(s => s.GetProperty("service").GetString()).ShouldBe([Names.Services.Extraction, Names.Services.Projection]);
        Stages(trace, "extraction_step").Select(s => s.GetProperty("detail").GetString()).ShouldBe(["text", "mentions", "clauses", "incidents", "reports"]);
        // The receiver said no once: the failure and the second attempt are there.
        Stages(trace, "webhook").Select(s => (s.GetProperty("status").GetString(), s.GetProperty("attempt").GetInt32())).ShouldBe([("error", 1), ("ok", 2)]);
        var spans = trace.GetProperty("spans").EnumerateArray().ToList();
        spans.Count(s => !s.TryGetProperty("parentId", out _)).ShouldBe(1);
        spans[0].GetProperty("name").GetString().ShouldBe("POST /articles");
        // Every other span hangs on one that is shown: the chain has no hole.
        spans.Skip(1).ShouldAllBe(s => s.GetProperty("depth").GetInt32() > 0);
        spans.ShouldAllBe(s => s.GetProperty("durationMs").GetDouble() >= 0);
        trace.GetRawText().ShouldNotContain("Password", Case.Insensitive);

        var byId = await platform.Projection.Http.GetFromJsonAsync<JsonElement>("traces/" + posted.GetProperty("traceId").GetString());
        byId.GetProperty("articleId").GetGuid().ShouldBe(posted.GetProperty("articleId").GetGuid());
        var slowest = (await platform.Projection.Http.GetFromJsonAsync<JsonElement>("traces/slowest")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        slowest.GetProperty("title").GetString().ShouldBe("Rockets hit Mosul, report 1");
        slowest.GetProperty("durationMs").GetDouble().ShouldBe(trace.GetProperty("durationMs").GetDouble());
    }

    [Fact]
    public async Task Each_listener_of_an_event_stream_is_in_the_trace_and_of_many_all_but_eight_are_one_line()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var listeners = new List<EventListener>();
        foreach (var query in (string[])["country=AQ", .. Enumerable.Range(1, 12).Select(n => $"country=IQ&confidenceMin=0.0{n}"), "country=AQ"])
            listeners.Add(await EventListener.ConnectAsync(platform.Projection.Http, query));
        await Eventually.Holds("all to listen", () => Task.FromResult(listeners.TrueForAll(l => l.LastEventId.Length > 0)));

        var posted = await platform.PostAsync(Articles.Attack(1));
        var trace = await TraceAsync(platform, posted.GetProperty("articleId").GetGuid(), t => IsDone(t) && Stages(t, "event_stream").Count() == 9);

        var details = Stages(trace, "event_stream").Select(s => s.GetProperty("detail").GetString()!).ToList();
        details.ShouldContain("4 more streams");
        details.Remove("4 more streams");
        details.Distinct().Count().ShouldBe(8);
        details.ShouldAllBe(d => d.Contains("127.0.0.1 country=IQ&confidenceMin=0.0", StringComparison.Ordinal));
        var spans = trace.GetProperty("spans").EnumerateArray().Where(s => s.GetProperty("name").GetString() == Names.Spans.EventStream).ToList();
        spans.ShouldAllBe(s => s.GetProperty("attributes").GetProperty(Names.Attributes.Outcome).GetString() == "delivered");
        var streams = listeners.Select(l => l.Answer.Headers.GetValues("trace-id").Single()).ToList();
        foreach (var span in spans.Select(s => s.GetProperty("attributes")).Where(a => a.TryGetProperty(Names.Attributes.StreamTrace, out _)))
            streams.ShouldContain(span.GetProperty(Names.Attributes.StreamTrace).GetString()!); // the client finds its own stream in its answer's header
        // What AMQP subscribers take is known as far as the broker's exchange.
        Stages(trace, "publish").Select(s => s.TryGetProperty("detail", out var detail) ? detail.GetString() : null).ShouldContain("incident-changed.v1 incident.opened.rocket_attack.IQ");
        foreach (var listener in listeners)
            await listener.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_that_comes_back_for_a_change_is_in_its_trace_too_and_one_that_was_cut_off_is_told_so()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["EventStream__Backlog"] = "2" });
        await platform.Projection.Start().ReadyAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(1);
        var (start, opened) = (DateTimeOffset.UtcNow, story.Opened(DateTimeOffset.UtcNow));
        using var slow = new System.Net.Sockets.TcpClient { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync(platform.Projection.Address.Host, platform.Projection.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /incidents/events HTTP/1.1\r\nHost: {platform.Projection.Address.Authority}\r\n\r\n"));
        await using var other = await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0");

        // Each change has a trace of its own; every report more makes the event larger, until the one that reads nothing is cut off.
        for (var n = 1; n <= 300; n++)
        {
            writer.TraceParent = $"00-{Trace(n)}-00f067aa0ba902b7-01";
            await writer.WriteAsync(start, (opened.IncidentId, n == 1 ? opened : story.Linked(opened.IncidentId, start)));
            await Eventually.Holds($"event {n} at the other", () => Task.FromResult(other.Received.Count == n));
        }
        await using var back = await EventListener.ConnectAsync(platform.Projection.Http, "country=IQ,SY,FJ&lastEventId=0", $"{other.Received[^2].Id}");
        await Eventually.Equals(1, "events it came back for", () => Task.FromResult((long)back.Received.Count));

        await Eventually.Equals(1, "spans of the last change that came back", () => platform.CountAsync($"select count(*) from incidents.trace_span where trace_id = '{Trace(300)}' and details->'attributes'->>'filter' like '%FJ%'"));
        const string cut = "from incidents.trace_span where details->'attributes'->>'outcome' = 'cut_off'";
        await Eventually.Holds("a span that was cut off", async () => await platform.CountAsync($"select count(*) {cut}") > 0);
        var one = await platform.CountAsync($"select ('x' || right(min(trace_id::text), 8))::bit(32)::int::bigint {cut}");
        var trace = await platform.Projection.Http.GetFromJsonAsync<JsonElement>("traces/" + Trace((int)one));
        Stages(trace, "event_stream").ShouldContain(s => s.GetProperty("detail").GetString() == "127.0.0.1 (cut_off)");
        trace.GetProperty("errors").GetInt32().ShouldBe(0); // it is no fault of the article's way
    }

    [Fact]
    public async Task A_line_of_a_batch_shows_its_own_way_and_the_request_it_came_in()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var lines = string.Join('\n', Enumerable.Range(0, 3).Select(n => JsonSerializer.Serialize(Articles.Attack(n))));
        using var answer = await platform.Ingest.Http.PostAsync("articles/batch", new StringContent(lines, new MediaTypeHeaderValue("application/x-ndjson")));
        var second = JsonDocument.Parse((await answer.Content.ReadAsStringAsync()).Split('\n')[1]).RootElement;

        var trace = await TraceAsync(platform, second.GetProperty("articleId").GetGuid(), t => IsDone(t) && t.GetProperty("spans")[0].TryGetProperty("linked", out _));

        trace.GetProperty("traceId").GetString().ShouldBe(second.GetProperty("traceId").GetString());
        var linked = trace.GetProperty("spans")[0];
        linked.GetProperty("name").GetString().ShouldBe("POST /articles/batch");
        linked.GetProperty("traceId").GetString().ShouldBe(answer.Headers.GetValues("trace-id").Single());
        trace.GetProperty("spans").EnumerateArray().First(s => !s.TryGetProperty("linked", out _)).GetProperty("name").GetString().ShouldBe(Names.Spans.AcceptLine);
    }

    [Fact]
    public async Task What_failed_and_what_was_tried_again_is_among_the_failed_with_its_error()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.ExecuteAsync("alter table incidents.incident_list add constraint no_reports check (false) not valid");
        var lost = (await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid();

        var failed = await TraceAsync(platform, lost, t => t.GetProperty("status").GetString() == "failed" && Stages(t, "dead_letter").Any());
        Stages(failed, "commit").ShouldContain(s => s.GetProperty("status").GetString() == "error" && s.GetProperty("error").GetString()!.Contains("no_reports", StringComparison.Ordinal));
        var item = (await FailedAsync(platform)).ShouldHaveSingleItem();
        item.GetProperty("articleId").GetGuid().ShouldBe(lost);
        item.GetProperty("status").GetString().ShouldBe("failed");
        item.GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();

        await platform.ExecuteAsync("alter table incidents.incident_list drop constraint no_reports");
        var op = new Operator(platform);
        await op.ReplayAsync(await op.OnlyAsync($"?traceId={failed.GetProperty("traceId").GetString()}"));

        var recovered = await TraceAsync(platform, lost, t => Stages(t, "replay").Any() && Stages(t, "commit").Any(s => s.GetProperty("status").GetString() == "ok"));
        recovered.GetProperty("status").GetString().ShouldBe("recovered");
        Stages(recovered, "commit").Max(s => s.GetProperty("attempt").GetInt32()).ShouldBeGreaterThan(1);
        recovered.GetProperty("retries").GetInt32().ShouldBeGreaterThan(0);
        (await platform.Projection.Http.GetFromJsonAsync<JsonElement>("traces/failed?since=2999-01-01")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Lists_go_on_where_a_page_ended_and_bad_questions_are_told_what_is_wrong()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        for (var n = 1; n <= 5; n++)
            await KeepAsync(platform, n, DateTimeOffset.UtcNow.AddMinutes(-n), milliseconds: n * 100);

        async Task<List<string>> PagesAsync(string list)
        {
            var (ids, next) = (new List<string>(), "");
            do
            {
                var page = await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"traces/{list}?limit=2{next}");
                ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("traceId").GetString()!));
                next = page.GetProperty("next").GetString() is { } cursor ? "&cursor=" + cursor : "";
            }
            while (next.Length > 0);
            return ids;
        }

        (await PagesAsync("slowest")).ShouldBe([.. Enumerable.Range(1, 5).Reverse().Select(Trace)]);
        (await PagesAsync("failed")).ShouldBe([.. Enumerable.Range(1, 5).Select(Trace)]);
        foreach (var (question, status, type) in new[]
        {
            ("traces/slowest?since=yesterday", 400, "invalid-query"), ("traces/failed?limit=0", 400, "invalid-query"), ("traces/failed?cursor=x", 400, "invalid-query"), ("traces/failed?untl=x", 400, "invalid-query"),
            ($"traces/{new string('a', 32)}", 404, "unknown-trace"), ("traces/x", 404, "unknown-trace"), ($"articles/{Guid.NewGuid()}/trace", 404, "unknown-article"), ("articles/x/trace", 404, "unknown-article"),
        })
        {
            using var answer = await platform.Projection.Http.GetAsync(question);
            ((int)answer.StatusCode).ShouldBe(status, question);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:" + type);
            problem.GetProperty("traceId").GetString().ShouldBe(answer.Headers.GetValues("trace-id").Single());
        }
    }

    [Fact]
    public async Task Any_answer_of_any_service_has_the_trace_id_of_its_request()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var traces = new List<string>();
        foreach (var (service, path) in new[]
        {
            (platform.Ingest, "extractions"), (platform.Ingest, "nowhere"), (platform.Ingest, "openapi/v1.json"), (platform.Ingest, "health/live"), (platform.Extraction, "health/ready"), (platform.Extraction, "nowhere"),
            (platform.Projection, "incidents"), (platform.Projection, "incidents/x"), (platform.Projection, "nowhere"), (platform.Projection, "incidents.csv"), (platform.Projection, "dead-letters?limit=x"),
        })
        {
            using var answer = await service.Http.GetAsync(path);
            traces.Add(answer.Headers.TryGetValues("trace-id", out var values) ? values.Single() : throw new InvalidOperationException($"{service.Name} {path} has none"));
            if ((int)answer.StatusCode >= 400 && answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
                (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString().ShouldBe(traces[^1], path);
        }
        using (var posted = await platform.Ingest.Http.PostAsJsonAsync("articles", Articles.Attack(1)))
            (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString().ShouldBe(posted.Headers.GetValues("trace-id").Single());
        traces.ShouldAllBe(t => t.Length == 32 && t.Trim('0').Length > 0);
        traces.Distinct().Count().ShouldBe(traces.Count);
    }

    [Fact]
    public async Task What_is_older_than_it_is_to_be_kept_is_forgotten_with_its_spans()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["Traces__KeepDays"] = "2" });
        for (var n = 1; n <= 3; n++)
            await KeepAsync(platform, n, DateTimeOffset.UtcNow.AddDays(-n).AddHours(-1), milliseconds: 5);

        await platform.Projection.Start().ReadyAsync();

        await Eventually.Equals(1, "traces", () => platform.CountAsync("select count(*) from incidents.trace"));
        (await platform.CountAsync("select count(*) from incidents.trace_span")).ShouldBe(1);
        (await platform.Projection.Http.GetAsync("traces/" + Trace(1))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_holds_up_nothing_and_what_it_misses_is_counted()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var platform = await TestPlatform.StartAsync(infrastructure, receiver.Environment);
        await platform.ExecuteAsync("revoke insert on incidents.trace_span from platform_projection");

        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => platform.PostAsync(Articles.Attack(n))));
        await Task.WhenAll(posted.Select(p => platform.ExtractedAsync(p.GetProperty("articleId").GetGuid())));

        await Eventually.Holds("the loss to be counted", () => Task.FromResult(receiver.Metrics.Contains($"projection/{Names.Metrics.TraceSpansDropped}")));
        await Eventually.Equals(0, "batches waiting", () => platform.DepthAsync("projection.trace-spans"));
        (await platform.CountAsync("select count(*) from incidents.trace_span")).ShouldBe(0);
        (await platform.CountAsync("select count(*) from incidents.dead_letter")).ShouldBe(0);
        var none = await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"articles/{posted[0].GetProperty("articleId").GetGuid()}/trace");
        (none.GetProperty("status").GetString(), none.GetProperty("traceId").GetString()).ShouldBe(("none", posted[0].GetProperty("traceId").GetString()));
    }

    [Fact]
    public async Task Switched_off_nothing_is_recorded_sent_or_kept()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure, new Dictionary<string, string> { ["Traces__Store"] = "false" });
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic");

        await platform.PostAsync(Articles.Attack(1));
        await Eventually.Holds("the change", () => Task.FromResult(outsider.Received.Count == 1));

        outsider.Received[0].Headers["traceparent"]!.ShouldEndWith("-00");
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Should.ThrowAsync<RabbitMQ.Client.Exceptions.OperationInterruptedException>(() => channel.ExchangeDeclarePassiveAsync("trace-spans.v1"));
        (await platform.CountAsync("select count(*) from incidents.trace")).ShouldBe(0);
    }

    [Fact]
    public async Task Storing_spans_makes_no_spans()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var posted = await platform.PostAsync(Articles.Attack(1));
        await TraceAsync(platform, posted.GetProperty("articleId").GetGuid(), IsDone);
        // A second article's spans come after whatever the first one's might have made.
        var second = await platform.PostAsync(Articles.Attack(2));
        await TraceAsync(platform, second.GetProperty("articleId").GetGuid(), IsDone);

        (await platform.CountAsync("select count(*) from incidents.trace where article_id is null")).ShouldBe(0);
        (await platform.CountAsync("select count(*) from incidents.trace")).ShouldBe(2);
    }

    private static string Trace(int n) => n.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsDone(JsonElement trace) => trace.GetProperty("status").GetString() is "ok" or "recovered" && Services(trace).Length == 3 && Stages(trace, "relay_wait").Count() == 2;

    private static string[] Services(JsonElement trace) =>
        [.. trace.GetProperty("spans").EnumerateArray().Where(s => !s.TryGetProperty("linked", out _)).Select(s => s.GetProperty("service").GetString()!).Distinct()];

    private static IEnumerable<JsonElement> Stages(JsonElement trace, string name) => trace.GetProperty("stages").EnumerateArray().Where(s => s.GetProperty("name").GetString() == name);

    private static async Task<JsonElement[]> FailedAsync(TestPlatform platform) =>
        [.. (await platform.Projection.Http.GetFromJsonAsync<JsonElement>("traces/failed")).GetProperty("items").EnumerateArray()];

    /// <summary>Waits for an article's trace that is as wanted; tells the last one when it never is.</summary>
    private static async Task<JsonElement> TraceAsync(TestPlatform platform, Guid article, Func<JsonElement, bool> asWanted)
    {
        var last = "";
        try
        {
            return (await Eventually.Get("the trace", async () =>
            {
                last = await platform.Projection.Http.GetStringAsync($"articles/{article}/trace");
                var trace = JsonDocument.Parse(last);
                return asWanted(trace.RootElement) ? trace : null;
            })).RootElement;
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(last, e);
        }
    }

    /// <summary>A trace of one span that failed, straight into the tables.</summary>
    private static Task KeepAsync(TestPlatform platform, int n, DateTimeOffset at, int milliseconds) => platform.ExecuteAsync($"""
        insert into incidents.trace (id, article_id, started_at, ended_at, failed_at)
        values ('{Trace(n)}', '{Guid.NewGuid()}', '{at:O}', '{at.AddMilliseconds(milliseconds):O}', '{at.AddMilliseconds(milliseconds):O}');
        insert into incidents.trace_span (trace_id, span_id, service, name, kind, started_at, duration, error, retry, details)
        values ('{Trace(n)}', 1, 'ingest', 'made up', 0, '{at:O}', {milliseconds * 1000}, 'made up', 0, jsonb_build_object())
        """);
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection;
using Platform.Projection.Incidents;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P5 over HTTP: whoever comes back with the last id has missed nothing, and nobody is in anybody's way.</summary>
[Collection(Collection.Name)]
public sealed class Server_sent_events(Infrastructure infrastructure)
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nothing_is_missed_over_reconnects_and_a_kill_of_the_service()
    {
        await using var platform = await StartAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var heard = new List<long>();
        var lastId = "";
        var writing = Incident_lists_are_exact.FillAsync(writer, 600);
        for (var n = 0; n < 6; n++)
        {
            var before = heard.Count;
            await using (var listener = await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0", lastId))
            {
                await Eventually.Holds("some events more", async () => listener.Received.Count > 20 || (writing.IsCompleted && heard.Count + listener.Received.Count == (await PositionsAsync(platform)).Count));
                if (n == 3)
                {
                    platform.Projection.Kill();
                    await listener.Ended;
                }
                heard.AddRange(listener.Received.Select(r => r.Id));
                lastId = listener.Received.Count > 0 ? $"{heard[^1]}" : lastId;
            }
            if (n == 3)
                await platform.Projection.Start().ReadyAsync();
        }
        await writing;
        var all = await PositionsAsync(platform);
        await using var last = await EventListener.ConnectAsync(platform.Projection.Http, "", lastId);
        await Eventually.Equals(all.Count, "events heard", () => Task.FromResult((long)heard.Count + last.Received.Count));

        heard.Concat(last.Received.Select(r => r.Id)).ShouldBe(all);
    }

    [Fact]
    public async Task A_client_without_an_id_hears_what_happens_from_now_on_and_can_come_back_before_anything_has_happened()
    {
        await using var platform = await StartAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await Incident_lists_are_exact.FillAsync(writer, 5);
        string id;
        await using (var first = await EventListener.ConnectAsync(platform.Projection.Http))
        {
            await Eventually.Holds("an id", () => Task.FromResult(first.LastEventId.Length > 0));
            id = first.LastEventId;
            first.Received.ShouldBeEmpty();
        }
        var opened = story.Opened(Start);
        await writer.WriteAsync(Start, (opened.IncidentId, opened));
        await using var second = await EventListener.ConnectAsync(platform.Projection.Http, "", id);
        await Eventually.Holds("what happened between", () => Task.FromResult(second.Received.Count > 0));
        await writer.WriteAsync(Start, (opened.IncidentId, story.Linked(opened.IncidentId, Start)));
        await Eventually.Holds("what happens now", () => Task.FromResult(second.Received.Count > 1));

        second.Received.Select(r => (r.Body.GetProperty("incidentId").GetGuid(), r.Body.GetProperty("version").GetInt64(), r.Body.GetProperty("change").GetString()))
            .ShouldBe([(opened.IncidentId, 1, "opened"), (opened.IncidentId, 2, "report_linked")]);
        second.Received.ShouldAllBe(r => JsonSerializer.Deserialize(r.Body, ContractJson.Default.IncidentChanged)!.Incident.Id == opened.IncidentId);
        foreach (var (_, body) in second.Received)
            Described.BodyShouldFit("incidentEvent", JsonSerializer.SerializeToUtf8Bytes(body));
        second.Answer.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        second.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        second.Answer.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        second.ReconnectionInterval.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Every_filter_tells_what_fits_before_or_after_the_change_from_the_log_and_as_it_happens()
    {
        await using var platform = await StartAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await Incident_lists_are_exact.FillAsync(writer, 300);
        (string Query, Func<Incident, bool> Fits)[] filters =
        [
            .. Incident_lists_are_exact.Filters.Where(f => !f.Query.Contains("q=") && !f.Query.Contains("changedSince")),
            ("status=rejected", i => i.Status == IncidentStatus.Rejected),
            ($"incident={writer.States.First().Id}", i => i.Id == writer.States.First().Id),
        ];
        var listeners = new List<EventListener>();
        foreach (var (query, _) in filters)
            listeners.Add(await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0&" + query));
        await using var opened = await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0&change=opened,rejected");
        await Incident_lists_are_exact.FillAsync(writer, 40, story);

        var steps = await StepsAsync(platform);
        for (var n = 0; n < filters.Length; n++)
        {
            var expected = steps.Where(s => filters[n].Fits(s.After) || (s.Before is not null && filters[n].Fits(s.Before))).Select(s => s.Position).ToList();
            expected.ShouldNotBeEmpty(filters[n].Query);
            await Eventually.Holds(filters[n].Query, () => Task.FromResult(listeners[n].Received.Count >= expected.Count));
            listeners[n].Received.Select(r => r.Id).ShouldBe(expected, filters[n].Query);
            await listeners[n].DisposeAsync();
        }
        var named = steps.Where(s => s.Change is "opened" or "rejected").Select(s => s.Position).ToList();
        await Eventually.Holds("opened and rejected ones", () => Task.FromResult(opened.Received.Count >= named.Count));
        opened.Received.Select(r => r.Id).ShouldBe(named);
    }

    [Fact]
    public async Task Signs_of_life_carry_the_place_so_that_a_filter_that_is_never_met_need_not_go_far_back()
    {
        await using var platform = await StartAsync(new() { ["EventStream__HeartbeatSeconds"] = "0.2" });
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await using var listener = await EventListener.ConnectAsync(platform.Projection.Http, "country=AQ");
        await Incident_lists_are_exact.FillAsync(writer, 10);
        var end = (await PositionsAsync(platform))[^1];

        await Eventually.Holds("the last place", () => Task.FromResult(listener.LastEventId == $"{end}"));
        listener.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_without_delay_to_others_and_goes_on_from_its_last_id()
    {
        await using var platform = await StartAsync(new() { ["EventStream__Backlog"] = "8" });
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(1);
        var opened = story.Opened(Start);
        await writer.WriteAsync(Start, (opened.IncidentId, opened));
        using var slow = new TcpClient { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync(platform.Projection.Address.Host, platform.Projection.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /incidents/events?lastEventId=0 HTTP/1.1\r\nHost: {platform.Projection.Address.Authority}\r\n\r\n"));
        await using var other = await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0");
        await Eventually.Holds("the first event", () => Task.FromResult(other.Received.Count == 1));

        // Every report more makes the incident, and so the event, larger.
        for (var n = 0; n < 300; n++)
        {
            await writer.WriteAsync(Start, (opened.IncidentId, story.Linked(opened.IncidentId, Start)));
            await Eventually.Holds($"event {n + 2} at the other", () => Task.FromResult(other.Received.Count == n + 2));
        }
        var text = new StringBuilder();
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await slow.GetStream().ReadAsync(buffer)) > 0;)
                text.Append(Encoding.UTF8.GetString(buffer.AsSpan(0, read)));
        }
        catch (IOException)
        {
            // Broken off, as it should be.
        }
        var whole = text.ToString()[..(text.ToString().LastIndexOf("\n\n", StringComparison.Ordinal) + 1)];
        var ids = whole.Split('\n').Where(l => l.StartsWith("id: ", StringComparison.Ordinal)).Select(l => long.Parse(l[4..])).Distinct().ToList();
        ids.Count.ShouldBeLessThan(301);

        await using var again = await EventListener.ConnectAsync(platform.Projection.Http, "", $"{ids[^1]}");
        var rest = other.Received.Select(r => r.Id).Where(id => id > ids[^1]).ToList();
        await Eventually.Holds("the rest", () => Task.FromResult(again.Received.Count >= rest.Count));
        again.Received.Select(r => r.Id).ShouldBe(rest);
    }

    [Fact]
    public async Task A_stream_ends_with_its_token_and_goes_on_under_another_from_its_last_id()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var platform = await StartAsync(new(issuer.Environment) { ["Access__Keyless"] = "false" });
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await Incident_lists_are_exact.FillAsync(writer, 3);
        HttpClient With(string token) => new() { BaseAddress = platform.Projection.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        // Clocks may differ by half a minute, so this one is taken for some seconds more.
        using var ending = With(issuer.Token("read", expires: TimeSpan.FromSeconds(-15)));
        await using var first = await EventListener.ConnectAsync(ending, "lastEventId=0");

        (await first.Ended).ShouldBeTrue("it ends in good order");

        first.Received.Select(r => r.Id).ShouldBe(await PositionsAsync(platform));
        using (var again = await ending.GetAsync("incidents/events", HttpCompletionOption.ResponseHeadersRead))
            again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var opened = story.Opened(Start);
        await writer.WriteAsync(Start, (opened.IncidentId, opened));
        using var lasting = With(issuer.Token("read"));
        await using var second = await EventListener.ConnectAsync(lasting, "", first.LastEventId);
        await Eventually.Holds("what happened between", () => Task.FromResult(second.Received.Count > 0));
        second.Received[0].Body.GetProperty("incidentId").GetGuid().ShouldBe(opened.IncidentId);
    }

    [Fact]
    public async Task A_stop_of_the_service_ends_every_stream_in_good_order()
    {
        await using var platform = await StartAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await Incident_lists_are_exact.FillAsync(writer, 3);
        var listeners = new List<EventListener>();
        for (var n = 0; n < 50; n++)
            listeners.Add(await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0"));
        await Eventually.Holds("the events", () => Task.FromResult(listeners.TrueForAll(l => l.Received.Count > 0)));

        await platform.Projection.TerminateAsync();

        foreach (var listener in listeners)
        {
            (await listener.Ended).ShouldBeTrue();
            await listener.DisposeAsync();
        }
        platform.Projection.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_outage_of_the_database_breaks_no_stream_and_loses_nothing()
    {
        await using var platform = await StartAsync(new() { ["EventStream__HeartbeatSeconds"] = "0.2" });
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await Incident_lists_are_exact.FillAsync(writer, 3);
        await using var listener = await EventListener.ConnectAsync(platform.Projection.Http, "lastEventId=0");
        await Eventually.Holds("what was", async () => listener.Received.Count == (await PositionsAsync(platform)).Count);
        await infrastructure.Postgres("restart");
        await Eventually.Holds("the database", async () => (await PositionsAsync(platform)).Count > 0);
        await using var again = await IncidentWriter.OpenAsync(platform.Database);
        var opened = story.Opened(Start);
        await again.WriteAsync(Start, (opened.IncidentId, opened));

        await Eventually.Holds("what came after", async () => listener.Received.Count == (await PositionsAsync(platform)).Count);
        listener.Received.Select(r => r.Id).ShouldBe(await PositionsAsync(platform));
    }

    [Fact]
    public async Task No_more_are_let_in_than_may_be_however_many_come_at_once_and_the_next_when_one_has_gone()
    {
        await using var platform = await StartAsync(new() { ["EventStream__MostClients"] = "2" });
        async Task<HttpResponseMessage> ConnectAsync() => await platform.Projection.Http.GetAsync("incidents/events", HttpCompletionOption.ResponseHeadersRead);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ConnectAsync()));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(2);
        foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
            refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
        answers.First(a => a.IsSuccessStatusCode).Dispose();
        await Eventually.Holds("room for another", async () =>
        {
            using var next = await ConnectAsync();
            return next.IsSuccessStatusCode;
        });
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_by_name()
    {
        await using var platform = await StartAsync();
        foreach (var (query, lastEventId, name) in new (string, string?, string)[]
        {
            ("contry=IQ", null, "contry"), ("q=rocket", null, "q"), ("change=vanished", null, "change"), ("country=Iraq", null, "country"), ("incident=1", null, "incident"),
            ("", "yesterday", "lastEventId"), ("lastEventId=-1", null, "lastEventId"), ("", "999999999", "lastEventId"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "incidents/events?" + query);
            if (lastEventId is not null)
                request.Headers.Add("Last-Event-ID", lastEventId);
            using var answer = await platform.Projection.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").GetProperty(name).GetArrayLength().ShouldBe(1, query);
        }
    }

    /// <summary>The projection alone: events are written straight into its log.</summary>
    private async Task<TestPlatform> StartAsync(Dictionary<string, string>? environment = null)
    {
        var platform = await TestPlatform.CreateAsync(infrastructure, environment);
        await platform.Projection.Start().ReadyAsync();
        return platform;
    }

    private static async Task<List<long>> PositionsAsync(TestPlatform platform) => [.. (await StepsAsync(platform)).Select(s => s.Position)];

    private static async Task<List<(long Position, string Change, Incident? Before, Incident After)>> StepsAsync(TestPlatform platform)
    {
        await using var connection = await platform.Database.OpenConnectionAsync();
        var events = await new LogReader(Schema.Incidents).ReadAsync(connection, 0, int.MaxValue, CancellationToken.None);
        return [.. events.GroupBy(e => e.StreamId).SelectMany(PastIncident.Steps).Select(s => (s.Stored.Sequence, IncidentStream.Changes[s.Stored.Type], s.Before, s.After)).OrderBy(s => s.Sequence)];
    }
}

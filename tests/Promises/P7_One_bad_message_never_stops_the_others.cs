using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Platform.Bus;
using Platform.Contracts;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Promises;

/// <summary>P7: one bad message never stops the others; it is kept with its reason, and replayed it has its one effect once the cause is cured. One that kills its process: tests/Faults.</summary>
[Collection(Collection.Name)]
public sealed class P7_One_bad_message_never_stops_the_others(Infrastructure infrastructure)
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string TraceParent = $"00-{TraceId}-b7ad6b7169203331-01";
    private const string Detected = "incident-detected.v1", Key = "incident.detected.rocket_attack.IQ";
    private const int Neighbours = 20;

    /// <summary>RabbitMQ's, when nobody sets another.</summary>
    private const int LargestFrame = 131_072;

    [Theory]
    [InlineData("{ not json", "IncidentDetected", "error", "JSON")]
    [InlineData("""{"report": 7}""", "IncidentDetected", "error", "report")]
    [InlineData("{}", "SomethingElse", "skipped", "urn:message:Platform.Contracts:SomethingElse")]
    [InlineData("{}", null, "error", "missing required properties")]
    public async Task Bad_JSON_or_a_wrong_type_harms_no_neighbour_keeps_the_connection_and_can_be_tried_again_or_discarded(string body, string? type, string kind, string reason)
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var (op, connections, bad) = (new Operator(platform), await ConnectionsAsync(platform), Guid.NewGuid().ToString());

        await PublishAroundAsync(outsider, () => outsider.PublishAsync(Detected, Encoding.UTF8.GetBytes(body), bad, type, Key, TraceParent));

        await Eventually.Equals(Neighbours, "neighbours", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        var letter = await op.OnlyAsync();
        Text(letter, "queue").ShouldBe("projection.incident-detected");
        Text(letter, "kind").ShouldBe(kind);
        Text(letter, "reason").ShouldContain(reason);
        Text(letter, "messageId").ShouldBe(bad);
        Text(letter, "traceId").ShouldBe(TraceId);
        letter.GetProperty("headers").GetProperty("traceparent").GetString().ShouldBe(TraceParent);
        letter.GetProperty("body").GetBytesFromBase64().ShouldBe(Encoding.UTF8.GetBytes(body));
        (await ConnectionsAsync(platform)).ShouldBe(connections);

        (await op.ReplayAsync(letter)).GetProperty("replays").GetInt32().ShouldBe(1);
        var again = await op.OnlyAsync("?state=waiting");
        again.GetProperty("id").GetGuid().ShouldBe(letter.GetProperty("id").GetGuid());
        Operator.Actions(again).ShouldBe(["died", "replayed", "died"]);
        again.GetProperty("headers").GetProperty("traceparent").GetString().ShouldBe(TraceParent);

        var id = again.GetProperty("id").GetGuid();
        (await op.DecideAsync($"{id}/discard", new { actor = "Op", reason = "a test of somebody's" })).Body.GetProperty("state").GetString().ShouldBe("discarded");
        var (status, problem) = await op.DecideAsync($"{id}/replay", new { actor = "Op", reason = "once more" });
        ((int)status).ShouldBe(409);
        problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:dead-letter-discarded");
        var last = (await op.GetAsync(id)).GetProperty("actions").EnumerateArray().Last();
        (Text(last, "action"), Text(last, "actor"), Text(last, "reason")).ShouldBe(("discarded", "Op", "a test of somebody's"));
    }

    [Fact]
    public async Task One_put_aside_waits_for_its_reader_however_long_past_its_expiration()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await platform.Extraction.Start().ReadyAsync();

        await outsider.PublishAsync("article-received.v1", "{ not json"u8.ToArray(), Guid.NewGuid().ToString(), "ArticleReceived", expiration: "500");
        await Eventually.Holds("it to be put aside", () => Task.FromResult(platform.Extraction.Log.Any(line => line.Contains("was put aside", StringComparison.Ordinal))));
        var aside = DateTimeOffset.UtcNow;
        await Eventually.Holds("its time to be over", () => Task.FromResult(DateTimeOffset.UtcNow - aside > TimeSpan.FromSeconds(1)));
        await platform.Projection.Start().ReadyAsync();

        Text(await new Operator(platform).OnlyAsync(), "queue").ShouldBe("extraction.article-received");
    }

    [Fact]
    public async Task Without_a_message_id_it_is_refused_and_a_replay_however_often_has_one_effect()
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var op = new Operator(platform);

        await PublishAroundAsync(outsider, () => outsider.PublishAsync(Detected, Reports.Detected(Neighbours), null, "IncidentDetected", Key));
        await Eventually.Equals(Neighbours, "neighbours", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        var letter = await op.OnlyAsync();
        Text(letter, "reason").ShouldContain("message_id is missing");

        foreach (var _ in Enumerable.Range(0, 3))
            await op.ReplayAsync(letter);

        await Eventually.Equals(Neighbours + 1, "its effect", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        await Eventually.Equals(0, "messages left", () => platform.DepthAsync("projection.incident-detected"));
        (await platform.CountAsync($"select count(*) from incidents.inbox where key = 'message/{letter.GetProperty("id").GetGuid()}'")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from incidents.mt_events where type = 'incident_opened'")).ShouldBe(Neighbours + 1);
        var after = await op.OnlyAsync("?state=replayed");
        after.GetProperty("replays").GetInt32().ShouldBe(3);
        Operator.Actions(after).ShouldBe(["died", "replayed", "replayed", "replayed"]);
    }

    [Fact]
    public async Task One_bad_in_a_batch_of_100_is_kept_its_neighbours_go_on_and_cured_it_is_replayed()
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var (op, bad) = (new Operator(platform), Guid.NewGuid());
        await ExecuteAsync(platform, $"alter table incidents.inbox add constraint poison check (key <> 'message/{bad}')");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => outsider.PublishAsync(Detected, Encoding.UTF8.GetBytes(Reports.Detected(n)), n == 50 ? bad.ToString() : Guid.NewGuid().ToString(), "IncidentDetected", Key, TraceParent)));

        await Eventually.Equals(99, "neighbours", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        var letter = await op.OnlyAsync("?kind=refused&reason=poison&traceId=" + TraceId);
        Text(letter, "reason").ShouldContain("23514");
        Text(letter, "exception").ShouldContain("Npgsql.PostgresException");

        await ExecuteAsync(platform, "alter table incidents.inbox drop constraint poison");
        await op.ReplayAsync(letter);
        await op.ReplayAsync(letter);

        await Eventually.Equals(100, "the bad one too", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        await Eventually.Equals(0, "messages left", () => platform.DepthAsync("projection.incident-detected"));
        (await platform.CountAsync("select count(*) from incidents.mt_events where type = 'incident_opened'")).ShouldBe(100);
        // The trace of the message, not of the operator's request, goes on to the event.
        (await platform.CountAsync($"select count(*) from incidents.mt_events where type = 'incident_opened' and headers->>'traceparent' like '00-{TraceId}-%'")).ShouldBe(100);
    }

    [Fact]
    public async Task An_exception_of_200_kB_harms_no_neighbour_and_cured_it_is_replayed()
    {
        var bad = Guid.NewGuid();
        var poisoned = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(Repository.Root, "tests", "Poison", "bin", Repository.Configuration, "net10.0", "Poison.dll"),
            ["PLATFORM_POISON"] = $"{bad}=throw",
        };
        await using var platform = await StartProjectionAsync();
        await using var extraction = new ServiceProcess("extraction", platform.Environment.Concat(poisoned).ToDictionary());
        await extraction.Start().ReadyAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var (op, connections, restarts) = (new Operator(platform), await ConnectionsAsync(platform, 2), extraction.Restarts);

        await Task.WhenAll(Enumerable.Range(0, Neighbours).Select(n => outsider.PublishAsync(
            "article-received.v1", Reports.Article(n), n == 7 ? bad.ToString() : Guid.NewGuid().ToString(), "ArticleReceived", "", TraceParent)));

        var letter = await op.OnlyAsync();
        await Eventually.Equals(Neighbours - 1, "neighbours", () => platform.CountAsync("select count(*) from incidents.mt_events where type = 'article_extracted'"));
        Text(letter, "kind").ShouldBe("error");
        Text(letter, "messageId").ShouldBe(bad.ToString());
        Text(letter, "traceId").ShouldBe(TraceId);
        letter.GetProperty("body").GetBytesFromBase64().ShouldBe(Reports.Article(7));
        extraction.Restarts.ShouldBe(restarts);
        (await ConnectionsAsync(platform, 2)).ShouldBe(connections);
        Text(letter, "exception").ShouldContain("InvalidOperationException: xxxx");
        Text(letter, "exception").Length.ShouldBeLessThan(10_000);

        extraction.Kill();
        await platform.Extraction.Start().ReadyAsync();
        await op.ReplayAsync(letter);
        await op.ReplayAsync(letter);
        await Eventually.Equals(Neighbours, "the bad one too", () => platform.CountAsync("select count(*) from incidents.mt_events where type = 'article_extracted'"));
        (await op.OnlyAsync()).GetProperty("state").GetString().ShouldBe("replayed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task Headers_that_fill_a_frame_harm_no_neighbour_keep_the_connection_and_leave_room_for_the_reason(int headers)
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var (op, connections, restarts, bad) = (new Operator(platform), await ConnectionsAsync(platform), platform.Projection.Restarts, Guid.NewGuid().ToString());
        var properties = new BasicProperties { MessageId = bad, Persistent = true, Headers = new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:Platform.Contracts:IncidentDetected", ["traceparent"] = TraceParent } };
        for (var n = headers; n > 0; n--)
            properties.Headers["x-" + n] = new string('é', (AmqpFrame.RoomOf(LargestFrame) - AmqpFrame.Size(properties)) / n / 2 - 10);
        AmqpFrame.Size(properties).ShouldBeGreaterThan(130_900);

        await PublishAroundAsync(outsider, () => outsider.PublishAsync(Detected, "{ not json"u8.ToArray(), properties));

        await Eventually.Equals(Neighbours, "neighbours", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        var letter = await op.OnlyAsync();
        Text(letter, "queue").ShouldBe("projection.incident-detected");
        Text(letter, "kind").ShouldBe("error");
        Text(letter, "reason").ShouldContain("JSON");
        Text(letter, "messageId").ShouldBe(bad);
        Text(letter, "messageType").ShouldBe("IncidentDetected");
        Text(letter, "traceId").ShouldBe(TraceId);
        letter.GetProperty("headers").GetProperty(DeadLetterHeaders.LeftOut).GetString()!.ShouldContain(headers == 1 ? "x-1: cut from " : ": dropped, ");
        (await ConnectionsAsync(platform)).ShouldBe(connections);
        platform.Projection.Restarts.ShouldBe(restarts);
        (await op.ReplayAsync(letter)).GetProperty("replays").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_the_broker_gives_up_and_what_an_older_version_left_lands_in_the_table_too_and_is_replayed_by_filter()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        const string Suspects = "extraction.article-received.suspects";
        await platform.Extraction.Start().ReadyAsync();
        await platform.Extraction.TerminateAsync();
        await outsider.PublishAsync(Suspects, Reports.Article(0), Guid.NewGuid().ToString(), "ArticleReceived");
        await Eventually.Holds("a message to reject", () => outsider.RejectAsync(Suspects));
        await outsider.PublishAsync(Suspects, Reports.Article(1), Guid.NewGuid().ToString(), "ArticleReceived", expiration: "1");
        await outsider.PutAsync("extraction.article-received_error", Reports.Article(2), Guid.NewGuid().ToString(), new Dictionary<string, object?>
        {
            ["MT-MessageType"] = "urn:message:Platform.Contracts:ArticleReceived", ["MT-Fault-Message"] = "It was too much.", ["MT-Fault-ExceptionType"] = "System.Exception", ["MT-Fault-StackTrace"] = "at X",
        });
        await platform.Projection.Start().ReadyAsync();
        var op = new Operator(platform);

        var letters = await op.LettersAsync(3, "?queue=extraction.article-received");
        letters.Select(l => Text(l, "kind")).ShouldBe(["rejected", "expired", "error"], ignoreOrder: true);
        Text(letters.Single(l => Text(l, "kind") == "error"), "reason").ShouldBe("It was too much.");
        (await platform.DepthAsync("extraction.article-received_error")).ShouldBe(0);

        var two = new { actor = "Op", reason = "the extraction is back", filter = new { queue = "extraction.article-received" }, limit = 2 };
        (await op.DecideAsync("replay", two)).Body.ToString().ShouldBe("""{"matched":3,"replayed":2,"failed":0,"remaining":1}""");
        (await op.ListAsync("?state=waiting")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await op.DecideAsync("replay", two)).Body.ToString().ShouldBe("""{"matched":1,"replayed":1,"failed":0,"remaining":0}""");
        await platform.Extraction.Start().ReadyAsync();
        await Eventually.Equals(3, "all three", () => platform.CountAsync("select count(*) from incidents.mt_events where type = 'article_extracted'"));
        (await op.DecideAsync("replay", two)).Body.GetProperty("matched").GetInt32().ShouldBe(0);
    }

    private static async Task PublishAroundAsync(Outsider outsider, Func<Task> bad) => await Task.WhenAll(Enumerable.Range(0, Neighbours).Select(n =>
        outsider.PublishAsync(Detected, Reports.Detected(n), Guid.NewGuid().ToString(), "IncidentDetected", Key)).Append(bad()));

    private async Task<TestPlatform> StartProjectionAsync()
    {
        var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        return platform;
    }

    /// <summary>The services' consuming connections, as the broker numbers them: another one after each reconnect.</summary>
    private Task<string[]> ConnectionsAsync(TestPlatform platform, int services = 1) => Eventually.Get("the consuming connections", async () =>
    {
        using var management = infrastructure.Management();
        var all = await management.GetFromJsonAsync<JsonElement>($"vhosts{platform.Broker.AbsolutePath}/connections");
        var names = all.EnumerateArray().Where(c => c.TryGetProperty("user_provided_name", out var name) && name.GetString()!.EndsWith(" consume", StringComparison.Ordinal))
            .Select(c => c.GetProperty("name").GetString()!).Order().ToArray();
        return names.Length >= services ? names : null; // the broker lists one some time after it was opened
    });

    private static async Task ExecuteAsync(TestPlatform platform, string sql)
    {
        await using var command = platform.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(JsonElement letter, string name) => letter.GetProperty(name).GetString()!;
}

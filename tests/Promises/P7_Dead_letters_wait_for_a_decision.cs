using System.Net;
using System.Text;
using System.Text.Json;
using Npgsql;
using Platform.Bus;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Promises;

/// <summary>P7: the same dead letter is one row, none is lost in an outage, and nothing moves that the broker has not confirmed.</summary>
[Collection(Collection.Name)]
public sealed class P7_Dead_letters_wait_for_a_decision(Infrastructure infrastructure)
{
    private const string Key = "incident.detected.rocket_attack.IQ";
    private static readonly byte[] Bad = Encoding.UTF8.GetBytes("{ not json");

    [Fact]
    public async Task The_same_message_is_one_letter_however_often_it_dies_and_pages_show_each_letter_once()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var op = new Operator(platform);
        var ids = Enumerable.Range(0, 25).Select(_ => Guid.NewGuid().ToString()).ToArray();

        await Task.WhenAll(ids.Concat(ids).Concat(ids).Select(id => outsider.PublishAsync("incident-detected.v1", Bad, id, "IncidentDetected", Key)));
        await Eventually.Equals(0, "messages left", () => platform.DepthAsync("projection.incident-detected"));
        await Eventually.Equals(0, "dead letters at the broker", () => platform.DepthAsync("platform.dead-letter"));

        var letters = await op.LettersAsync(25, "?limit=100");
        letters.Select(l => l.GetProperty("messageId").GetString()).ShouldBe(ids, ignoreOrder: true);
        letters.ShouldAllBe(l => Operator.Actions(l).Length == 1);

        var (pages, query) = (new List<string>(), "?limit=10&state=waiting&kind=error");
        for (string? next = ""; next is not null;)
        {
            var page = await op.ListAsync(query + next);
            pages.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("messageId").GetString()!));
            next = page.GetProperty("next").GetString() is { } cursor ? "&cursor=" + cursor : null;
        }
        pages.ShouldBe(ids, ignoreOrder: true);
        (await op.ListAsync($"?messageId={ids[3]}")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await op.ListAsync("?reason=nowhere")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_question_or_a_decision_that_is_not_understood_is_told_what_is_wrong()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        var op = new Operator(platform);
        foreach (var (query, named) in new[] { ("state=dead", "state"), ("limit=0", "limit"), ("from=2021-02-01&to=2021-01-01", "to"), ("cursor=x", "cursor"), ("qeue=x", "qeue") })
        {
            using var answer = await platform.Projection.Http.GetAsync("dead-letters?" + query);
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:invalid-query");
            problem.GetProperty("errors").TryGetProperty(named, out _).ShouldBeTrue(problem.ToString());
        }
        foreach (var (path, decision, wrong) in new (string, object, string)[]
        {
            ("replay", new { actor = "Op", reason = "all of them", filter = new { } }, "filter"),
            ("replay", new { actor = "Op", reason = "many", filter = new { kind = "error" }, limit = 100_000 }, "limit"),
            ($"{Guid.NewGuid()}/discard", new { actor = "Op" }, "reason"),
            ($"{Guid.NewGuid()}/replay", new { actor = " ", reason = "x" }, "actor"),
        })
            (await op.DecideAsync(path, decision)).Body.GetProperty("errors").TryGetProperty(wrong, out _).ShouldBeTrue(path);
        (await op.DecideAsync($"{Guid.NewGuid()}/discard", new { actor = "Op", reason = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_its_queue_or_without_the_broker_a_letter_is_not_moved()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.PutAsync("extraction.article-received_error", Reports.Article(1), Guid.NewGuid().ToString(), new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:Platform.Contracts:ArticleReceived" });
        await platform.Projection.Start().ReadyAsync();
        var op = new Operator(platform);
        var id = (await op.OnlyAsync()).GetProperty("id").GetGuid();

        var (gone, problem) = await op.DecideAsync($"{id}/replay", new { actor = "Op", reason = "x" });
        gone.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:queue-gone");
        await infrastructure.Rabbit("kill");
        try
        {
            var (away, why) = await op.DecideAsync($"{id}/replay", new { actor = "Op", reason = "x" });
            away.ShouldBe(HttpStatusCode.ServiceUnavailable);
            why.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:broker-unavailable");
        }
        finally
        {
            await infrastructure.Rabbit("start");
            await infrastructure.ManagementAnswersAsync();
        }
        var letter = await op.GetAsync(id);
        letter.GetProperty("state").GetString().ShouldBe("waiting");
        Operator.Actions(letter).ShouldBe(["died"]);
    }

    [Fact]
    public async Task A_letter_whose_short_strings_grew_as_they_were_cleaned_is_replayed()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var (op, nuls) = (new Operator(platform), new string('\0', 255));
        await outsider.PublishAsync("incident-detected.v1", Bad, new BasicProperties
        {
            MessageId = Guid.NewGuid().ToString(), CorrelationId = nuls, Type = nuls, AppId = nuls, Persistent = true,
            Headers = new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:Platform.Contracts:IncidentDetected", [nuls] = new Dictionary<string, object?> { [nuls] = "x" } },
        });

        await op.ReplayAsync(await op.OnlyAsync());

        Operator.Actions(await op.OnlyAsync("?state=waiting")).ShouldBe(["died", "replayed", "died"]);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_sent_for_its_own_sake_is_told_from_a_broker_that_is_away_and_stops_no_other()
    {
        const string Suspects = "extraction.article-received.suspects";
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await platform.Extraction.Start().ReadyAsync();
        await platform.Extraction.TerminateAsync();
        // Its headers fill one of the broker's frames to the last byte, so that what a replay adds has no room.
        var full = new BasicProperties { Persistent = true, Headers = new Dictionary<string, object?> { ["x"] = "" } };
        full.Headers["x"] = new string('x', AmqpFrame.RoomOf(131_072) - AmqpFrame.Size(full));
        await outsider.PublishAsync(Suspects, Bad, full);
        var (refused, sound) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        foreach (var id in new[] { refused, sound })
            await outsider.PublishAsync(Suspects, Bad, id, "ArticleReceived");
        foreach (var _ in Enumerable.Range(0, 3))
            await Eventually.Holds("a message to reject", () => outsider.RejectAsync(Suspects));
        await platform.Projection.Start().ReadyAsync();
        var op = new Operator(platform);
        var letters = await op.LettersAsync(3);
        // The broker closes the channel over a CC that is no list; the sound one is the last in order.
        await using (var command = platform.Database.CreateCommand("update incidents.dead_letter set headers = headers || jsonb_build_object('CC', 'x'), at = at - interval '1 minute' where message_id is distinct from $1"))
        {
            command.Parameters.Add(new() { Value = sound });
            await command.ExecuteNonQueryAsync();
        }

        foreach (var letter in letters.Where(l => !l.TryGetProperty("messageId", out var id) || id.GetString() != sound))
        {
            var (status, problem) = await op.DecideAsync($"{letter.GetProperty("id").GetGuid()}/replay", new { actor = "Op", reason = "x" });
            status.ShouldBe(HttpStatusCode.Conflict);
            problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:dead-letter-unsendable");
        }
        var (_, answer) = await op.DecideAsync("replay", new { actor = "Op", reason = "x", filter = new { kind = "rejected" }, limit = 1 });
        answer.ToString().ShouldBe("""{"matched":3,"replayed":1,"failed":2,"remaining":0}""");
        (await op.OnlyAsync("?state=replayed")).GetProperty("messageId").GetString().ShouldBe(sound);
        (await platform.DepthAsync(Suspects)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_dies_while_the_database_is_down_is_kept_when_it_is_back()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        platform.Projection.Start();
        platform.Extraction.Start();
        await Task.WhenAll(platform.Projection.ReadyAsync(), platform.Extraction.ReadyAsync());
        await using var outsider = await Outsider.ConnectAsync(platform);
        await infrastructure.Postgres("kill");
        try
        {
            await outsider.PublishAsync("article-received.v1", Bad, Guid.NewGuid().ToString(), "ArticleReceived");
            var told = await Eventually.Get("the projection to say that a dead letter waits", async () =>
            {
                using var health = await platform.Projection.Http.GetAsync("health/ready");
                var text = await health.Content.ReadAsStringAsync();
                return text.Contains("A dead letter waits for the database", StringComparison.Ordinal) ? text : null;
            });
            told.ShouldNotContain("127.0.0.1", customMessage: "everybody may ask for health");
        }
        finally
        {
            await infrastructure.Postgres("start");
            NpgsqlConnection.ClearAllPools();
        }
        (await new Operator(platform).OnlyAsync(patience: TimeSpan.FromSeconds(120))).GetProperty("queue").GetString().ShouldBe("extraction.article-received");
        await Eventually.Equals(0, "dead letters at the broker", () => platform.DepthAsync("platform.dead-letter"));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>POST /commands: each command of a request has its own If-Match and its own result, and a repetition does nothing twice.</summary>
[Collection(Collection.Name)]
public sealed class Many_commands_are_done_one_by_one(Infrastructure infrastructure)
{
    [Fact]
    public async Task Each_is_done_or_refused_on_its_own_and_a_repetition_changes_nothing()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        string[] towns = ["Balad", "Kirkuk", "Mosul", "Basra", "Tikrit", "Najaf"];
        var ids = new List<Guid>();
        foreach (var town in towns)
            ids.Add(await platform.TellOneAsync(Analyst.Attack(0, town)));
        var versions = new List<long>();
        foreach (var id in ids)
            versions.Add((await platform.IncidentAsync(id)).Version);
        object Command(int n, string name, long? version = null, object? body = null) => new { incidentId = ids[n], command = name, ifMatch = $"\"{version ?? versions[n]}\"", body };
        var request = new
        {
            actor = "A. Analyst",
            reason = "The list of the day.",
            commands = new[]
            {
                Command(0, "confirm"),
                Command(1, "reject", body: new { reason = "It was an exercise." }),
                Command(2, "reject", version: 99),
                Command(3, "merge", body: new { with = new[] { new { id = ids[4], version = versions[4] } } }),
                Command(4, "confirm"),
                Command(5, "bless"),
                Command(5, "corrections", body: new { field = "nothing", value = 1 }),
                Command(0, "reopen", version: versions[0] + 1),
            },
        };

        var (status, answer) = await SendAsync(platform, request, "many-1");

        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        results.Select(r => r.GetProperty("status").GetInt32()).ShouldBe([200, 200, 412, 200, 409, 400, 400, 200]);
        (answer.GetProperty("done").GetInt32(), answer.GetProperty("refused").GetInt32()).ShouldBe((4, 4));
        results[2].GetProperty("problem").GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:stale-version");
        results[2].GetProperty("eTag").GetString().ShouldBe($"\"{versions[2]}\"");
        results[6].GetProperty("problem").GetProperty("errors").TryGetProperty("field", out _).ShouldBeTrue();
        async Task<IncidentStatus[]> StatusesAsync()
        {
            var statuses = new List<IncidentStatus>();
            foreach (var id in ids)
                statuses.Add((await platform.IncidentAsync(id)).Status);
            return [.. statuses];
        }
        IncidentStatus[] expected = [IncidentStatus.Open, IncidentStatus.Rejected, IncidentStatus.Open, IncidentStatus.Open, IncidentStatus.Merged, IncidentStatus.Open];
        (await StatusesAsync()).ShouldBe(expected);
        (await platform.HistoryAsync(ids[1])).Last().GetProperty("reason").GetString().ShouldBe("It was an exercise.");
        var events = await platform.CountAsync("select count(*) from incidents.mt_events");

        var (_, again) = await SendAsync(platform, request, "many-1");

        again.GetProperty("results").EnumerateArray().Select(r => r.TryGetProperty("replayed", out var replayed) && replayed.GetBoolean()).ShouldBe([true, true, false, true, false, false, false, true]);
        (await platform.CountAsync("select count(*) from incidents.mt_events")).ShouldBe(events);
        (await StatusesAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_list_that_is_none_is_refused_as_a_whole()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        (await SendAsync(platform, new { commands = Array.Empty<object>() })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(platform, new { comands = Array.Empty<object>() })).Body.GetProperty("errors").TryGetProperty("comands", out _).ShouldBeTrue();
        (await SendAsync(platform, new { commands = Enumerable.Repeat(new { incidentId = Guid.NewGuid(), command = "confirm", ifMatch = "\"1\"" }, 501) })).Status.ShouldBe(HttpStatusCode.BadRequest);
        var (status, body) = await SendAsync(platform, new { commands = new[] { new { incidentId = Guid.NewGuid(), command = "confirm", ifMatch = "3" }, new { incidentId = Guid.NewGuid(), command = "confirm", ifMatch = "\"1\"" } } });
        status.ShouldBe(HttpStatusCode.OK);
        // A tag without quotes; then neither actor nor reason.
        body.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("status").GetInt32()).ShouldBe([400, 400]);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(TestPlatform platform, object request, string? key = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "commands") { Content = JsonContent.Create(request) };
        if (key is not null)
            message.Headers.Add("Idempotency-Key", key);
        using var answer = await platform.Projection.Http.SendAsync(message);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>An analyst's command is done on the version that was looked at, or not at all; once, however often it is sent; and its history is whole.</summary>
[Collection(Collection.Name)]
public sealed class Commands_are_done_once_and_on_what_was_seen(Infrastructure infrastructure, ReadApiAlone alone) : IClassFixture<ReadApiAlone>
{
    [Fact]
    public async Task Without_the_present_version_nothing_is_done()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));

        (await platform.CommandAsync(id, "confirm", null)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await platform.CommandAsync(id, "confirm", "*")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await platform.CommandAsync(id, "confirm", "W/\"1\"")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var (status, stale, answer) = await platform.CommandAsync(id, "confirm", "\"7\"");
        (status, stale.GetProperty("version").GetInt64(), answer.Headers.ETag!.Tag).ShouldBe((HttpStatusCode.PreconditionFailed, 1, "\"1\""));
        (await platform.CommandAsync(Guid.NewGuid(), "confirm", "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await platform.IncidentAsync(id)).Version.ShouldBe(1);
        var done = await platform.CommandAsync(id, "confirm", "\"1\"");
        (done.Status, done.Answer.Headers.ETag!.Tag).ShouldBe((HttpStatusCode.OK, "\"2\""));
    }

    [Fact]
    public async Task Of_twenty_corrections_of_one_version_at_once_exactly_one_is_done()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            platform.CommandAsync(id, "corrections", "\"1\"", new { field = "casualties.killed", value = new { min = n, max = n } })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.PreconditionFailed).ShouldBe(19);
        var incident = await platform.IncidentAsync(id);
        incident.Version.ShouldBe(2);
        incident.Casualties!.Killed!.Min.ShouldBe(answers.Single(a => a.Status == HttpStatusCode.OK).Body.GetProperty("casualties").GetProperty("killed").GetProperty("min").GetInt32());
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_same_answer_and_another_body_is_refused()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        var body = new { field = "eventType", value = "shelling" };

        var first = await platform.CommandAsync(id, "corrections", "\"1\"", body, "key-1");
        await platform.SayAsync(id, "confirm");
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => platform.CommandAsync(id, "corrections", "\"1\"", body, "key-1")));

        first.Status.ShouldBe(HttpStatusCode.OK);
        again.ShouldAllBe(a => a.Status == HttpStatusCode.OK && a.Answer.Headers.ETag!.Tag == "\"2\"" && a.Answer.Headers.Contains("Idempotency-Replayed"));
        again.ShouldAllBe(a => JsonElement.DeepEquals(a.Body, first.Body));
        (await platform.CommandAsync(id, "corrections", "\"3\"", new { field = "eventType", value = "arson" }, "key-1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await platform.CommandAsync(id, "reopen", "\"3\"", null, "key-1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await platform.IncidentAsync(id)).Version.ShouldBe(3);
    }

    [Fact]
    public async Task A_refused_command_leaves_its_key_free()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));

        (await platform.CommandAsync(id, "confirm", "\"9\"", null, "key-2")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await platform.CommandAsync(id, "confirm", "\"1\"", null, "key-2")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("corrections", """{"field":"eventType","value":"war"}""", "value")]
    [InlineData("corrections", """{"field":"colour","value":"red"}""", "field")]
    [InlineData("corrections", """{"field":"date"}""", "value")]
    [InlineData("confirm", """{"becuase":"x"}""", "becuase")]
    [InlineData("merge", """{"with":[]}""", "with")]
    [InlineData("merge", """{"with":"all"}""", "with")]
    [InlineData("split", "{}", "reportIds")]
    [InlineData("unlink", """{"reportId":"x"}""", "reportId")]
    public async Task A_body_that_is_wrong_is_refused_by_the_name_of_what_is_wrong(string command, string body, string field)
    {
        var (status, problem, _) = await alone.Platform.CommandAsync(Guid.NewGuid(), command, "\"1\"", JsonSerializer.Deserialize<JsonElement>(body));

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task The_history_has_every_change_with_who_and_why_and_each_version_can_be_asked_for()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        var answered = new List<Incident> { await platform.IncidentAsync(id) };
        await platform.TellOneAsync(Analyst.Attack(1));
        answered.Add(await platform.IncidentAsync(id));
        answered.Add(await platform.SayAsync(id, "corrections", new { field = "eventType", value = "shelling" }));
        answered.Add(await platform.SayAsync(id, "confirm"));
        answered.Add(await platform.SayAsync(id, "reopen"));
        answered.Add(await platform.SayAsync(id, "reject"));

        var history = await platform.HistoryAsync(id);

        history.Select(h => h.GetProperty("version").GetInt64()).ShouldBe([1, 2, 3, 4, 5, 6]);
        history.Select(h => h.GetProperty("change").GetString()).ShouldBe(["opened", "report_linked", "corrected", "confirmed", "reopened", "rejected"]);
        history.ShouldAllBe(h => h.GetProperty("traceId").GetString()!.Length == 32);
        history.Take(2).Select(h => h.GetProperty("article").GetProperty("outlet").GetString()).ShouldBe(["Outlet 0", "Outlet 1"]);
        history.Skip(2).ShouldAllBe(h => h.GetProperty("actor").GetProperty("name").GetString() == "A. Analyst" && h.GetProperty("reason").GetString() == "Seen with my own eyes.");
        var type = history[2].GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "eventType");
        (type.GetProperty("before").GetString(), type.GetProperty("after").GetString()).ShouldBe(("rocket_attack", "shelling"));
        (await platform.HistoryAsync(id, "?after=2&limit=2")).Select(h => h.GetProperty("version").GetInt64()).ShouldBe([3, 4]);
        (await platform.HistoryAsync(id, "?asOf=3")).Count.ShouldBe(3);
        foreach (var then in answered)
            (await platform.HistoryAsync(id, $"?asOf={Uri.EscapeDataString(then.ChangedAt.ToString("O"))}")).Count.ShouldBe((int)then.Version);
        (await platform.Projection.Http.GetAsync($"incidents/{id}/history?asOf=1985-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await platform.Projection.Http.GetAsync($"incidents/{id}/history?asOf=7")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_merged_incident_keeps_its_history_and_commands_on_it_name_the_survivor()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var (balad, mosul) = (await platform.TellOneAsync(Analyst.Attack(0)), await platform.TellOneAsync(Analyst.Attack(0, "Mosul")));
        await platform.SayAsync(mosul, "reject");
        var with = new[] { new { id = mosul, version = 2 } };
        (await platform.CommandAsync(balad, "merge", "\"1\"", new { with })).Body.GetProperty("type").GetString().ShouldEndWith("force-needed");

        foreach (var version in (int[])[0, -1])
        {
            var (refused, errors, _) = await platform.CommandAsync(balad, "merge", "\"1\"", new { with = new[] { new { id = mosul, version } } });
            (refused, errors.GetProperty("errors").TryGetProperty("with", out var _)).ShouldBe((HttpStatusCode.BadRequest, true));
            (refused, errors, _) = await platform.CommandAsync(balad, "keep-apart", "\"1\"", new { from = mosul, version });
            (refused, errors.GetProperty("errors").TryGetProperty("version", out var _)).ShouldBe((HttpStatusCode.BadRequest, true));
        }

        await platform.SayAsync(balad, "merge", new { with, force = true });

        (await platform.HistoryAsync(mosul)).Select(h => h.GetProperty("change").GetString()).ShouldBe(["opened", "rejected", "merged"]);
        (await platform.HistoryAsync(mosul))[2].GetProperty("otherId").GetGuid().ShouldBe(balad);
        var (status, problem, _) = await platform.CommandAsync(mosul, "reopen", "\"3\"");
        (status, problem.GetProperty("incidentId").GetGuid()).ShouldBe((HttpStatusCode.Conflict, balad));
    }

    [Fact]
    public async Task Possible_duplicates_are_listed_surest_first_until_a_person_decides()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var ids = new List<Guid>();
        foreach (var town in new[] { "Balad", "Mosul", "Kirkuk", "Basra" })
            ids.Add(await platform.TellOneAsync(Analyst.Attack(0, town)));
        ids.Sort();
        await using (var command = platform.Database.CreateCommand("delete from incidents.possible_duplicate"))
            await command.ExecuteNonQueryAsync();
        foreach (var (one, other, score) in new[] { (0, 1, 0.4), (0, 2, 0.2), (1, 2, 0.4), (2, 3, 0.3) })
        {
            await using var command = platform.Database.CreateCommand("insert into incidents.possible_duplicate values ($1, $2, $3, '[\"the same day\"]', '2024-01-01Z')");
            foreach (var value in new object[] { ids[one], ids[other], score })
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync();
        }
        async Task<List<(Guid, Guid, double)>> ListAsync(string path)
        {
            var pairs = new List<(Guid, Guid, double)>();
            for (string? next = ""; next is not null;)
            {
                var page = await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"{path}limit=1&cursor={next}");
                pairs.AddRange(page.GetProperty("items").EnumerateArray().Select(p =>
                    (p.GetProperty("incident").GetProperty("id").GetGuid(), p.GetProperty("other").GetProperty("id").GetGuid(), p.GetProperty("score").GetDouble())));
                next = page.GetProperty("next").GetString();
            }
            return pairs;
        }

        (await ListAsync("duplicates?")).ShouldBe([(ids[0], ids[1], 0.4), (ids[1], ids[2], 0.4), (ids[2], ids[3], 0.3), (ids[0], ids[2], 0.2)]);
        (await ListAsync("duplicates?minScore=0.3&country=iq&type=rocket_attack&")).Count.ShouldBe(3);
        (await ListAsync("duplicates?country=SY&")).ShouldBeEmpty();
        (await ListAsync($"incidents/{ids[2]}/duplicates?")).ShouldBe([(ids[2], ids[1], 0.4), (ids[2], ids[3], 0.3), (ids[2], ids[0], 0.2)]);

        await platform.SayAsync(ids[1], "keep-apart", new { from = ids[0], version = 1 });
        (await platform.IncidentAsync(ids[0])).KeptApart.ShouldBe([ids[1]]);
        await platform.SayAsync(ids[3], "reject");

        (await ListAsync("duplicates?")).ShouldBe([(ids[1], ids[2], 0.4), (ids[0], ids[2], 0.2)]);
        (await platform.Projection.Http.GetAsync($"incidents/{Guid.NewGuid()}/duplicates")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

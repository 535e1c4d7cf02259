using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Pairs that may be one event, as of any time: found, found anew, decided by a person, fallen with one of the two, back with one that is reopened.</summary>
[Collection(Collection.Name)]
public sealed class Possible_duplicates_of_then(Infrastructure infrastructure)
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Actor Person = new() { Kind = ActorKind.Person, Name = "analyst" };
    private readonly Made_up_incidents story = new(4);

    [Fact]
    public async Task As_of_a_time_the_lists_are_those_of_then_and_a_rebuild_gives_the_same()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        (Guid, object) Opened(int n, DateTimeOffset at, params (int Other, double Score)[] pairs) =>
            (ids[n], story.Opened(at) with { IncidentId = ids[n], PossibleDuplicates = Pairs(ids, pairs) });
        (Guid, object) Linked(int n, DateTimeOffset at, params (int Other, double Score)[] pairs) =>
            (ids[n], story.Linked(ids[n], at) with { PossibleDuplicates = Pairs(ids, pairs) });
        Func<DateTimeOffset, (Guid, object)[]>[] steps =
        [
            at => [Opened(0, at), Opened(1, at, (0, 0.4)), Opened(2, at, (0, 0.3), (1, 0.2))],
            // Found anew with another score, in the same commit as a pair that is decided at once.
            at => [Linked(0, at, (1, 0.5)), Opened(3, at, (0, 0.1), (2, 0.35)), (ids[3], Apart(ids[3], ids[0], at))],
            at => [(ids[1], Apart(ids[1], ids[2], at)), (ids[2], Apart(ids[1], ids[2], at))],
            at => [Opened(4, at, (3, 0.45)), (ids[0], new IncidentRejected { IncidentId = ids[0], Actor = Person, Reason = "none", RejectedAt = at })],
            // What it had comes back, and one of them is found anew.
            at => [(ids[0], new IncidentReopened { IncidentId = ids[0], Actor = Person, Reason = "it was one", ReopenedAt = at }), Linked(0, at, (2, 0.25))],
            at => [(ids[3], Merged(writer, ids[3], ids[4], at)), (ids[4], Merged(writer, ids[3], ids[4], at))],
        ];
        string[] paths = ["duplicates?limit=200", "duplicates?limit=200&minScore=0.3", .. ids.Select(id => $"incidents/{id}/duplicates?limit=200")];
        async Task<string[]> AnswersAsync(string asOf) => await Task.WhenAll(paths.Select(async path =>
        {
            using var answer = await platform.Projection.Http.GetAsync(path + asOf);
            return answer.StatusCode == HttpStatusCode.NotFound ? "unknown" : await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }));
        var then = new List<(DateTimeOffset At, long Sequence, string[] Answers)>();
        for (var (step, at) = (0, Start); step < steps.Length; step++, at = at.AddHours(1))
        {
            await writer.WriteAsync(at, steps[step](at));
            then.Add((at.AddMinutes(30), await platform.CountAsync("select max(seq_id) from incidents.mt_events"), await AnswersAsync("")));
        }
        then.Select(t => string.Join(' ', JsonDocument.Parse(t.Answers[0]).RootElement.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("score").GetRawText())))
            .ShouldBe(["0.4 0.3 0.2", "0.5 0.35 0.3 0.2", "0.5 0.35 0.3", "0.45 0.35", "0.5 0.45 0.35 0.25", "0.5 0.35 0.25"]);

        async Task CompareAsync()
        {
            foreach (var (at, sequence, answers) in then)
            {
                (await AnswersAsync($"&asOf={at:yyyy-MM-ddTHH:mm:ssZ}")).ShouldBe(answers, $"{at}");
                (await platform.Projection.Http.GetStringAsync($"duplicates?limit=200&asOf={sequence}")).ShouldBe(answers[0]);
            }
        }
        await CompareAsync();
        var first = await platform.Projection.Http.GetStringAsync($"incidents/{ids[0]}/duplicates?limit=200&asOf=1");
        first.ShouldBe(then[0].Answers[2]);
        (await platform.Projection.Http.GetAsync($"incidents/{ids[0]}/duplicates?asOf=99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await platform.Projection.Http.GetAsync("duplicates?asOf=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        // Live it was six transactions, rebuilt it is one.
        var (status, output) = await platform.RunAsync("checksum", "--verify", "--only", "linking");
        status.ShouldBe(0, output);
        (await platform.RunAsync("rebuild", "--only", "linking")).Status.ShouldBe(0);
        await CompareAsync();
    }

    [Fact]
    public async Task A_merge_leaves_what_is_still_to_decide()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        (Guid, object) Opened(int n, params (int Other, double Score)[] pairs) => (ids[n], story.Opened(Start) with { IncidentId = ids[n], PossibleDuplicates = Pairs(ids, pairs) });
        // 1 goes into 0. It may be 2 as well, more surely than 0 may; it may be 3, but 0 is not; it may be 4, but less surely than 0 may.
        await writer.WriteAsync(Start, Opened(0), Opened(1, (0, 0.45)), Opened(2, (1, 0.4), (0, 0.2)), Opened(3, (1, 0.3)), Opened(4, (1, 0.25), (0, 0.35)),
            (ids[0], Apart(ids[0], ids[3], Start)), (ids[3], Apart(ids[0], ids[3], Start)));
        async Task<string> PairsAsync() => string.Join(' ', JsonDocument.Parse(await platform.Projection.Http.GetStringAsync("duplicates?limit=200")).RootElement.GetProperty("items").EnumerateArray()
            .Select(p => p.GetProperty("score").GetRawText() + ":" + string.Join('-', new[] { "incident", "other" }.Select(side => Array.IndexOf(ids, p.GetProperty(side).GetProperty("id").GetGuid())).Order())));
        (await PairsAsync()).ShouldBe("0.45:0-1 0.4:1-2 0.35:0-4 0.3:1-3 0.25:1-4 0.2:0-2");

        var with = new { with = new[] { new { id = ids[1], version = (await platform.IncidentAsync(ids[1])).Version } } };
        await platform.SayAsync(ids[0], "merge", with);

        (await PairsAsync()).ShouldBe("0.4:0-2 0.35:0-4");
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    [Fact]
    public async Task Pages_behind_the_first_are_of_its_moment_so_that_each_pair_is_told_once()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToArray();
        (Guid, object) Opened(int n, DateTimeOffset at, params (int Other, double Score)[] pairs) => (ids[n], story.Opened(at) with { IncidentId = ids[n], PossibleDuplicates = Pairs(ids, pairs) });
        await writer.WriteAsync(Start, Opened(0, Start), Opened(1, Start, (0, 0.4)), Opened(2, Start, (0, 0.3)), Opened(3, Start, (0, 0.2)));
        string[] lists = ["duplicates?limit=1", $"incidents/{ids[0]}/duplicates?limit=1", $"duplicates?limit=1&asOf={Start.AddYears(50):yyyy-MM-dd}"];
        async Task<(double Score, string? Next)> PageAsync(string path)
        {
            var page = JsonDocument.Parse(await platform.Projection.Http.GetStringAsync(path)).RootElement;
            return (page.GetProperty("items").EnumerateArray().Single().GetProperty("score").GetDouble(), page.GetProperty("next").GetString());
        }
        var first = await Task.WhenAll(lists.Select(PageAsync));
        using var known = new HttpRequestMessage(HttpMethod.Get, lists[0]);
        using (var answer = await platform.Projection.Http.GetAsync(lists[0])) known.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        await writer.WriteAsync(Start.AddMinutes(1), (ids[5], story.Opened(Start.AddMinutes(1)) with { IncidentId = ids[5] }));
        (await platform.Projection.Http.SendAsync(known)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        // The pair behind comes to stand before the first, one ends, and a new one comes to stand behind.
        var at = Start.AddHours(1);
        await writer.WriteAsync(at, (ids[0], story.Linked(ids[0], at) with { PossibleDuplicates = Pairs(ids, [(2, 0.45)]) }), (ids[0], Apart(ids[0], ids[3], at)), (ids[3], Apart(ids[0], ids[3], at)),
            Opened(4, at, (0, 0.25)));

        foreach (var (list, page) in lists.Zip(first))
        {
            var told = new List<double> { page.Score };
            for (var next = page.Next; next is not null;)
            {
                (var score, next) = await PageAsync($"{list}&cursor={next}");
                told.Add(score);
            }
            told.ShouldBe([0.4, 0.3, 0.2], list);
            (await PageAsync(list)).Score.ShouldBe(0.45, list);
        }
    }

    private static PossibleDuplicate[] Pairs(Guid[] ids, (int Other, double Score)[] pairs) =>
        [.. pairs.Select(p => new PossibleDuplicate { IncidentId = ids[p.Other], Score = p.Score, Reasons = [$"about {p.Score}"] })];

    private static IncidentsKeptApart Apart(Guid one, Guid other, DateTimeOffset at) => new() { IncidentId = one, OtherId = other, Actor = Person, Reason = "two", KeptApartAt = at };

    private static IncidentsMerged Merged(IncidentWriter writer, Guid survivor, Guid absorbed, DateTimeOffset at) =>
        new() { IncidentId = survivor, AbsorbedId = absorbed, Reports = writer.States.Single(s => s.Id == absorbed).Reports, Actor = Person, Reason = "one", MergedAt = at };
}

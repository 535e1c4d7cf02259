using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>What an analyst said stands, whatever is posted later: the same article, a revision of it, another one of the same event.</summary>
[Collection(Collection.Name)]
public sealed class A_persons_word_stands(Infrastructure infrastructure)
{
    [Theory]
    [InlineData("confirm", IncidentStatus.Confirmed)]
    [InlineData("reject", IncidentStatus.Rejected)]
    public async Task Once_confirmed_or_rejected_it_stays_so_and_new_reports_of_it_are_linked_to_it(string word, IncidentStatus status)
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        (await platform.SayAsync(id, word)).Status.ShouldBe(status);

        await TellAgainAsync(platform, id);

        (await platform.IncidentAsync(id)).Status.ShouldBe(status);
        (await platform.CountAsync($"select count(*) from incidents.incident_list where status = '{word}ed'")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from incidents.incident_list where status = 'open'")).ShouldBe(0, "it was not opened a second time");
    }

    [Fact]
    public async Task A_corrected_field_keeps_its_value_and_one_said_to_be_unknown_stays_unknown()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        await platform.SayAsync(id, "corrections", new { field = "eventType", value = "shelling" });
        await platform.SayAsync(id, "corrections", new { field = "casualties.wounded", value = new { min = 7, max = 7 } });
        await platform.SayAsync(id, "corrections", new { field = "date", value = (object?)null });

        await TellAgainAsync(platform, id);

        var incident = await platform.IncidentAsync(id);
        (incident.EventType, incident.Casualties!.Wounded!.Min, incident.Date).ShouldBe((EventType.Shelling, 7, null));
        incident.Reports.ShouldAllBe(r => r.EventType == EventType.RocketAttack, "what the reports say stays with them");
        incident.Corrections.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_report_taken_out_stays_out_and_the_two_are_never_joined_again()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        (await platform.TellOneAsync(Analyst.Attack(1))).ShouldBe(id);
        var taken = (await platform.IncidentAsync(id)).Reports[1];

        var source = await platform.SayAsync(id, "unlink", new { reportId = taken.ReportId });
        var part = source.KeptApart.ShouldHaveSingleItem();
        await platform.TellOneAsync(Analyst.Attack(0));
        (await platform.TellOneAsync(Analyst.Attack(1, more: "A school was damaged."))).ShouldBe(part, "a revision goes where its article's report is");
        await platform.TellAsync(Analyst.Attack(2));

        (await platform.IncidentAsync(id)).Reports.ShouldNotContain(r => r.ArticleId == taken.ArticleId);
        (await platform.IncidentAsync(part)).Reports.ShouldContain(r => r.ArticleId == taken.ArticleId);
        (await platform.IncidentAsync(id)).Status.ShouldBe(IncidentStatus.Open);
        (await platform.IncidentAsync(part)).Status.ShouldBe(IncidentStatus.Open);
    }

    [Fact]
    public async Task Merged_incidents_stay_one_until_the_merge_is_taken_back_and_then_the_old_one_lives_again_and_stays_apart()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var balad = await platform.TellOneAsync(Analyst.Attack(0));
        var mosul = await platform.TellOneAsync(Analyst.Attack(0, "Mosul"));
        mosul.ShouldNotBe(balad);

        await platform.SayAsync(balad, "merge", new { with = new[] { new { id = mosul, version = (await platform.IncidentAsync(mosul)).Version } } });
        (await platform.TellOneAsync(Analyst.Attack(0, "Mosul", "A school was damaged."))).ShouldBe(balad, "a revision of a merged report stays where it is");
        await platform.TellOneAsync(Analyst.Attack(0));
        (await platform.IncidentAsync(balad)).Reports.Count.ShouldBe(2);
        (await platform.IncidentAsync(mosul)).MergedInto.ShouldBe(balad);

        await platform.SayAsync(balad, "split", new { into = mosul });
        (await platform.IncidentAsync(mosul)).Status.ShouldBe(IncidentStatus.Open);
        (await platform.TellOneAsync(Analyst.Attack(0, "Mosul", "Two schools were damaged."))).ShouldBe(mosul);
        (await platform.TellOneAsync(Analyst.Attack(1, "Mosul"))).ShouldBe(mosul);
        (await platform.IncidentAsync(balad)).Reports.ShouldHaveSingleItem();
        (await platform.IncidentAsync(balad)).KeptApart.ShouldBe([mosul]);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("reject")]
    [InlineData("correct")]
    [InlineData("unlink")]
    public async Task What_was_judged_is_not_opened_anew_when_its_article_is_silent_for_a_revision_and_then_tells_of_it_again(string word)
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        if (word == "unlink")
        {
            (await platform.TellOneAsync(Analyst.Attack(2))).ShouldBe(id);
            id = (await platform.SayAsync(id, "unlink", new { reportId = (await platform.IncidentAsync(id)).Reports[0].ReportId })).KeptApart.ShouldHaveSingleItem();
        }
        else if (word == "correct")
            await platform.SayAsync(id, "corrections", new { field = "casualties.wounded", value = new { min = 7, max = 7 } });
        else
            await platform.SayAsync(id, word);
        var incidents = await platform.CountAsync("select count(*) from incidents.incident_list");
        var judged = await platform.IncidentAsync(id);

        (await platform.TellAsync(Silent)).ShouldBeEmpty();
        var silent = await platform.IncidentAsync(id);
        silent.Reports.ShouldBeEmpty("no article tells of it now");
        (await platform.TellOneAsync(Analyst.Attack(0, more: "A school was damaged."))).ShouldBe(id);

        var again = await platform.IncidentAsync(id);
        again.Reports.ShouldHaveSingleItem().Revision.ShouldBe(3);
        (again.Status, again.Casualties!.Wounded!.Min, again.Corrections.Count).ShouldBe((judged.Status, judged.Casualties!.Wounded!.Min, judged.Corrections.Count));
        (await platform.HistoryAsync(id)).Select(h => h.GetProperty("change").GetString()).TakeLast(2).ShouldBe(["report_unlinked", "report_linked"]);
        (await platform.CountAsync("select count(*) from incidents.incident_list")).ShouldBe(incidents);
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    [Fact]
    public async Task What_was_judged_while_no_article_told_of_it_is_not_opened_anew_either()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var id = await platform.TellOneAsync(Analyst.Attack(0));
        (await platform.TellAsync(Silent)).ShouldBeEmpty();
        (await platform.IncidentAsync(id)).Status.ShouldBe(IncidentStatus.Withdrawn);

        await platform.SayAsync(id, "reject");
        (await platform.TellOneAsync(Analyst.Attack(0, more: "A school was damaged."))).ShouldBe(id);

        (await platform.IncidentAsync(id)).Status.ShouldBe(IncidentStatus.Rejected);
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    [Fact]
    public async Task What_was_judged_is_told_again_under_the_incident_it_was_merged_into_meanwhile()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var rejected = await platform.TellOneAsync(Analyst.Attack(0));
        await platform.SayAsync(rejected, "reject");
        var mosul = await platform.TellOneAsync(Analyst.Attack(0, "Mosul"));
        (await platform.TellAsync(Silent)).ShouldBeEmpty();

        await platform.SayAsync(mosul, "merge", new { force = true, with = new[] { new { id = rejected, version = (await platform.IncidentAsync(rejected)).Version } } });
        (await platform.TellOneAsync(Analyst.Attack(0, more: "A school was damaged."))).ShouldBe(mosul);

        (await platform.IncidentAsync(rejected)).MergedInto.ShouldBe(mosul);
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    [Fact]
    public async Task A_correction_goes_along_with_a_merge_and_back_with_a_split()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var balad = await platform.TellOneAsync(Analyst.Attack(0));
        var mosul = await platform.TellOneAsync(Analyst.Attack(0, "Mosul"));
        await platform.SayAsync(balad, "corrections", new { field = "eventType", value = "shelling" });
        await platform.SayAsync(mosul, "corrections", new { field = "eventType", value = "shooting" });
        var corrected = await platform.SayAsync(mosul, "corrections", new { field = "casualties.wounded", value = new { min = 7, max = 7 } });

        await platform.SayAsync(balad, "merge", new { with = new[] { new { id = mosul, version = corrected.Version } } });
        (await platform.IncidentAsync(balad)).Casualties!.Wounded!.Min.ShouldBe(7);
        var merged = (await platform.HistoryAsync(balad))[^1];
        merged.GetProperty("overruled").EnumerateArray().ShouldHaveSingleItem().GetProperty("value").GetString().ShouldBe("shooting", "its own word on the field stands");
        await platform.TellOneAsync(Analyst.Attack(1));
        var told = await platform.IncidentAsync(balad);
        (told.Casualties!.Wounded!.Min, told.EventType).ShouldBe((7, EventType.Shelling));
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);

        await platform.SayAsync(balad, "split", new { into = mosul });
        ((await platform.IncidentAsync(balad)).Casualties!.Wounded!.Min, (await platform.IncidentAsync(mosul)).Casualties!.Wounded!.Min).ShouldBe((2, 7));
    }

    [Theory]
    [InlineData("confirm", IncidentStatus.Confirmed)]
    [InlineData("reject", IncidentStatus.Rejected)]
    public async Task Once_confirmed_or_rejected_it_stands_so_again_when_a_merge_of_it_is_taken_back(string word, IncidentStatus status)
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var balad = await platform.TellOneAsync(Analyst.Attack(0));
        var mosul = await platform.TellOneAsync(Analyst.Attack(0, "Mosul"));
        var kirkuk = await platform.TellOneAsync(Analyst.Attack(0, "Kirkuk"));
        await platform.SayAsync(mosul, "keep-apart", new { from = kirkuk, version = (await platform.IncidentAsync(kirkuk)).Version });
        var judged = await platform.SayAsync(mosul, word);

        await platform.SayAsync(balad, "merge", new { force = true, with = new[] { new { id = mosul, judged.Version } } });
        (await platform.IncidentAsync(balad)).KeptApart.ShouldBe([kirkuk]);
        (await platform.SayAsync(balad, "split", new { into = mosul })).KeptApart.ShouldBe([mosul], "the word on Kirkuk was on the other alone");

        (await platform.IncidentAsync(mosul)).Status.ShouldBe(status);
        (await platform.CountAsync($"select count(*) from incidents.incident_list where status = '{word}ed'")).ShouldBe(1);
        (await platform.CountAsync($"select count(*) from incidents.incident_mark where status = '{word}ed'")).ShouldBe(1);
        await platform.SayAsync(balad, "merge", new { with = new[] { new { id = kirkuk, version = (await platform.IncidentAsync(kirkuk)).Version } } });
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    [Fact]
    public async Task What_was_judged_is_told_again_under_its_own_incident_when_the_merge_has_been_taken_back()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        async Task<object> WithAsync(Guid id) => new { with = new[] { new { id, version = (await platform.IncidentAsync(id)).Version } } };
        var balad = await platform.TellOneAsync(Analyst.Attack(0));
        // A report that is still told, and not of the same town, so that nothing but the memory leads the other one home.
        await platform.SayAsync(balad, "merge", await WithAsync(await platform.TellOneAsync(Analyst.Attack(0, "Kirkuk"))));
        var mosul = await platform.TellOneAsync(Analyst.Attack(0, "Mosul"));
        var tikrit = await platform.TellOneAsync(Analyst.Attack(0, "Tikrit"));
        (await platform.TellAsync(Silent)).ShouldBeEmpty();

        await platform.SayAsync(mosul, "merge", await WithAsync(balad));
        await platform.SayAsync(tikrit, "merge", await WithAsync(mosul));
        await platform.SayAsync(tikrit, "split", new { into = mosul });
        await platform.SayAsync(mosul, "split", new { into = balad });
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);

        (await platform.TellOneAsync(Analyst.Attack(0, more: "A school was damaged."))).ShouldBe(balad);
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    [Fact]
    public async Task What_was_kept_apart_stays_so_when_both_have_been_merged_into_others()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var ids = new List<Guid>();
        foreach (var town in new[] { "Balad", "Mosul", "Kirkuk", "Tikrit" })
            ids.Add(await platform.TellOneAsync(Analyst.Attack(0, town)));
        async Task<object> WithAsync(Guid id) => new { with = new[] { new { id, version = (await platform.IncidentAsync(id)).Version } } };
        await platform.SayAsync(ids[0], "keep-apart", new { from = ids[1], version = (await platform.IncidentAsync(ids[1])).Version });
        await platform.SayAsync(ids[2], "merge", await WithAsync(ids[1]));
        await platform.SayAsync(ids[3], "merge", await WithAsync(ids[0]));

        var version = (await platform.IncidentAsync(ids[2])).Version;
        var (_, refused, _) = await platform.CommandAsync(ids[2], "merge", $"\"{version}\"", await WithAsync(ids[3]));
        refused.GetProperty("type").GetString().ShouldEndWith("force-needed");
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    /// <summary>A revision of the first outlet's article that tells of no attack.</summary>
    private static object Silent => new
    {
        title = "The council met", text = "The town council of Balad met on Monday. Nothing was decided.", outlet = "Outlet 0", publishedAt = "1985-05-05", source = "analyst", externalId = "Balad-0",
    };

    /// <summary>The same article, a revision of it, and another outlet's article of the same event; all end up in the incident.</summary>
    private static async Task TellAgainAsync(TestPlatform platform, Guid id)
    {
        (await platform.TellOneAsync(Analyst.Attack(0))).ShouldBe(id);
        (await platform.TellOneAsync(Analyst.Attack(0, more: "A school was damaged."))).ShouldBe(id);
        (await platform.TellOneAsync(Analyst.Attack(1))).ShouldBe(id);
        var incident = await platform.IncidentAsync(id);
        incident.Reports.Count.ShouldBe(2);
        incident.Reports.ShouldContain(r => r.Revision == 2);
    }
}

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

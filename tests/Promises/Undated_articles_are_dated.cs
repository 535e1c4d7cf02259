using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>An article without a time takes its dates from dated articles that tell the same events, more closely when more of them come, and loses them when none tells them any more.</summary>
[Collection(Collection.Name)]
public sealed class Undated_articles_are_dated(Infrastructure infrastructure)
{
    private static readonly object Undated = new
    {
        source = "undated",
        externalId = "undated",
        outlet = "Weekly",
        title = "Gunmen kill seven policemen in Kirkuk",
        text = "Gunmen shot dead seven policemen and wounded 11 others at a checkpoint in Kirkuk, Iraq, yesterday, police said. "
            + "Last week, a car bomb killed nine people and wounded 23 at a market in Mosul, Iraq.",
    };

    private static readonly string Bombing = "A car bomb killed nine people and wounded 23 at a market in Mosul, Iraq, on 15 May 1985, police said.";
    private static readonly string Shooting = "Gunmen shot dead seven policemen and wounded 11 others at a checkpoint in Kirkuk, Iraq, on 21 May 1985, the ministry said.";
    private const string Nothing = "The council of the town met and spoke of the price of bread.";

    [Fact]
    public async Task From_a_dated_one_more_closely_when_more_is_known_and_no_more_when_it_no_longer_holds()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var undated = (await platform.PostAsync(Undated)).GetProperty("articleId").GetGuid();
        await BecomesAsync(platform, undated, "no date | no date");

        // The bombing of 15 May was last week: it was written from 17 to 24 May.
        await TellAsync(platform, "first", "1985-05-16", Bombing);
        await BecomesAsync(platform, undated, "1985-05-16 1985-05-23 week | 1985-05-08 1985-05-22 month");
        var report = (await ReportsAsync(platform, undated))[1];
        report.DateReason.ShouldNotBeNull().ShouldContain("1985-05-15");
        report.DateReason!.ShouldContain("Last week", Case.Insensitive);

        // The shooting of 21 May was yesterday: it was written on 22 May.
        await TellAsync(platform, "second", "1985-05-22", Shooting);
        await BecomesAsync(platform, undated, "1985-05-21 1985-05-21 day | 1985-05-13 1985-05-20 week");

        // Precision and reason are served with the claims and in the history.
        var incident = await IncidentOfAsync(platform, undated, 0);
        var claims = JsonDocument.Parse(await platform.Projection.Http.GetStringAsync($"incidents/{incident}/claims")).RootElement.GetProperty("fields");
        var claim = claims.EnumerateArray().Single(f => f.GetProperty("field").GetString() == "date").GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("articleId").GetGuid() == undated);
        claim.GetProperty("value").GetProperty("precision").GetString().ShouldBe("day");
        claim.GetProperty("words").GetString().ShouldBe("yesterday");
        claim.GetProperty("dateReason").GetString().ShouldNotBeNull().ShouldContain("1985-05-21");
        (await platform.CountAsync($"select count(*) from incidents.mt_events where type = 'report_dated' and data->>'reason' like '%1985-05-21%'")).ShouldBeGreaterThan(0);

        // What the dates were found out from is taken back, one after the other.
        await TellAsync(platform, "second", "1985-05-22", Nothing);
        await BecomesAsync(platform, undated, "1985-05-16 1985-05-23 week | 1985-05-08 1985-05-22 month");
        await TellAsync(platform, "first", "1985-05-16", Nothing);
        await BecomesAsync(platform, undated, "no date | no date");
    }

    [Fact]
    public async Task Whichever_comes_first()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await TellAsync(platform, "second", "1985-05-22", Shooting);
        await TellAsync(platform, "first", "1985-05-16", Bombing);
        var undated = (await platform.PostAsync(Undated)).GetProperty("articleId").GetGuid();

        await BecomesAsync(platform, undated, "1985-05-21 1985-05-21 day | 1985-05-13 1985-05-20 week");
    }

    [Fact]
    public async Task From_a_known_event_when_no_article_helps()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var undated = (await platform.PostAsync(new
        {
            source = "undated",
            externalId = "anchored",
            title = "Rockets hit base",
            text = "Rockets wounded five people at the Balad air base in Iraq on Tuesday. The attack came days after the killing of Qassem Soleimani, who was killed on Friday.",
        })).GetProperty("articleId").GetGuid();

        await platform.ExtractedAsync(undated);
        // The killing it looks back to may be a report of its own; the rockets come first.
        await Eventually.Holds("the day of the rockets", async () => Say((await ReportsAsync(platform, undated))[0]) == "2020-01-07 2020-01-07 day");
    }

    private static async Task TellAsync(TestPlatform platform, string id, string published, string text) =>
        await platform.ExtractedAsync((await platform.PostAsync(new { source = "undated", externalId = id, outlet = "Outlet " + id, publishedAt = published, title = text[..30], text })).GetProperty("articleId").GetGuid());

    private static async Task BecomesAsync(TestPlatform platform, Guid article, string expected)
    {
        await platform.ExtractedAsync(article);
        var now = "";
        try
        {
            await Eventually.Holds($"the dates {expected}", async () => (now = string.Join(" | ", (await ReportsAsync(platform, article)).Select(Say))) == expected);
        }
        catch (TimeoutException)
        {
            now.ShouldBe(expected);
        }
    }

    private static string Say(LinkedReport report) => report.Date is { } date ? $"{date.Start:yyyy-MM-dd} {date.End:yyyy-MM-dd} {date.Precision.ToString().ToLowerInvariant()}" : "no date";

    /// <summary>The reports of an article in order of mention, whichever incidents they are in.</summary>
    private static async Task<List<LinkedReport>> ReportsAsync(TestPlatform platform, Guid article) =>
        [.. JsonDocument.Parse(await platform.Projection.Http.GetStringAsync($"articles/{article}")).RootElement.GetProperty("incidents").EnumerateArray()
            .SelectMany(i => i.Deserialize(ContractJson.Default.Incident)!.Reports).Where(r => r.ArticleId == article).OrderBy(r => r.Ordinal)];

    private static async Task<Guid> IncidentOfAsync(TestPlatform platform, Guid article, int ordinal) =>
        JsonDocument.Parse(await platform.Projection.Http.GetStringAsync($"articles/{article}")).RootElement.GetProperty("incidents").EnumerateArray()
            .Select(i => i.Deserialize(ContractJson.Default.Incident)!).Single(i => i.Reports.Any(r => r.ArticleId == article && r.Ordinal == ordinal)).Id;
}

using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Reports_are_weighed_side_by_side(Stage stage)
{
    [Fact]
    public async Task What_another_outlet_tells_joins_the_page_as_it_comes_and_the_conflict_leads_to_its_words()
    {
        var incident = await TellAsync("Rockets hit Taji base", "Three Katyusha rockets hit the Taji base north of Baghdad on 9 March 2022, wounding two soldiers, the military said.", "Example Wire", "2022-03-09");
        await using var visitor = await stage.ArriveAsync($"#/incident/{incident}");
        var page = visitor.Page;
        await Expect(page.Locator("details.article")).ToHaveCountAsync(1);
        await page.EvaluateAsync("() => { window.stayed = true; }");

        (await TellAsync("Five wounded at Taji", "Three Katyusha rockets hit the Taji base north of Baghdad on 9 March 2022, wounding five soldiers, an officer said.", "Morning Post", "2022-03-10")).ShouldBe(incident);

        await Expect(page.Locator("details.article")).ToHaveCountAsync(2);
        (await page.EvaluateAsync<bool>("() => window.stayed === true")).ShouldBeTrue("it came without a reload");
        await page.GetByRole(AriaRole.Button, new() { Name = "conflict: wounded" }).ClickAsync();
        var wounded = page.Locator("[data-field='casualties.wounded']");
        await Expect(wounded).ToBeInViewportAsync();
        await Expect(wounded.Locator("h3 .badge")).ToHaveTextAsync("conflict");
        ILocator Claim(string outlet) => wounded.Locator("tbody tr", new() { HasText = outlet });
        await Expect(Claim("Example Wire").Locator("td").First).ToContainTextAsync("2");
        await Expect(Claim("Morning Post").Locator("td").First).ToContainTextAsync("5");

        // The words of the second outlet stand in its own article, which unfolds.
        await Claim("Morning Post").Locator("button.quote").ClickAsync();
        var marked = page.Locator("mark.here");
        await Expect(marked.First).ToBeInViewportAsync();
        string.Concat(await marked.AllTextContentsAsync()).ShouldContain("five soldiers");
        await Expect(page.Locator("details.article[open]", new() { HasText = "Five wounded at Taji" }).Locator("mark.here").First).ToBeVisibleAsync();
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Possible_duplicates_are_kept_apart_from_the_incident_or_merged_from_their_list()
    {
        var (one, _) = await stage.ShootingAsync("Amara", 2006);
        var (other, _) = await stage.ShootingAsync("Nasiriyah", 2006);
        var (third, _) = await stage.ShootingAsync("Hilla", 2006);
        await SuspectAsync(one, other);
        await SuspectAsync(one, third);
        await using var visitor = await stage.ArriveAsync($"#/incident/{one}");
        var page = visitor.Page;

        var pairs = page.GetByRole(AriaRole.Region, new() { Name = "Possible duplicates" });
        await pairs.Locator(".pair", new() { HasText = "Nasiriyah" }).GetByRole(AriaRole.Button, new() { Name = "Keep apart" }).ClickAsync();
        await visitor.SayNameAsync("Ann");
        await DecideAsync("Keep apart", "Another town.");
        await Expect(page.Locator(".history li").First).ToContainTextAsync("Another town.");
        await Expect(pairs.Locator(".pair")).ToHaveCountAsync(1);

        await visitor.GoAsync("#/duplicates");
        await page.Locator(".pair", new() { HasText = "Amara" }).GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await DecideAsync("Merge into this one", "One story.");
        await Expect(page.Locator(".pair", new() { HasText = "Amara" })).ToHaveCountAsync(0);
        var left = await Task.WhenAll(new[] { one, third }.Select(id => stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"incidents/{id}")));
        left.Select(i => i.GetProperty("status").GetString()).Order().ShouldBe(["merged", "open"]);
        left.Single(i => i.GetProperty("status").GetString() == "open").GetProperty("reports").GetArrayLength().ShouldBe(2);
        visitor.Wrongs.ShouldBeEmpty();

        async Task DecideAsync(string title, string reason)
        {
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel("Reason").FillAsync(reason);
            await dialog.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
            await Expect(dialog).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Words_and_facets_narrow_the_list_and_stand_in_its_address()
    {
        await stage.ShootingAsync("Jalalabad", 2005);
        await stage.ShootingAsync("Lashkar Gah", 2005);
        await using var visitor = await stage.ArriveAsync("#/incidents?from=2005-01-01&to=2005-12-31");
        var (page, rows) = (visitor.Page, visitor.Page.Locator("tr[data-id]"));
        await Expect(rows).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link, new() { Name = "shooting" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("type=shooting"));
        await Expect(page.GetByLabel("Kind")).ToHaveValueAsync("shooting");
        await page.GetByLabel("Words").FillAsync("jalalabad");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("q=jalalabad"));
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("Jalalabad");
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("1 incidents");
        visitor.Wrongs.ShouldBeEmpty();
    }

    /// <summary>An article is told and read; gives its incident.</summary>
    private async Task<Guid> TellAsync(string title, string text, string outlet, string publishedAt)
    {
        var posted = await stage.Platform.PostAsync(new { title, text, outlet, publishedAt });
        return (await stage.Platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid())).GetProperty("incidents")[0].GetProperty("id").GetGuid();
    }

    /// <summary>What linking would note of two that are near each other and not near enough.</summary>
    private Task SuspectAsync(Guid one, Guid other) => stage.Platform.ExecuteAsync(
        $"insert into incidents.possible_duplicate values (least('{one}'::uuid, '{other}'::uuid), greatest('{one}'::uuid, '{other}'::uuid), 0.4, '[\"the same day\"]', now())");
}

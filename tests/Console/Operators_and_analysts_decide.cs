using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using Platform.Tests.Promises;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Operators_and_analysts_decide(Stage stage)
{
    [Fact]
    public async Task A_dead_letter_is_looked_at_replayed_and_discarded_with_a_reason()
    {
        var message = Guid.NewGuid().ToString();
        await using (var outsider = await Outsider.ConnectAsync(stage.Platform))
            await outsider.PublishAsync("incident-detected.v1", "{ \"<script>alert(1)</script>", message, "IncidentDetected", "incident.detected.rocket_attack.IQ");
        await Eventually.Holds("the dead letter", async () => (await LettersAsync(message)).GetArrayLength() == 1);
        await using var visitor = await stage.ArriveAsync("#/dead-letters");

        await visitor.Page.Locator("tbody a").First.ClickAsync();
        await Expect(visitor.Page.Locator("pre").First).ToContainTextAsync("<script>alert(1)</script>");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        await visitor.SayNameAsync("Op");
        await DecideAsync(visitor, "Replay", "The disk has room again.");
        var actions = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "What happened to it" });
        await Expect(actions).ToContainTextAsync("The disk has room again.");
        await Eventually.Holds("it to die again", async () => (await LettersAsync(message))[0].GetProperty("state").GetString() == "waiting");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await DecideAsync(visitor, "Discard", "It is no message of ours.");

        await Expect(actions).ToContainTextAsync("It is no message of ours.");
        await Expect(visitor.Page.Locator(".badge").First).ToHaveTextAsync("discarded");
        (await LettersAsync(message))[0].GetProperty("state").GetString().ShouldBe("discarded");
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_meanwhile_is_refused_and_the_page_shows_the_change()
    {
        var (id, version) = await stage.ShootingAsync("Kirkuk", 2011);
        await using var visitor = await stage.ArriveAsync($"#/incident/{id}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await visitor.SayNameAsync("Ann");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Reason")).ToBeVisibleAsync();

        // Meanwhile somebody else confirms it; the dialog still stands on the version that was looked at.
        await visitor.Page.RouteAsync("**/incidents/events*", route => route.AbortAsync());
        using (var confirm = new HttpRequestMessage(HttpMethod.Post, $"incidents/{id}/confirm") { Content = JsonContent.Create(new { actor = "Bob", reason = "Seen." }) })
        {
            confirm.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            using var answer = await stage.Platform.Projection.Http.SendAsync(confirm);
            answer.IsSuccessStatusCode.ShouldBeTrue();
        }
        await DecideAsync(visitor, "Reject", "A rumour.");

        await Expect(dialog.Locator(".trouble")).ToContainTextAsync("The incident has changed");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync("by Bob");
        (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"incidents/{id}")).GetProperty("status").GetString().ShouldBe("confirmed");
    }

    [Fact]
    public async Task Incidents_are_merged_and_split_again()
    {
        var (one, _) = await stage.ShootingAsync("Basra", 2012);
        var (other, _) = await stage.ShootingAsync("Erbil", 2013);
        await using var visitor = await stage.ArriveAsync($"#/incident/{one}");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Merge …" }).ClickAsync();
        await visitor.SayNameAsync("Ann");
        await visitor.Page.GetByLabel("Id of the other incident").FillAsync(other.ToString());
        await DecideAsync(visitor, "Merge into this one", "One convoy.");
        await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync("One convoy.");
        await Expect(visitor.Page.Locator("details.article")).ToHaveCountAsync(2);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Split …" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByLabel("Shootings in Erbil").CheckAsync();
        await DecideAsync(visitor, "Split", "Two convoys.");
        await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync("Two convoys.");
        await Expect(visitor.Page.Locator("details.article")).ToHaveCountAsync(1);
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Map_and_timeline_narrow_each_other_and_the_list_takes_the_filter_over()
    {
        await stage.ShootingAsync("Kabul", 2009);
        await stage.ShootingAsync("Kandahar", 2010);
        await stage.ShootingAsync("Quetta", 2010);
        await using var visitor = await stage.ArriveAsync("#/map?from=2009-01-01&to=2010-12-31");
        var (page, bars) = (visitor.Page, visitor.Page.Locator(".timeline a:not([tabindex='-1'])"));
        ILocator Country(string name) => page.Locator($".world a[aria-label^='{name}']");
        await Expect(Country("Afghanistan")).ToHaveAttributeAsync("aria-label", "Afghanistan: 2 incidents");
        await Expect(Country("Pakistan")).ToHaveAttributeAsync("aria-label", "Pakistan: 1 incidents");

        await page.Locator(".timeline a[aria-label^='2009-05']").ClickAsync();
        await Expect(Country("Pakistan")).ToHaveCountAsync(0);
        await Expect(Country("Afghanistan")).ToHaveAttributeAsync("aria-label", "Afghanistan: 1 incidents");
        await page.GetByRole(AriaRole.Button, new() { Name = "All the time" }).ClickAsync();
        await Country("Pakistan").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".world path.chosen")).ToHaveCountAsync(1);
        await Expect(bars).ToHaveCountAsync(await BarsOfAsync("country=PK"));
        await page.GetByRole(AriaRole.Link, new() { Name = "The same as a list" }).ClickAsync();

        await Expect(page.GetByLabel("Country")).ToHaveValueAsync("PK");
        await Expect(page.Locator("tr[data-id]", new() { HasText = "Quetta" })).ToBeVisibleAsync();
        await Expect(page.Locator("tr[data-id]", new() { HasText = "Kabul" })).ToHaveCountAsync(0);
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_in_view_narrows_time_and_list()
    {
        await stage.ShootingAsync("Herat", 2008);
        await stage.ShootingAsync("Lima", 2007);
        await using var visitor = await stage.ArriveAsync("#/map?from=2007-01-01&to=2008-12-31&bbox=50,25,75,40");
        var page = visitor.Page;
        await Expect(page.Locator(".world a[aria-label^='Peru']")).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline a[aria-label^='2008-05']")).ToHaveAttributeAsync("aria-label", "2008-05: 1 incidents");

        await page.GetByRole(AriaRole.Button, new() { Name = "Whole world" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Only what is in view" }).ClickAsync();

        await Expect(page.Locator(".world a[aria-label^='Peru']")).ToHaveAttributeAsync("aria-label", "Peru: 1 incidents");
        await Expect(page.Locator(".timeline a[aria-label^='2007-05']")).ToHaveAttributeAsync("aria-label", "2007-05: 1 incidents");
        visitor.Wrongs.ShouldBeEmpty();
    }

    /// <summary>Years or months with incidents: all of the test's incidents of a country lie within sixty months or are shown by the year.</summary>
    private async Task<int> BarsOfAsync(string filter)
    {
        var groups = (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"stats?by=month&{filter}")).GetProperty("groups").EnumerateArray()
            .Where(g => g.GetProperty("key").TryGetProperty("month", out _)).Select(g => g.GetProperty("key").GetProperty("month").GetString()!).ToList();
        int Month(string month) => (int.Parse(month[..4], null) * 12) + int.Parse(month[5..7], null);
        return groups.Max(Month) - groups.Min(Month) >= 60 ? groups.Select(m => m[..4]).Distinct().Count() : groups.Count;
    }

    private async Task<JsonElement> LettersAsync(string message) => (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"dead-letters?messageId={message}")).GetProperty("items");

    private static async Task DecideAsync(Visitor visitor, string title, string reason)
    {
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
    }
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using Platform.Tests.Promises;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Everybody_can_use_it(Stage stage)
{
    private static readonly string[] Pages = ["#/incidents", "#/map", "#/drop", "#/duplicates", "#/dead-letters", "#/traces", "#/system"];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task No_page_breaks_a_rule_of_WCAG_that_a_machine_can_check(ColorScheme colours, int width)
    {
        var (incident, _) = await stage.ShootingAsync("Samarra", 2015);
        var article = (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"incidents/{incident}")).GetProperty("reports")[0].GetProperty("articleId").GetGuid();
        var letter = await DeadLetterAsync();
        await using var visitor = await stage.ArriveAsync("#/system", options: new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 800 } });
        foreach (var page in Pages.Concat([$"#/trace/{article}", $"#/dead-letter/{letter}", $"#/incident/{incident}", "a dialog"]))
        {
            if (page.StartsWith('#'))
                await visitor.GoAsync(page);
            else
                await OpenDialogAsync(visitor);
            await SettledAsync(visitor);
            if (page.StartsWith("#/trace/", StringComparison.Ordinal))
                await Expect(visitor.Page.Locator(".waterfall .bar").First).ToBeVisibleAsync();
            var found = await visitor.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
            found.Violations.SelectMany(v => v.Nodes.Select(n => $"{page}: {v.Id} {n.Html}")).ShouldBeEmpty();
            (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{page} is not wider than the window of {width}");
        }
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_an_incident_and_confirms_it()
    {
        var (incident, _) = await stage.ShootingAsync("Haditha", 2016);
        await using var visitor = await stage.ArriveAsync("#/incidents?q=Haditha");
        var (page, keyboard) = (visitor.Page, visitor.Page.Keyboard);
        await Expect(page.Locator("tr[data-id] a")).ToBeVisibleAsync();

        // The title has the focus when a page has opened; from the beginning of the document the first stop is the way past the navigation.
        await page.EvaluateAsync("() => { document.activeElement.blur(); getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        await keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Skip to content");
        await keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("main");
        await TabToAsync(page, "Shootings in Haditha");
        await keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(incident.ToString()));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Confirm" })).ToBeVisibleAsync();
        await TabToAsync(page, "Confirm");
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Name (only where")).ToBeVisibleAsync();
        await TabToAsync(page, "Name (only where no keys are asked for)");
        await keyboard.TypeAsync("Kay");
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Reason")).ToBeFocusedAsync();
        await keyboard.TypeAsync("By keys alone.");
        await TabToAsync(page, "Confirm");
        await keyboard.PressAsync("Enter");

        await Expect(page.Locator(".history li").First).ToContainTextAsync("confirmed");
        await Expect(page.Locator(".history li").First).ToContainTextAsync("by Kay");
    }

    [Fact]
    public void Every_pair_of_colours_that_text_is_written_in_has_the_contrast_of_WCAG_AA()
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "services", "projection", "WebConsole", "pages", "style.css"));
        var sets = Regex.Matches(css, @":root \{([^}]*)\}").Select(set => Regex.Matches(set.Groups[1].Value, @"--([\w-]+): #([0-9a-f]{6});").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value)).ToList();
        sets.Count.ShouldBe(2, "light and dark");
        sets[0].Keys.Order().ShouldBe(sets[1].Keys.Order());
        (string Text, string Ground)[] texts =
        [
            ("text", "page"), ("text", "panel"), ("note", "page"), ("note", "panel"), ("link", "page"), ("link", "panel"), ("on-main", "main"), ("on-good", "good"), ("on-warn", "warn"), ("on-bad", "bad"),
            ("on-mark", "mark"), ("on-mark", "mark-place"), ("on-mark", "mark-date"), ("on-mark", "mark-people"), ("on-mark", "mark-who"),
        ];
        (string Shape, string Ground)[] shapes = [("line", "page"), ("line", "panel"), ("focus", "page"), ("focus", "panel"), ("main", "page"), ("bar", "page"), ("bar", "panel")];
        foreach (var set in sets)
        {
            foreach (var (text, ground) in texts)
                Contrast(set[text], set[ground]).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {ground}, 1.4.3");
            foreach (var (shape, ground) in shapes)
                Contrast(set[shape], set[ground]).ShouldBeGreaterThanOrEqualTo(3, $"{shape} on {ground}, 1.4.11");
        }
    }

    [Fact]
    public async Task The_first_page_with_fifty_incidents_takes_no_more_than_300_KB()
    {
        using (var sent = await stage.Platform.Ingest.Http.PostAsync("articles/batch", new StringContent(string.Join('\n', Enumerable.Range(0, 90).Select(n => JsonSerializer.Serialize(Articles.OfMany(n, "console")))), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson"))))
            sent.IsSuccessStatusCode.ShouldBeTrue();
        await Eventually.Holds("more than a page of incidents", async () => (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>("incidents/facets")).GetProperty("total").GetInt64() > 50);
        await using var visitor = await stage.ArriveAsync("../health/live");
        var network = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await network.SendAsync("Network.enable");
        var (bytes, requests) = (0.0, 0);
        network.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };

        await visitor.Page.GotoAsync(new Uri(stage.Platform.Projection.Address, "console/").ToString());
        await Expect(visitor.Page.Locator("tr[data-id]")).ToHaveCountAsync(50);
        await Expect(visitor.Page.Locator(".facet").First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".live.up")).ToBeVisibleAsync();
        await Eventually.Holds("all of it to be counted", () => Task.FromResult(requests >= 9));

        bytes.ShouldBeLessThan(300 * 1024);
        bytes.ShouldBeGreaterThan(20 * 1024, "it was measured");
    }

    private async Task<string> DeadLetterAsync()
    {
        var message = Guid.NewGuid().ToString();
        await using var outsider = await Outsider.ConnectAsync(stage.Platform);
        await outsider.PublishAsync("incident-detected.v1", "{ not json", message, "IncidentDetected", "incident.detected.x.y");
        return await Eventually.Get("the dead letter", async () =>
            (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"dead-letters?messageId={message}")).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("id").GetString()).SingleOrDefault());
    }

    /// <summary>Where the incident's page stands: what asks for another value of a field.</summary>
    private static async Task OpenDialogAsync(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Correct a field" }).ClickAsync();
        await visitor.SayNameAsync("Ann");
        await visitor.Page.GetByLabel("Field").SelectOptionAsync("place");
        await Expect(visitor.Page.GetByLabel("Reason")).ToBeVisibleAsync();
    }

    private static async Task SettledAsync(Visitor visitor)
    {
        await Expect(visitor.Page.Locator("main h1")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync(new Regex("Loading …|Counting …"));
    }

    /// <summary>Presses Tab until what has the focus is called so; each stop on the way can be seen.</summary>
    private static async Task TabToAsync(IPage page, string name)
    {
        var stops = new List<string>();
        for (var n = 0; n < 150; n++)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await FocusedAsync(page));
            (await page.EvaluateAsync<bool>("() => document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none' || document.activeElement.ownerSVGElement !== null"))
                .ShouldBeTrue($"the focus on '{stops[^1]}' can be seen");
            if (stops[^1] == name)
                return;
        }
        throw new InvalidOperationException($"The keyboard does not come to '{name}'; stops: {string.Join(" | ", stops)}");
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("() => { const e = document.activeElement; return (e.getAttribute('aria-label') ?? e.labels?.[0]?.querySelector('span')?.textContent ?? e.textContent).trim(); }");

    /// <summary>WCAG 2.2, "contrast ratio": 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }
}

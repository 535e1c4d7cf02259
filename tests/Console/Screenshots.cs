using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using Platform.Tests.Promises;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

/// <summary>Draws each page; with CONSOLE_SCREENSHOTS into a folder that stays (deploy/screenshots), else into one that is thrown away.</summary>
[Collection(Collection.Name)]
public sealed class Screenshots(Stage stage)
{
    private const int Most = 3 * 512 * 1024; // bytes of all of them, which lie in the repository

    [Fact]
    public async Task Each_page_is_drawn_with_something_on_it_and_all_of_them_stay_small()
    {
        var kept = Environment.GetEnvironmentVariable("CONSOLE_SCREENSHOTS");
        var folder = Directory.CreateDirectory(kept ?? Path.Combine(stage.Infrastructure.Folder, "screens")).FullName;
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure);
        var articles = Enumerable.Range(0, 150).Select(n => Articles.OfMany(n, "screens")).Concat(Story());
        using (var sent = await platform.Ingest.Http.PostAsync("articles/batch", new StringContent(string.Join('\n', articles.Select(a => System.Text.Json.JsonSerializer.Serialize(a))), new MediaTypeHeaderValue("application/x-ndjson"))))
            sent.IsSuccessStatusCode.ShouldBeTrue();
        var told = await platform.ExtractedAsync((await platform.PostAsync(Story().Last())).GetProperty("articleId").GetGuid());
        await Eventually.Equals(153, "articles that were read", () => platform.CountAsync("select count(*) from incidents.article where revision is not null and not pending"));
        var (article, incident) = (told.GetProperty("articleId").GetGuid(), told.GetProperty("incidents")[0].GetProperty("id").GetGuid());
        await using (var outsider = await Outsider.ConnectAsync(platform))
            await outsider.PublishAsync("incident-detected.v1", "{ \"reportId\": \"7f3", Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.shooting.IQ");
        await Eventually.Equals(1, "dead letters", () => platform.CountAsync("select count(*) from incidents.dead_letter"));
        // Linking suspects few pairs, and none here: one is put among them.
        var alike = new List<Guid>();
        foreach (var (town, title) in new[] { ("Baqubah", "Two policemen shot in Baqubah"), ("Muqdadiyah", "Gunmen kill police near Muqdadiyah") })
        {
            var posted = await platform.PostAsync(new { title, text = $"Gunmen shot dead two policemen at a checkpoint in {town} on 2 June 2020, an officer said.", outlet = "Example Wire", publishedAt = "2020-06-03" });
            alike.Add((await platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid())).GetProperty("incidents")[0].GetProperty("id").GetGuid());
        }
        await platform.ExecuteAsync($"insert into incidents.possible_duplicate values (least('{alike[0]}'::uuid, '{alike[1]}'), greatest('{alike[0]}'::uuid, '{alike[1]}'), 0.4, '[\"the same day\", \"places near each other\"]', now()) on conflict do nothing");
        // Name, page, what must be on it, colours, width.
        (string Name, string Page, string Shows, ColorScheme Colours, int Width)[] drawn =
        [
            ("incidents", "#/incidents", "tr[data-id] .badge.warn", ColorScheme.Light, 1200), ("incident", $"#/incident/{incident}", ".text mark", ColorScheme.Light, 1200), ("map", "#/map", ".timeline rect", ColorScheme.Light, 1200),
            ("drop", "#/drop", ".sent a", ColorScheme.Light, 1200), ("duplicates", "#/duplicates", ".pair", ColorScheme.Light, 1200), ("dead-letters", "#/dead-letters", "tbody a", ColorScheme.Light, 1200),
            ("traces", "#/traces", "[aria-label=Slowest] tbody a", ColorScheme.Light, 1200), ("trace", $"#/trace/{article}", ".waterfall .bar", ColorScheme.Light, 1200), ("system", "#/system", "[aria-label=Lags] tbody td", ColorScheme.Light, 1200),
            ("incident-dark", $"#/incident/{incident}", ".text mark", ColorScheme.Dark, 1200), ("incidents-phone", "#/incidents", "tr[data-id]", ColorScheme.Light, 380), ("incident-phone", $"#/incident/{incident}", ".claims tbody td", ColorScheme.Dark, 380),
        ];
        foreach (var (name, page, shows, colours, width) in drawn)
        {
            await using var visitor = await stage.ArriveAsync(page, platform, new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 860 } });
            await Expect(visitor.Page.Locator("main h1")).ToBeVisibleAsync();
            if (name == "drop")
                await visitor.DropAsync("Gunmen shot dead two policemen at a checkpoint in Samarra on 4 May 2015, an officer said.", "Two policemen shot in Samarra", "2015-05-05");
            await Expect(visitor.Page.Locator(shows).First).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync(new System.Text.RegularExpressions.Regex("Loading …|Counting …|connecting"));
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
            visitor.Wrongs.ShouldBeEmpty(name);
        }

        var sizes = drawn.Select(d => new FileInfo(Path.Combine(folder, d.Name + ".png")).Length).ToList();
        sizes.Sum().ShouldBeLessThan(Most, string.Join(", ", sizes.Select(s => s.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>One attack as three outlets tell it, who do not agree.</summary>
    private static IEnumerable<object> Story() =>
    [
        new { title = "Rockets strike air base north of Baghdad", text = "Three Katyusha rockets hit the Balad air base north of Baghdad on 6 March 2021, wounding two soldiers, the military said. No group claimed responsibility.", outlet = "Example Wire", publishedAt = "2021-03-06" },
        new { title = "Two killed in rocket attack on Balad base", text = "At least five rockets struck Balad air base on 6 March 2021, killing two contractors and wounding three soldiers, an officer said.", outlet = "Morning Post", publishedAt = "2021-03-07" },
        new { title = "Militia says it fired rockets at Balad", text = "A militia, Kataib Hezbollah, said on Sunday it had fired Katyusha rockets at the Balad air base on 6 March 2021. Two contractors were killed and four soldiers wounded in the attack, according to the military.", outlet = "Evening Standard Review", publishedAt = "2021-03-08" },
    ];
}

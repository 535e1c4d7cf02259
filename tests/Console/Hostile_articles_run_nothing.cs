using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Hostile_articles_run_nothing(Stage stage)
{
    private const string Markup = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg>";
    private const string Override = "\u202Egnp.exe\u202C";

    [Fact]
    public async Task Whatever_stands_in_an_article_is_shown_as_text_on_every_page()
    {
        var posted = await stage.Platform.PostAsync(new
        {
            title = $"Bomb hits Tikrit {Markup} {Override}",
            text = $"A bomb hit a {Markup} police station in Tikrit on 9 June 2019, killing three officers {Override}, said \"><script>alert(4)</script>.",
            outlet = $"Wire {Markup}",
            url = "https://example.org/\"><script>alert(5)</script>",
            publishedAt = "2019-06-10",
            tags = new[] { Markup },
        });
        var article = await stage.Platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid());
        var incident = article.GetProperty("incidents")[0].GetProperty("id").GetGuid();
        using (var corrected = new HttpRequestMessage(HttpMethod.Post, $"incidents/{incident}/corrections") { Content = JsonContent.Create(new { actor = $"Eve {Markup}", reason = Markup, field = "targets", value = new[] { new { name = Markup, kind = "police" } } }) })
        {
            corrected.Headers.TryAddWithoutValidation("If-Match", $"\"{article.GetProperty("incidents")[0].GetProperty("version").GetInt64()}\"");
            using var answer = await stage.Platform.Projection.Http.SendAsync(corrected);
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }
        await using var visitor = await stage.ArriveAsync("#/incidents?outlet=" + Uri.EscapeDataString($"Wire {Markup}"));

        await Expect(visitor.Page.Locator("tr[data-id]")).ToContainTextAsync("<script>alert(1)</script>");
        await Expect(visitor.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync($"Wire {Markup}");
        await visitor.GoAsync($"#/incident/{incident}");
        await Expect(visitor.Page.Locator(".text")).ToContainTextAsync("<img src=x onerror=alert(2)>");
        await Expect(visitor.Page.Locator("[data-field='targets'] tr.best")).ToContainTextAsync(Markup);
        await Expect(visitor.Page.Locator(".history")).ToContainTextAsync($"Eve {Markup}");
        await visitor.GoAsync("#/map?q=" + Uri.EscapeDataString("Tikrit"));
        await Expect(visitor.Page.Locator("svg.world a circle").First).ToBeAttachedAsync();
        foreach (var parameter in new[] { "q", "country", "bbox", "perpetrator" })
        {
            await visitor.GoAsync($"#/map?{parameter}=" + Uri.EscapeDataString(Markup));
            await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync("Loading");
        }

        (await visitor.Page.Locator("main script, main img, main svg[onload]").CountAsync()).ShouldBe(0);
        visitor.Wrongs.ShouldBeEmpty();
        // That the tests would see it: the same markup, put in as markup, is stopped and noted.
        var outcomes = await visitor.Page.EvaluateAsync<string[]>("""
            () => [
              () => { document.querySelector('main').innerHTML = '<img src=x onerror=alert(6)>'; },
              () => { const script = document.createElement('script'); script.text = 'alert(7)'; document.body.append(script); },
            ].map(attempt => { try { attempt(); return 'it ran'; } catch (error) { return error.name; } })
            """);
        outcomes.ShouldBe(["TypeError", "TypeError"]);
        await Platform.Tests.Harness.Eventually.Holds("the policy to stop it", () => Task.FromResult(visitor.Wrongs.Count > 0));
        visitor.Wrongs.ShouldNotContain(wrong => wrong.StartsWith("dialog"));
    }

    [Fact]
    public async Task Text_that_runs_from_right_to_left_leaves_what_stands_beside_it_in_place()
    {
        var posted = await stage.Platform.PostAsync(new { title = "انفجار في Kirkuk", text = "انفجار. A bomb exploded in Kirkuk on 2 July 2018, killing four people, police said.", publishedAt = "2018-07-03", outlet = "وكالة" });
        var incident = (await stage.Platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid())).GetProperty("incidents")[0].GetProperty("id").GetGuid();
        await using var visitor = await stage.ArriveAsync($"#/incident/{incident}");

        var title = visitor.Page.Locator("h1 bdi");
        await Expect(title).ToHaveTextAsync("انفجار في Kirkuk");
        await Expect(title).ToHaveCSSAsync("direction", "rtl");
        await Expect(visitor.Page.Locator(".text")).ToHaveCSSAsync("direction", "rtl");
        await Expect(visitor.Page.Locator("main")).ToHaveCSSAsync("direction", "ltr");
    }
}

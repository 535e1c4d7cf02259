using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Contracts;
using Platform.Tests.Harness;
using Platform.Tests.Promises;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

/// <summary>What is shown is what there is, whatever changed or failed in between; and nothing is taken from under the hands of who reads or types.</summary>
[Collection(Collection.Name)]
public sealed class Changes_are_followed_and_stand_still_when_asked(Stage stage)
{
    [Fact]
    public async Task An_incident_is_followed_through_a_correction_of_what_it_is_and_where()
    {
        var (id, version) = await stage.ShootingAsync("Mosul", 2001);
        await using var visitor = await stage.ArriveAsync($"#/incident/{id}");
        await Expect(visitor.Page.Locator(".live.up")).ToBeVisibleAsync();

        foreach (var (field, value, shown) in new (string, object, string)[] { ("eventType", "arson", "arson"), ("place", new { name = "Aleppo", country = "SY", lat = 36.2, lon = 37.16, precision = "settlement" }, "Aleppo"), ("eventType", "bombing", "bombing") })
        {
            await CommandAsync(id, version++, "corrections", new { actor = "Bob", reason = "Seen.", field, value });
            await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync(shown);
        }
    }

    [Theory]
    [InlineData("incidents?country=IQ&from=2002-01-01&to=2002-12-31")]
    [InlineData("incident/")]
    public async Task What_changes_between_the_page_and_its_stream_is_shown(string page)
    {
        var (id, version) = await stage.ShootingAsync("Ramadi", 2002);
        var change = new TaskCompletionSource();
        await using var visitor = await stage.ArriveAsync("../health/live");
        await visitor.Page.RouteAsync("**/incidents/events*", async route =>
        {
            await change.Task;
            await route.ContinueAsync();
        });
        await visitor.Page.GotoAsync(new Uri(stage.Platform.Projection.Address, $"console/#/{page}{(page.EndsWith('/') ? id : "")}").ToString());
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("Ramadi");
        await CommandAsync(id, version, "confirm", new { actor = "Bob", reason = "Seen." });
        change.SetResult();

        await Expect(visitor.Page.Locator("main .badge.confirmed").First).ToBeVisibleAsync();
        await CommandAsync(id, version + 1, "reopen", new { actor = "Bob", reason = "For the next one." });
    }

    [Fact]
    public async Task A_load_that_fails_is_told_and_tried_again_until_it_succeeds()
    {
        var (id, _) = await stage.ShootingAsync("Tikrit", 2003);
        await using var visitor = await stage.ArriveAsync($"#/incident/{id}");
        await Expect(visitor.Page.Locator(".live.up")).ToBeVisibleAsync();
        var failing = true;
        await visitor.Page.RouteAsync("**/claims", route => failing ? route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"title":"The store does not answer"}""" }) : route.ContinueAsync());

        // Of a decision too: it is done, and the page says that it cannot show it.
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await visitor.SayNameAsync("Ann");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("Seen on the photos.\nThe hospital says so too.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator(".following .trouble")).ToContainTextAsync("The store does not answer");
        failing = false;

        await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync("The hospital says so too.");
        await Expect(visitor.Page.Locator(".following .trouble")).ToHaveCountAsync(0);
        (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"incidents/{id}/history")).GetProperty("items").EnumerateArray().Last().GetProperty("reason").GetString()
            .ShouldBe("Seen on the photos.\nThe hospital says so too.");
    }

    [Fact]
    public async Task What_cannot_be_shown_after_a_decision_on_a_dead_letter_is_told_in_the_page()
    {
        var message = Guid.NewGuid().ToString();
        await using (var outsider = await Outsider.ConnectAsync(stage.Platform))
            await outsider.PublishAsync("incident-detected.v1", "{ not json", message, "IncidentDetected", "incident.detected.x.y");
        var letter = await Eventually.Get("the dead letter", async () => (await stage.Platform.Projection.Http.GetFromJsonAsync<JsonElement>($"dead-letters?messageId={message}"))
            .GetProperty("items").EnumerateArray().Select(l => l.GetProperty("id").GetString()).SingleOrDefault());
        await using var visitor = await stage.ArriveAsync($"#/dead-letter/{letter}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await visitor.SayNameAsync("Op");
        var failing = true;
        await visitor.Page.RouteAsync($"**/dead-letters/{letter}", route => failing ? route.AbortAsync() : route.ContinueAsync());
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("No message of ours.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Expect(visitor.Page.Locator(".page")).ToContainTextAsync("Discard: done.");
        await Expect(visitor.Page.Locator(".page .trouble")).ToContainTextAsync("The platform does not answer");
        failing = false;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();
        await Expect(visitor.Page.Locator(".badge").First).ToHaveTextAsync("discarded");
    }

    [Fact]
    public async Task Rows_stay_while_somebody_is_among_them_or_has_paused_and_the_changes_are_offered()
    {
        var (id, version) = await stage.ShootingAsync("Samarra", 2004);
        await using var visitor = await stage.ArriveAsync("#/incidents?country=IQ&from=2004-01-01&to=2004-12-31");
        var page = visitor.Page;
        await Expect(page.Locator(".live.up")).ToBeVisibleAsync();
        var offer = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("changes?: show") });
        await page.Locator($"tr[data-id='{id}'] a").FocusAsync();
        await page.EvaluateAsync("id => { window.row = document.querySelector(`tr[data-id='${id}']`); }", id.ToString());

        await CommandAsync(id, version++, "confirm", new { actor = "Bob", reason = "Seen." });
        await Expect(offer).ToHaveTextAsync("1 change: show");
        (await page.EvaluateAsync<bool>("() => window.row.isConnected && window.row.contains(document.activeElement)")).ShouldBeTrue("the row is still under the focus");
        await offer.ClickAsync();
        await Expect(page.Locator($"tr[data-id='{id}'] .badge.confirmed")).ToBeVisibleAsync();
        await Expect(offer).ToBeHiddenAsync();
        (await page.EvaluateAsync<string>("() => document.activeElement.localName")).ShouldBe("h1", "the focus is not nowhere");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await CommandAsync(id, version, "reopen", new { actor = "Bob", reason = "Seen." });
        await Expect(offer).ToHaveTextAsync("1 change: show");
        await Expect(page.Locator($"tr[data-id='{id}'] .badge.confirmed")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.Locator($"tr[data-id='{id}'] .badge.confirmed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_focus_stays_on_the_same_button_when_an_incident_is_drawn_anew()
    {
        var (id, version) = await stage.ShootingAsync("Kut", 2005);
        await using var visitor = await stage.ArriveAsync($"#/incident/{id}");
        await Expect(visitor.Page.Locator(".live.up")).ToBeVisibleAsync();
        var button = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Correct date" });
        await button.FocusAsync();

        await CommandAsync(id, version, "confirm", new { actor = "Bob", reason = "Seen." });

        await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync("confirmed");
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Of_a_long_history_the_latest_changes_are_shown_and_the_first_when_asked_for()
    {
        await using var writer = await IncidentWriter.OpenAsync(stage.Platform.Database);
        var opened = new Made_up_incidents(9).Opened(DateTimeOffset.UtcNow);
        var id = opened.IncidentId;
        object Judged(int n) => n % 2 == 0 ? new IncidentConfirmed { IncidentId = id, Actor = new Actor { Kind = ActorKind.Person, Name = "Bob" }, Reason = $"Look {n}", ConfirmedAt = opened.OpenedAt }
            : new IncidentReopened { IncidentId = id, Actor = new Actor { Kind = ActorKind.Person, Name = "Bob" }, Reason = $"Look {n}", ReopenedAt = opened.OpenedAt };
        await writer.WriteAsync(opened.OpenedAt, [(id, opened), .. Enumerable.Range(0, 520).Select(n => (id, Judged(n)))]);
        await using var visitor = await stage.ArriveAsync($"#/incident/{id}");

        var entries = visitor.Page.Locator(".history > li");
        await Expect(entries).ToHaveCountAsync(500);
        await Expect(entries.First).ToContainTextAsync("Look 519");
        await visitor.Page.Locator("section[aria-label='History']").GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Expect(entries).ToHaveCountAsync(521);
        await Expect(entries.Last).ToContainTextAsync("opened");

        await Expect(visitor.Page.Locator(".live.up")).ToBeVisibleAsync();
        await CommandAsync(id, 521, "confirm", new { actor = "Bob", reason = "Look 520" });
        await Expect(entries.First).ToContainTextAsync("Look 520");
        await Expect(entries).ToHaveCountAsync(522);
    }

    private async Task CommandAsync(Guid id, long version, string command, object body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"incidents/{id}/{command}") { Content = JsonContent.Create(body) };
        message.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await stage.Platform.Projection.Http.SendAsync(message);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}

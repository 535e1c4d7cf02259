using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

/// <summary>Texts, decisions and filters are what somebody has made: an answer that fails, or a page that knows less of them, takes none of it away.</summary>
[Collection(Collection.Name)]
public sealed class Nothing_that_was_entered_is_lost(Stage stage)
{
    /// <summary>As on a page that came over a network without TLS.</summary>
    private const string WithoutTls = "delete Crypto.prototype.randomUUID";

    [Fact]
    public async Task A_text_stays_in_the_drop_box_until_it_is_taken_and_is_sent_again_under_its_key()
    {
        await using var visitor = await stage.ArriveAsync("../health/live");
        await visitor.Page.AddInitScriptAsync(WithoutTls);
        await visitor.Page.GotoAsync(new Uri(stage.Platform.Projection.Address, "console/#/drop").ToString());
        var keys = new ConcurrentQueue<string>();
        await visitor.Page.RouteAsync("**/console/articles", async route =>
        {
            keys.Enqueue(await route.Request.HeaderValueAsync("idempotency-key") ?? "");
            if (keys.Count == 1)
                await route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"title":"Articles cannot be taken in now"}""" });
            else if (keys.Count == 2)
            {
                await route.FetchAsync(); // it is taken, and the answer is lost
                await route.AbortAsync();
            }
            else
                await route.ContinueAsync();
        });
        var text = visitor.Page.GetByLabel("Text", new() { Exact = true });
        await text.FillAsync("Gunmen shot dead two policemen in Hilla on 3 May 2006, police said.");
        var sent = visitor.Page.Locator(".sent > li");
        var failed = 0;
        foreach (var why in new[] { "Articles cannot be taken in now", "The platform does not answer" })
        {
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Expect(sent).ToHaveCountAsync(++failed);
            await Expect(sent.First).ToContainTextAsync(why);
            await Expect(text).ToHaveValueAsync("Gunmen shot dead two policemen in Hilla on 3 May 2006, police said.");
        }

        // How far it is is asked for again, too, when that fails.
        var asked = 0;
        await visitor.Page.RouteAsync("**/articles/*-*", route => Interlocked.Increment(ref asked) < 3 ? route.AbortAsync() : route.ContinueAsync());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(sent.First).ToContainTextAsync("Read: 1 incident.");
        await Expect(text).ToHaveValueAsync("");
        keys.Count.ShouldBe(3);
        keys.Distinct().ShouldHaveSingleItem().Length.ShouldBe(32);
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_whose_answer_was_lost_is_sent_again_under_its_key_and_done_once()
    {
        var (id, version) = await stage.ShootingAsync("Amarah", 2006);
        await using var visitor = await stage.ArriveAsync("../health/live");
        await visitor.Page.AddInitScriptAsync(WithoutTls);
        await visitor.Page.GotoAsync(new Uri(stage.Platform.Projection.Address, $"console/#/incident/{id}").ToString());
        var keys = new ConcurrentQueue<string>();
        await visitor.Page.RouteAsync("**/confirm", async route =>
        {
            keys.Enqueue(await route.Request.HeaderValueAsync("idempotency-key") ?? "");
            if (keys.Count > 1)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await visitor.SayNameAsync("Ann");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("Seen.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(dialog.Locator(".trouble")).ToContainTextAsync("The platform does not answer");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator(".history li").First).ToContainTextAsync("by Ann");
        keys.Count.ShouldBe(2);
        keys.Distinct().Count().ShouldBe(1);
        (await stage.Platform.Projection.Http.GetStringAsync($"incidents/{id}?fields=version")).ShouldContain($"{version + 1}");
    }

    [Fact]
    public async Task A_search_for_all_dead_letters_of_a_queue_asks_for_all_of_them()
    {
        await using var visitor = await stage.ArriveAsync("#/dead-letters");
        await visitor.Page.GetByLabel("Queue").FillAsync("projection.incident-detected");
        await visitor.Page.GetByLabel("State").SelectOptionAsync("");
        var asked = visitor.Page.WaitForRequestAsync("**/dead-letters?*");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        (await asked).Url.ShouldNotContain("state=waiting");
        await Expect(visitor.Page.GetByLabel("State")).ToHaveValueAsync("");
        await Expect(visitor.Page.GetByLabel("Queue")).ToHaveValueAsync("projection.incident-detected");
    }

    [Fact]
    public async Task A_filter_that_came_by_a_link_stays_whole_when_something_else_is_searched()
    {
        (string Name, string Value)[] link =
        [
            ("type", "shooting"), ("type", "bombing"), ("perpetrator", "Saraya, the first"), ("perpetrator", "Others"), ("killedMin", "1"), ("killedMax", "5"), ("near", "34,44"), ("radiusKm", "50"),
            ("acled", "Attack"), ("country", "IQ"), ("country", "SY"), ("changedSince", "2001-01-01"),
        ];
        await using var visitor = await stage.ArriveAsync("#/incidents?" + string.Join('&', link.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")));
        await Expect(visitor.Page.Locator(".live.up")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Words").FillAsync("convoy");
        await visitor.Page.GetByLabel("Words").PressAsync("Enter");

        await Expect(visitor.Page.GetByLabel("Words")).ToHaveValueAsync("convoy");
        await Eventually.Holds("the address", async () => (await AddressAsync()).Contains(("q", "convoy")));
        (await AddressAsync()).ShouldBe([.. link, ("q", "convoy")], ignoreOrder: true);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "near: 34,44, 50 ×" }).ClickAsync();
        await Eventually.Holds("the address without the place", async () => !(await AddressAsync()).Exists(p => p.Name is "near" or "radiusKm"));
        visitor.Wrongs.ShouldBeEmpty();

        async Task<List<(string Name, string Value)>> AddressAsync() =>
            [.. (await visitor.Page.EvaluateAsync<string[]>("() => [...new URLSearchParams(location.hash.split('?')[1])].flat()"))!.Chunk(2).Select(p => (p[0], p[1]))];
    }

    [Fact]
    public async Task The_next_page_is_asked_for_once_however_often_the_button_is_pressed_and_again_when_it_failed()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");

        var loads = await visitor.Page.EvaluateAsync<int[]>("""
            async () => {
              const { showMore } = await import('/console/js/dom.js');
              const place = document.createElement('p');
              document.body.append(place);
              const counts = [];
              let loads = 0, end;
              showMore(place, true, () => { loads++; return new Promise((done, fail) => { end = { done, fail }; }); });
              const button = place.querySelector('button');
              const pressed = () => { for (let n = 0; n < 3; n++) place.querySelector('button').click(); counts.push(loads); };
              const settled = () => new Promise(done => setTimeout(done));
              pressed();
              end.fail(new Error('no answer'));
              await settled();
              pressed();
              end.done();
              await settled();
              pressed();
              return counts;
            }
            """);

        loads.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Days_are_shown_as_those_days_and_moments_in_the_readers_time_west_of_Greenwich_too()
    {
        await using var visitor = await stage.ArriveAsync("#/drop", options: new() { TimezoneId = "America/Los_Angeles" });
        async Task<string> Shown(string how, string moment) => await visitor.Page.EvaluateAsync<string>("async ([how, moment]) => (await import('/console/js/format.js'))[how](moment).textContent", new[] { how, moment });

        foreach (var how in new[] { "day", "time" })
            foreach (var moment in new[] { "2021-03-07", "2021-03-07T00:00:00Z", "2021-03-07T00:00:00+00:00", "2021-03-07T00:00:00.000Z" })
                (await Shown(how, moment)).ShouldBe("7 Mar 2021", $"{how} of {moment}");
        (await Shown("time", "2021-03-07T02:30:00Z")).ShouldBe("6 Mar 2021, 18:30");
        (await Shown("day", "2021-03-07T02:30:00Z")).ShouldBe("6 Mar 2021");
    }
}

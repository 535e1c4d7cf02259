using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Operators_see_how_far_a_rebuild_is(Stage stage)
{
    [Fact]
    public async Task On_the_system_page_with_what_was_broken_off_and_what_is_done()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");
        await visitor.Page.RouteAsync("**/rebuilds", route => route.FulfillAsync(new()
        {
            Status = 200, ContentType = "application/json",
            Body = """
                { "items": [
                  { "startedAt": "2031-03-01T05:42:00Z", "models": ["incident_list"], "state": "building", "eventsDone": 450000, "eventsTotal": 1200000, "eventsPerSecond": 50000, "secondsLeft": 15, "updatedAt": "2031-03-01T05:42:08Z" },
                  { "startedAt": "2031-02-28T05:42:00Z", "models": ["article", "linking"], "state": "interrupted", "eventsDone": 5, "eventsTotal": 10, "eventsPerSecond": 1, "updatedAt": "2031-02-28T05:42:05Z" },
                  { "startedAt": "2031-02-27T05:42:00Z", "models": ["article"], "state": "done", "eventsDone": 10, "eventsTotal": 10, "eventsPerSecond": 10, "updatedAt": "2031-02-27T05:42:01Z" } ] }
                """,
        }));

        await visitor.GoAsync("#/system");

        var rows = visitor.Page.Locator("section[aria-label='Rebuilds'] tbody tr");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.Nth(0)).ToContainTextAsync("450,000 of 1,200,000 · about 15 s left");
        (await rows.Nth(0).Locator("progress").EvaluateAsync<double>("e => e.position")).ShouldBe(0.375, 0.001);
        await Expect(rows.Nth(1)).ToContainTextAsync("interrupted");
        await Expect(rows.Nth(2)).ToContainTextAsync("done");
        await Expect(rows.Nth(2).Locator("progress")).ToHaveCountAsync(0);
        visitor.Wrongs.ShouldBeEmpty();
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Traces_are_shown(Stage stage)
{
    private const string Article = "a8f70000-0000-4000-8000-000000000000";

    [Fact]
    public async Task As_a_waterfall_with_failures_and_second_attempts_and_every_text_escaped()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");
        await AnswerAsync(visitor, $"**/articles/{Article}/trace", """
            { "articleId": "a8f70000-0000-4000-8000-000000000000", "traceId": "5b1f0c9e7a3d4826b0c4e1f2a7d96c38", "requests": [ { "traceId": "5b1f0c9e7a3d4826b0c4e1f2a7d96c38", "at": "2031-03-01T05:42:00Z", "reason": "received" } ],
              "status": "recovered", "startedAt": "2031-03-01T05:42:00Z", "durationMs": 100, "errors": 1, "retries": 1, "truncated": false,
              "stages": [
                { "name": "ingest", "service": "ingest", "detail": "POST /articles", "offsetMs": 0, "durationMs": 50, "status": "ok", "attempt": 1, "traceId": "5b", "spanId": "00" },
                { "name": "webhook", "service": "projection", "detail": "503", "offsetMs": 100, "durationMs": 100, "status": "error", "error": "<img src=x onerror=alert(1)>", "attempt": 2, "traceId": "5b", "spanId": "01" } ],
              "spans": [
                { "traceId": "5b", "spanId": "00", "service": "ingest", "name": "POST /articles", "kind": "server", "startedAt": "2031-03-01T05:42:00Z", "offsetMs": 0, "durationMs": 50, "depth": 0, "status": "ok", "attempt": 1,
                  "attributes": { "article.title": "<script>alert(2)</script>" }, "events": [ { "name": "linking", "offsetMs": 20.4 } ] } ] }
            """);

        await visitor.GoAsync($"#/trace/{Article}");

        var way = visitor.Page.Locator("section[aria-label='The way']");
        await Expect(way.Locator(".bar")).ToHaveCountAsync(2);
        await Expect(way).ToContainTextAsync("attempt 2");
        await Expect(way).ToContainTextAsync("<img src=x onerror=alert(1)>");
        var share = await way.Locator(".track").Last.EvaluateAsync<double[]>("e => { const [a, b] = [e.getBoundingClientRect(), e.querySelector('.bar').getBoundingClientRect()]; return [(b.left - a.left) / a.width, b.width / a.width]; }");
        share[0].ShouldBe(0.5, 0.01, "it begins when half of the time has passed");
        share[1].ShouldBe(0.5, 0.01, "and takes the rest");
        await visitor.Page.GetByText("All 1 spans").ClickAsync();
        await visitor.Page.Locator("section[aria-label='Spans'] summary").ClickAsync();
        await Expect(visitor.Page.Locator("section[aria-label='Spans']")).ToContainTextAsync("<script>alert(2)</script>");
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_slowest_and_the_failed_are_one_click_away()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");
        const string Item = """{ "traceId": "5b1f0c9e7a3d4826b0c4e1f2a7d96c38", "articleId": "a8f70000-0000-4000-8000-000000000000", "title": "Rockets hit", "outlet": "Wire", "startedAt": "2031-03-01T05:42:00Z", "durationMs": 184.2, "status": "failed", "spans": 17, "errors": 1, "retries": 1, "error": { "service": "projection", "span": "project incident", "message": "23514: no", "at": "2031-03-01T05:42:01Z" } }""";
        await AnswerAsync(visitor, "**/traces/failed?*", $$"""{ "since": "2031-03-01T04:42:00Z", "items": [{{Item}}], "next": null }""");
        await AnswerAsync(visitor, "**/traces/slowest?*", """{ "since": "2031-03-01T04:42:00Z", "items": [], "next": null }""");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Traces" }).ClickAsync();

        var failed = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Failed" });
        await Expect(failed).ToContainTextAsync("23514: no");
        await Expect(failed.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"#/trace/{Article}");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Slowest" })).ToContainTextAsync("None.");
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_link_of_an_article_opens_its_own_way_through_all_services()
    {
        var (incident, _) = await stage.ShootingAsync("Tal Afar", 2014);
        await using var visitor = await stage.ArriveAsync($"#/incident/{incident}");

        await visitor.Page.Locator("details.article").GetByRole(AriaRole.Link, new() { Name = "Trace", Exact = true }).ClickAsync();

        var way = visitor.Page.Locator("section[aria-label='The way']");
        foreach (var stageOfIt in new[] { "ingest", "extraction", "linking", "commit" })
            await Expect(way).ToContainTextAsync(stageOfIt);
        await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync("No trace of this is kept here.");

        await visitor.GoAsync("#/traces");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Slowest" })).ToContainTextAsync("Shootings in Tal Afar");
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_listened_to_the_change_is_part_of_the_way()
    {
        await using var listener = await stage.ArriveAsync("#/incidents");
        await Expect(listener.Page.Locator(".live.up")).ToBeVisibleAsync();
        var (incident, _) = await stage.ShootingAsync("Tikrit", 2012);
        await using var visitor = await stage.ArriveAsync($"#/incident/{incident}");
        await visitor.Page.Locator("details.article").GetByRole(AriaRole.Link, new() { Name = "Trace", Exact = true }).ClickAsync();

        await Expect(visitor.Page.Locator("section[aria-label='The way']")).ToContainTextAsync("event stream");
        visitor.Wrongs.ShouldBeEmpty();
    }

    private static async Task AnswerAsync(Visitor visitor, string url, string json) =>
        await visitor.Page.RouteAsync(url, route => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = json }));
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using Platform.Tests.Promises;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Keys_are_asked_for_once(Stage stage)
{
    private static readonly object Article = new { title = "Arson in Najaf", text = "Arsonists set fire to the town hall of Najaf on 1 March 2017. Three clerks were burnt, the mayor said.", publishedAt = "2017-03-02" };

    [Fact]
    public async Task The_key_lets_in_goes_on_with_articles_and_is_the_name_of_who_decides()
    {
        var keys = await Keys.MakeAsync(("ann", ["read", "ingest", "analyst"]), ("bob", ["read"]));
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure, keys.Environment);
        await using var ann = await stage.ArriveAsync("#/incidents", platform);

        await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("A key or token is required");
        await ann.ShowKeyAsync("ipk_wrong");
        await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("not valid");
        await ann.ShowKeyAsync(keys["ann"]);
        await Expect(ann.Page.Locator(".live.up")).ToBeVisibleAsync();
        await ann.DropAsync("Arsonists set fire to the town hall of Najaf on 1 March 2017. Three clerks were burnt, the mayor said.", "Arson in Najaf", "2017-03-02");
        await ann.Page.Locator(".sent a").First.ClickAsync();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await ann.Page.GetByLabel("Reason").FillAsync("Seen.");
        await ann.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(ann.Page.Locator(".history li").First).ToContainTextAsync("by ann");
        (await ann.Page.EvaluateAsync<string>("() => document.cookie + localStorage.length + location.href")).ShouldNotContain(keys["ann"]);

        await using var bob = await stage.ArriveAsync("#/drop", platform);
        await bob.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("Anything.");
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await bob.ShowKeyAsync(keys["bob"]);
        await Expect(bob.Page.Locator(".sent .trouble")).ToContainTextAsync("needs the scope 'ingest'");
        ann.Wrongs.Concat(bob.Wrongs).ShouldBeEmpty();
    }

    [Fact]
    public async Task Articles_are_passed_on_with_the_callers_own_key_and_the_same_doors_stand_before_them()
    {
        var keys = await Keys.MakeAsync(("sender", ["ingest"]), ("reader", ["read"]));
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure, keys.Environment);

        foreach (var (key, status) in new[] { (null, 401), ("ipk_wrong", 401), (keys["reader"], 403), (keys["sender"], 202) })
            (await PostAsync(platform, key)).Status.ShouldBe((HttpStatusCode)status, key ?? "no key");
        using (var files = await platform.Projection.Http.GetAsync("console/"))
        {
            files.StatusCode.ShouldBe(HttpStatusCode.OK, "the files are open");
            files.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
            files.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
        using (var closed = await platform.Projection.Http.GetAsync("console/services"))
            closed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "what the services say of themselves is not");
    }

    [Fact]
    public async Task What_ingest_answers_comes_through_and_its_outage_is_told()
    {
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure);

        var (stored, first) = await PostAsync(platform, null, "once");
        var (_, again) = await PostAsync(platform, null, "once");
        using var refused = await platform.Projection.Http.PostAsJsonAsync("console/articles", new { text = "" });
        using var batch = await platform.Projection.Http.PostAsync("console/articles/batch", new StringContent("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-ndjson")));

        stored.ShouldBe(HttpStatusCode.Accepted);
        again.GetProperty("articleId").GetGuid().ShouldBe(first.GetProperty("articleId").GetGuid(), "the idempotency key goes with it");
        first.GetProperty("traceId").GetString()!.Length.ShouldBe(32);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await batch.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);

        platform.Ingest.Kill();
        var (status, problem) = await PostAsync(platform, null);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:ingest-unavailable");
        var services = await platform.Projection.Http.GetFromJsonAsync<JsonElement>("console/services");
        services.GetProperty("ingest").GetProperty("status").GetString().ShouldBe("unreachable");
        services.GetProperty("extraction").GetProperty("status").GetString().ShouldBe("healthy");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(TestPlatform platform, string? key, string? idempotency = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "console/articles") { Content = JsonContent.Create(Article) };
        if (key is not null)
            message.Headers.Add("X-Api-Key", key);
        if (idempotency is not null)
            message.Headers.Add("Idempotency-Key", idempotency);
        using var answer = await platform.Projection.Http.SendAsync(message);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}

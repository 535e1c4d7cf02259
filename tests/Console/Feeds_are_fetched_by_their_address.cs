using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using Platform.Tests.Promises;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class Feeds_are_fetched_by_their_address(Stage stage)
{
    private const string Feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Example Wire</title><link>https://wire.example/</link><description>d</description>
        <item><title>Shells fall on Fallujah</title><link>https://wire.example/1</link><description>Four mortar shells fell on a residential quarter of Fallujah on 6 May 2018. Doctors treated five children.</description></item>
        <item><title>Wheat</title><link>https://wire.example/2</link><description>The harvest was good this year, farmers said.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Its_articles_are_stored_and_followed_and_its_host_learns_nothing_of_the_platform()
    {
        var keys = await Keys.MakeAsync(("ann", ["read", "ingest"]), ("bob", ["read"]));
        await using var host = await WebhookReceiver.StartAsync(AnswerAsync);
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure, Allowing("127.0.0.0/8", keys.Environment));
        await using var visitor = await stage.ArriveAsync("#/drop", platform);

        await visitor.Page.GetByLabel("Address of a feed").FillAsync(new Uri(host.Address, "moved").ToString());
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Fetch" }).ClickAsync();
        await visitor.ShowKeyAsync(keys["ann"]);

        var sent = visitor.Page.Locator(".sent > li").First;
        await Expect(sent).ToContainTextAsync("2 of 2 stored");
        await Expect(sent).ToContainTextAsync("Read: 1 incident.");
        await Expect(sent).ToContainTextAsync("Read: it tells of no attack.");
        host.Received.Select(r => r.Path).ShouldBe(["/moved", "/feed"]);
        host.Received.ShouldAllBe(r => !r.Headers.ContainsKey("traceparent") && !r.Headers.ContainsKey("authorization") && !r.Headers.ContainsKey("x-api-key") && !r.Headers.ContainsKey("cookie"));
        (await AskAsync(platform, host.Address, "feed", keys["bob"])).Status.ShouldBe(HttpStatusCode.Forbidden, "who may not send articles has none fetched");
        (await AskAsync(platform, host.Address, "feed", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        host.Count.ShouldBe(2);
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_feed_or_lies_where_only_the_platform_reaches_is_refused_with_the_reason()
    {
        await using var host = await WebhookReceiver.StartAsync(AnswerAsync);
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure, Allowing("127.0.0.1/32"));
        async Task RefusedAsync(string url, int status, string type, string why)
        {
            var (answered, problem) = await AskAsync(platform, host.Address, url, null);
            ((int)answered).ShouldBe(status, url);
            problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:" + type, url);
            problem.GetRawText().ShouldContain(why);
        }

        // It takes its time, so that a busy machine passes on 8 MiB in it; the others are asked meanwhile.
        var never = RefusedAsync("never", 502, "feed-unavailable", "20 seconds");
        await RefusedAsync("page", 422, "not-a-feed", "web page");
        await RefusedAsync("other.xml", 422, "not-a-feed", "root element");
        await RefusedAsync("missing", 502, "feed-unavailable", "404");
        await RefusedAsync("large", 502, "feed-unavailable", "more than 8 MiB");
        await RefusedAsync("bomb", 502, "feed-unavailable", "more than 8 MiB");
        await RefusedAsync("circle", 502, "feed-unavailable", "302");
        await RefusedAsync("https://no-such-host.invalid/", 502, "feed-unavailable", "no-such-host.invalid");
        await RefusedAsync("ftp://127.0.0.1/", 400, "invalid-body", "https URL");
        await RefusedAsync("http://ann:secret@127.0.0.1/", 400, "invalid-body", "neither user nor password");
        await RefusedAsync("https://169.254.169.254/latest/meta-data", 400, "invalid-body", "not a public address");
        await RefusedAsync("https://[::1]/", 400, "invalid-body", "WebConsole:AllowedNetworks");
        await RefusedAsync($"http://127.0.0.2:{host.Address.Port}/feed", 400, "invalid-body", "without https only");
        var before = host.Count;
        await RefusedAsync("inside", 400, "invalid-body", "127.0.0.2");
        host.Count.ShouldBe(before + 1, "the redirect was not followed to there");
        await never;
    }

    [Fact]
    public async Task No_more_feeds_are_held_at_once_than_may_be_also_while_they_are_passed_on()
    {
        var taken = new TaskCompletionSource();
        await using var host = await WebhookReceiver.StartAsync(AnswerAsync);
        await using var ingest = await WebhookReceiver.StartAsync((_, _, _) => taken.Task);
        await using var platform = await TestPlatform.CreateAsync(stage.Infrastructure, Allowing("127.0.0.1/32", seconds: "3"));
        platform.Projection.Variables["WebConsole__Ingest"] = ingest.Address.ToString();
        await platform.Projection.Start().ReadyAsync();
        var first = Enumerable.Range(0, 4).Select(_ => StatusAsync()).ToList();
        await Eventually.Holds("four on their way to ingest", () => Task.FromResult(ingest.Count == 4));

        (await StatusAsync()).ShouldBe(HttpStatusCode.BadGateway, "there was no place in the seconds that a feed may take");
        host.Count.ShouldBe(4);
        taken.SetResult();
        (await Task.WhenAll(first)).ShouldAllBe(status => status == HttpStatusCode.OK);
        (await StatusAsync()).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync()
        {
            using var answer = await platform.Projection.Http.PostAsJsonAsync("console/feeds", new { url = new Uri(host.Address, "feed").ToString() });
            return answer.StatusCode;
        }
    }

    private static Dictionary<string, string> Allowing(string network, IReadOnlyDictionary<string, string>? more = null, string seconds = "20") =>
        new(more ?? new Dictionary<string, string>()) { ["WebConsole__AllowedNetworks__0"] = network, ["WebConsole__FeedSeconds"] = seconds };

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(TestPlatform platform, Uri host, string url, string? key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "console/feeds") { Content = JsonContent.Create(new { url = new Uri(host, url).ToString() }) };
        if (key is not null)
            message.Headers.Add("X-Api-Key", key);
        using var answer = await platform.Projection.Http.SendAsync(message);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task AnswerAsync(ReceivedWebhook request, long n, HttpResponse response)
    {
        void MovedTo(string address) => (response.StatusCode, response.Headers.Location) = (302, address);
        response.ContentType = "text/xml";
        switch (request.Path)
        {
            case "/feed": await response.WriteAsync(Feed); break;
            case "/moved": MovedTo("/feed"); break;
            case "/circle": MovedTo("/circle"); break;
            case "/inside": MovedTo($"http://127.0.0.2:{response.HttpContext.Connection.LocalPort}/feed"); break;
            case "/page": response.ContentType = "text/html"; await response.WriteAsync("<html></html>"); break;
            case "/other.xml": await response.WriteAsync("<opml/>"); break;
            case "/never": await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); break;
            case "/large": await response.Body.WriteAsync(new byte[(8 * 1024 * 1024) + 1]); break;
            case "/bomb":
                response.Headers.ContentEncoding = "gzip";
                using (var packed = new MemoryStream())
                {
                    await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
                        await gzip.WriteAsync(new byte[100 * 1024 * 1024]);
                    await response.Body.WriteAsync(packed.ToArray());
                }
                break;
            default: response.StatusCode = 404; break;
        }
    }
}

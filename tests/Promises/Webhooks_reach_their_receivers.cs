using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Subscribers.Webhooks;
using Platform.Tests.Harness;
using static Platform.Tests.Promises.WebhookCalls;

namespace Platform.Tests.Promises;

/// <summary>P5 by webhooks: every change reaches its receiver at least once under one id, whatever fails, and no receiver is in another's way.</summary>
[Collection(Collection.Name)]
public sealed class Webhooks_reach_their_receivers(Infrastructure infrastructure)
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_change_is_posted_once_signed_with_the_secret_that_was_told_once_and_under_the_articles_trace()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var platform = await TestPlatform.StartAsync(infrastructure, Allowing());
        var iraq = await RegisterAsync(platform, receiver, "country=IQ&type=rocket_attack");
        await RegisterAsync(platform, receiver, "country=SY", "/syria");
        var posted = await platform.PostAsync(Articles.Attack(1));
        await Eventually.Holds("the delivery", () => Task.FromResult(receiver.Count > 0));
        await FinishedAsync(platform, Id(iraq), 1);

        var delivery = receiver.Received.ShouldHaveSingleItem();
        delivery.Path.ShouldBe("/");
        delivery.Headers["content-type"].ShouldBe("application/json");
        VerifySignature(delivery, iraq.GetProperty("secret").GetString()!).ShouldBeTrue();
        Described.BodyShouldFit("incidentDelivery", delivery.Body);
        Described.HeadersShouldFit("incidentDelivery", delivery.Headers.ToDictionary(h => h.Key, string? (h) => h.Value));
        var body = JsonDocument.Parse(delivery.Body).RootElement;
        body.GetProperty("type").GetString().ShouldBe("incident.opened");
        var change = JsonSerializer.Deserialize(body.GetProperty("data"), ContractJson.Default.IncidentChanged)!;
        body.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(change.OccurredAt);
        delivery.Id.ShouldBe((await platform.IdsAsync("select id from incidents.mt_events where type = 'incident_opened'")).ShouldHaveSingleItem().ToString());
        var article = await platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid());
        delivery.Headers["traceparent"].Split('-')[1].ShouldBe(article.GetProperty("traceId").GetString());

        (await GetAsync(platform, $"webhooks/{Id(iraq)}")).TryGetProperty("secret", out _).ShouldBeFalse();
        (await GetAsync(platform, "webhooks")).GetProperty("items").EnumerateArray().Select(Id).ShouldContain(Id(iraq));
        platform.Projection.Log.ShouldNotContain(line => line.Contains("whsec_"));
    }

    [Fact]
    public async Task What_fails_is_tried_again_with_the_same_id_and_body_then_given_up_and_delivered_when_asked_for_again()
    {
        var good = false;
        await using var receiver = await WebhookReceiver.StartAsync(WebhookReceiver.Status(_ => Volatile.Read(ref good) ? 200 : 503));
        await using var platform = await StartAsync(infrastructure, Allowing(("RetrySeconds__0", "0.05"), ("RetrySeconds__1", "0.05")));
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var webhook = await RegisterAsync(platform, receiver);
        var opened = new Made_up_incidents(1).Opened(Start);
        await writer.WriteAsync(Start, (opened.IncidentId, opened));
        var failed = await Eventually.Get("the delivery to be given up", async () => (await DeliveriesAsync(platform, Id(webhook), "failed")).Cast<JsonElement?>().SingleOrDefault() is { } d ? new Box(d) : null);

        failed.Value.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("statusCode").GetInt32()).ShouldBe([503, 503, 503]);
        receiver.Received.Select(r => (r.Id, Encoding.UTF8.GetString(r.Body))).Distinct().Count().ShouldBe(1);
        receiver.Received.ShouldAllBe(r => VerifySignature(r, webhook.GetProperty("secret").GetString()!));

        Volatile.Write(ref good, true);
        var again = await platform.Projection.Http.PostAsync($"webhooks/{Id(webhook)}/deliveries/{receiver.Received[0].Id}/replay", null);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await FinishedAsync(platform, Id(webhook), 1);
        receiver.Received.Select(r => r.Id).Distinct().ShouldHaveSingleItem();
        receiver.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_receiver_that_answers_410_is_disabled_and_hears_nothing_until_it_is_enabled()
    {
        var gone = true;
        await using var receiver = await WebhookReceiver.StartAsync(WebhookReceiver.Status(_ => Volatile.Read(ref gone) ? 410 : 200));
        await using var platform = await StartAsync(infrastructure, Allowing());
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(1);
        var webhook = await RegisterAsync(platform, receiver);
        var (first, second, third) = (story.Opened(Start), story.Opened(Start), story.Opened(Start));
        await writer.WriteAsync(Start, (first.IncidentId, first));
        await Eventually.Holds("the webhook to be disabled", async () => !(await GetAsync(platform, $"webhooks/{Id(webhook)}")).GetProperty("enabled").GetBoolean());
        (await GetAsync(platform, $"webhooks/{Id(webhook)}")).GetProperty("disabledReason").GetString()!.ShouldContain("410");
        await writer.WriteAsync(Start, (second.IncidentId, second));
        await PlannedAsync(platform);
        receiver.Count.ShouldBe(1);

        Volatile.Write(ref gone, false);
        (await platform.Projection.Http.PostAsync($"webhooks/{Id(webhook)}/enable", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await writer.WriteAsync(Start, (third.IncidentId, third));
        await FinishedAsync(platform, Id(webhook), 1);
        receiver.Received.Select(IncidentOf).ShouldBe([first.IncidentId, third.IncidentId]);
    }

    [Fact]
    public async Task Nothing_is_lost_over_kills_of_the_service_and_an_outage_of_the_database()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        // On a busy machine an answer can be late many times over: each time it is tried again soon, for as long as the test waits.
        await using var platform = await StartAsync(infrastructure, Allowing([("TimeoutSeconds", "5"), .. Enumerable.Range(0, 100).Select(n => ($"RetrySeconds__{n}", "1"))]));
        var webhook = await RegisterAsync(platform, receiver);
        for (var n = 1; n <= 3; n++)
        {
            await using var writer = await IncidentWriter.OpenAsync(platform.Database);
            var before = receiver.Count;
            var writing = Incident_lists_are_exact.FillAsync(writer, 60, new Made_up_incidents(n));
            await Eventually.Holds("some deliveries", () => Task.FromResult(receiver.Count > before + 10));
            if (n < 3)
                platform.Projection.Kill();
            await writing;
            if (n < 3)
                await platform.Projection.Start().ReadyAsync();
            else
                await infrastructure.Postgres("restart");
        }
        var events = await Eventually.Get("the number of events", async () => new Box<long>(await platform.CountAsync("select count(*) from incidents.mt_events")));
        await PlannedAsync(platform);
        (await platform.CountAsync("select count(*) from incidents.webhook_delivery")).ShouldBe(events.Value);
        await FinishedAsync(platform, Id(webhook), events.Value);

        receiver.Received.Select(r => r.Id).Distinct().Count().ShouldBe((int)events.Value);
        receiver.Received.GroupBy(r => r.Id).ShouldAllBe(same => same.Select(r => Convert.ToHexString(SHA256.HashData(r.Body))).Distinct().Count() == 1);
    }

    [Fact]
    public async Task Private_addresses_are_refused_at_registration_and_again_when_a_connection_is_made()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, []);
        foreach (var url in new[]
        {
            receiver.Address.ToString(), "https://127.0.0.1/", "https://localhost/", "https://10.1.2.3/", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data", "https://[::1]/",
            "https://[::ffff:10.0.0.1]/", "https://[fd00::1]/", "https://0x7f000001/", "https://2130706433/", "http://198.51.100.1/",
        })
            (await RefusedAsync(platform, new { url })).GetProperty("url")[0].GetString()!.ShouldMatch("is not a public address|without https only", url);

        platform.Projection.Variables["Webhooks__AllowedNetworks__0"] = "127.0.0.0/8";
        await platform.Projection.TerminateAsync();
        await platform.Projection.Start().ReadyAsync();
        var webhook = await RegisterAsync(platform, receiver);
        platform.Projection.Variables["Webhooks__AllowedNetworks__0"] = "10.0.0.0/8";
        await platform.Projection.TerminateAsync();
        await platform.Projection.Start().ReadyAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await Incident_lists_are_exact.FillAsync(writer, 1);
        await Eventually.Holds("an attempt that was refused", async () => (await DeliveriesAsync(platform, Id(webhook), "pending"))
            .Any(d => d.GetProperty("attempts").EnumerateArray().Any(a => a.GetProperty("error").GetString()!.Contains("without https only"))));
        receiver.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_new_secret_is_used_beside_the_former_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync((delivery, n, response) =>
        {
            response.StatusCode = n == 1 ? 302 : 200;
            response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await using var platform = await StartAsync(infrastructure, Allowing(("RetrySeconds__0", "0.05")));
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var webhook = await RegisterAsync(platform, receiver);
        using var answer = await platform.Projection.Http.PostAsync($"webhooks/{Id(webhook)}/secret", null);
        var renewed = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await Incident_lists_are_exact.FillAsync(writer, 1);
        await FinishedAsync(platform, Id(webhook), 1);

        receiver.Received.Select(r => r.Path).ShouldBe(["/", "/"]);
        foreach (var secret in new[] { webhook, renewed }.Select(w => w.GetProperty("secret").GetString()!))
            receiver.Received.ShouldAllBe(r => VerifySignature(r, secret));
        receiver.Received[0].Headers["webhook-signature"].Split(' ').Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task With_a_key_no_secret_stands_in_the_database_as_it_is_also_those_of_before_and_keys_can_be_exchanged()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, Allowing());
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var keys = Enumerable.Range(0, 3).Select(_ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))).ToArray();
        Task<long> PlainAsync() => platform.CountAsync("select count(*) from incidents.webhook where concat(secret, former_secret) like '%whsec%'");
        async Task RestartAsync(params string[] with)
        {
            await platform.Projection.TerminateAsync();
            for (var n = 0; n < 2; n++)
                platform.Projection.Variables[$"Webhooks__SecretKeys__{n}"] = with.ElementAtOrDefault(n) ?? "";
            await platform.Projection.Start().ReadyAsync();
        }
        async Task DeliveredAsync(int deliveries, params (JsonElement Webhook, string Path)[] each)
        {
            await Incident_lists_are_exact.FillAsync(writer, 1);
            foreach (var (webhook, _) in each)
                await Eventually.Holds("deliveries", async () => (await DeliveriesAsync(platform, Id(webhook), "delivered")).Count >= deliveries && (await DeliveriesAsync(platform, Id(webhook), "pending")).Count == 0);
            foreach (var (webhook, path) in each)
                receiver.Received.Where(r => r.Path == path).ShouldAllBe(r => VerifySignature(r, webhook.GetProperty("secret").GetString()!));
        }
        var before = await RegisterAsync(platform, receiver, "", "/before");
        (await PlainAsync()).ShouldBe(1);

        await RestartAsync(keys[0]);
        await Eventually.Equals(0, "secrets as they are", PlainAsync);
        var after = await RegisterAsync(platform, receiver, "", "/after");
        (await PlainAsync()).ShouldBe(0);
        await DeliveredAsync(1, (before, "/before"), (after, "/after"));
        (await platform.CountAsync("select count(distinct secret) from incidents.webhook where secret like 'aesgcm1:%'")).ShouldBe(2);

        // The new key first, the former one to read with; at the next start the former one is not needed any more.
        await RestartAsync(keys[1], keys[0]);
        await DeliveredAsync(2, (before, "/before"), (after, "/after"));
        await RestartAsync(keys[1]);
        await DeliveredAsync(3, (before, "/before"), (after, "/after"));

        // A key that is lost: what is due waits, and says so, until there is a secret that can be read.
        await RestartAsync(keys[2]);
        await Eventually.Holds("the health to tell", async () => (await platform.Projection.HealthAsync()).Contains("none of Webhooks__SecretKeys"));
        var sent = receiver.Count;
        await Incident_lists_are_exact.FillAsync(writer, 1);
        await PlannedAsync(platform);
        using var answer = await platform.Projection.Http.PostAsync($"webhooks/{Id(after)}/secret", null);
        var renewed = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await Eventually.Holds("what waited", async () => (await DeliveriesAsync(platform, Id(after), "pending")).Count == 0);
        receiver.Count.ShouldBe(sent + 1, "one more, at /after");
        receiver.Received.Skip((int)sent).ShouldAllBe(r => r.Path == "/after" && VerifySignature(r, renewed.GetProperty("secret").GetString()!));
        (await DeliveriesAsync(platform, Id(before), "pending")).ShouldHaveSingleItem().GetProperty("attempts").GetArrayLength().ShouldBe(0);
        platform.Projection.Log.ShouldNotContain(line => line.Contains("whsec_") || keys.Any(line.Contains));
    }

    [Fact]
    public async Task A_key_for_secrets_that_is_none_is_refused_at_the_start()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, Allowing(("SecretKeys__0", "c2hvcnQ=")));
        platform.Projection.Start();

        await Eventually.Holds("the reason", () => Task.FromResult(platform.Projection.Log.Any(line => line.Contains("Webhooks__SecretKeys__0 must be 32 bytes in base64"))));
    }

    [Fact]
    public async Task What_cannot_be_registered_or_found_is_refused_by_name()
    {
        await using var platform = await StartAsync(infrastructure, Allowing(("Most", "1")));
        (await RefusedAsync(platform, new { filter = "" })).GetProperty("url").GetArrayLength().ShouldBe(1);
        (await RefusedAsync(platform, new { url = "ftp://127.0.0.1/" })).GetProperty("url").GetArrayLength().ShouldBe(1);
        (await RefusedAsync(platform, new { url = "http://me:secret@127.0.0.1/" })).GetProperty("url").GetArrayLength().ShouldBe(1);
        (await RefusedAsync(platform, new { url = "https://no-such-host.invalid/" })).GetProperty("url")[0].GetString()!.ShouldContain("no address");
        (await RefusedAsync(platform, new { url = "http://127.0.0.1/", filter = "contry=IQ" })).GetProperty("filter")[0].GetString()!.ShouldStartWith("contry: ");
        (await RefusedAsync(platform, new { url = "http://127.0.0.1/", secret = "mine" })).GetProperty("secret").GetArrayLength().ShouldBe(1);
        using var first = await platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = "http://127.0.0.1/" });
        using var second = await platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = "http://127.0.0.1/" });
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var found = await platform.Projection.Http.GetAsync(first.Headers.Location);
        found.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var deleted = await platform.Projection.Http.DeleteAsync(first.Headers.Location);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var path in new[] { first.Headers.Location!.ToString(), $"{first.Headers.Location}/deliveries" })
            (await platform.Projection.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    private static async Task<JsonElement> RefusedAsync(TestPlatform platform, object registration)
    {
        using var answer = await platform.Projection.Http.PostAsJsonAsync("webhooks", registration);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
    }

    /// <summary>Until what is to be delivered of the log is noted.</summary>
    private static Task PlannedAsync(TestPlatform platform) => Eventually.Holds("the log to be followed", async () => await platform.CountAsync(
        "select count(*) from incidents.mt_event_progression where name = 'webhooks' and last_seq_id = (select max(seq_id) from incidents.mt_events)") == 1);

    private static Guid IncidentOf(ReceivedWebhook delivery) => JsonDocument.Parse(delivery.Body).RootElement.GetProperty("data").GetProperty("incidentId").GetGuid();

    /// <summary>As the specification has it: any signature of the list, over id, time and body.</summary>
    private static bool VerifySignature(ReceivedWebhook delivery, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{delivery.Id}.{delivery.Headers["webhook-timestamp"]}."), .. delivery.Body];
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(delivery.Headers["webhook-timestamp"])).ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(-10));
        return delivery.Headers["webhook-signature"].Split(' ').Contains(expected);
    }

    private sealed record Box(JsonElement Value);

    private sealed record Box<T>(T Value);
}

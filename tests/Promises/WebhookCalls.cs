using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>What tests of webhooks ask the projection for.</summary>
internal static class WebhookCalls
{
    /// <summary>Settings that let webhooks reach this machine.</summary>
    public static Dictionary<string, string> Allowing(params (string Name, string Value)[] more) =>
        more.Append(("AllowedNetworks__0", "127.0.0.0/8")).ToDictionary(m => "Webhooks__" + m.Item1, m => m.Item2);

    /// <summary>The projection alone: events are written straight into its log.</summary>
    public static async Task<TestPlatform> StartAsync(Infrastructure infrastructure, Dictionary<string, string> environment)
    {
        var platform = await TestPlatform.CreateAsync(infrastructure, environment);
        await platform.Projection.Start().ReadyAsync();
        return platform;
    }

    /// <summary>Registers a receiver, for changes that meet a filter.</summary>
    public static Task<JsonElement> RegisterAsync(TestPlatform platform, WebhookReceiver receiver, string filter = "", string path = "") =>
        RegisterAsync(platform, new Uri(receiver.Address, path), filter);

    /// <summary>Registers an address, for changes that meet a filter; the answer has the secret.</summary>
    public static async Task<JsonElement> RegisterAsync(TestPlatform platform, Uri url, string filter = "")
    {
        using var answer = await platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = url.ToString(), filter });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var webhook = await answer.Content.ReadFromJsonAsync<JsonElement>();
        webhook.GetProperty("secret").GetString()!.ShouldStartWith("whsec_");
        return webhook;
    }

    /// <summary>Waits until so many have been delivered.</summary>
    public static Task FinishedAsync(TestPlatform platform, Guid webhook, long count) => Eventually.Equals(count, "deliveries",
        () => platform.CountAsync($"select count(*) from incidents.webhook_delivery where webhook_id = '{webhook}' and status = 'delivered'"));

    /// <summary>The deliveries of a webhook that are in a state.</summary>
    public static async Task<List<JsonElement>> DeliveriesAsync(TestPlatform platform, Guid webhook, string status) =>
        [.. (await GetAsync(platform, $"webhooks/{webhook}/deliveries?limit=500&status={status}")).GetProperty("items").EnumerateArray()];

    /// <summary>What the API answers.</summary>
    public static async Task<JsonElement> GetAsync(TestPlatform platform, string path) => JsonDocument.Parse(await platform.Projection.Http.GetStringAsync(path)).RootElement;

    /// <summary>Id of a webhook.</summary>
    public static Guid Id(JsonElement webhook) => webhook.GetProperty("id").GetGuid();
}

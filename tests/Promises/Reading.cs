using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Requests to read articles again, as an operator sends them.</summary>
internal static class Reading
{
    /// <summary>Sends a request; gives status, body and the header Idempotency-Replayed.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body, bool Replayed)> SendExtractionAsync(this TestPlatform platform, object request, string? key = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "extractions") { Content = JsonContent.Create(request) };
        if (key is not null)
            message.Headers.Add("Idempotency-Key", key);
        using var answer = await platform.Ingest.Http.SendAsync(message);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(), answer.Headers.Contains("Idempotency-Replayed"));
    }

    /// <summary>Sends a request that is accepted; gives its id and the number of articles it matched.</summary>
    public static async Task<(Guid Id, long Articles)> RequestExtractionAsync(this TestPlatform platform, object request)
    {
        var (status, body, _) = await platform.SendExtractionAsync(request);
        status.ShouldBe(HttpStatusCode.Accepted, body.ToString());
        return (body.GetProperty("id").GetGuid(), body.GetProperty("articles").GetInt64());
    }

    /// <summary>How far a request is.</summary>
    public static Task<JsonElement> ProgressAsync(this TestPlatform platform, Guid id) => platform.Ingest.Http.GetFromJsonAsync<JsonElement>($"extractions/{id}");

    /// <summary>Waits until a request is done and all its articles are published.</summary>
    public static async Task<JsonElement> DoneAsync(this TestPlatform platform, Guid id)
    {
        await Eventually.Holds($"request {id} to be done and published", async () => await platform.ProgressAsync(id) is var now
            && now.GetProperty("state").GetString() == "done" && now.GetProperty("published").GetInt64() == now.GetProperty("requested").GetInt64());
        return await platform.ProgressAsync(id);
    }

    /// <summary>Articles asked for by a request, from the log.</summary>
    public static Task<long> RequestedAsync(this TestPlatform platform, Guid id) =>
        platform.CountAsync($"select count(*) from ingest.mt_events where type = 'extraction_requested' and data->>'requestId' = '{id}'");
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Somebody who looks after dead letters, over HTTP.</summary>
public sealed class Operator(TestPlatform platform)
{
    /// <summary>What the list says to a question.</summary>
    public async Task<JsonElement> ListAsync(string query = "") => await platform.Projection.Http.GetFromJsonAsync<JsonElement>("dead-letters" + query);

    /// <summary>Waits until a question finds so many letters, and gives them whole.</summary>
    public async Task<JsonElement[]> LettersAsync(int count, string query = "", TimeSpan? patience = null)
    {
        var found = await Eventually.Get($"{count} dead letters {query}", async () =>
        {
            var items = (await ListAsync(query)).GetProperty("items").EnumerateArray().ToArray();
            return items.Length == count ? items : items.Length < count ? null : throw new InvalidOperationException($"{items.Length} letters");
        }, patience);
        return await Task.WhenAll(found.Select(item => GetAsync(item.GetProperty("id").GetGuid())));
    }

    /// <summary>The one letter there is.</summary>
    public async Task<JsonElement> OnlyAsync(string query = "", TimeSpan? patience = null) => (await LettersAsync(1, query, patience))[0];

    /// <summary>One letter, whole.</summary>
    public async Task<JsonElement> GetAsync(Guid id) => await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"dead-letters/{id}");

    /// <summary>Sends a decision; gives status and body.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> DecideAsync(string path, object decision)
    {
        using var answer = await platform.Projection.Http.PostAsJsonAsync("dead-letters/" + path, decision);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>Replays one, and expects it to be done.</summary>
    public async Task<JsonElement> ReplayAsync(JsonElement letter, string reason = "the cause is cured")
    {
        var (status, body) = await DecideAsync($"{letter.GetProperty("id").GetGuid()}/replay", new { actor = "Op", reason });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return body;
    }

    /// <summary>Who did what to a letter, and why.</summary>
    public static string[] Actions(JsonElement letter) => [.. letter.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("action").GetString()!)];
}

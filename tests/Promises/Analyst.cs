using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>What an analyst does over HTTP.</summary>
internal static class Analyst
{
    /// <summary>Sends a command on a version; actor and reason are put in.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Answer)> CommandAsync(
        this TestPlatform platform, Guid incidentId, string name, string? ifMatch, object? body = null, string? key = null)
    {
        var content = JsonSerializer.SerializeToNode(body ?? new { })!;
        content["actor"] = "A. Analyst";
        content["reason"] = "Seen with my own eyes.";
        using var message = new HttpRequestMessage(HttpMethod.Post, $"incidents/{incidentId}/{name}") { Content = JsonContent.Create(content) };
        if (ifMatch is not null)
            message.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            message.Headers.Add("Idempotency-Key", key);
        var answer = await platform.Projection.Http.SendAsync(message);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, answer);
    }

    /// <summary>Sends a command on the present version and expects it to be done.</summary>
    public static async Task<Incident> SayAsync(this TestPlatform platform, Guid incidentId, string name, object? body = null)
    {
        var now = await platform.IncidentAsync(incidentId);
        var (status, answer, _) = await platform.CommandAsync(incidentId, name, $"\"{now.Version}\"", body);
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return answer.Deserialize(ContractJson.Default.Incident)!;
    }

    /// <summary>An incident as the read API shows it.</summary>
    public static async Task<Incident> IncidentAsync(this TestPlatform platform, Guid incidentId, string query = "") =>
        JsonSerializer.Deserialize(await platform.Projection.Http.GetStringAsync($"incidents/{incidentId}{query}"), ContractJson.Default.Incident)!;

    /// <summary>The whole history of an incident.</summary>
    public static async Task<List<JsonElement>> HistoryAsync(this TestPlatform platform, Guid incidentId, string query = "") =>
        [.. (await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"incidents/{incidentId}/history{query}")).GetProperty("items").EnumerateArray()];

    /// <summary>Posts an article and gives the ids of the incidents its reports are in, in order of mention.</summary>
    public static async Task<List<Guid>> TellAsync(this TestPlatform platform, object article)
    {
        var read = await platform.ExtractedAsync((await platform.PostAsync(article)).GetProperty("articleId").GetGuid());
        return [.. read.GetProperty("incidents").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];
    }

    /// <summary>Posts an article of one incident and gives that.</summary>
    public static async Task<Guid> TellOneAsync(this TestPlatform platform, object article) => (await platform.TellAsync(article)).ShouldHaveSingleItem();

    /// <summary>A rocket attack of an afternoon in 1985, told by one of several outlets in words of its own.</summary>
    public static object Attack(int outlet, string town = "Balad", string more = "", string? id = null) => new
    {
        title = $"Rockets hit {town}",
        text = (outlet % 3) switch
        {
            0 => $"Three Katyusha rockets hit the town of {town} in Iraq on 4 May 1985, wounding two soldiers, the military said. {more}",
            1 => $"Two soldiers were wounded on 4 May 1985 when three Katyusha rockets struck {town}, Iraq, police said. {more}",
            _ => $"Militants fired three Katyusha rockets at {town} in Iraq on 4 May 1985. Two soldiers were wounded, officials said. {more}",
        },
        outlet = $"Outlet {outlet}",
        publishedAt = "1985-05-05",
        source = "analyst",
        externalId = id ?? $"{town}-{outlet}",
    };
}

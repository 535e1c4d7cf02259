using System.Text.Json;
using Microsoft.Extensions.Options;
using Platform.Access;

namespace Platform.Projection.WebConsole;

/// <summary>GET /console/services: what <c>/health/ready</c> of each service says, so that the console's page asks one origin only.</summary>
internal sealed class ServiceHealth(IOptions<WebConsoleOptions> options) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1 << 20 };

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/services", async (ServiceHealth health, CancellationToken stop) =>
        Results.Json(await health.AskAsync(stop)))
        .RequireScope(Scopes.Read)
        .ExcludeFromDescription(); // the console's own; for others each service has /health/ready

    private async Task<Dictionary<string, JsonElement>> AskAsync(CancellationToken stop)
    {
        var services = new[] { ("ingest", options.Value.Ingest), ("extraction", options.Value.Extraction) };
        var answers = await Task.WhenAll(services.Select(s => AskAsync(s.Item2, stop)));
        return services.Zip(answers).ToDictionary(pair => pair.First.Item1, pair => pair.Second);
    }

    private async Task<JsonElement> AskAsync(string? address, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(address))
            return JsonSerializer.SerializeToElement(new { status = "unknown", description = "Its address is not configured (WebConsole)." });
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(address), "/health/ready"), stop);
            return await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return JsonSerializer.SerializeToElement(new { status = "unreachable", description = "It does not answer." });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}

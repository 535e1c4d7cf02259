using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Platform.Telemetry;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. A degraded check is told but keeps the
/// service ready: ingest goes on accepting while the broker is away. <c>/health/serving</c>, where a check is for it: it can answer
/// requests, whatever else it cannot do. All are open to everybody: who probes has no key. They are not among the measured requests: probes are
/// many and quick, and a service that is not ready answers 503 in order.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Tag of the checks that readiness asks.</summary>
    public const string Ready = "platform-ready";

    /// <summary>Tag of the checks without which requests cannot be answered, of a service that does other work besides.</summary>
    public const string Serving = "platform-serving";

    /// <summary>How the answers are written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Whether the service tells apart what serving needs.</summary>
    public static bool TellsServing(IServiceProvider services) =>
        services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Any(check => check.Tags.Contains(Serving));

    /// <summary>Maps them.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        Map("/health/live", _ => false);
        Map("/health/ready", check => check.Tags.Contains(Ready));
        if (TellsServing(app.ServiceProvider))
            Map("/health/serving", check => check.Tags.Contains(Serving));

        void Map(string path, Func<HealthCheckRegistration, bool> which) =>
            app.MapHealthChecks(path, new HealthCheckOptions { Predicate = which, ResponseWriter = WriteAsync }).AllowAnonymous().DisableHttpMetrics();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var checks = report.Entries.ToDictionary(e => e.Key, e => new HealthCheckAnswer(Text(e.Value.Status), e.Value.Data, e.Value.Description));
        return context.Response.WriteAsync(JsonSerializer.Serialize(new HealthAnswer(Text(report.Status), checks), Json));
    }

    private static string Text(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}

/// <summary>What the health endpoints answer.</summary>
/// <param name="Status">The worst of the checks; healthy when there is none.</param>
/// <param name="Checks">Each check by its name.</param>
public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthCheckAnswer> Checks);

/// <summary>What one check found.</summary>
/// <param name="Status">How it is.</param>
/// <param name="Data">Details, as the check gives them.</param>
/// <param name="Description">What is the matter.</param>
public sealed record HealthCheckAnswer(string Status, IReadOnlyDictionary<string, object> Data, string? Description = null);

using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Telemetry;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. A degraded check is told but keeps the
/// service ready: ingest goes on accepting while the broker is away.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Tag of the checks that readiness asks.</summary>
    public const string Ready = "platform-ready";

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = Text(report.Status),
            checks = report.Entries.ToDictionary(e => e.Key, e => new { status = Text(e.Value.Status), description = e.Value.Description, data = e.Value.Data }),
        }, JsonSerializerOptions.Web));
    }

    private static string Text(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}

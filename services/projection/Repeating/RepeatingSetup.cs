using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Telemetry;

namespace Platform.Projection.Repeating;

/// <summary>Sending again what was lost at the broker.</summary>
internal static class RepeatingSetup
{
    public static void AddLateArticles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LateArticleOptions>().Bind(configuration.GetSection(LateArticleOptions.Section))
            .Validate(o => o.After >= TimeSpan.FromSeconds(1), "LateArticles__After wants at least a second: 00:01:00 is a minute.")
            .Validate(o => o.Most >= 1, "LateArticles__Most wants 1 or more.").ValidateOnStart();
        services.AddSingleton<LateArticles>();
        services.AddHostedService(s => s.GetRequiredService<LateArticles>());
        services.AddHealthChecks().AddCheck<LateArticlesHealth>("late-articles", HealthStatus.Degraded, [HealthEndpoints.Ready]);
    }
}

/// <summary>Tells of articles that nothing came back of. Never more than degraded: the service does all it can.</summary>
internal sealed class LateArticlesHealth(LateArticles late) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(late.Trouble is { } trouble ? HealthCheckResult.Degraded(trouble) : HealthCheckResult.Healthy());
}

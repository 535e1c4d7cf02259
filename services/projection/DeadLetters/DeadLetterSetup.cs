using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Telemetry;

namespace Platform.Projection.DeadLetters;

/// <summary>Keeping dead letters, and deciding on them.</summary>
internal static class DeadLetterSetup
{
    public static IServiceCollection AddDeadLetters(this IServiceCollection services)
    {
        services.AddSingleton<DeadLetterTable>();
        services.AddSingleton<DeadLetterDrainer>();
        services.AddHostedService(s => s.GetRequiredService<DeadLetterDrainer>());
        services.AddHostedService<WaitingMonitor>();
        services.AddSingleton<ReplayChannel>();
        services.AddSingleton<DeadLetterDesk>();
        services.AddHealthChecks().AddCheck<DeadLetterHealth>("dead-letters", HealthStatus.Degraded, [HealthEndpoints.Ready]);
        return services;
    }
}

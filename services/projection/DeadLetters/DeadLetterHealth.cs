using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Projection.DeadLetters;

/// <summary>Tells when dead letters are not read. Never more than degraded: they are safe at the broker.</summary>
internal sealed class DeadLetterHealth(DeadLetterDrainer drainer) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drainer.Trouble is { } trouble ? HealthCheckResult.Degraded(trouble) : HealthCheckResult.Healthy());
}

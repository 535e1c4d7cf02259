using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.EventStore;

/// <summary>Tells when a follower is stuck. Never more than degraded: what it follows is safe in the log.</summary>
public sealed class FollowerHealth(IEnumerable<LogFollower> followers) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var troubles = followers.Where(f => f.Trouble is not null).Select(f => $"{f.Name}: {f.Trouble}").ToList();
        return Task.FromResult(troubles.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", troubles)));
    }
}

using Npgsql;
using Platform.Bus;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Projection.ReadModels;

/// <summary>How far the read models are behind, as metrics.</summary>
internal static class ProjectionLag
{
    /// <summary>Articles of ingest's log not yet in the article table; and articles there that were received and not yet read.</summary>
    public static void AddProjectionLag(this IServiceCollection services)
    {
        services.AddHostedService(s =>
        {
            var monitor = new LagMonitor(s.GetRequiredService<NpgsqlDataSource>(), Schema.Ingest, Schema.Incidents, ArticleFollower.Checkpoint,
                s.GetRequiredService<ILogger<LagMonitor>>());
            OutboxLag.Report(monitor, Names.Metrics.ProjectionLagEvents, Names.Metrics.ProjectionLagSeconds, Schema.Ingest.Name);
            return monitor;
        });
        services.AddHostedService(s =>
        {
            var monitor = new PendingMonitor(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<ILogger<PendingMonitor>>());
            OutboxLag.Report(monitor, Names.Metrics.ProjectionLagEvents, Names.Metrics.ProjectionLagSeconds, Schema.Name);
            return monitor;
        });
    }
}

using Npgsql;
using Platform.Access;
using Platform.Bus;
using Platform.EventStore;
using Platform.Projection.Api;
using Platform.Projection.ReadModels;

namespace Platform.Projection.WebConsole;

/// <summary>
/// GET /console/figures: where something waits between an article and its subscribers, and how much comes in. Measured when asked for, over all
/// copies of the services, as each lag stands in the database.
/// </summary>
internal sealed class Figures(NpgsqlDataSource database, ILogger<LagMonitor> logger, ILogger<PendingMonitor> pendingLogger)
{
    private readonly (string Name, LagQuery Query)[] lags =
    [
        ("publish-articles", new LagMonitor(database, Schema.Ingest, Schema.Ingest, Relay.Checkpoint, logger)),
        ("list-articles", new LagMonitor(database, Schema.Ingest, Schema.Incidents, ArticleFollower.Checkpoint, logger)),
        ("read-articles", new PendingMonitor(database, pendingLogger)),
        ("publish-changes", new LagMonitor(database, Schema.Incidents, Schema.Incidents, Relay.Checkpoint, logger)),
        ("plan-webhooks", new LagMonitor(database, Schema.Incidents, Schema.Incidents, Subscribers.Webhooks.WebhookPlanner.Checkpoint, logger)),
    ];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/figures", (HttpContext http, Figures figures) =>
        ReadModelAnswers.GuardAsync(http, async () => Results.Json(await figures.MeasureAsync(http.RequestAborted))))
        .RequireScope(Scopes.Read)
        .ExcludeFromDescription(); // the console's own; for others there are the metrics

    private async Task<object> MeasureAsync(CancellationToken stop)
    {
        var measured = new List<object>();
        foreach (var (name, query) in lags)
        {
            var lag = await query.MeasureAsync(stop);
            measured.Add(new { name, events = lag.Events, seconds = lag.Seconds });
        }
        await using var command = database.CreateCommand($"select count(*) from {Schema.Name}.article where received_at > now() - interval '1 minute'");
        return new { articlesInAMinute = (long)(await command.ExecuteScalarAsync(stop))!, lags = measured };
    }
}

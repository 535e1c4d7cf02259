using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Projection.Incidents;

/// <summary>Takes detections into the incident streams: load, decide, commit, and again when somebody was faster.</summary>
public sealed class IncidentProjector(IEventStore store, LogReader log, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>One transaction for all of them: inbox keys, events, snapshots and read models.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer; nothing is acknowledged.</exception>
    /// <exception cref="PostgresException">The database refuses a value of one of them; nothing was written.</exception>
    public async Task ApplyAsync(IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        var batch = Activity.Current;
        var spans = detections.ToDictionary(d => d, d => StartSpan(d, batch));
        Activity.Current = batch;
        try
        {
            var traced = detections.DistinctBy(d => d.MessageId).Select(d => (Span: spans[d], Detection: d with { TraceParent = spans[d]?.Id ?? d.TraceParent })).ToList();
            var applied = await CommitAsync([.. traced.Select(t => t.Detection)], cancellationToken);
            foreach (var (span, detection) in traced)
                if (applied.Contains(detection.MessageId))
                    span?.SetTag(Names.Attributes.Outcome, "applied");
        }
        catch (Exception e)
        {
            foreach (var span in spans.Values)
                span.Fail(e);
            throw;
        }
        finally
        {
            foreach (var span in spans.Values)
                span?.Dispose();
            Activity.Current = batch;
        }
    }

    private async Task<HashSet<Guid>> CommitAsync(IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (plan, applied) = await DecideAsync(detections, cancellationToken);
            if (plan is null)
                return [];
            if (await store.CommitAsync(plan.ToCommit(), cancellationToken) is not CommitResult.Committed)
                continue;
            var now = clock.GetUtcNow();
            foreach (var detection in detections.Where(d => applied.Contains(d.MessageId)))
            {
                Instruments.ReportsProjected.Add(1);
                Instruments.ProjectionDelay.Record((now - detection.Article.ReceivedAt).TotalSeconds);
            }
            return applied;
        }
    }

    private async Task<(Plan? Plan, HashSet<Guid> Applied)> DecideAsync(IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var known = await KnownAsync(connection, detections, cancellationToken);
            var fresh = detections.Where(d => !known.Contains(Plan.KeyOf(d))).ToList();
            if (fresh.Count == 0)
                return (null, []);
            var readings = await LoadAsync(connection, ArticleReading.StreamType, fresh.Select(d => d.Article.ArticleId), ProjectionJson.Default.ArticleReading, cancellationToken);
            var ids = fresh.SelectMany(d => Plan.IncidentIds(d, readings.GetValueOrDefault(d.Article.ArticleId)));
            var incidents = await LoadAsync(connection, IncidentStream.StreamType, ids, ContractJson.Default.Incident, cancellationToken);
            var plan = new Plan(readings, incidents, clock.GetUtcNow());
            return (plan, [.. fresh.Where(plan.Add).Select(d => d.MessageId)]);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
    }

    private static async Task<HashSet<string>> KnownAsync(NpgsqlConnection connection, IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select key from {Schema.Name}.inbox where key = any($1)", connection)
        {
            Parameters = { new() { Value = detections.Select(Plan.KeyOf).ToArray() } },
        };
        var known = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            known.Add(reader.GetString(0));
        return known;
    }

    private async Task<Dictionary<Guid, T>> LoadAsync<T>(
        NpgsqlConnection connection, string type, IEnumerable<Guid> ids, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var snapshots = await log.ReadSnapshotsAsync(connection, type, [.. ids.Distinct()], cancellationToken);
        return snapshots.ToDictionary(s => s.Key, s => JsonSerializer.Deserialize(s.Value.Json, json)!);
    }

    /// <summary>A span of the message's own trace, linked to the batch it happens to be in.</summary>
    private static Activity? StartSpan(Detection detection, Activity? batch)
    {
        var span = Tracing.StartUnder(Names.Spans.Project, ActivityKind.Internal, detection.TraceParent);
        span?.SetTag(Names.Attributes.ArticleId, detection.Article.ArticleId);
        span?.SetTag(Names.Attributes.ReportId, detection.Report?.ReportId);
        if (batch is not null)
            span?.AddLink(new ActivityLink(batch.Context));
        return span;
    }
}

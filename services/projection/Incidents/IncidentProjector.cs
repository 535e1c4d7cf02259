using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;
using Platform.Telemetry;

namespace Platform.Projection.Incidents;

/// <summary>Takes detections into the incident streams: load, decide and commit in one transaction that nobody else can write in.</summary>
public sealed class IncidentProjector(IEventStore store, LogReader log, TimeProvider clock)
{
    private readonly FeatureCache features = new();

    /// <summary>One transaction for all of them: inbox keys, events, snapshots and read models.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer; nothing is acknowledged.</exception>
    /// <exception cref="PostgresException">The database refuses a value of one of them; nothing was written.</exception>
    public async Task ApplyAsync(IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        var around = Activity.Current;
        var given = detections.Select(d => (Span: StartSpan(d), Detection: d)).ToList();
        var spans = given.Select(g => g.Span).ToArray();
        Activity.Current = around;
        try
        {
            var once = given.DistinctBy(g => g.Detection.MessageId).ToList();
            var applied = await CommitAsync([.. once.Select(g => g.Detection with { TraceParent = g.Span?.Id ?? g.Detection.TraceParent })], spans, cancellationToken);
            foreach (var (span, detection) in once)
                if (applied.Contains(detection.MessageId))
                    span?.SetTag(Names.Attributes.Outcome, "applied");
        }
        catch (Exception e)
        {
            foreach (var span in spans)
                span.Fail(e);
            throw;
        }
        finally
        {
            foreach (var span in spans)
                span?.Dispose();
            Activity.Current = around;
        }
    }

    private async Task<HashSet<Guid>> CommitAsync(IReadOnlyList<Detection> detections, Activity?[] spans, CancellationToken cancellationToken)
    {
        var applied = await store.DecideAsync(async (connection, stop) =>
        {
            await Lexemes.LearnAsync(connection, stop);
            Tracing.Mark(spans, Names.Moments.Linking);
            var decision = await DecideAsync(connection, detections, stop);
            Tracing.Mark(spans, Names.Moments.Committing);
            return decision;
        }, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var detection in detections.Where(d => applied.Contains(d.MessageId)))
        {
            Instruments.ReportsProjected.Add(1);
            Instruments.ProjectionDelay.Record((now - detection.Article.ReceivedAt).TotalSeconds);
        }
        return applied;
    }

    private async Task<Decision<HashSet<Guid>>> DecideAsync(NpgsqlConnection connection, IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(connection, detections, cancellationToken);
        var fresh = detections.Where(d => !known.Contains(d.Key)).ToList();
        if (fresh.Count == 0)
            return new(null, []);
        var now = await LogClock.NextAsync(connection, clock, cancellationToken);
        var reports = fresh.Where(d => d.Report is not null).ToList();
        var world = await Neighbours.LoadAsync(
            connection, reports.Select(d => ReportFeatures.Of(new LinkedReport(d.Report!, d.Article, now), d.Clues)), fresh.Select(d => d.Article.ArticleId), features, cancellationToken);
        var readings = await LoadAsync(connection, ArticleReading.StreamType, fresh.Select(d => d.Article.ArticleId), ProjectionJson.Default.ArticleReading, cancellationToken);
        var plan = new LinkingPlan(world, readings, await TakenAsync(connection, reports, cancellationToken), now);
        var applied = plan.Add(fresh).ToHashSet();
        var dated = plan.Date(await Neighbours.CompleteUndatedAsync(connection, world, features, cancellationToken));
        if (dated.Concat(plan.Again).DistinctBy(r => r.ReportId).ToList() is { Count: > 0 } again)
        {
            await Neighbours.ExtendAsync(connection, world, again.Select(r => new Member(r.Features, r.IncidentId)), [], features, cancellationToken);
            foreach (var row in again)
                plan.Rearrange(row.ReportId);
        }

        var incidents = await LoadAsync(connection, IncidentStream.StreamType, plan.Changes.SelectMany(c => Events.Incidents(c.Change)), ContractJson.Default.Incident, cancellationToken);
        var commit = new CommitBuilder(incidents, readings, now)
        {
            PossibleDuplicates = await LinkTables.PairsAsync(connection, plan.Changes.Select(c => c.Change).OfType<Change.Merge>().SelectMany(m => new[] { m.SurvivorId, m.AbsorbedId }), cancellationToken),
        };
        foreach (var detection in fresh)
            commit.Take(detection.Key);
        foreach (var (cause, extracted) in plan.Extractions)
            commit.Append(new Cause(cause.MessageId, cause.TraceParent, cause.Article.ArticleId), cause.Article.ArticleId, extracted);
        foreach (var (cause, change) in plan.Changes)
            Events.Append(commit, cause, change, now);
        return new(commit.ToCommit(id => world.Find(id)?.Features), applied);
    }

    private static async Task<HashSet<string>> KnownAsync(NpgsqlConnection connection, IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select key from {Schema.Name}.inbox where key = any($1)", connection)
        {
            Parameters = { new() { Value = detections.Select(d => d.Key).ToArray() } },
        };
        var known = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            known.Add(reader.GetString(0));
        return known;
    }

    /// <summary>Ids that a report would give the incident it opens, had a stream not used them before.</summary>
    private static async Task<HashSet<Guid>> TakenAsync(NpgsqlConnection connection, List<Detection> reports, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select id from {Schema.Name}.mt_streams where id = any($1)", connection)
        {
            Parameters = { new() { Value = reports.Select(d => IncidentStream.IdOf(d.Report!.ReportId)).ToArray() } },
        };
        var taken = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            taken.Add(reader.GetGuid(0));
        return taken;
    }

    private async Task<Dictionary<Guid, T>> LoadAsync<T>(
        NpgsqlConnection connection, string type, IEnumerable<Guid> ids, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var snapshots = await log.ReadSnapshotsAsync(connection, type, [.. ids.Distinct()], cancellationToken);
        return snapshots.ToDictionary(s => s.Key, s => JsonSerializer.Deserialize(s.Value.Json, json)!);
    }

    /// <summary>A span of the message's own trace, linked to the batch it happens to be in.</summary>
    private static Activity? StartSpan(Detection detection)
    {
        var span = Tracing.StartUnder(Names.Spans.Project, ActivityKind.Internal, detection.TraceParent);
        span?.SetTag(Names.Attributes.ArticleId, detection.Article.ArticleId);
        span?.SetTag(Names.Attributes.ReportId, detection.Report?.ReportId);
        span?.SetTag(Names.Attributes.Retry, detection.Tries);
        if (detection.Batch is { } batch)
            span?.AddLink(new ActivityLink(batch));
        return span;
    }
}

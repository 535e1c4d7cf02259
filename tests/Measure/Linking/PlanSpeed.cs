using System.Diagnostics;
using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Projection.Incidents;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;
using Spectre.Console;
using World = Platform.Projection.Incidents.LinkWorld;

namespace Platform.Tests.Measure;

/// <summary>
/// What it costs the projection to decide about a report, without broker and database: the shared news, all of it again in each round as
/// if of 20 years earlier. What a text dates itself comes together over the rounds, so the last is of dense news.
/// </summary>
internal sealed class PlanSpeed
{
    private const int BatchReports = 200, ReportsPerKey = 100, MostSteps = 3, YearsApart = 20;

    private readonly SortedDictionary<string, TimeSpan> times = [];
    private readonly Dictionary<Guid, LinkRow> rows = [];
    private readonly Dictionary<Guid, byte[]> stored = [];
    private readonly Dictionary<long, SortedSet<Guid>> byKey = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> byIncident = [];
    private readonly Dictionary<Guid, string> snapshots = [];
    private readonly FeatureCache cache = new();
    private long loaded, changed;

    /// <summary>Prints milliseconds a report, by part, of the last round.</summary>
    /// <param name="run">Where the sets are.</param>
    /// <param name="rounds">How often all of it comes, 1 to 5.</param>
    public static void Measure(Run run, int rounds)
    {
        var (speed, articles) = (new PlanSpeed(), Read(run));
        var count = 0;
        for (var round = 0; round < rounds; round++)
        {
            speed.times.Clear();
            (speed.loaded, speed.changed, count) = (0, 0, 0);
            foreach (var batch in articles.SelectMany(a => Detections(a, round)).Chunk(BatchReports))
            {
                speed.Apply(batch);
                count += batch.Length;
            }
        }
        AnsiConsole.MarkupLineInterpolated($"{articles.Count} articles, {rounds} rounds; a report of the last round, {count} reports: {(double)speed.loaded / count:N1} rows looked at, {(double)speed.changed / count:N2} changes");
        foreach (var (part, time) in speed.times)
            AnsiConsole.MarkupLineInterpolated($"{part,-20} {time.TotalMilliseconds / count:N3} ms");
        AnsiConsole.MarkupLineInterpolated($"{"all",-20} {speed.times.Values.Sum(t => t.TotalMilliseconds) / count:N3} ms");
    }

    private static List<Article> Read(Run run)
    {
        var articles = new[] { "gva-dev", "muc4-dev" }.SelectMany(set => File.ReadLines(Path.Combine(run.Eval, set + ".ndjson"))).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return ArticleJson.Read(json.RootElement, ArticleJson.Id(json.RootElement)!)!;
        }).ToArray();
        new Random(1).Shuffle(articles);
        return [.. articles];
    }

    private static IEnumerable<Detection> Detections(Article first, int round)
    {
        var article = first with { ArticleId = DeterministicId.Create(first.ArticleId, $"round {round}"), PublishedAt = first.PublishedAt?.AddYears(-YearsApart * round), Outlet = "Example Wire" };
        var result = new ExtractionEngine().Extract(article);
        var reference = new ArticleReference { ArticleId = article.ArticleId, Revision = 1, Outlet = article.Outlet, PublishedAt = article.PublishedAt, ReceivedAt = DateTimeOffset.UnixEpoch };
        var summary = new ExtractionSummary { Extractor = ExtractionEngine.Version, ExtractedAt = DateTimeOffset.UnixEpoch, ReportIds = [.. result.Reports.Select(r => r.ReportId)] };
        return result.Reports.Select(r => new Detection(DeterministicId.Create(r.ReportId, "message"), r, reference, summary, null) { Clues = result.Clues[r.Ordinal] });
    }

    private void Apply(Detection[] batch)
    {
        var now = DateTimeOffset.UnixEpoch;
        var world = Timed("1 load", () => Load(batch, now));
        var plan = new LinkingPlan(world, new Dictionary<Guid, ArticleReading>(), new HashSet<Guid>(), now);
        Timed("2 arrange", () => plan.Add(batch));
        Timed("3 arrange anew", () =>
        {
            foreach (var row in plan.Again) plan.Rearrange(row.ReportId);
            return 0;
        });
        changed += plan.Changes.Count;
        var commit = Timed("4 events", () =>
        {
            var known = plan.Changes.SelectMany(c => Events.Incidents(c.Change)).Distinct().Where(snapshots.ContainsKey).ToDictionary(i => i, i => JsonSerializer.Deserialize(snapshots[i], ContractJson.Default.Incident)!);
            var builder = new CommitBuilder(known, new Dictionary<Guid, ArticleReading>(), now);
            foreach (var (cause, change) in plan.Changes) Events.Append(builder, cause, change, now);
            return builder;
        });
        foreach (var stream in Timed("5 rows, snapshots", () => commit.ToCommit(id => world.Find(id)?.Features)).Streams)
            snapshots[stream.StreamId] = stream.Snapshot.Json;
        Store(world);
    }

    /// <summary>As the projection loads what a batch can touch, from memory.</summary>
    private World Load(Detection[] batch, DateTimeOffset now)
    {
        var world = new World();
        var frontier = batch.Select(d => ReportFeatures.Of(new LinkedReport(d.Report!, d.Article, now), d.Clues)).ToList();
        var (followed, asked) = (frontier.Select(r => r.ReportId).ToHashSet(), new HashSet<long>());
        Find(world, frontier.SelectMany(BlockKeys.Asked).Where(asked.Add));
        for (var step = 0; step < MostSteps && frontier.Count > 0; step++)
        {
            frontier = [.. frontier.SelectMany(report => world.Under(BlockKeys.Asked(report)).Where(r => !followed.Contains(r.ReportId) && world.Scores.WouldJoin(report, r.Features)))
                .SelectMany(r => world.OfIncident(r.IncidentId)).Where(r => followed.Add(r.ReportId)).Select(r => r.Features)];
            Find(world, frontier.SelectMany(BlockKeys.Asked).Where(asked.Add));
        }
        return world;
    }

    private void Find(World world, IEnumerable<long> keys)
    {
        var incidents = keys.SelectMany(k => byKey.TryGetValue(k, out var found) ? found.Take(ReportsPerKey) : []).Select(r => rows[r].IncidentId).Distinct().ToList();
        foreach (var reportId in incidents.SelectMany(i => byIncident[i].Take(ReportsPerKey)))
        {
            if (world.HasSeen(reportId)) continue;
            loaded++;
            var features = cache.Find(reportId, 1) ?? JsonSerializer.Deserialize(stored[reportId], LinkingJson.Default.ReportFeatures)!;
            cache.Put(reportId, 1, features);
            world.Load(rows[reportId] with { Features = features });
        }
    }

    private void Store(World world)
    {
        foreach (var row in world.Reports)
        {
            if (rows.TryGetValue(row.ReportId, out var before)) byIncident[before.IncidentId].Remove(row.ReportId);
            else
            {
                stored[row.ReportId] = JsonSerializer.SerializeToUtf8Bytes(row.Features, LinkingJson.Default.ReportFeatures);
                foreach (var key in BlockKeys.Written(row.Features)) Of(byKey, key).Add(row.ReportId);
            }
            rows[row.ReportId] = row;
            Of(byIncident, row.IncidentId).Add(row.ReportId);
        }
    }

    private T Timed<T>(string part, Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        var result = work();
        times[part] = times.GetValueOrDefault(part) + Stopwatch.GetElapsedTime(began);
        return result;
    }

    private static SortedSet<Guid> Of<TKey>(Dictionary<TKey, SortedSet<Guid>> index, TKey key)
        where TKey : notnull => index.TryGetValue(key, out var found) ? found : index[key] = [];
}

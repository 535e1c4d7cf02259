using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Platform.Extraction.Engine;
using Platform.Tests.Harness;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>
/// The platform's speed beside a limit and a baseline measured in the same run, in turn. Prints a table; every part is bounded in
/// time, and everything talks to 127.0.0.1 only.
/// </summary>
public sealed class PipelineBenchmark
{
    private static readonly string[] Parts = ["plumbing", "engine", "latency", "ingest", "tracing", "extractions", "idle"];

    /// <summary>The platform alone, for a profiler; not among the parts that run by default.</summary>
    private const string Profile = "profile";

    private readonly Report report = new();
    private readonly Versions versions;
    private readonly Dictionary<string, int[]> shared;
    private readonly double seconds;
    private readonly int rounds;
    private double peak;

    private PipelineBenchmark(Versions versions, Dictionary<string, int[]> shared, double seconds, int rounds) =>
        (this.versions, this.shared, this.seconds, this.rounds) = (versions, shared, seconds, rounds);

    /// <summary>Runs <c>[--only part,part] [--seconds 60] [--rounds 2]</c>; seconds is how long each version is measured, over all rounds.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var parts = Option("--only")?.Split(',') ?? Parts;
        var seconds = double.Parse(Option("--seconds") ?? "60", CultureInfo.InvariantCulture);
        var rounds = int.Parse(Option("--rounds") ?? "2", CultureInfo.InvariantCulture);
        if (parts.Except([.. Parts, Profile]).Any() || seconds < 5 || rounds < 1)
        {
            Console.Error.WriteLine($"pipeline [--only {string.Join(',', Parts)},{Profile}] [--seconds 60] [--rounds 2]");
            return 2;
        }
        var infrastructure = new Infrastructure();
        await infrastructure.InitializeAsync();
        try
        {
            var versions = new Versions(infrastructure);
            var benchmark = new PipelineBenchmark(versions, await versions.InfrastructureAsync(), seconds, rounds);
            var failed = 0;
            foreach (var part in Parts.Append(Profile).Intersect(parts))
            {
                try
                {
                    await benchmark.MeasureAsync(part);
                }
                catch (Exception e) when (e is HttpRequestException or NpgsqlException or TimeoutException or InvalidOperationException)
                {
                    // The other parts are worth having all the same.
                    benchmark.report.Goal(part, "failed", "", "", e.Message.Split('\n')[0]);
                    failed++;
                }
            }
            benchmark.report.Write();
            return failed;
        }
        finally
        {
            await infrastructure.DisposeAsync();
        }
    }

    private Task MeasureAsync(string part) => part switch
    {
        "plumbing" => PlumbingAsync(),
        "engine" => EngineAsync(),
        "latency" => LatencyAsync(),
        "ingest" => IngestAsync(),
        "tracing" => TracingAsync(),
        "extractions" => ExtractionsAsync(),
        Profile => ProfileAsync(),
        _ => IdleAsync(),
    };

    /// <summary>Limit, baseline and platform in turn.</summary>
    private async Task PlumbingAsync()
    {
        var (limits, plains, ours, singles) = (new List<Run>(), new List<Run>(), new List<Run>(), new List<Run>());
        await using var plain = await versions.PlainAsync();
        await using var platform = await versions.PlatformAsync("fixed");
        await using var progress = new Progress(platform.Database);
        plain.Count();
        var (plainCpu, oursCpu) = (Meter(plain.Processes), Meter(platform.Services));
        for (var round = 0; round < rounds; round++)
        {
            await using (var bare = await versions.BareAsync()) limits.Add(await WatchAsync("limit", () => bare.Done, new CpuMeter(shared)));
            ours.Add(await WatchedAsync("platform, batches", Feed.InBatches(platform.Ingest.Http, () => progress.Done), () => progress.Done, oursCpu));
            plains.Add(await WatchedAsync("plain", Feed.OneByOne(plain.Processes[0].Http, () => plain.Done), () => plain.Done, plainCpu));
            singles.Add(await WatchedAsync("platform, one by one", Feed.OneByOne(platform.Ingest.Http, () => progress.Done), () => progress.Done, oursCpu));
        }
        var (limit, baseline, batches, single) = (Run.Joined(limits), Run.Joined(plains), Run.Joined(ours), Run.Joined(singles));
        peak = single.Rate;
        report.Add("limit (bare clients)", limit);
        report.Add("plain", baseline);
        report.Add("platform, trivial engine, NDJSON batches", batches);
        report.Add("platform, trivial engine, an article a POST", single);
        report.Goal("share of the limit", Share(batches.Rate / limit.Rate), "50 %", "75 %", $"by CPU an article {Share(limit.CpuMs / batches.CpuMs)}; rounds {string.Join(", ", ours.Zip(limits, (o, l) => Share(o.Rate / l.Rate)))}");
        report.Goal("multiple of plain", Times(single.Rate / baseline.Rate), "2 x", "3 x", $"an article a POST in both; by CPU {Times(baseline.CpuMs / single.CpuMs)}; with batches {Times(batches.Rate / baseline.Rate)}");
        Memory("memory under load", batches);
        await DrainedAsync(progress, platform);
    }

    private async Task ProfileAsync()
    {
        await using var platform = await versions.PlatformAsync("fixed");
        await using var progress = new Progress(platform.Database);
        report.Add("platform, trivial engine, NDJSON batches", await WatchedAsync("platform, batches", Feed.InBatches(platform.Ingest.Http, () => progress.Done), () => progress.Done, Meter(platform.Services), seconds));
    }

    private async Task EngineAsync()
    {
        await using var platform = await versions.PlatformAsync("rules");
        await using var progress = new Progress(platform.Database);
        // Made texts are all alike, and linking looks at what is alike: real ones where there are any.
        var engine = new ExtractionEngine();
        var articles = RealArticles.Read(engine);
        var run = await WatchedAsync("platform, real engine", Feed.InBatches(platform.Ingest.Http, () => progress.Done, articles), () => progress.Done, Meter(platform.Services), seconds);
        var count = articles.Originals.Count();
        void All() => articles.Originals.ToList().ForEach(a => engine.Extract(a));
        All();
        // CPU time, not time: others may have the core meanwhile.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < 2; i++) All();
        var engineMs = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / (2 * count);
        report.Add("platform, real engine, NDJSON batches", run);
        report.Goal("real engine, articles/s", run.Rate.ToString("N0", CultureInfo.InvariantCulture), "1,000", "", $"by CPU {2000 / run.CpuMs:N0}/s on two whole cores; {count:N0} texts of {articles.MeanLength:N0} characters, {await platform.CountAsync("select count(*) from incidents.incident_report"):N0} reports in {await platform.CountAsync("select count(*) from incidents.incident_list where status <> 'merged'"):N0} incidents");
        report.Goal("engine's share of all CPU", Share(engineMs / run.CpuMs), "", "40 %", $"{engineMs:N2} ms of {run.CpuMs:N2} ms an article");
        Memory("memory under load, real engine", run);
        await DrainedAsync(progress, platform);
    }

    private async Task LatencyAsync()
    {
        await using var platform = await versions.PlatformAsync("fixed");
        if (peak == 0)
        {
            await using var progress = new Progress(platform.Database);
            peak = (await WatchedAsync("peak", Feed.OneByOne(platform.Ingest.Http, () => progress.Done), () => progress.Done, Meter(platform.Services), 15)).Rate;
            await DrainedAsync(progress, platform);
        }
        Say("latency");
        await Latency.MeasureAsync(platform.Ingest.Http, platform.Database, peak / 2, 5);
        var machine = (Stopwatch.StartNew(), CpuMeter.MachineSeconds());
        var sorted = await Latency.MeasureAsync(platform.Ingest.Http, platform.Database, peak / 2, seconds / 2);
        report.Goal("POST to row visible, p50 · p99",
            $"{Latency.Quantile(sorted, 0.5):N0} · {Latency.Quantile(sorted, 0.99):N0} ms", "50 · 250 ms", "20 · 100 ms",
            $"{sorted.Length:N0} articles at {peak / 2:N0}/s; all of the machine {(CpuMeter.MachineSeconds() - machine.Item2) / machine.Item1.Elapsed.TotalSeconds:N1} cores");
    }

    private async Task IngestAsync()
    {
        Say("ingest alone");
        await using var platform = await versions.PlatformAsync("fixed");
        // The relay goes on publishing to a queue that nobody reads: that is ingest's own work.
        platform.Extraction.Kill();
        platform.Projection.Kill();
        await IngestAlone.PostAsync(platform, 10);
        await IngestAlone.RelayedAsync(platform);
        var (posts, copies, cpu) = (new List<double>(), new List<double>(), Meter([platform.Ingest]));
        for (var round = 0; round < rounds + 1; round++)
        {
            var (articles, before) = (20_000, cpu.Seconds());
            posts.Add(await IngestAlone.PostAsync(platform, articles / 1000));
            Console.Error.WriteLine($"  {posts[^1]:N0}/s, CPU ms an article: {string.Join(", ", cpu.Seconds().Select(c => $"{c.Key} {(c.Value - before[c.Key]) * 1000 / articles:N3}"))}");
            await IngestAlone.RelayedAsync(platform);
            before = cpu.Seconds();
            copies.Add(await IngestAlone.CopyAsync(platform, 20));
            Console.Error.WriteLine($"  COPY {copies[^1]:N0}/s, CPU ms a row: {string.Join(", ", cpu.Seconds().Select(c => $"{c.Key} {(c.Value - before[c.Key]) * 1000 / articles:N3}"))}");
        }
        report.Goal("ingest alone, share of COPY", Share(posts.Sum() / copies.Sum()), "30 %", "50 %",
            $"{posts.Average():N0} articles/s beside {copies.Average():N0} rows/s; rounds {string.Join(", ", posts.Zip(copies, (p, c) => Share(p / c)))}");
    }

    private async Task TracingAsync()
    {
        await using var receiver = await OtlpReceiver.StartAsync(keep: false);
        await using var off = await versions.PlatformAsync("fixed", new Dictionary<string, string> { ["Traces__Store"] = "false" });
        await using var stored = await versions.PlatformAsync("fixed");
        await using var on = await versions.PlatformAsync("fixed", new Dictionary<string, string>(receiver.Environment) { ["Traces__Store"] = "false", ["OTEL_TRACES_SAMPLER"] = "always_on", ["OTEL_BSP_SCHEDULE_DELAY"] = "1000", ["OTEL_BSP_MAX_QUEUE_SIZE"] = "65536", ["OTEL_METRIC_EXPORT_INTERVAL"] = "10000" });
        await using var progressOff = new Progress(off.Database);
        await using var progressStored = new Progress(stored.Database);
        await using var progressOn = new Progress(on.Database);
        var (withOut, kept, with) = (new List<Run>(), new List<Run>(), new List<Run>());
        for (var round = 0; round < rounds; round++)
        {
            withOut.Add(await WatchedAsync("tracing off", Feed.InBatches(off.Ingest.Http, () => progressOff.Done), () => progressOff.Done, Meter(off.Services), seconds / 2 / rounds));
            kept.Add(await WatchedAsync("trace store", Feed.InBatches(stored.Ingest.Http, () => progressStored.Done), () => progressStored.Done, Meter(stored.Services), seconds / 2 / rounds));
            with.Add(await WatchedAsync("tracing on", Feed.InBatches(on.Ingest.Http, () => progressOn.Done), () => progressOn.Done, Meter(on.Services), seconds / 2 / rounds));
        }
        var (a, b) = (Run.Joined(withOut), Run.Joined(with));
        report.Add("tracing off", a);
        var c = Run.Joined(kept);
        report.Add("trace store", c);
        report.Add("tracing at 100 %", b);
        // The receiver is in this process and throws all away, so its little work is in "load": a real one runs elsewhere.
        double Own(Run run) => run.Cpu.Where(c => c.Key != "load").Sum(c => c.Value) / run.Articles;
        report.Goal("trace store, slower by", Share(1 - (c.Rate / a.Rate)), "5 %", "",
            $"as it is set by default; CPU an article without load {Share((Own(c) / Own(a)) - 1)} more; {await stored.CountAsync("select count(*) from incidents.trace"):N0} traces kept of {progressStored.Done:N0} articles");
        report.Goal("tracing at 100 %, slower by", Share(1 - (b.Rate / a.Rate)), "10 %", "5 %",
            $"the receiver shares the cores; CPU an article without load and receiver {Share((Own(b) / Own(a)) - 1)} more; {receiver.Bytes / 1e3 / progressOn.Done:N1} KB an article came");
    }

    private async Task ExtractionsAsync()
    {
        Say("two extractions");
        await using var platform = await versions.PlatformAsync("rules");
        foreach (var service in platform.Services) service.Kill();
        var (one, two) = await TwoExtractions.MeasureAsync(platform, (int)(seconds * 50));
        report.Goal("two extractions against one", Times(two / one), "1.7 x", "", $"{one:N0} then {two:N0} articles of 30 KB a second; broker and measuring on the same two cores");
    }

    private async Task IdleAsync()
    {
        Say("idle");
        await using var platform = await versions.PlatformAsync("rules");
        await platform.ExtractedAsync((await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid());
        Memory("memory idle", await Run.WatchAsync(() => 1, Meter(platform.Services), 5, 10), "120 MB");
    }

    private Task<Run> WatchedAsync(string what, Feed feed, Func<long> done, CpuMeter cpu, double? window = null) => WatchAsync(what, done, cpu, feed, window);

    private async Task<Run> WatchAsync(string what, Func<long> done, CpuMeter cpu, Feed? feed = null, double? window = null)
    {
        Say(what);
        var watching = Run.WatchAsync(done, cpu, Math.Min(10, seconds / 2), window ?? seconds / rounds, Feed.Window);
        if (feed is not null && await Task.WhenAny(watching, feed.Failed) != watching) await feed.Failed;
        var run = await watching;
        if (feed is not null) await feed.DisposeAsync();
        Console.Error.WriteLine($"  {run.Rate:N0}/s, {run.CpuMs:N3} ms of CPU an article: {string.Join(", ", run.Cpu.Select(c => $"{c.Key} {c.Value * 1000 / run.Articles:N3}"))}; others {run.Others:N1} cores");
        return run;
    }

    /// <summary>What was sent must have come through: the same numbers at every station.</summary>
    private static async Task DrainedAsync(Progress progress, TestPlatform platform)
    {
        var accepted = await platform.CountAsync("select count(*) from ingest.mt_events");
        await Eventually.Equals(accepted, "articles through", () => Task.FromResult(progress.Done), TimeSpan.FromSeconds(120));
    }

    private CpuMeter Meter(IEnumerable<ServiceProcess> services) =>
        new(shared.Concat(services.Select(s => KeyValuePair.Create(s.Name, new[] { s.ProcessId }))).ToDictionary());

    private void Memory(string what, Run run, string goal = "250 MB") => report.Goal(what,
        string.Join(" · ", new[] { "ingest", "extraction", "projection" }.Select(s => run.Megabytes[s].ToString("N0", CultureInfo.InvariantCulture))) + " MB", goal, "", "ingest · extraction · projection, the most of the window");

    private static void Say(string what) => Console.Error.WriteLine(what);

    private static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private static string Times(double times) => times.ToString("N2", CultureInfo.InvariantCulture) + " x";
}

using System.Diagnostics;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>What was measured of one version over one window.</summary>
/// <param name="Seconds">Length of the window.</param>
/// <param name="Articles">Articles that came through in it.</param>
/// <param name="Cpu">Seconds of CPU by group of processes.</param>
/// <param name="Others">Cores that processes outside of the measurement used meanwhile.</param>
/// <param name="Megabytes">Most resident memory by group.</param>
public sealed record Run(double Seconds, double Articles, IReadOnlyDictionary<string, double> Cpu, double Others, IReadOnlyDictionary<string, double> Megabytes)
{
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromMinutes(1);

    /// <summary>Articles a second.</summary>
    public double Rate => Articles / Seconds;

    /// <summary>Milliseconds of CPU an article, everything together: hardly moved by what else the machine does.</summary>
    public double CpuMs => Cpu.Values.Sum() * 1000 / Articles;

    /// <summary>Watches a load that is under way: past the warm-up, for a window.</summary>
    /// <param name="done">Articles that came through so far.</param>
    /// <param name="cpu">The processes that take part.</param>
    /// <param name="warmUp">Seconds before the window, at least.</param>
    /// <param name="seconds">Length of the window.</param>
    /// <param name="least">Articles that must have come through before the window.</param>
    public static async Task<Run> WatchAsync(Func<long> done, CpuMeter cpu, double warmUp, double seconds, int least = 0)
    {
        // On a busy machine code that is new takes long to become fast: it is warm when some thousand have come through, or never.
        var (start, warming) = (done(), Stopwatch.StartNew());
        while (warming.Elapsed.TotalSeconds < warmUp || (done() - start < least && warming.Elapsed < LongestWarmUp)) await Task.Delay(100);
        var (watch, articles, before, machine) = (Stopwatch.StartNew(), done(), cpu.Seconds(), CpuMeter.MachineSeconds());
        var most = cpu.Megabytes();
        var told = (At: 0.0, Done: articles, Cpu: before);
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(seconds - watch.Elapsed.TotalSeconds, 0.01, 1)));
            foreach (var (group, now) in cpu.Megabytes()) most[group] = Math.Max(most[group], now);
            if (watch.Elapsed.TotalSeconds - told.At < 10) continue;
            var (here, spent) = (done(), cpu.Seconds());
            var through = Math.Max(1, here - told.Done);
            Console.Error.WriteLine($"  after {watch.Elapsed.TotalSeconds:N0} s {through / (watch.Elapsed.TotalSeconds - told.At):N0}/s, CPU ms an article: {string.Join(", ", spent.Select(c => $"{c.Key} {(c.Value - told.Cpu[c.Key]) * 1000 / through:N2}"))}");
            told = (watch.Elapsed.TotalSeconds, here, spent);
        }
        var (came, used, all) = (done() - articles, cpu.Seconds(), CpuMeter.MachineSeconds() - machine);
        var elapsed = watch.Elapsed.TotalSeconds;
        var own = used.ToDictionary(u => u.Key, u => u.Value - before[u.Key]);
        return new Run(elapsed, came, own, Math.Max(0, all - own.Values.Sum()) / elapsed, most);
    }

    /// <summary>Several windows as one.</summary>
    public static Run Joined(IReadOnlyCollection<Run> runs) => new(
        runs.Sum(r => r.Seconds), runs.Sum(r => r.Articles),
        runs.SelectMany(r => r.Cpu).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value)),
        runs.Average(r => r.Others),
        runs.SelectMany(r => r.Megabytes).GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.Max(m => m.Value)));
}

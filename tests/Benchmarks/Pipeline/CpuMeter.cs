using System.Globalization;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>CPU time and memory of groups of processes, from /proc.</summary>
/// <param name="groups">Process ids by name of the group; the children of each count too, unless they are a group of their own.</param>
public sealed class CpuMeter(IReadOnlyDictionary<string, int[]> groups)
{
    private const double TicksPerSecond = 100;
    private static readonly double PageMegabytes = Environment.SystemPageSize / 1e6;

    /// <summary>Seconds of CPU used so far, by group.</summary>
    public Dictionary<string, double> Seconds()
    {
        var all = Processes();
        return groups.ToDictionary(g => g.Key, g => g.Value.Sum(pid => Sum(all, pid, [.. groups.Values.SelectMany(other => other)])));
    }

    /// <summary>Resident memory by group, in MB, of the processes themselves without their children.</summary>
    public Dictionary<string, double> Megabytes()
    {
        var all = Processes();
        return groups.ToDictionary(g => g.Key, g => g.Value.Sum(pid => all.TryGetValue(pid, out var p) ? p.Megabytes : 0));
    }

    /// <summary>Seconds of CPU the whole machine has used.</summary>
    public static double MachineSeconds()
    {
        // user, nice, system, idle, iowait, irq, softirq, steal
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) / TicksPerSecond;
    }

    /// <summary>Process that a process is a child of.</summary>
    public static int ParentOf(int pid) => Processes()[pid].Parent;

    private static double Sum(Dictionary<int, (int Parent, double Own, double Ended, double Megabytes)> all, int pid, HashSet<int> counted) =>
        all.TryGetValue(pid, out var process)
            ? process.Own + process.Ended + all.Where(p => p.Value.Parent == pid && !counted.Contains(p.Key)).Sum(p => Sum(all, p.Key, counted))
            : 0;

    private static Dictionary<int, (int Parent, double Own, double Ended, double Megabytes)> Processes()
    {
        var found = new Dictionary<int, (int, double, double, double)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var pid)) continue;
            try
            {
                // The name, in parentheses, may hold blanks; the state is the first field after it.
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                double Field(int n) => double.Parse(fields[n], CultureInfo.InvariantCulture);
                found[pid] = ((int)Field(1), (Field(11) + Field(12)) / TicksPerSecond, (Field(13) + Field(14)) / TicksPerSecond, Field(21) * PageMegabytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }
        return found;
    }
}

using System.Globalization;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>The table that a run ends with.</summary>
public sealed class Report
{
    private readonly List<(string What, Run Run)> runs = [];
    private readonly List<(string What, string Value, string Reach, string Strive, string Note)> goals = [];

    /// <summary>A version that was measured.</summary>
    public void Add(string what, Run run) => runs.Add((what, run));

    /// <summary>A figure beside its goals.</summary>
    public void Goal(string what, string value, string reach, string strive, string note)
    {
        goals.Add((what, value, reach, strive, note));
        Console.Error.WriteLine($"  {what}: {value} ({note})");
    }

    /// <summary>Writes it to standard output as Markdown.</summary>
    public void Write()
    {
        if (runs.Count > 0)
        {
            Console.WriteLine("| version | seconds | articles/s | CPU ms an article | of which | others' cores meanwhile |");
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach (var (what, run) in runs)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {what} | {run.Seconds:N0} | {run.Rate:N0} | {run.CpuMs:N3} | {string.Join(", ", run.Cpu.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value * 1000 / run.Articles:N3}")))} | {run.Others:N1} |"));
            Console.WriteLine();
        }
        Console.WriteLine("| goal | measured | reach | strive for | |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (what, value, reach, strive, note) in goals) Console.WriteLine($"| {what} | {value} | {reach} | {strive} | {note} |");
    }
}

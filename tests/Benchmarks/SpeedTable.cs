using System.Globalization;
using BenchmarkDotNet.Reports;

namespace Platform.Tests.Benchmarks;

/// <summary>What the benchmarks found, in the units of the goals: articles and megabytes a second, bytes allocated per byte of text.</summary>
public static class SpeedTable
{
    /// <summary>Writes the table to standard output; the last column is the time as a multiple of Scan, the limit measured in the same run.</summary>
    public static void Write(Summary summary)
    {
        const string row = "{0,-10} {1,-12} {2,12} {3,10} {4,14} {5,10}";
        Console.WriteLine();
        Console.WriteLine(row, "set", "what", "articles/s", "MB/s", "alloc B/byte", "x Scan");
        foreach (var set in ArticleSets.Names)
        {
            var reports = summary.Reports.Where(report => report.ResultStatistics is not null && (string)report.BenchmarkCase.Parameters["Set"] == set).ToList();
            var scan = reports.Find(report => Name(report) == nameof(EngineBenchmarks.Scan))?.ResultStatistics?.Mean;
            var bytes = ArticleSets.Bytes(set);
            foreach (var report in reports.OrderBy(report => report.ResultStatistics!.Mean))
            {
                var seconds = report.ResultStatistics!.Mean / 1e9;
                var allocated = (double)(report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / bytes;
                Console.WriteLine(row, set, Name(report), Text(bytes / (double)ArticleSets.Length / seconds, "N0"), Text(bytes / 1e6 / seconds, "N1"), Text(allocated, "N2"), Text(seconds * 1e9 / scan ?? double.NaN, "N1"));
            }
        }
        Console.WriteLine("articles of 3 KB; one thread; goals: 2,000 then 5,000 articles/s, 20 then 8 bytes");
    }

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

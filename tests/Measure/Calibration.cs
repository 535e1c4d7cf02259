using System.Text.Json;

namespace Platform.Tests.Measure;

/// <summary>A report, how sure the engine was of it, and whether it was right.</summary>
/// <param name="Set">dev or gva.</param>
/// <param name="Id">Article.</param>
/// <param name="Key">What decides its half.</param>
/// <param name="Ordinal">The report's number in its article.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Right">It is an incident of the gold.</param>
/// <param name="Facts">Share of its facts that are right; null when not counted.</param>
internal sealed record Judged(string Set, string Id, string Key, int Ordinal, double Confidence, bool Right, double? Facts);

/// <summary>How well confidence agrees with the share that is right.</summary>
internal static class Calibration
{
    private const int Bins = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The judged reports of judge.py.</summary>
    public static List<Judged> Read(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Judged>(line, Json)!)];

    /// <summary>Expected calibration error: mean distance of confidence and what came true, in five bins of equal width.</summary>
    public static double? Error(IReadOnlyCollection<(double Confidence, double True)> reports)
    {
        var (sure, came) = (new double[Bins], new double[Bins]);
        foreach (var (confidence, real) in reports)
        {
            var bin = Math.Min(Bins - 1, (int)(confidence * Bins));
            sure[bin] += confidence;
            came[bin] += real;
        }
        return reports.Count == 0 ? null : sure.Zip(came, (s, t) => Math.Abs(s - t)).Sum() / reports.Count;
    }

    /// <summary>Puts the errors of one half into the table.</summary>
    public static void Add(FigureTable table, string half, IEnumerable<Judged> all)
    {
        var reports = all.Where(report => Halves.Has(half, report.Key)).ToList();
        double? Of(Func<Judged, bool> which) => Error([.. reports.Where(which).Select(report => (report.Confidence, report.Right ? 1.0 : 0))]);
        var goal = new Goal(0.10, 0.05, LowIsGood: true);
        table.Add("calibration", "dev + GVA: error", half, Of(_ => true), goal);
        table.Add("calibration", "dev: error", half, Of(report => report.Set == "dev"));
        table.Add("calibration", "GVA: error", half, Of(report => report.Set == "gva"));
        table.Add("calibration", "GVA: error, share of four facts", half, Error([.. reports.Where(report => report.Facts is not null).Select(report => (report.Confidence, report.Facts!.Value))]));
        table.Add("calibration", "share right, dev + GVA", half, reports.Count == 0 ? null : reports.Average(report => report.Right ? 1.0 : 0));
    }
}

using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>Which report of an earlier reading of the same article a new one stands for.</summary>
internal static class Succession
{
    private const int Enough = 4;

    /// <summary>Of a report that is gone: kind, day and place, and one of the rest. What takes its place is judged as it was; what is less like it is for linking to decide.</summary>
    private const int EnoughOfGone = 7;

    /// <summary>The earlier report that tells of the same incident; null when none does.</summary>
    public static LinkRow? Find(LinkRow report, IReadOnlyList<LinkRow> earlier) =>
        earlier.Select(e => (Row: e, Points: Points(report.Features, e.Features)))
            .Where(e => e.Points >= (e.Row.IsGone ? EnoughOfGone : Enough))
            .OrderByDescending(e => e.Points).ThenBy(e => e.Row.IsGone).ThenBy(e => Math.Abs(e.Row.Ordinal - report.Ordinal)).ThenBy(e => e.Row.ReportId)
            .Select(e => e.Row).FirstOrDefault();

    // A new reading may see one value otherwise, or two; not all of them.
    private static int Points(ReportFeatures a, ReportFeatures b) =>
        (a.Type == b.Type ? 2 : 0) + (a.Start == b.Start && a.End == b.End ? 2 : 0) + (a.Place == b.Place ? 2 : 0)
        + (a.IsMain == b.IsMain ? 1 : 0) + (a.Killed == b.Killed && a.Wounded == b.Wounded ? 1 : 0);
}

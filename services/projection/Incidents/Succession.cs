using Platform.Contracts;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>Which report of an earlier reading of the same article a new one stands for.</summary>
internal static class Succession
{
    private const int Enough = 4;

    /// <summary>While others of the new reading are still to come: as much as kind, day and place, so that the seat of one that comes later is not taken.</summary>
    private const int EnoughOfSome = 6;

    /// <summary>Of a report that is gone: kind, day and place, and one of the rest. What takes its place is judged as it was; what is less like it is for linking to decide.</summary>
    private const int EnoughOfGone = 7;

    /// <summary>
    /// Pairs reports of one new reading with those of earlier ones that tell of the same incident, each once, the likest first: which
    /// message comes first decides nothing.
    /// </summary>
    /// <param name="reports">Reports of the new reading that have no place yet.</param>
    /// <param name="earlier">Reports of earlier readings.</param>
    /// <param name="isWhole">True when no other report of the new reading is still to come.</param>
    /// <returns>The earlier report, by id of the new one.</returns>
    public static Dictionary<Guid, LinkRow> Match(IReadOnlyCollection<LinkRow> reports, IReadOnlyCollection<LinkRow> earlier, bool isWhole)
    {
        var found = new Dictionary<Guid, LinkRow>();
        var taken = new HashSet<Guid>();
        var pairs = from report in reports
            from before in earlier
            let points = Points(report.Features, before.Features)
            where points >= (before.IsGone ? EnoughOfGone : isWhole ? Enough : EnoughOfSome)
                && (isWhole || (Days(report.Features, before.Features) > 0 && Places(report.Features, before.Features) > 0))
            orderby points descending, before.IsGone, Math.Abs(before.Ordinal - report.Ordinal), before.ReportId, report.ReportId
            select (Report: report, Before: before);
        foreach (var (report, before) in pairs)
            if (!found.ContainsKey(report.ReportId) && taken.Add(before.ReportId))
                found.Add(report.ReportId, before);
        return found;
    }

    /// <summary>
    /// The one report of a text that was read again, where it had one before: the same words read otherwise, however much of them,
    /// unless they are now understood to be of another country.
    /// </summary>
    public static bool IsOnly(LinkRow report, LinkRow before) =>
        report.Revision == before.Revision && !before.IsGone && (report.Features.Country is not { } country || before.Features.Country is not { } earlier || country == earlier);

    // A new reading may see one value otherwise, or some more closely; not all of them. Of two reports the one of another place is the other one.
    private static int Points(ReportFeatures a, ReportFeatures b) =>
        (a.Type == b.Type ? 2 : 0) + Days(a, b) + Places(a, b) + (a.IsMain == b.IsMain ? 1 : 0) + (a.Killed == b.Killed && a.Wounded == b.Wounded ? 1 : 0);

    private static int Days(ReportFeatures a, ReportFeatures b) =>
        a.Start == b.Start && a.End == b.End ? 2
        : a.Start is null || b.Start is null || Contains(a, b) || Contains(b, a) ? 1 : 0;

    private static bool Contains(ReportFeatures a, ReportFeatures b) => a.Start <= b.Start && b.End <= a.End;

    private static int Places(ReportFeatures a, ReportFeatures b) =>
        a.Place == b.Place ? 2
        : a.Place is null || b.Place is null || (a.Country == b.Country && (IsArea(a) || IsArea(b))) ? 1 : -2;

    private static bool IsArea(ReportFeatures report) => report.PlacePrecision is PlacePrecision.Country or PlacePrecision.Admin1;
}

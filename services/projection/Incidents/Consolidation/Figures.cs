using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>What the reports say of the people harmed: lowest, highest, latest, and what we take for true.</summary>
internal static class Figures
{
    // Tolls rise for about a day; what was said before that is worth less than what is said now.
    private static readonly TimeSpan s_late = TimeSpan.FromHours(24);
    private const double EarlierShare = 0.4;

    /// <summary>The figures of the only report; null when it tells of nobody.</summary>
    public static CasualtyFigures? Of(LinkedReport report) => report.Casualties is not { } told ? null : new CasualtyFigures
    {
        Killed = Alone(told.Killed, report.ReportId),
        Wounded = Alone(told.Wounded, report.ReportId),
        Missing = Alone(told.Missing, report.ReportId),
        Kidnapped = Alone(told.Kidnapped, report.ReportId),
    };

    /// <summary>The figures of many reports, and the best of each as a report tells it.</summary>
    public static (Casualties?, CasualtyFigures?) Of(RankedReports reports)
    {
        if (!Array.Exists(reports.Items, r => r.Casualties is not null)) return (null, null);
        var (killed, killedBest) = Of(reports, static r => r.Casualties?.Killed);
        var (wounded, woundedBest) = Of(reports, static r => r.Casualties?.Wounded);
        var (missing, missingBest) = Of(reports, static r => r.Casualties?.Missing);
        var (kidnapped, kidnappedBest) = Of(reports, static r => r.Casualties?.Kidnapped);
        return (
            new Casualties { Killed = killedBest, Wounded = woundedBest, Missing = missingBest, Kidnapped = kidnappedBest },
            new CasualtyFigures { Killed = killed, Wounded = wounded, Missing = missing, Kidnapped = kidnapped });
    }

    private static CasualtyFigure? Alone(CasualtyCount? count, Guid reportId)
    {
        if (count is null) return null;
        var claim = new CasualtyClaim { Min = count.Min, Max = count.Max, ReportIds = [reportId] };
        var numbered = IsNumber(count) ? claim : null;
        return new CasualtyFigure { Min = numbered, Max = numbered, Latest = claim, Best = claim, Conflict = false };
    }

    private static (CasualtyFigure?, CasualtyCount?) Of(RankedReports reports, Func<LinkedReport, CasualtyCount?> of)
    {
        var told = Array.FindAll(reports.Items, r => of(r) is not null);
        if (told.Length == 0) return (null, null);
        Array.Sort(told, static (a, b) =>
            RankedReports.ReportedAt(a).CompareTo(RankedReports.ReportedAt(b)) is not 0 and var byTime ? byTime : a.ReportId.CompareTo(b.ReportId));
        CasualtyCount? lowest = null, highest = null;
        var (least, most) = (0, int.MaxValue);
        foreach (var report in told)
        {
            var count = of(report)!;
            least = Math.Max(least, Low(count));
            most = Math.Min(most, High(count));
            if (!IsNumber(count)) continue;
            if (lowest is null || (count.Min ?? count.Max) < (lowest.Min ?? lowest.Max)) lowest = count;
            if (highest is null || Top(count).CompareTo(Top(highest)) > 0) highest = count;
        }
        var latest = of(told[^1])!;
        var best = of(Surest(reports, told, of))!;
        var claims = new List<CasualtyClaim>(4);
        CasualtyClaim Claim(CasualtyCount count)
        {
            if (claims.Find(c => c.Min == count.Min && c.Max == count.Max) is { } known) return known;
            var who = Array.FindAll(told, r => of(r)!.Min == count.Min && of(r)!.Max == count.Max);
            claims.Add(new CasualtyClaim { Min = count.Min, Max = count.Max, ReportIds = Array.ConvertAll(who, r => r.ReportId) });
            return claims[^1];
        }
        return (new CasualtyFigure
        {
            Min = lowest is null ? null : Claim(lowest),
            Max = highest is null ? null : Claim(highest),
            Latest = Claim(latest),
            Best = Claim(best),
            Conflict = least > most,
        }, best);
    }

    /// <summary>
    /// The report whose number most speaks for: many outlets before one, what is told now before what was told early, an exact number
    /// before one it goes together with. Of equals the higher, since tolls rise.
    /// </summary>
    private static LinkedReport Surest(RankedReports reports, LinkedReport[] told, Func<LinkedReport, CasualtyCount?> of)
    {
        var last = Array.FindLast(told, r => r.IsMain && IsNumber(of(r)!)) ?? Array.FindLast(told, r => IsNumber(of(r)!));
        if (last is null) return told[^1];
        var late = RankedReports.ReportedAt(last) - s_late;
        double Agrees(LinkedReport report, LinkedReport candidate) => of(report) is not { } count ? 0
            : (RankedReports.ReportedAt(report) >= late ? 1 : EarlierShare) * OfCounts(count, of(candidate)!, RankedReports.ReportedAt(report) < RankedReports.ReportedAt(candidate));
        var (best, bestScore) = ((LinkedReport?)null, 0.0);
        foreach (var candidate in reports.Candidates)
        {
            if (of(candidate) is not { } count || !IsNumber(count)) continue;
            var score = reports.Support(candidate, Agrees);
            if (best is not null && (score < bestScore - 1e-9 || (score <= bestScore + 1e-9 && Low(count) <= Low(of(best)!)))) continue;
            (best, bestScore) = (candidate, score);
        }
        return best ?? last;
    }

    /// <summary>How far a count speaks for another one, 0 to 1.</summary>
    private static double OfCounts(CasualtyCount told, CasualtyCount candidate, bool earlier)
    {
        if (told.Min == candidate.Min && told.Max == candidate.Max) return 1;
        if (!IsNumber(told)) return Low(candidate) >= 1 ? 0.2 : 0;
        if (Low(candidate) >= Low(told) && High(candidate) <= High(told)) return 0.7;
        return earlier && High(told) < Low(candidate) ? 0.3 : 0; // it may have risen since
    }

    private static bool IsNumber(CasualtyCount count) => count.Min is not null || count.Max is not null;

    private static int Low(CasualtyCount count) => count.Min ?? (count.Max is null ? 1 : 0);

    private static int High(CasualtyCount count) => count.Max ?? int.MaxValue;

    // "At least ten" is more than "ten", and less than "eleven".
    private static (int, bool) Top(CasualtyCount count) => (count.Max ?? count.Min!.Value, count.Max is null);
}

using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>The reports of an incident, the weightiest first, and which of them come from one source.</summary>
internal sealed class RankedReports
{
    /// <summary>Nothing that is only read in the news is surer.</summary>
    public const double MostConfidence = 0.99;

    // What an article tells as background is older, shorter and more often mixed up with another event.
    private const double BackgroundShare = 0.4;

    // More candidates than this do not make a choice better, and comparing all with all would be slow for a big event.
    private const int MostCandidates = 32;

    private readonly double[] _weights;
    private readonly int[] _outlets;

    /// <summary>Ranks the reports: by confidence, main before background, then the earlier, then by article and place in it.</summary>
    /// <param name="reports">At least one.</param>
    public RankedReports(IReadOnlyList<LinkedReport> reports)
    {
        Items = [.. reports];
        Array.Sort(Items, static (a, b) =>
            Weight(b).CompareTo(Weight(a)) is not 0 and var byWeight ? byWeight
            : ReportedAt(a).CompareTo(ReportedAt(b)) is not 0 and var byTime ? byTime
            // A report's id is another one in each revision and reading of its article, which must not decide what is best.
            : a.ArticleId.CompareTo(b.ArticleId) is not 0 and var byArticle ? byArticle
            : a.Ordinal.CompareTo(b.Ordinal) is not 0 and var byOrdinal ? byOrdinal
            : a.ReportId.CompareTo(b.ReportId));
        _weights = Array.ConvertAll(Items, Weight);
        _outlets = Independence.Groups(Items, out var outlets);
        Outlets = outlets;
    }

    /// <summary>The reports by rank.</summary>
    public LinkedReport[] Items { get; }

    /// <summary>Number of independent outlets.</summary>
    public int Outlets { get; }

    /// <summary>The reports whose values are compared with each other: all, of a very big event the first ones.</summary>
    public ReadOnlySpan<LinkedReport> Candidates => Items.AsSpan(0, Math.Min(Items.Length, MostCandidates));

    /// <summary>When the article was published, or received when that is not known, UTC.</summary>
    public static DateTimeOffset ReportedAt(LinkedReport report) => report.PublishedAt ?? report.ReceivedAt;

    /// <summary>Headline of the weightiest report that has one, a main one if there is any.</summary>
    public string? Title() =>
        Array.Find(Items, r => r.IsMain && r.Title is not null)?.Title ?? Array.Find(Items, r => r.Title is not null)?.Title;

    /// <summary>
    /// 1 minus the chance that all outlets are wrong. The surest counts in full, what others tell as background by half: it is
    /// often copied from the first.
    /// </summary>
    public double Confidence()
    {
        Span<double> sure = Outlets <= 64 ? stackalloc double[Outlets] : new double[Outlets];
        sure.Clear();
        var surest = 0;
        for (var i = 1; i < Items.Length; i++)
            if (Items[i].Confidence > Items[surest].Confidence) surest = i;
        for (var i = 0; i < Items.Length; i++)
            sure[_outlets[i]] = Math.Max(sure[_outlets[i]], Items[i].Confidence * (Items[i].IsMain || i == surest ? 1 : 0.5));
        var wrong = 1.0;
        foreach (var one in sure) wrong *= 1 - one;
        return Math.Min(Math.Round(1 - wrong, 4), MostConfidence);
    }

    /// <summary>How much speaks for a candidate: over the outlets, the weight of the report that agrees most with it.</summary>
    /// <param name="candidate">One of the reports.</param>
    /// <param name="agreement">How far a report, the first, agrees with the candidate, 0 to 1.</param>
    public double Support(LinkedReport candidate, Func<LinkedReport, LinkedReport, double> agreement)
    {
        Span<double> most = Outlets <= 64 ? stackalloc double[Outlets] : new double[Outlets];
        most.Clear();
        for (var i = 0; i < Items.Length; i++)
            most[_outlets[i]] = Math.Max(most[_outlets[i]], _weights[i] * agreement(Items[i], candidate));
        var sum = 0.0;
        foreach (var one in most) sum += one;
        return sum;
    }

    /// <summary>The report with the best value of a field, or null when none has one. Of equals the first by rank.</summary>
    /// <param name="telling">How much the value of a report tells, 0 for none to 1.</param>
    /// <param name="agreement">How far a report, the first, agrees with a candidate, 0 to 1.</param>
    public LinkedReport? Best(Func<LinkedReport, double> telling, Func<LinkedReport, LinkedReport, double> agreement)
    {
        var (best, most, tried) = ((LinkedReport?)null, 0.0, 0);
        foreach (var report in Items)
        {
            if (telling(report) is not (> 0 and var tells)) continue;
            if (++tried > MostCandidates) break;
            var score = tells * Support(report, agreement);
            if (best is not null && score <= most + 1e-9) continue;
            (best, most) = (report, score);
        }
        return best;
    }

    /// <summary>True when two of the compared reports do not go together.</summary>
    public bool AnyTwo(Func<LinkedReport, LinkedReport, bool> contradict)
    {
        var reports = Candidates;
        for (var i = 0; i < reports.Length; i++)
            for (var j = i + 1; j < reports.Length; j++)
                if (contradict(reports[i], reports[j])) return true;
        return false;
    }

    private static double Weight(LinkedReport report) => Math.Max(report.Confidence, 0.01) * (report.IsMain ? 1 : BackgroundShare);
}

namespace Platform.Projection.Linking;

/// <summary>How surely two reports speak of one event.</summary>
/// <param name="Value">0 to 1.</param>
/// <param name="Veto">What rules it out, in words for a person; null when nothing does.</param>
/// <param name="IsFinal">The veto holds whatever other reports say; otherwise it is one contradiction, and further reports can outweigh it.</param>
/// <param name="Days">How their days stand to each other.</param>
public readonly record struct PairScore(double Value, string? Veto, bool IsFinal = false, Days Days = Days.Untold)
{
    /// <summary>Days between two days of the event that cannot be the same event told twice.</summary>
    private const int ContradictingDays = 2;

    /// <summary>Kilometres between two towns or sites that cannot be one: past what a village and the city it is told under lie apart.</summary>
    private const double ContradictingKm = PairEvidence.NearKm;

    /// <summary>Above what place and kind alone never come.</summary>
    private const double WithoutParticulars = 0.2;

    /// <summary>Compares two reports; the order does not matter.</summary>
    public static PairScore Of(ReportFeatures a, ReportFeatures b) => Ruled(a, b) ?? Compared(a, b);

    /// <summary>The score of two reports that <see cref="Ruled"/> says nothing of.</summary>
    internal static PairScore Compared(ReportFeatures a, ReportFeatures b)
    {
        Span<double> values = stackalloc double[PairEvidence.FeatureCount];
        PairEvidence.Read(a, b, values);
        if (VetoOf(a, b, values) is { } veto) return Vetoed(a, b, veto);
        var score = Of(values, PairWeights.Values);
        return new PairScore(HasParticulars(values) ? score : Math.Min(score, WithoutParticulars), null, Days: PairEvidence.DaysBetween(a, b) < ContradictingDays ? Days.Same : Days.Untold);
    }

    /// <summary>
    /// The score where it is seen at a glance, null where the two have to be compared: most pairs are of other days or places, and that
    /// stands unless they name the same people.
    /// </summary>
    internal static PairScore? Ruled(ReportFeatures a, ReportFeatures b)
    {
        Span<double> nothing = stackalloc double[PairEvidence.FeatureCount];
        nothing.Clear();
        return VetoOf(a, b, nothing) is { } veto && !PairEvidence.Share(a.People, b.People) ? Vetoed(a, b, veto) : null;
    }

    private static PairScore Vetoed(ReportFeatures a, ReportFeatures b, string veto) => new(0, veto, a.ArticleId == b.ArticleId || AreInOtherCountries(a, b),
        PairEvidence.DaysBetween(a, b) is not { } days ? Days.Untold : days < ContradictingDays ? Days.Same : Days.Other);

    /// <summary>What a score rests on, in words for a person: a line for each thing that speaks for or against.</summary>
    public static IReadOnlyList<string> Reasons(ReportFeatures a, ReportFeatures b)
    {
        var reasons = new List<string>();
        Span<double> values = stackalloc double[PairEvidence.FeatureCount];
        PairEvidence.Read(a, b, values, reasons);
        if (VetoOf(a, b, values) is { } veto) reasons.Add(veto);
        return reasons;
    }

    /// <summary>The logistic sum of some values.</summary>
    internal static double Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * values[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static bool AreInOtherCountries(ReportFeatures a, ReportFeatures b) => a.Country is not null && b.Country is not null && a.Country != b.Country;

    private static string? VetoOf(ReportFeatures a, ReportFeatures b, ReadOnlySpan<double> values)
    {
        if (a.ArticleId == b.ArticleId) return "told apart by one article";
        // Names that can hardly meet by chance say that a date or place was read wrongly, not that there were two events. Words alone do
        // not: what happens every week is told in the same words every week.
        var people = values[(int)PairFeature.SharedPeople];
        if (people > 1.5 || (people > 0 && values[(int)PairFeature.SharedTelling] > 0.15)) return null;
        if (AreInOtherCountries(a, b)) return $"in {a.Country} and in {b.Country}";
        if (PairEvidence.DaysBetween(a, b) >= ContradictingDays) return "on other days";
        if (PairEvidence.Kilometres(a, b) > ContradictingKm) return "too far apart";
        return null;
    }

    /// <summary>
    /// Something that only this event has: its day, a number, a name, its words. Place and kind are not enough, and where a date is
    /// missing one number is not either.
    /// </summary>
    private static bool HasParticulars(ReadOnlySpan<double> values)
    {
        if (values[(int)PairFeature.SharedPeople] > 0 || values[(int)PairFeature.SharedTelling] > 0.3) return true;
        if (values[(int)PairFeature.SameDay] + values[(int)PairFeature.OverMidnight] + values[(int)PairFeature.NextDay] > 0) return true;
        var numbers = 0;
        foreach (var feature in (ReadOnlySpan<PairFeature>)[PairFeature.SameKilled, PairFeature.SameWounded, PairFeature.SameWeapons])
            if (values[(int)feature] >= 0.5) numbers++;
        var isDated = values[(int)PairFeature.SameWeek] + values[(int)PairFeature.SameMonth] + values[(int)PairFeature.PublishedAfter] > 0;
        return numbers >= (isDated ? 1 : 2);
    }
}

/// <summary>How the days that two reports give for their events stand to each other.</summary>
public enum Days : byte
{
    /// <summary>One gives none, or names that both share say that one was misread.</summary>
    Untold,

    /// <summary>They can be the same.</summary>
    Same,

    /// <summary>They cannot.</summary>
    Other,
}

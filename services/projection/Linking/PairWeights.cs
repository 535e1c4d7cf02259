namespace Platform.Projection.Linking;

/// <summary>The weights of <see cref="PairFeature"/>, written by <c>tests/Measure --fit-links</c>.</summary>
internal static class PairWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        -4.50, // Base
        2.50, // SameDay
        1.80, // OverMidnight
        0.40, // NextDay
        1.00, // SameWeek
        0.60, // SameMonth
        -1.00, // DaysApart
        1.00, // PublishedAfter
        2.00, // SameSite
        1.60, // SameTown
        0.60, // NearPlace
        0.50, // WithinArea
        -1.00, // FarPlace
        -1.50, // OtherKind
        0.90, // SameKilled
        -0.90, // OtherKilled
        0.90, // SameWounded
        -0.70, // OtherWounded
        1.50, // SameWeapons
        -1.50, // OtherWeapons
        0.40, // SameTarget
        0.60, // SamePerpetrator
        -0.60, // OtherPerpetrator
        2.50, // SharedPeople
        -0.60, // OtherPeople
        6.00, // SharedTelling
        3.00, // SharedTerms
    ];
}

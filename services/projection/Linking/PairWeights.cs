namespace Platform.Projection.Linking;

/// <summary>The weights of <see cref="PairFeature"/>, written by <c>tests/Measure --fit-links</c>.</summary>
internal static class PairWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        -4.00, // Base
        1.75, // SameDay
        1.75, // OverMidnight
        0.40, // NextDay
        0.98, // SameWeek
        0.52, // SameMonth
        -0.70, // DaysApart
        1.00, // PublishedAfter
        2.00, // SameSite
        1.37, // SameTown
        0.60, // NearPlace
        0.35, // WithinArea
        -0.70, // FarPlace
        -1.05, // OtherKind
        2.37, // SameKilled
        -0.63, // OtherKilled
        1.65, // SameWounded
        -0.49, // OtherWounded
        1.60, // SameWeapons
        -1.51, // OtherWeapons
        0.77, // SameTarget
        1.00, // SamePerpetrator
        -0.42, // OtherPerpetrator
        2.88, // SharedPeople
        -0.42, // OtherPeople
        7.44, // SharedTelling
        4.58, // SharedTerms
    ];
}

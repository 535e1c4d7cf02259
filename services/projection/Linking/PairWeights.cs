namespace Platform.Projection.Linking;

/// <summary>The weights of <see cref="PairFeature"/>, written by <c>tests/Measure --fit-links</c>.</summary>
internal static class PairWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        -3.05, // Base
        1.75, // SameDay
        1.64, // OverMidnight
        0.40, // NextDay
        0.96, // SameWeek
        0.48, // SameMonth
        -0.70, // DaysApart
        1.00, // PublishedAfter
        2.00, // SameSite
        1.12, // SameTown
        0.60, // NearPlace
        0.35, // WithinArea
        -0.70, // FarPlace
        -1.10, // OtherKind
        1.54, // SameKilled
        -0.63, // OtherKilled
        1.01, // SameWounded
        -0.49, // OtherWounded
        1.57, // SameWeapons
        -1.51, // OtherWeapons
        0.74, // SameTarget
        0.94, // SamePerpetrator
        -0.42, // OtherPerpetrator
        2.49, // SharedPeople
        -0.64, // OtherPeople
        6.92, // SharedTelling
        3.81, // SharedTerms
    ];
}

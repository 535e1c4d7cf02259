namespace Platform.Extraction.Engine;

/// <summary>The weights of <see cref="ConfidenceFeature"/>, written by <c>tests/Measure --fit</c>.</summary>
internal static class ConfidenceWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        0.08, // Base
        0.00, // Main
        0.00, // Lead
        -1.15, // OpenKind
        -0.29, // WeakWord
        0.56, // Clauses
        0.06, // Day
        0.03, // WideDate
        0.00, // Fresh
        1.13, // Town
        1.05, // WideArea
        0.26, // Killed
        0.54, // Wounded
        0.40, // Weapon
        0.34, // NamedActor
        0.30, // Source
    ];
}

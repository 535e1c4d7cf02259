namespace Platform.Extraction.Engine;

/// <summary>The weights of <see cref="ConfidenceFeature"/>, written by <c>tests/Measure --fit</c>.</summary>
internal static class ConfidenceWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        0.65, // Base
        0.00, // Main
        0.00, // Lead
        -0.41, // OpenKind
        0.00, // WeakWord
        0.12, // Clauses
        0.00, // Day
        0.03, // WideDate
        0.00, // Fresh
        1.00, // Town
        1.05, // WideArea
        0.15, // Killed
        0.36, // Wounded
        0.39, // Weapon
        0.38, // NamedActor
        0.41, // Source
    ];
}

namespace Platform.Extraction.Engine;

/// <summary>The weights of <see cref="ConfidenceFeature"/>, written by <c>tests/Measure --fit</c>.</summary>
internal static class ConfidenceWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        0.23, // Base
        0.00, // Main
        0.00, // Lead
        -0.37, // OpenKind
        0.00, // WeakWord
        0.31, // Clauses
        0.00, // Day
        0.33, // WideDate
        0.64, // Fresh
        1.23, // Town
        0.83, // WideArea
        0.00, // Killed
        0.66, // Wounded
        0.52, // Weapon
        0.35, // NamedActor
        0.99, // Source
    ];
}

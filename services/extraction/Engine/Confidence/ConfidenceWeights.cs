namespace Platform.Extraction.Engine;

/// <summary>The weights of <see cref="ConfidenceFeature"/>, written by <c>tests/Measure --fit</c>.</summary>
internal static class ConfidenceWeights
{
    /// <summary>In the order of the features.</summary>
    public static ReadOnlySpan<double> Values =>
    [
        0.63, // Base
        0.00, // Main
        0.00, // Lead
        -0.24, // OpenKind
        0.00, // WeakWord
        0.25, // Clauses
        0.00, // Day
        0.57, // WideDate
        0.54, // Fresh
        0.79, // Town
        0.92, // WideArea
        0.10, // Killed
        0.33, // Wounded
        0.44, // Weapon
        0.20, // NamedActor
        0.53, // Source
    ];
}

namespace Platform.Contracts;

/// <summary>What or who was attacked.</summary>
public sealed record Target
{
    /// <summary>Name as the text gives it, or canonical where known.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of target.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}

namespace Platform.Contracts;

/// <summary>Something that was damaged or destroyed.</summary>
public sealed record Damage
{
    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of thing, or <c>none</c> when the text says there was no damage.</summary>
    public required string Kind { get; init; }
}

namespace Platform.Contracts;

/// <summary>Who is said to have done it.</summary>
public sealed record Perpetrator
{
    /// <summary>Canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of actor.</summary>
    public required PerpetratorKind Kind { get; init; }

    /// <summary>Who says so, and how surely.</summary>
    public required Stance Stance { get; init; }

    /// <summary>Who accuses or suspects, when the text names them.</summary>
    public string? Accuser { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}

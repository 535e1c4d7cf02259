namespace Platform.Contracts;

/// <summary>Whom the article cites.</summary>
public sealed record CitedSource
{
    /// <summary>Name of the source.</summary>
    public required string Name { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}

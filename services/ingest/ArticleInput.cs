namespace Platform.Ingest;

/// <summary>One article as a sender gave it: read, checked and cleaned, not yet stored. Absent values are null, never empty.</summary>
public sealed record ArticleInput
{
    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The text; never empty or blank.</summary>
    public required string Text { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The sender's id, unique within <c>source</c>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The feed or system it came through.</summary>
    public string? Source { get; init; }

    /// <summary>Free labels.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

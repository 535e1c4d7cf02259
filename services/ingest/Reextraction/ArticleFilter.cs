namespace Platform.Ingest.Reextraction;

/// <summary>Conditions on articles, all of which must hold; at least one is given. They look at the latest revision.</summary>
public sealed record ArticleFilter
{
    /// <summary>The feed or system the article came through, exactly.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the outlet, exactly.</summary>
    public string? Outlet { get; init; }

    /// <summary>BCP 47 language tag; <c>pt</c> is met by <c>pt-BR</c> too.</summary>
    public string? Language { get; init; }

    /// <summary>A label that is among the article's, exactly.</summary>
    public string? Tag { get; init; }

    /// <summary>Accepted at this moment or later, UTC.</summary>
    public DateTimeOffset? ReceivedFrom { get; init; }

    /// <summary>Accepted before this moment, UTC.</summary>
    public DateTimeOffset? ReceivedTo { get; init; }

    /// <summary>Published at this moment or later, UTC; an article without a date of publication does not meet it.</summary>
    public DateTimeOffset? PublishedFrom { get; init; }

    /// <summary>Published before this moment, UTC; an article without a date of publication does not meet it.</summary>
    public DateTimeOffset? PublishedTo { get; init; }
}

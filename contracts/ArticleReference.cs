namespace Platform.Contracts;

/// <summary>What a report says about the article it came from: all of it but the text.</summary>
public sealed record ArticleReference
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>The revision of the article that was read; 1 or more.</summary>
    public required int Revision { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>The feed or system the article came through.</summary>
    public string? Source { get; init; }

    /// <summary>When the outlet published it, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When ingest accepted this revision, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The reference to an article.</summary>
    public static ArticleReference To(ArticleReceived article) => new()
    {
        ArticleId = article.ArticleId,
        Revision = article.Revision,
        Title = article.Title,
        Outlet = article.Outlet,
        Url = article.Url,
        Source = article.Source,
        PublishedAt = article.PublishedAt,
        ReceivedAt = article.ReceivedAt,
    };
}

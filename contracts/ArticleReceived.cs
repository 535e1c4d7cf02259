namespace Platform.Contracts;

/// <summary>
/// An article was accepted. Stored as the first event of the article's stream, and published to
/// <c>article-received.v1</c> for this event and for every <see cref="ArticleRevised"/> after it: whoever reads
/// the exchange always gets the whole article as it now stands.
/// </summary>
public sealed record ArticleReceived
{
    /// <summary>UUIDv5 of source and external id, or URL, or else of the content; see <see cref="DeterministicId.Article"/>.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>1 for the article as first received; grows by one with each revision.</summary>
    public required int Revision { get; init; }

    /// <summary>The headline, when the sender gave one.</summary>
    public string? Title { get; init; }

    /// <summary>The article's text, never empty. Evidence offsets count UTF-16 code units of this string.</summary>
    public required string Text { get; init; }

    /// <summary>Absolute http or https address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>When the outlet published it, UTC; midnight when only the day is known.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 language tag of the text.</summary>
    public string? Language { get; init; }

    /// <summary>The sender's own id of the article, unique within <see cref="Source"/>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The feed or system the article came through.</summary>
    public string? Source { get; init; }

    /// <summary>Free labels of the sender.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The request to read it again that it was published for; absent when it is new.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>When ingest accepted this revision, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

namespace Platform.Contracts;

/// <summary>
/// The article is to be read again, after a rule change. Stored in the article's stream; on the bus it is published as
/// <see cref="ArticleReceived"/> with the same revision and <see cref="ArticleReceived.RequestId"/>.
/// </summary>
public sealed record ExtractionRequested
{
    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>Its revision at the time.</summary>
    public required int Revision { get; init; }

    /// <summary>The request, one for many articles.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}

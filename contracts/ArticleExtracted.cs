namespace Platform.Contracts;

/// <summary>
/// The result of an extraction was taken in. Stored by the projection in the article's stream of the schema
/// <c>incidents</c>, once per article, revision, extractor and request; not published.
/// </summary>
public sealed record ArticleExtracted
{
    /// <summary>The article that was read.</summary>
    public required ArticleReference Article { get; init; }

    /// <summary>The extraction as a whole.</summary>
    public required ExtractionSummary Extraction { get; init; }
}

namespace Platform.Contracts;

/// <summary>
/// The article came again under the same identity with another content. Stored in the article's stream;
/// on the bus it is published as <see cref="ArticleReceived"/> with the higher revision.
/// </summary>
public sealed record ArticleRevised
{
    /// <summary>The whole article as it now stands; its <see cref="ArticleReceived.Revision"/> is 2 or more.</summary>
    public required ArticleReceived Article { get; init; }
}

namespace Platform.Ingest.Input;

/// <summary>Names of the fields, as JSON, query parameters and errors show them.</summary>
public static class Fields
{
    /// <summary>The headline.</summary>
    public const string Title = "title";
    /// <summary>The text, the only required field.</summary>
    public const string Text = "text";
    /// <summary>Address of the article.</summary>
    public const string Url = "url";
    /// <summary>Name of the outlet.</summary>
    public const string Outlet = "outlet";
    /// <summary>Time of publication.</summary>
    public const string PublishedAt = "publishedAt";
    /// <summary>Language tag.</summary>
    public const string Language = "language";
    /// <summary>The sender's id.</summary>
    public const string ExternalId = "externalId";
    /// <summary>Alias of <see cref="ExternalId"/>, read when that is absent.</summary>
    public const string Id = "id";
    /// <summary>Feed or system.</summary>
    public const string Source = "source";
    /// <summary>Labels.</summary>
    public const string Tags = "tags";
}

/// <summary>An article as it was found in a body, before <see cref="ArticleRules"/> looked at it.</summary>
public sealed class ArticleDraft
{
    /// <inheritdoc cref="Fields.Title"/>
    public string? Title { get; set; }

    /// <inheritdoc cref="Fields.Text"/>
    public string? Text { get; set; }

    /// <inheritdoc cref="Fields.Url"/>
    public string? Url { get; set; }

    /// <inheritdoc cref="Fields.Outlet"/>
    public string? Outlet { get; set; }

    /// <summary>ISO 8601.</summary>
    public string? PublishedAt { get; set; }

    /// <inheritdoc cref="Fields.Language"/>
    public string? Language { get; set; }

    /// <inheritdoc cref="Fields.ExternalId"/>
    public string? ExternalId { get; set; }

    /// <inheritdoc cref="Fields.Source"/>
    public string? Source { get; set; }

    /// <inheritdoc cref="Fields.Tags"/>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>What was found wrong while reading, e.g. a number where a string belongs.</summary>
    public FieldErrors Errors { get; } = new();

    /// <summary>What the document said and could not be kept; told to the sender.</summary>
    public List<string> Warnings { get; } = [];
}

/// <summary>What reading one article gave: the article, or the problem with it.</summary>
/// <param name="Article">The checked article; null when there is a problem.</param>
/// <param name="Problem">Why there is no article.</param>
/// <param name="Warnings">Metadata of the document that was left out.</param>
public sealed record Reading(ArticleInput? Article, Problem? Problem, IReadOnlyList<string> Warnings)
{
    /// <summary>A reading that failed.</summary>
    public static Reading Failed(Problem problem) => new(null, problem, []);
}

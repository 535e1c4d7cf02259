namespace Platform.Ingest.Endpoints;

/// <summary>Addresses under which others reach the platform; configuration section <c>PublicUrls</c>.</summary>
public sealed class PublicUrls
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PublicUrls";

    /// <summary>Absolute address of the read API, e.g. <c>http://127.0.0.1:7102</c>; empty makes links relative.</summary>
    public string? ReadApi { get; set; }

    /// <summary>Where the article can be read.</summary>
    public string OfArticle(Guid id) => $"{ReadApi?.TrimEnd('/')}/articles/{id}";
}

using System.Xml.Linq;

namespace Platform.Ingest.Input;

/// <summary>What RSS and Atom have in common.</summary>
internal static class FeedFields
{
    internal static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    internal static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The trimmed text of an element; null when it is absent or blank.</summary>
    public static string? Said(XElement? element) => element is null || string.IsNullOrWhiteSpace(element.Value) ? null : element.Value.Trim();

    /// <summary>A title, freed from markup and entities that were escaped twice.</summary>
    public static string? Headline(string? value, MarkupBudget budget) =>
        value is null ? null : HtmlArticle.OneLine(HtmlArticle.Reduce(value, budget)) is { Length: > 0 } line ? line : null;

    /// <summary>Sets the date, or warns when it cannot be read.</summary>
    public static void SetDate(ArticleDraft draft, string? value)
    {
        if (value is null) return;
        if (Dates.TryParseFeed(value, out var at)) draft.PublishedAt = Dates.ToIso(at);
        else draft.Warnings.Add($"{Fields.PublishedAt}: '{Characters.Printable(value, 60)}' is not a date. It was left out.");
    }

    /// <summary>An address made absolute where its base is known.</summary>
    public static string? Absolute(string? address, params string?[] bases)
    {
        if (address is null || (Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme != Uri.UriSchemeFile)) return address;
        foreach (var start in bases)
        {
            if (Uri.TryCreate(start, UriKind.Absolute, out var root) && root.Scheme is "http" or "https" && Uri.TryCreate(root, address, out var uri))
                return uri.AbsoluteUri;
        }
        return address;
    }
}

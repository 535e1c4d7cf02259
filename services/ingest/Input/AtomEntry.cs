using System.Xml.Linq;

namespace Platform.Ingest.Input;

/// <summary>An <c>entry</c> of Atom (RFC 4287) as a draft.</summary>
internal static class AtomEntry
{
    private static readonly XName s_base = XNamespace.Xml + "base";
    private static readonly XName s_lang = XNamespace.Xml + "lang";

    /// <summary>A function for each entry of a feed, so that one that fails harms no other.</summary>
    public static IEnumerable<Func<ArticleDraft>> ReadAll(XElement feed, MarkupBudget budget)
    {
        var self = Link(feed, "self");
        var site = Link(feed, "alternate");
        var outlet = FeedFields.Said(feed.Element(Feed.Atom + "title"));
        var source = FeedFields.Said(feed.Element(Feed.Atom + "id")) ?? self ?? site ?? outlet;
        string?[] bases = [feed.Attribute(s_base)?.Value, self, site];
        return feed.Elements(Feed.Atom + "entry").Select<XElement, Func<ArticleDraft>>(entry => () =>
        {
            var draft = Read(entry, bases, budget);
            draft.Outlet ??= FeedFields.Headline(outlet, budget);
            draft.Language ??= feed.Attribute(s_lang)?.Value.Replace('_', '-');
            draft.Source = source;
            return draft;
        });
    }

    private static ArticleDraft Read(XElement entry, string?[] bases, MarkupBudget budget)
    {
        var content = entry.Element(Feed.Atom + "content");
        var draft = new ArticleDraft
        {
            Title = HtmlArticle.OneLine(Text(entry.Element(Feed.Atom + "title"), budget)),
            Text = Text(content, budget) ?? Text(entry.Element(Feed.Atom + "summary"), budget),
            Url = FeedFields.Absolute(Link(entry, "alternate"), [entry.Attribute(s_base)?.Value, .. bases]),
            Outlet = HtmlArticle.OneLine(Text(entry.Element(Feed.Atom + "source")?.Element(Feed.Atom + "title"), budget)),
            Language = (content?.Attribute(s_lang) ?? entry.Attribute(s_lang))?.Value.Replace('_', '-'),
            ExternalId = FeedFields.Said(entry.Element(Feed.Atom + "id")),
            Tags = [.. entry.Elements(Feed.Atom + "category").Select(c => c.Attribute("label")?.Value ?? c.Attribute("term")?.Value).OfType<string>().Where(t => t.Length > 0)],
        };
        FeedFields.SetDate(draft, FeedFields.Said(entry.Element(Feed.Atom + "published")) ?? FeedFields.Said(entry.Element(Feed.Atom + "updated")));
        return draft;
    }

    /// <summary>A text construct by its type: text as it is, html reduced, xhtml reduced from its elements.</summary>
    private static string? Text(XElement? element, MarkupBudget budget)
    {
        if (element is null) return null;
        var type = element.Attribute("type")?.Value ?? "text";
        var text = type switch
        {
            "xhtml" or "application/xhtml+xml" => HtmlArticle.Reduce(string.Concat(element.Nodes().Select(n => Unprefixed(n).ToString(SaveOptions.DisableFormatting))), budget),
            "html" or "text/html" => HtmlArticle.Reduce(element.Value, budget),
            "text" or "text/plain" => element.Value.Trim(),
            _ => "",
        };
        return text.Length == 0 ? null : text;
    }

    /// <summary>The node without namespaces: an HTML parser knows no prefixes.</summary>
    private static XNode Unprefixed(XNode node)
    {
        if (node is not XElement element) return node;
        var copy = new XElement(element);
        foreach (var inner in copy.DescendantsAndSelf())
        {
            inner.Name = inner.Name.LocalName;
            inner.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        }
        return copy;
    }

    private static string? Link(XElement element, string relation) =>
        element.Elements(Feed.Atom + "link").FirstOrDefault(l => (l.Attribute("rel")?.Value ?? "alternate") == relation)?.Attribute("href")?.Value.Trim();
}

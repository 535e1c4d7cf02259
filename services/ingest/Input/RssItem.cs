using System.Xml.Linq;

namespace Platform.Ingest.Input;

/// <summary>An <c>item</c> of RSS 2.0 (rssboard.org/rss-specification) as a draft.</summary>
internal static class RssItem
{
    /// <summary>A function for each item of a channel, so that one that fails harms no other.</summary>
    public static IEnumerable<Func<ArticleDraft>> ReadAll(XElement channel, MarkupBudget budget)
    {
        var site = FeedFields.Said(channel.Element("link"));
        var self = channel.Elements(Feed.Atom + "link").FirstOrDefault(l => l.Attribute("rel")?.Value == "self")?.Attribute("href")?.Value;
        var outlet = FeedFields.Said(channel.Element("title"));
        var language = FeedFields.Said(channel.Element("language"))?.Replace('_', '-');
        return channel.Elements("item").Select<XElement, Func<ArticleDraft>>(item => () =>
        {
            var draft = Read(item, site, budget);
            draft.Outlet ??= FeedFields.Headline(outlet, budget);
            draft.Language ??= language;
            draft.Source = self ?? site ?? outlet;
            return draft;
        });
    }

    private static ArticleDraft Read(XElement item, string? site, MarkupBudget budget)
    {
        var guid = item.Element("guid");
        var id = FeedFields.Said(guid);
        var permalink = id is not null && guid!.Attribute("isPermaLink")?.Value != "false" && Uri.TryCreate(id, UriKind.Absolute, out _) ? id : null;
        var full = Text(item.Element(FeedFields.Content + "encoded"), budget);
        var draft = new ArticleDraft
        {
            Title = FeedFields.Headline(FeedFields.Said(item.Element("title")), budget),
            Text = full ?? Text(item.Element("description"), budget),
            Url = FeedFields.Absolute(FeedFields.Said(item.Element("link")), site) ?? permalink,
            Outlet = FeedFields.Said(item.Element("source")),
            Language = FeedFields.Said(item.Element(FeedFields.DublinCore + "language"))?.Replace('_', '-'),
            ExternalId = id,
            Tags = [.. item.Elements("category").Select(FeedFields.Said).OfType<string>()],
        };
        FeedFields.SetDate(draft, FeedFields.Said(item.Element("pubDate")) ?? FeedFields.Said(item.Element(FeedFields.DublinCore + "date")));
        return draft;
    }

    private static string? Text(XElement? html, MarkupBudget budget) =>
        FeedFields.Said(html) is { } value && HtmlArticle.Reduce(value, budget) is { Length: > 0 } text ? text : null;
}

using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Platform.Ingest.Input;

/// <summary>Reads a web page: its main text and what its head says about it.</summary>
public static partial class HtmlArticle
{
    /// <summary>The draft of a page. Metadata that the rules would refuse is left out with a warning.</summary>
    /// <param name="body">The page.</param>
    /// <param name="charset">The charset parameter of Content-Type; else the page's own meta element counts, else UTF-8.</param>
    /// <param name="rules">The rules and limits.</param>
    /// <exception cref="ProblemException">The bytes are not in their charset, or the page is too complex.</exception>
    public static ArticleDraft Read(ReadOnlySpan<byte> body, string? charset, ArticleRules rules)
    {
        using var page = Parse(Charsets.Decode(body, charset ?? MetaCharset(body)), new MarkupBudget(rules.Limits));
        var linked = JsonLd.Read(page);
        var main = MainText.Find(page);
        var heading = page.QuerySelectorAll("h1").OrderByDescending(h => main.Contains(h)).Select(h => h.TextContent).FirstOrDefault(Said);
        var draft = new ArticleDraft
        {
            Title = OneLine(FirstSaid(Meta(page, "og:title"), heading, linked?.Headline, page.Title)),
            Url = Resolve(FirstSaid(page.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href"), Meta(page, "og:url")), page),
            Outlet = OneLine(FirstSaid(Meta(page, "og:site_name"), linked?.Publisher)),
            Language = FirstSaid(page.DocumentElement?.GetAttribute("lang"), page.DocumentElement?.GetAttribute("xml:lang"), linked?.Language)?.Trim().Replace('_', '-'),
            Tags = [.. page.QuerySelectorAll("meta[property='article:tag' i]").Select(m => m.GetAttribute("content")).Where(Said).Select(t => t!)],
        };
        // A heading too long for a title is text.
        draft.Text = MainText.Render(main, skipHeading: draft.Title?.Length <= rules.Limits.MaxTitleChars ? draft.Title : null);
        SetDate(draft, page, main, linked);
        rules.LeaveOutBadMetadata(draft);
        return draft;
    }

    /// <summary>The text of a piece of HTML as feeds carry it.</summary>
    /// <exception cref="ProblemException">The piece is too complex.</exception>
    public static string Reduce(string html, MarkupBudget budget)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return html.Trim();
        using var page = Parse(html, budget);
        return page.Body is { } body ? MainText.Render(body) : "";
    }

    private static IHtmlDocument Parse(string html, MarkupBudget budget)
    {
        var page = budget.NextDocument();
        return new HtmlParser(new HtmlParserOptions { MaximumDepth = page.MaxDepth, SkipComments = true, OnCreated = page.Count }).ParseDocument(html);
    }

    private static void SetDate(ArticleDraft draft, IHtmlDocument page, IElement main, JsonLd? linked)
    {
        string?[] candidates =
        [
            Meta(page, "article:published_time"), linked?.DatePublished,
            main.QuerySelector("time[datetime]")?.GetAttribute("datetime"), page.QuerySelector("time[datetime]")?.GetAttribute("datetime"),
        ];
        var said = candidates.Where(Said).Select(c => c!.Trim()).ToList();
        foreach (var candidate in said)
        {
            if (!Dates.TryParseFeed(candidate, out var at)) continue;
            draft.PublishedAt = Dates.ToIso(at);
            return;
        }
        if (said.Count > 0)
            draft.Warnings.Add($"{Fields.PublishedAt}: '{Characters.Printable(said[0], 60)}' is not a date. It was left out.");
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}' i]")?.GetAttribute("content") ?? page.QuerySelector($"meta[name='{name}' i]")?.GetAttribute("content");

    /// <summary>Relative addresses count from the page's base element, if that is absolute.</summary>
    private static string? Resolve(string? href, IHtmlDocument page)
    {
        if (href is null) return null;
        href = href.Trim();
        if (Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return href;
        return Uri.TryCreate(page.QuerySelector("base[href]")?.GetAttribute("href"), UriKind.Absolute, out var root) && root.Scheme is "http" or "https"
            && Uri.TryCreate(root, href, out var whole) ? whole.AbsoluteUri : href;
    }

    private static string? MetaCharset(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 1_024)]);
        var match = CharsetInMeta().Match(head);
        // A page that says UTF-16 in ASCII letters is not UTF-16 (WHATWG HTML, 13.2.3.2).
        return !match.Success || match.Groups[1].ValueSpan.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? null : match.Groups[1].Value;
    }

    private static string? FirstSaid(params string?[] values) => values.FirstOrDefault(Said);

    private static bool Said(string? value) => !string.IsNullOrWhiteSpace(value);

    internal static string? OneLine(string? value) => value is null ? null : WhiteSpace().Replace(value, " ").Trim();

    [GeneratedRegex(@"<meta[^>]{0,200}?charset\s*=\s*[""']?\s*([A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetInMeta();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

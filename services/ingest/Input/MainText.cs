using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Platform.Ingest.Input;

/// <summary>
/// Finds the part of a page that is the article, and renders it as text. Recursion is safe: the parser bounds the depth
/// (<see cref="Limits.MaxMarkupDepth"/>).
/// </summary>
internal static class MainText
{
    private static readonly HashSet<string> s_never = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "input", "select", "textarea", "svg", "math",
        "iframe", "object", "embed", "canvas", "audio", "video", "figcaption", "dialog", "menu", "head", "title", "meta", "link",
    };

    private static readonly HashSet<string> s_neverRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "complementary", "contentinfo", "banner", "search", "form", "dialog", "menu", "menubar", "toolbar", "alert",
    };

    private static readonly HashSet<string> s_containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "body", "main", "article", "section", "div", "td", "center", "blockquote",
    };

    /// <summary>Elements that stand for lists of links, when most of what they hold is links.</summary>
    private static readonly HashSet<string> s_lists = new(StringComparer.OrdinalIgnoreCase) { "ul", "ol", "dl", "div", "section", "table" };

    /// <summary>
    /// The element marked as article (articleBody, article, main) with the most text, unless the densest block of paragraphs
    /// elsewhere has far more: then that block.
    /// </summary>
    public static IElement Find(IHtmlDocument page)
    {
        IElement? body = page.Body ?? page.DocumentElement;
        if (body is null) return page.CreateElement("body");
        var sizes = new Dictionary<INode, Size>();
        Measure(body, sizes);
        var densest = body;
        var best = 0.0;
        // Children are measured before their parents, so of equals the outermost wins.
        foreach (var block in sizes.Keys.OfType<IElement>().Where(e => s_containers.Contains(e.LocalName)))
        {
            var score = Score(block, sizes);
            if (score < best || (score == best && !block.Contains(densest))) continue;
            (densest, best) = (block, score);
        }
        foreach (var selector in new[] { "[itemprop~=articleBody]", "article", "main, [role=main]" })
        {
            var marked = page.QuerySelectorAll(selector).Where(sizes.ContainsKey).MaxBy(e => sizes[e].Plain);
            if (marked is not null && sizes[marked].Plain > 0 && sizes[marked].Plain >= 0.4 * sizes[densest].Plain) return marked;
        }
        return densest;
    }

    /// <summary>The text of an element: paragraphs apart by an empty line, white space collapsed, boilerplate left out.</summary>
    /// <param name="root">The element.</param>
    /// <param name="skipHeading">A title; a heading that repeats it is left out.</param>
    public static string Render(IElement root, string? skipHeading = null)
    {
        var sizes = new Dictionary<INode, Size>();
        Measure(root, sizes);
        var flow = new TextFlow();
        Render(root, root, sizes, flow, skipHeading);
        return flow.ToString();
    }

    private static void Render(INode node, IElement root, Dictionary<INode, Size> sizes, TextFlow flow, string? skipHeading)
    {
        if (node is IText text)
        {
            flow.Text(text.Data, keepLines: text.ParentElement?.LocalName == "pre");
            return;
        }
        if (node is not IElement element) return;
        if (!sizes.TryGetValue(element, out var size) || (element != root && IsLinkList(element, size))) return;
        // The sizes are compared first: nested headings would be read again and again.
        if (element.LocalName == "h1" && size.Plain + size.Linked <= skipHeading?.Length && HtmlArticle.OneLine(element.TextContent) == skipHeading) return;
        var (before, after) = TextFlow.BreaksOf(element.LocalName);
        flow.Break(before);
        if (element.LocalName == "br") flow.Line();
        if (element.LocalName is "td" or "th") flow.Space();
        foreach (var child in element.ChildNodes) Render(child, root, sizes, flow, skipHeading);
        flow.Break(after);
    }

    private static bool IsLinkList(IElement element, Size size) =>
        s_lists.Contains(element.LocalName) && size.Linked > 0 && size.Linked >= 0.6 * (size.Linked + size.Plain);

    /// <summary>Letters of the paragraphs in a block, those one level further down at half.</summary>
    private static double Score(IElement block, Dictionary<INode, Size> sizes)
    {
        var score = 0.0;
        foreach (var child in block.ChildNodes)
        {
            if (child is IText text) score += text.Data.AsSpan().Trim().Length;
            else if (child is IElement element && sizes.TryGetValue(element, out var size))
            {
                if (!s_containers.Contains(element.LocalName)) score += size.Plain;
                else
                {
                    score += 0.5 * element.ChildNodes.Sum(c => c is IText t ? t.Data.AsSpan().Trim().Length
                        : c is IElement e && !s_containers.Contains(e.LocalName) && sizes.TryGetValue(e, out var inner) ? inner.Plain : 0);
                }
            }
        }
        return score;
    }

    /// <summary>Fills in the amount of text of every element that can be part of an article; the others get no entry.</summary>
    private static Size Measure(IElement element, Dictionary<INode, Size> sizes)
    {
        var (plain, linked) = (0, 0);
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text) plain += text.Data.AsSpan().Trim().Length;
            else if (child is IElement inner && !IsBoilerplate(inner))
            {
                var size = Measure(inner, sizes);
                plain += size.Plain;
                linked += size.Linked;
            }
        }
        var total = element.LocalName == "a" && element.HasAttribute("href") ? new Size(0, plain + linked) : new Size(plain, linked);
        sizes[element] = total;
        return total;
    }

    private static bool IsBoilerplate(IElement element)
    {
        if (s_never.Contains(element.LocalName) || element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("aria-hidden") == "true" || s_neverRoles.Contains(element.GetAttribute("role") ?? "")) return true;
        if (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase)) return true;
        // The header of the page is boilerplate, the header of an article holds its headline and lead.
        return element.LocalName == "header" && element.Closest("article, main, [role=main]") is null;
    }

    private readonly record struct Size(int Plain, int Linked);
}

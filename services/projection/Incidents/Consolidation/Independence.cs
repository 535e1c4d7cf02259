using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>Which reports come from one source: one article, one outlet, or one text that several outlets carry.</summary>
internal static class Independence
{
    private const int LeastTitle = 20, LeastWords = 3, LeastLength = 40;

    /// <summary>The source of each report, numbered from 0 in the order of the reports.</summary>
    public static int[] Groups(LinkedReport[] reports, out int count)
    {
        var groups = new int[reports.Length];
        for (var i = 0; i < reports.Length; i++)
        {
            groups[i] = i;
            for (var j = 0; j < i; j++)
            {
                if (groups[j] == groups[i] || !SameSource(reports[i], reports[j])) continue;
                var (low, high) = groups[j] < groups[i] ? (groups[j], groups[i]) : (groups[i], groups[j]);
                for (var k = 0; k <= i; k++)
                    if (groups[k] == high) groups[k] = low;
            }
        }
        count = 0;
        for (var i = 0; i < reports.Length; i++)
            groups[i] = groups[i] == i ? count++ : groups[groups[i]]; // the first of a group has its own number, so is renumbered already
        return groups;
    }

    private static bool SameSource(LinkedReport a, LinkedReport b) =>
        a.ArticleId == b.ArticleId || SameOutlet(a, b) || SameTitle(a.Title, b.Title) || SameWords(a, b);

    private static bool SameOutlet(LinkedReport a, LinkedReport b) => a.Outlet is not null && b.Outlet is not null
        ? a.Outlet.AsSpan().Trim().Equals(b.Outlet.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
        : Host(a.Url) is { Length: > 0 } host && host.Equals(Host(b.Url), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Host(ReadOnlySpan<char> url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return default;
        var host = url[(scheme + 3)..];
        if (host.IndexOfAny("/?#") is >= 0 and var end) host = host[..end];
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    private static bool SameTitle(string? a, string? b) =>
        a?.Length >= LeastTitle && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when two reports give every value that both have in the same words, and these are too many words for chance.</summary>
    private static bool SameWords(LinkedReport a, LinkedReport b)
    {
        var (same, length) = (0, 0);
        bool Fits(string? one, string? other)
        {
            if (one is null || other is null) return true;
            if (one != other) return false;
            same++;
            length += one.Length;
            return true;
        }
        return Fits(a.Place?.Text, b.Place?.Text) && Fits(a.Date?.Text, b.Date?.Text)
            && Fits(a.Casualties?.Killed?.Text, b.Casualties?.Killed?.Text) && Fits(a.Casualties?.Wounded?.Text, b.Casualties?.Wounded?.Text)
            && Fits(a.Weapons.Count > 0 ? a.Weapons[0].Text : null, b.Weapons.Count > 0 ? b.Weapons[0].Text : null)
            && Fits(a.Targets.Count > 0 ? a.Targets[0].Text : null, b.Targets.Count > 0 ? b.Targets[0].Text : null)
            && same >= LeastWords && length >= LeastLength;
    }
}

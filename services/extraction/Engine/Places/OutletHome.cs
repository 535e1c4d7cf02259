namespace Platform.Extraction.Engine;

/// <summary>
/// The city an outlet is at home in, by the host of its address. Local news names its towns without their state; the home
/// tells which of the towns of one name is meant, and is itself no place of the text.
/// </summary>
internal static class OutletHome
{
    /// <summary>News of an outlet plays within so many kilometres of it, unless the text says where.</summary>
    public const double MarketKm = 160;

    private const int LongestUrl = 2000;

    private static readonly string[] Suffixes = ["tv", "news", "online", "live", "now", "local", "newsnow", "actionnews", "eyewitnessnews"];
    private static readonly string[] Networks = ["abc", "nbc", "cbs", "fox", "cw", "news", "wb", "my"];

    /// <summary>The home, or null when the address tells none.</summary>
    public static LexiconEntry? Find(Lexicon lexicon, string? url)
    {
        if (url is null || url.Length > LongestUrl) return null;
        // An archive writes the address it keeps behind its own.
        var scheme = url.LastIndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? url : url.AsSpan(scheme + 3);
        var end = host.IndexOfAny('/', ':', '?');
        if (end >= 0) host = host[..end];
        foreach (var range in host.Split('.'))
            if (Of(lexicon, host[range]) is { } home) return home;
        return null;
    }

    /// <summary>"wsmv", "wsmvtv", "abc7chicago", "nbcmiami".</summary>
    private static LexiconEntry? Of(Lexicon lexicon, ReadOnlySpan<char> label)
    {
        if (label.Length < 3) return null;
        if (lexicon.Outlet(label) is { } known) return known;
        foreach (var suffix in Suffixes)
            if (label.Length > suffix.Length + 2 && label.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && lexicon.Outlet(label[..^suffix.Length]) is { } station) return station;
        foreach (var network in Networks)
        {
            if (!label.StartsWith(network, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = label[network.Length..].TrimStart("0123456789");
            if (rest.Length > 2 && lexicon.Outlet(rest) is { } city) return city;
        }
        return null;
    }

    /// <summary>Whether a place of the lexicon lies in the market of a home; false without a home.</summary>
    public static bool IsNear(LexiconEntry? home, LexiconEntry place) =>
        home is { Lat: { } lat, Lon: { } lon } && place is { Lat: { } placeLat, Lon: { } placeLon } && PlaceMention.Kilometres(lat, lon, placeLat, placeLon) <= MarketKm;
}

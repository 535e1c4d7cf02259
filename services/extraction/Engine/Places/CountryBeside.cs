namespace Platform.Extraction.Engine;

/// <summary>The country the words beside a town say it lies in: more than how large a namesake is elsewhere.</summary>
internal static class CountryBeside
{
    /// <summary>"soldiers in the northern city of": tokens from the people to the town.</summary>
    private const int OwnReach = 6;

    private static readonly WordSet Parts =
        ["the", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest"];

    /// <summary>Whose soldiers are often abroad: "five Russian soldiers in Donetsk".</summary>
    private static readonly WordSet Expeditionary = ["RU", "IL", "TR", "IR", "GB", "FR", "UA", "RW", "ET", "SA", "AE", "KP"];

    private static readonly WordSet Own = ["soldier", "soldiers", "troops", "policeman", "policemen", "police", "army", "civilians", "civilian", "officer", "officers", "villagers", "guards"];

    /// <summary>The country, or null.</summary>
    public static string? Of(Document document, LexiconMatch town) => After(document, town.End) ?? Before(document, town.First);

    /// <summary>"Manchester, England".</summary>
    public static string? Next(Document document, int end) => document.Word(end) == "," ? document.Find(end + 1, Kinds.Country)?.Attribute("country") : null;

    /// <summary>"X in northern Lebanon", "X, Yemen,"; of "X, Yemen said" it is a speaker.</summary>
    public static string? After(Document document, int end)
    {
        if (document.Word(end) is not ("in" or ",")) return null;
        var i = end + 1;
        while (i < end + 4 && Parts.Contains(document.Word(i))) i++;
        if (document.Find(i, Kinds.Country)?.Attribute("country") is not { } country || document.MatchOf(i) is not { } match || match.First != i || match.Find(Kinds.Admin1) is not null || country == "US") return null;
        if (document.Word(end) == "in") return document.Word(match.End) is "'s" or "and" or "-" ? null : country;
        return document.Word(match.End) is "." or ";" or ")" or "on" or "in" or "when" or "after" or "late" or "early" or "overnight" ? country : document.Word(match.End) == "," && document.Find(match.End + 1, Kinds.Country) is null ? country : null;
    }

    /// <summary>"the Yemeni town of X", "two Lebanese soldiers in X".</summary>
    private static string? Before(Document document, int first)
    {
        var i = first - 1;
        var own = document.Word(i) == "in";
        if (own) i--;
        else if (document.Word(i) != "of" || !PlaceCues.IsHeadword(document.Word(i - 1))) return null;
        else i -= 2;
        for (var least = Math.Max(0, first - OwnReach); i >= least; i--)
        {
            if (document.Find(i, Kinds.Demonym)?.Attribute("country") is { } country) return country == "US" || own && Expeditionary.Contains(country) ? null : country;
            if (own ? !Own.Contains(document.Word(i)) : !Parts.Contains(document.Word(i)) && document.Word(i) is not ("port" or "coastal" or "border" or "capital")) return null;
        }
        return null;
    }
}

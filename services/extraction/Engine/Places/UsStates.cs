using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>States of the United States as they stand after a town: postal codes and the abbreviations of news agencies.</summary>
internal static class UsStates
{
    private static readonly Dictionary<string, string> ByAbbreviation = Build(
        "Alabama al ala|Alaska ak|Arizona az ariz|Arkansas ar ark|California ca calif cal|Colorado co colo|Connecticut ct conn|Delaware de del|District of Columbia dc|"
        + "Florida fl fla|Georgia ga|Hawaii hi|Idaho id|Illinois il ill|Indiana in ind|Iowa ia|Kansas ks kan kans|Kentucky ky|Louisiana la|Maine me|Maryland md|"
        + "Massachusetts ma mass|Michigan mi mich|Minnesota mn minn|Mississippi ms miss|Missouri mo|Montana mt mont|Nebraska ne neb nebr|Nevada nv nev|New Hampshire nh|"
        + "New Jersey nj|New Mexico nm|New York ny|North Carolina nc|North Dakota nd|Ohio oh|Oklahoma ok okla|Oregon or ore|Pennsylvania pa penn|Rhode Island ri|"
        + "South Carolina sc|South Dakota sd|Tennessee tn tenn|Texas tx tex|Utah ut|Vermont vt|Virginia va|Washington wa wash|West Virginia wv|Wisconsin wi wis wisc|Wyoming wy wyo");

    /// <summary>The lexicon's lines of the states; "Washington" alone is the capital.</summary>
    private static readonly Lazy<Dictionary<string, LexiconEntry?>> Entries = new(() => ByAbbreviation.Values.Distinct().ToDictionary(
        state => state,
        state => Lexicon.Shared.Match(Tokenizer.Split(state == "Washington" ? "Washington state" : state)) is [var match, ..] ? match.Find(Kinds.Admin1) : null));

    /// <summary>A word that with its point may stand for a state: "Ala", "Calif".</summary>
    public static bool IsAbbreviation(string word) => ByAbbreviation.ContainsKey(word);

    /// <summary>
    /// The state said just after a town that ends before a token (", Tenn.", ", S.C.", ", TX", ", Ohio", " Texas"), and one past
    /// its last token; or null.
    /// </summary>
    public static (string State, int End)? After(Document document, int token)
    {
        var comma = document.Word(token) == ",";
        var i = comma ? token + 1 : token;
        if (document.Find(i, Kinds.Admin1) is { } state && state.Attribute("country") == "US") return (state.Value, document.MatchOf(i)!.End);
        if (!comma || !document.IsCapital(i)) return null;
        var word = document.Word(i);
        if (word == "washington") return ("Washington", i + 1);
        if (word == "w" && document.Word(i + 1) == "." && document.Word(i + 2) == "va") return ("West Virginia", Dotted(document, i + 3));
        if (!ByAbbreviation.TryGetValue(word, out var name)) return null;
        // A postal code is in capitals, which say so only among small letters: "Portland, Or" and ", IN HUANTA" are no states; an agency's abbreviation has its point.
        return document.Tokens[i].Upper && !document.IsUpper || document.Word(i + 1) == "." ? (name, Dotted(document, i + 1)) : null;
    }

    /// <summary>
    /// The state said beside a name that is a country's or a city's elsewhere ("LEBANON, Va.", "Goshen, Calif."); null beside other names. After a
    /// country a whole state's name is one more of a list, unless the country stands in a dateline.
    /// </summary>
    public static string? Beside(Document document, LexiconMatch match)
    {
        if (document.Word(match.End) != "," || match.Find(Kinds.City) is null && match.Find(Kinds.Settlement) is null && match.Find(Kinds.Country) is null || match.Find(Kinds.Admin1)?.Attribute("country") == "US") return null;
        if (After(document, match.End) is not { } said || IsMexican(document, match)) return null;
        var whole = document.Has(match.End + 1, Kinds.Admin1);
        return whole && match.Find(Kinds.Country) is not null && (document.IsUpper || !document.Tokens[match.First].Upper || document.Word(said.End) is not ("-" or "(")) ? null : said.State;
    }

    /// <summary>"MORELIA, Mich.": the Mexican state that is shortened as Michigan is.</summary>
    private static bool IsMexican(Document document, LexiconMatch match)
    {
        if (document.Word(match.End + 1) != "mich") return false;
        foreach (var entry in match.Entries)
            if (entry.Attribute("country") == "MX" && entry.Attribute("admin1")?.StartsWith("Michoac", StringComparison.Ordinal) == true) return true;
        return false;
    }

    /// <summary>A place the text names that no lexicon knows, with the coordinates of its state, or of the outlet's home when that lies there.</summary>
    public static PlaceMention Somewhere(Document document, int first, int end, string state, bool county, LexiconEntry? home = null)
    {
        var entry = home?.Attribute("admin1") == state ? home : Entries.Value.GetValueOrDefault(state);
        return new PlaceMention(first, end, document.TextOf(document.QuoteOf(first, end)), "US", county ? PlacePrecision.Admin1 : PlacePrecision.Settlement)
        {
            Admin1 = state,
            Lat = entry?.Lat,
            Lon = entry?.Lon,
            IsLocative = true,
            IsRough = true,
        };
    }

    private static int Dotted(Document document, int end) =>
        document.Word(end) == "." && document.Tokens[end].Start == document.Tokens[end - 1].End ? end + 1 : end;

    private static Dictionary<string, string> Build(string states)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in states.Split('|'))
        {
            // The name's words have capitals, its abbreviations none.
            var words = line.Split(' ');
            var name = string.Join(' ', words.TakeWhile(word => char.IsUpper(word[0]) || word == "of"));
            foreach (var word in words)
                if (char.IsLower(word[0]) && word != "of") names[word] = name;
        }
        return names;
    }
}

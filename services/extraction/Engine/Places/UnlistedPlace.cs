namespace Platform.Extraction.Engine;

/// <summary>
/// Places no lexicon knows, by the grammar of their names: "the towns of X and Y", "X neighborhood", "in al-X", "in X, Y province",
/// "near Tal X". The name is the text's own.
/// </summary>
internal static class UnlistedPlace
{
    private const int LongestName = 4;

    private static readonly WordSet Plurals = ["towns", "villages", "districts", "neighborhoods", "neighbourhoods", "suburbs", "areas", "cities", "settlements", "hamlets"];
    private static readonly WordSet Prepositions = ["in", "at", "near", "outside", "around", "on", "inside"];
    private static readonly WordSet Attacks = ["raided", "stormed", "shelled", "bombed", "bombarded", "attacked", "overran", "invaded", "struck", "hit", "targeted", "pounded"];

    /// <summary>First words of Arabic, Persian and Turkic names of places: hill, valley, house, spring, mother of.</summary>
    private static readonly WordSet Generics =
        ["tal", "tel", "tell", "wadi", "kafr", "kfar", "kafar", "deir", "dayr", "beit", "bayt", "bani", "beni", "umm", "ain", "ayn", "khirbet", "khirbat", "jabal", "jebel", "bir", "qalat", "qaleh", "deh", "shahrak", "nahr", "jisr", "burj", "marj", "ras", "bab"];
    /// <summary>"a Hazara neighbourhood", "the mainly Christian town": who lives there is no name of it.</summary>
    private static readonly WordSet Peoples =
        ["shiite", "shia", "sunni", "hazara", "christian", "muslim", "jewish", "alawite", "druze", "yazidi", "yezidi", "kurdish", "arab", "turkmen", "assyrian", "coptic", "hindu", "sikh", "ahmadi", "catholic", "protestant", "orthodox", "pashtun", "tajik",
         "uzbek", "baloch", "tuareg", "fulani", "dogon", "tutsi", "hutu", "rohingya", "tamil", "bedouin", "asian", "hispanic", "latino", "black"];
    private static readonly WordSet NotPlaces = ["newspaper", "daily", "tv", "television", "channel", "radio", "agency", "website", "movement", "brigade", "brigades", "battalion", "front", "group", "mosque", "hospital", "family", "clan", "tribe", "army", "operation"];

    /// <summary>The name of a place that begins at a token, or null.</summary>
    /// <param name="american">The article plays in the United States, where such names are mostly streets and people.</param>
    public static (int First, int End)? At(Document document, int i, bool american)
    {
        // "the Department of Conservation" is no division of a state.
        if (PlaceCues.IsHeadword(document.Word(i)) && document.Word(i + 1) == "of" && !(american && document.Word(i) == "department") && NameAt(document, i + 2, american) is { } after) return (i + 2, after);
        if (NameAt(document, i, american) is not { } end || Peoples.Contains(document.Word(end - 1))) return null;
        var before = document.Word(i - 1);
        if (PlaceCues.IsHeadword(document.Word(end)) && !document.IsCapital(end) && document.MatchOf(i - 1)?.Find(Kinds.Admin1) is null && !IsSentenceStart(document, i)) return (i, end);
        if (document.IsUpper || american) return null;
        if (IsListed(document, i, end)) return (i, end);
        if (document.IsCapital(end) || NotPlaces.Contains(document.Word(end))) return null;
        var located = Prepositions.Contains(before);
        if ((located || Attacks.Contains(before)) && (IsArabic(document, i) || Generics.Contains(document.Word(i)) && end > i + 1)) return (i, end);
        return (located || Attacks.Contains(before)) && IsInDivision(document, end, located) ? (i, end) : null;
    }

    /// <summary>"Wadi" before "al-Shay": the first word of a longer name, though some town is called so.</summary>
    public static bool IsGeneric(Document document, LexiconMatch match)
    {
        if (document.IsUpper || match.End != match.First + 1 || !document.IsCapital(match.End) && document.Word(match.End + 1) != "-" || !Generics.Contains(document.Word(match.First)) || match.Find(Kinds.City) is null || match.Find(Kinds.Settlement) is not null) return false;
        return document.IsCapital(match.End) || IsArticle(document.Word(match.End)) && document.Word(match.End + 1) == "-";
    }

    /// <summary>One past the capitalised words of a name that begins at a token; null when none does.</summary>
    public static int? NameAt(Document document, int i, bool american)
    {
        if (!document.IsCapital(i) && document.Word(i + 1) != "-" || document.Word(i) is "the" or "a" or "an") return null;
        var end = i;
        while (end < i + LongestName && !IsLineStart(document, i, end) && end < document.Tokens.Count && (document.IsCapital(end) && document.Tokens[end].Kind == TokenKind.Word && (IsFree(document, end, american) || IsAfterArticle(document, i, end))
            || document.Word(end) == "-" && end > i && document.Tokens[end].Start == document.Tokens[end - 1].End || IsArticle(document.Word(end)) && document.Word(end + 1) == "-")) end++;
        if (end > i && document.Word(end - 1) == "-") end--;
        return end > i && document.IsCapital(end - 1) ? end : null;
    }

    /// <summary>"Al-Qaryatain": what hangs on an article is of the name, whatever it is without it.</summary>
    private static bool IsAfterArticle(Document document, int first, int token) => token == first + 2 && IsArabic(document, first)
        && document.Tokens[token].Start == document.Tokens[token - 1].End && document.Tokens[token - 1].Start == document.Tokens[first].End;

    /// <summary>No lexicon knows the word but perhaps as a town somewhere or as no name at all.</summary>
    public static bool IsFree(Document document, int token, bool american)
    {
        if (IsCommonWord(document, token)) return false;
        if (document.MatchOf(token) is not { } match) return true;
        // "on Sunday in Kabul"
        if (match.Find(Kinds.Weekday) is not null || match.Find(Kinds.Month) is not null) return false;
        if (match.Find(Kinds.StopName) is not null) return true;
        if (document.IsUpper || american) return false;
        foreach (var entry in match.Entries)
            if (entry.Kind != Kinds.City) return false;
        return true;
    }

    /// <summary>In upper-case text a capital says nothing: there a word of English is no name ("AND", "NEWSMEN").</summary>
    public static bool IsCommonWord(Document document, int token) =>
        document.IsUpper && (document.ClassOf(token) & WordClass.Known) != 0 && ((document.ClassOf(token) & (WordClass.Name | WordClass.Rare)) == 0 || Tagger.IsPastBeforeObject(document, token));

    private static bool IsLineStart(Document document, int first, int token) => token > first && (uint)token < (uint)document.Tokens.Count
        && document.IsLineStart(token);

    /// <summary>"in the neighborhoods of A, B and C": B and C.</summary>
    private static bool IsListed(Document document, int i, int end)
    {
        if (document.Word(i - 1) is not ("and" or ",")) return false;
        if (Plurals.Contains(document.Word(end)) && document.Word(i - 1) == "and") return true;
        for (var k = i - 2; k > Math.Max(0, i - 16); k--)
        {
            if (document.Word(k) == "of" && Plurals.Contains(document.Word(k - 1))) return true;
            if (!document.IsCapital(k) && !IsArticle(document.Word(k)) && document.Word(k) is not ("," or "and" or "-")) return false;
        }
        return false;
    }

    /// <summary>"X, Y province", "X in the eastern Y district": the division, country or town X lies in follows.</summary>
    private static bool IsInDivision(Document document, int end, bool located)
    {
        // "in Kibirizi (North Kivu)", "in Masisi territory (North Kivu)"
        if (document.Word(end) == "territory") end++;
        if (document.Word(end) != "," && !(located && (document.Word(end) is "in" or "("))) return false;
        var k = end + 1;
        if (document.Word(end) == "(") return document.MatchOf(k) is { } told && told.First == k && document.Word(told.End) == ")" && (told.Find(Kinds.Admin1) is not null || told.Find(Kinds.Country) is not null);
        while (k < end + 5 && (document.Word(k) is "the" or "a" or "in" or "province" or "state" or "of" || document.Word(k).EndsWith("ern", StringComparison.Ordinal) || document.Find(k, Kinds.Demonym) is not null)) k++;
        if (located && NameAt(document, k, false) is { } division && document.Word(division) is "province" or "region" or "department" or "governorate" or "county" or "state" or "prefecture") return true;
        return document.MatchOf(k) is { } match && document.Word(match.End) != "'s" && (match.Find(Kinds.Admin1) is not null || match.Find(Kinds.Country) is not null || match.Find(Kinds.Settlement) is not null)
            && (document.Word(end) == "in" || document.Word(match.End) is "," or "." or "province" or "state" or "governorate" or "region" or "on" or "district" or "county");
    }

    private static bool IsArabic(Document document, int i) => IsArticle(document.Word(i)) && document.Word(i + 1) == "-" && document.IsCapital(i + 2);

    private static bool IsArticle(string word) => word is "al" or "el" or "ar" or "as" or "ash" or "at" or "ad" or "an" or "az" or "ez";

    private static bool IsSentenceStart(Document document, int i) => i == 0 || document.Word(i - 1) is "." or "\"";
}

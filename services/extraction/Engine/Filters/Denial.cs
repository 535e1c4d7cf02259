namespace Platform.Extraction.Engine;

/// <summary>"denied media reports about the bombing of a bridge", "denied the targeting of a base": nobody says that it happened.</summary>
internal static class Denial
{
    /// <summary>Phrases from the verb to the news that is denied: a day, "as false", and the like.</summary>
    private const int NewsReach = 6;

    /// <summary>Verbs that take what someone else says to be untrue.</summary>
    public static readonly Cue Verbs = ["denied", "denies", "denying", "dismissed", "rejected", "refuted", "debunked"];
    private static readonly WordSet News = ["reports", "report", "rumors", "rumours", "news", "suggestions", "information", "stories"];

    /// <summary>These say as often who did it as that it was done.</summary>
    private static readonly WordSet Charges = ["claims", "claim", "allegations", "accusations"];
    private static readonly WordSet Telling = ["about", "of", "that", "regarding", "concerning"];

    /// <summary>What is said to be untrue.</summary>
    public static bool IsNews(string word) => News.Contains(word) || Charges.Contains(word);

    /// <summary>True when the verb denies news of what the token tells.</summary>
    public static bool Covers(Document document, int verb, int token)
    {
        // "denied the targeting of a base with rockets"
        if (document.Word(verb).StartsWith("den", StringComparison.Ordinal) && AfterTime(document, verb) is var deed && document.Word(deed) is "the" or "any" && document.Word(deed + 1) == "targeting") return deed < token && !IsBeside(document, deed + 2, token);
        // "rejected reports" has told before what they say.
        if (!document.Word(verb).StartsWith("den", StringComparison.Ordinal) && document.Word(verb + 1) != "as") return false;
        var news = NewsAfter(document, verb);
        // "denied reports that the attack killed two": the attack is a fact beside it.
        return news >= 0 && news < token && Telling.Contains(document.Word(news)) && !IsBeside(document, news + 1, token) && (document.Word(token - 1) is not ("the" or "this" or "that" or "'s") || token - 1 == news || token - 2 == news && document.Word(news) is not "that");
    }

    /// <summary>"denied reports about a curfew where a bombing killed five": a clause or an event of its own stands beside what is denied.</summary>
    private static bool IsBeside(Document document, int first, int token)
    {
        for (var i = first; i < token; i++)
            if (document.Word(i) is "where" or "when" or "who" or "which" or "after" or "before" or "while" or "hours" || document.Word(i) == "in" && document.Word(i + 1) is "a" or "an" or "the" && document.Has(i + 2, Kinds.Event)) return true;
        return false;
    }

    private static int AfterTime(Document document, int verb)
    {
        var chunk = document.Phrases.At(verb) + 1;
        while (document.Phrases.KindOf(chunk) is ChunkKind.Time or ChunkKind.Adverb) chunk++;
        return document.Phrases[chunk].First;
    }

    /// <summary>One past the words for the news the verb denies; -1 when it denies something else.</summary>
    private static int NewsAfter(Document document, int verb)
    {
        var phrases = document.Phrases;
        var chunk = phrases.At(verb) + 1;
        for (var k = chunk; k < chunk + NewsReach; k++)
        {
            var phrase = phrases[k];
            for (var i = phrase.First; i < phrase.End; i++)
                if (document.Word(i) == "what") return SaidAfter(document, i);
            if (phrase.Kind == ChunkKind.Noun && News.Contains(document.Word(phrase.Head))) return PastPlace(document, k);
            if (document.Word(phrase.First) == "as") continue;
            if (phrase.Kind is not (ChunkKind.Time or ChunkKind.Adverb or ChunkKind.Preposition or ChunkKind.Noun) || phrase.Kind == ChunkKind.Noun && document.Word(phrase.First - 1) is not ("as" or "on" or "in" or "by")) return -1;
        }
        return -1;
    }

    /// <summary>"reports in the media about": where they were stands between.</summary>
    private static int PastPlace(Document document, int news)
    {
        var phrases = document.Phrases;
        var end = phrases[news].End;
        if (document.Word(end) is "in" or "by" or "on" && phrases[news + 2] is { Kind: ChunkKind.Noun } place && document.Word(place.Head) is "media" or "press" or "outlets" or "newspapers" or "channels" or "agencies" or "networks" or "sites") return place.End;
        return end;
    }

    /// <summary>"what was reported by the media about"</summary>
    private static int SaidAfter(Document document, int what)
    {
        for (var i = what + 1; i < what + NewsReach; i++)
            if (document.Word(i) is "reported" or "circulated" or "published" or "said" or "claimed" or "circulating" or "rumored" or "rumoured") return i + 1;
        return -1;
    }
}

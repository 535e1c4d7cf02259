namespace Platform.Extraction.Engine;

/// <summary>"He had been on parole for a shooting that wounded two people", "She is also wanted in a robbery in which a clerk was hurt": what somebody did or is sought for besides the crime of the news.</summary>
internal static class CriminalRecord
{
    /// <summary>Tokens from the record to the other crime: "on parole since 2021 for a".</summary>
    private const int Reach = 8;

    private static readonly Cue Records = ["parole", "probation", "bond", "bail", "wanted", "sought", "suspect", "suspected", "charged", "convicted", "sentenced"];

    private static readonly ulong Violence = KindSet.Of(Kinds.Harm, Kinds.Event);

    /// <summary>Whether all harm that some tokens, a sentence or a clause, tell is that of another crime.</summary>
    public static bool Is(Document document, int first, int end)
    {
        if (document.IsUpper || !document.HasIn(first, end, Records)) return false;
        for (var i = first; i < end; i++)
        {
            // Who is harmed before it is harmed in the crime of the news.
            if (document.HasAny(i, Violence)) return false;
            if (document.Is(i, Records) && Opens(document, i) && Other(document, i + 1, end) is { } crime) return IsToldOf(document, crime, end);
        }
        return false;
    }

    /// <summary>"on parole", "out on bond", "also wanted", "previously convicted".</summary>
    private static bool Opens(Document document, int record) => document.Word(record) switch
    {
        "parole" or "probation" or "bond" or "bail" => document.Word(record - 1) == "on",
        "suspect" => document.Word(record - 1) == "a" && document.Word(record - 2) == "also" && IsOfHim(document, record - 3),
        "convicted" or "sentenced" or "charged" when document.Word(record - 1) == "previously" => true,
        _ => document.Word(record - 1) == "also" && IsOfHim(document, record - 2),
    };

    /// <summary>"He is also wanted": of who was told of; "a second teenager was also charged" is a second one for the same crime.</summary>
    private static bool IsOfHim(Document document, int be) => document.TagOf(be) is Tag.Be or Tag.Have
        && (document.Word(be - 1) is "he" or "she" or "they" || document.Word(be - 2) == "the" && document.Word(be - 1) is "suspect" or "gunman" or "man" or "woman" or "driver" or "teenager" or "teen");

    /// <summary>Where the other crime begins, told as one not known: "in a", "for another", "from several".</summary>
    private static int? Other(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end - 1, from + Reach); i++)
        {
            if (document.Word(i) is "when" or "and" or "but" or "," or ";") return null;
            if (document.Word(i) is "for" or "in" or "from" or "after" && (document.Word(i + 1) is "a" or "an" or "another" || document.Quantities.StartingAt(i + 1) is not null && document.TagOf(i + 1) != Tag.Number)) return i + 1;
        }
        return null;
    }

    /// <summary>"a shooting that wounded two": up to the end no other clause begins.</summary>
    private static bool IsToldOf(Document document, int crime, int end)
    {
        var harm = false;
        for (var i = crime; i < end; i++)
        {
            if (document.Word(i) is "when" or ";" or "before" || document.Word(i) == "," && !harm || document.Word(i) is "and" or "," && document.Word(i + 1) is "he" or "she" or "they" or "police"
                || document.Word(i) == "," && harm && document.TagOf(i + 1) is Tag.Be or Tag.Have) return false;
            harm |= document.HasAny(i, Violence);
        }
        return harm;
    }
}

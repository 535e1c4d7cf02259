namespace Platform.Extraction.Engine;

/// <summary>"the deadliest attack since a bomb killed 52 people in X in July": the news, and the older attack it is measured by, with a day and a toll of its own.</summary>
internal static class Comparison
{
    /// <summary>Tokens from "the deadliest" to "since": "the worst mass shooting in the history of the state since".</summary>
    private const int Reach = 14;

    /// <summary>Tokens from "since" to what was done then.</summary>
    private const int DeedReach = 12;

    private static readonly WordSet Greatest =
        ["deadliest", "worst", "biggest", "largest", "bloodiest", "heaviest", "fiercest", "gravest", "boldest", "first", "longest", "most", "highest", "strongest", "furthest", "deepest", "fatal", "lethal", "serious"];

    private static readonly Cue Since = ["since"];
    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>True when "since" at a token stands between the two.</summary>
    public static bool Opens(Document document, int first, int since)
    {
        var compared = false;
        for (var i = since - 1; i >= Math.Max(first, since - Reach) && !compared; i--) compared = Greatest.Contains(document.Word(i)) && document.Word(i - 1) is "the" or "its" or "their" or "'s" or "a" or "s";
        // "In the deadliest attack since the raid of May 1, gunmen killed …": the news comes last.
        if (!compared || !HasVerb(document, first, since)) return false;
        var from = since + 1;
        // "since July 2005, when a bomb …"; "since 2014, killing 30" tells of the news.
        foreach (var date in document.DatesIn(from, from + 1))
            if (date.First == from) return document.Word(date.End) == "," && document.Word(date.End + 1) == "when" && TellsIn(document, date.End + 1, date.End + DeedReach);
        return TellsIn(document, from, since + DeedReach);
    }

    /// <summary>True when all harm that a sentence tells is of the older attack.</summary>
    public static bool IsAllOf(Document document, Sentence sentence)
    {
        if (!document.HasIn(sentence.First, sentence.End, Since)) return false;
        for (var i = sentence.First + 1; i < sentence.End; i++)
        {
            if (document.Has(i, Kinds.Harm)) return false;
            if (document.Word(i) == "since" && Opens(document, sentence.First, i)) return true;
        }
        return false;
    }

    /// <summary>The day that "since" names and the deed was done on, where it opens the clause.</summary>
    public static DateMention? DayOf(Document document, Clause clause, DateMention date) =>
        clause.IsAfter && date.Role == DateRole.Since && date.First == clause.First && document.Word(clause.First - 1) == "since" ? date with { Role = DateRole.Event } : null;

    private static bool HasVerb(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return true;
        return false;
    }

    private static bool TellsIn(Document document, int first, int end)
    {
        for (var i = first; i < end && document.Word(i) is not ("." or ";" or ""); i++)
            if (document.HasAny(i, Telling)) return true;
        return false;
    }
}

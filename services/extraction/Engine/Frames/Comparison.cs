namespace Platform.Extraction.Engine;

/// <summary>"the deadliest attack since a bomb killed 52 people in X in July": the news, and the older attack it is measured by, with a day and a toll of its own.</summary>
internal static class Comparison
{
    /// <summary>Tokens from "the deadliest" to "since": "the worst mass shooting in the history of the state since".</summary>
    private const int Reach = 14;

    /// <summary>Tokens looked at on either side of "since": what is done once a clause stays linear in the text.</summary>
    private const int Rest = 40;

    /// <summary>Tokens of a day.</summary>
    private const int DateReach = 6;

    private static readonly WordSet Greatest =
        ["deadliest", "worst", "biggest", "largest", "bloodiest", "heaviest", "fiercest", "gravest", "boldest", "first", "longest", "most", "highest", "strongest", "furthest", "deepest"];

    private static readonly Cue Since = ["since"];
    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>True when "since" at a token stands between the two.</summary>
    public static bool Opens(Document document, int begin, int since)
    {
        var compared = false;
        for (var i = since - 1; i >= Math.Max(begin, since - Reach) && !compared; i--) compared = Greatest.Contains(document.Word(i)) && document.Word(i - 1) is "the" or "its" or "their" or "'s";
        // "In the deadliest attack since the raid of May 1, gunmen killed …": the news comes last.
        if (!compared || !HasVerb(document, Math.Max(begin, since - Rest), since)) return false;
        var from = since + 1;
        DateMention? day = null;
        // "since July 2005, when a bomb …"; "since 2014, killing 30" tells of the news.
        foreach (var date in document.DatesIn(from, from + 1))
            if (date.First == from) day = date;
        if (day is not null && (document.Word(day.End) != "," || document.Word(day.End + 1) != "when")) return false;
        var first = day is null ? from : day.End + 1;
        var end = first;
        while (end < since + Rest && document.Word(end) is not ("," or "." or ";" or ":" or "")) end++;
        // "since the war began", "since they took power": no attack with a toll or a day.
        if (!document.HasAnyIn(first, end, Telling) || day is null && !document.HasIn(first, end, Kinds.Harm) && !HasDate(document, first, end)) return false;
        return !GoesOn(document, end);
    }

    /// <summary>Whether the news is told on behind the comma; ", killing 30" right behind a day is of that day.</summary>
    private static bool GoesOn(Document document, int comma)
    {
        if (document.Word(comma) != ",") return false;
        if (document.Word(comma + 1) is "killing" or "wounding" or "injuring" or "leaving" or "which" or "that")
            foreach (var date in document.DatesIn(Math.Max(0, comma - DateReach), comma))
                if (date.End == comma) return false;
        var end = comma + 1;
        while (end < comma + Rest && document.Word(end) is not ("." or ";" or "")) end++;
        return document.HasAnyIn(comma + 1, end, Telling);
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

    private static bool HasDate(Document document, int first, int end)
    {
        foreach (var date in document.DatesIn(first, end))
            if (date.First >= first) return true;
        return false;
    }
}

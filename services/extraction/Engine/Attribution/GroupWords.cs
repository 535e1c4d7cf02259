namespace Platform.Extraction.Engine;

/// <summary>What the words beside "terrorist", "rebel" or "paramilitary" make of it: a group, or nobody.</summary>
internal static class GroupWords
{
    private static readonly ulong Deeds = KindSet.Of(Kinds.Event, Kinds.Weapon);
    private static readonly WordSet Bands =
        ["organization", "organizations", "movement", "movements", "grouping", "groupings", "faction", "factions", "gang", "gangs", "band", "bands"];

    /// <summary>"a terrorist attack", "terrorist bombs", "extremist acts": the word judges the deed and says of nobody that he did it.</summary>
    public static bool DescribeDeed(Document document, LexiconMatch match)
    {
        if (document.Word(match.First) is not ("terrorist" or "extremist" or "subversive")) return false;
        var next = match.End;
        // "a terrorist bombed a mosque": who did it.
        if (document.Phrases.KindOf(document.Phrases.At(next)) == ChunkKind.Verb) return false;
        return document.HasAny(next, Deeds) || document.Word(next) is "action" or "actions" or "act" or "acts" or "activity" or "activities" or "plan" or "plans" or "violence" or "wave" or "campaign" or "operation" or "operations" or "threat" or "threats" or "plot";
    }

    /// <summary>"paramilitary bands", "the extremist organization": the end of the words for a group after the adjective; null when none follow.</summary>
    public static int? ArmedPeople(Document document, int from, int end)
    {
        var i = document.Word(from) == "armed" ? from + 1 : from;
        return i < end && Bands.Contains(document.Word(i)) ? i + 1 : null;
    }

    /// <summary>Where all are capitals, a name is known by a word of no list, or by a word for a group that is not alone.</summary>
    public static bool AreName(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.TagOf(i) == Tag.Name || end - first > 1 && (document.ClassOf(i) & WordClass.Group) != 0) return true;
        return false;
    }
}

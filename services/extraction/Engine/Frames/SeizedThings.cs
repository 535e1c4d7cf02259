namespace Platform.Extraction.Engine;

/// <summary>"Troops seized weapons", "police arrested a suspect and seized a car": who seizes things has kidnapped nobody, and is not himself seized.</summary>
internal static class SeizedThings
{
    /// <summary>True when the words of harm are "seized" with an object that is no people.</summary>
    public static bool Are(Document document, LexiconMatch match)
    {
        if (document.IsUpper || document.Word(match.First) != "seized") return false;
        var phrases = document.Phrases;
        var at = phrases.At(match.First);
        if (phrases[at] is not { Kind: ChunkKind.Verb, IsPassive: false } verb || verb.Head != match.First || phrases.KindOf(at + 1) != ChunkKind.Noun || phrases[at + 1].First != verb.End) return false;
        var thing = phrases[at + 1].Head;
        // "seized a tanker and took its crew captive": who is aboard is seized with it.
        return document.Word(thing) is not ("ship" or "ships" or "tanker" or "tankers" or "vessel" or "vessels" or "boat" or "boats" or "bus" or "buses" or "minibus" or "plane" or "ferry" or "trawler" or "yacht") && !document.Has(thing, Kinds.Person) && (document.ClassOf(thing) & WordClass.Person) == 0 && document.TagOf(thing) is not (Tag.Pronoun or Tag.Name or Tag.Number);
    }
}

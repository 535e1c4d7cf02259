namespace Platform.Extraction.Engine;

/// <summary>"with five missiles and a large number of drones": what is joined to a weapon that was used was used as well, though the verb is far.</summary>
internal static class JoinedWeapons
{
    /// <summary>Tokens between two weapons of a list.</summary>
    private const int Reach = 12;

    /// <summary>"A bomb on a bus killed four", "a mine planted on a road near X wounded two": where it was stands between it and what it did.</summary>
    public static bool IsSubject(Document document, LexiconMatch weapon, LexiconMatch harm)
    {
        if (document.IsUpper || weapon.End > harm.First) return false;
        var phrases = document.Phrases;
        var verb = phrases.At(harm.First);
        if (phrases[verb] is not { Kind: ChunkKind.Verb, IsPassive: false, Form: VerbForm.Active }) return false;
        var subject = phrases.At(weapon.First);
        if (phrases[subject].Kind != ChunkKind.Noun || phrases[subject].Head >= weapon.End) return false;
        // "blamed X for the drone that killed three": in a relative clause it is the subject, whatever it is in the main one.
        var relative = phrases.KindOf(verb - 1) == ChunkKind.Relative;
        if (phrases.KindOf(subject - 1) == ChunkKind.Preposition && !relative && document.Word(phrases[subject - 1].First) is not ("after" or "before")) return false;
        // "A World War Two bomb", "a shell from the war": nobody attacked with it.
        for (var i = phrases[subject].First; i < harm.First; i++)
            if (document.Word(i) == "war") return false;
        for (var i = subject + 1; i < (relative ? verb - 1 : verb); i++)
            if (!(phrases[i].Kind is ChunkKind.Preposition or ChunkKind.Noun or ChunkKind.Adverb or ChunkKind.Time || phrases[i].Kind == ChunkKind.Verb && (phrases[i].Form & VerbForm.Reduced) != 0)) return false;
        return phrases.KindOf(verb - 1) != ChunkKind.Preposition;
    }

    /// <summary>True when only "and", commas and the second weapon's own words stand between the end of one and the next.</summary>
    public static bool Are(Document document, int end, LexiconMatch next)
    {
        if (end < 0 || next.First <= end || next.First - end > Reach || document.Word(next.First - 1) == "to") return false;
        var joined = false;
        for (var i = end; i < next.First; i++)
        {
            var kind = document.Phrases.KindOf(document.Phrases.At(i));
            if (kind == ChunkKind.Verb || document.Has(i, Kinds.Harm) || document.Has(i, Kinds.Object) || document.Has(i, Kinds.Person)) return false;
            if (document.Word(i) is "and" or "," || document.Word(i) == "as" && document.Word(i + 1) == "well") joined = true;
            else if (!joined && document.Word(i) is not ("of" or "type") || kind == ChunkKind.Preposition && document.Word(i) is not ("of" or "at" or "as" or "with")) return false;
        }
        return joined;
    }
}

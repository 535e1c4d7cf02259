namespace Platform.Extraction.Engine;

/// <summary>"The group said on Monday it had hit a depot": who can attack says of itself that it hit something; of a company or a team it is a figure.</summary>
internal static class OwnHit
{
    /// <summary>Tokens from the word for speaking to the verb.</summary>
    private const int Reach = 14;

    /// <summary>Tokens of the speaker before the word for speaking.</summary>
    private const int SpeakerReach = 8;

    /// <summary>True when the match is the verb of such a sentence.</summary>
    public static bool Is(Document document, Clause clause, LexiconMatch match)
    {
        if (document.IsUpper || match.Find(Kinds.Action)?.Value != "hit" || document.Word(match.End - 1) is not ("hit" or "struck")) return false;
        if (document.Phrases[document.Phrases.At(match.End - 1)] is not { Kind: ChunkKind.Verb, IsPassive: false } verb || !IsThing(document, match.End)) return false;
        var subject = verb.First - 1;
        var own = document.Word(subject) is "it" or "they" || document.Word(subject) is "fighters" or "forces" or "drones" or "missiles" or "rockets" or "artillery" && document.Word(subject - 1) is "its" or "their";
        if (!own || clause.Sentence > 0 && IsStriker(document, clause.Sentence - 1, document.Word(subject))) return false;
        for (var i = subject - 1; i >= Math.Max(clause.First + 1, subject - Reach); i--)
        {
            if (document.Word(i) is ";") return false;
            if (document.Find(i, Kinds.Say) is not null) return HasAttacker(document, clause, i);
        }
        return false;
    }

    /// <summary>"A drone hit the base. X said it struck a hangar": what the sentence before was about did, and not X.</summary>
    private static bool IsStriker(Document document, int sentence, string pronoun)
    {
        var phrase = document.Phrases[document.Phrases.At(Dateline.End(document, document.Sentences[sentence].First))];
        if (phrase.Kind != ChunkKind.Noun) return false;
        if (pronoun == "they") return document.Word(phrase.Head) is "rebels" or "gunmen" or "militants" or "insurgents";
        return pronoun == "it" && (document.Find(phrase.Head, Kinds.Weapon) is not null || document.Find(phrase.Head, Kinds.Event)?.Attribute("pos") == "noun");
    }

    private static bool IsThing(Document document, int token) =>
        document.TagOf(token) is Tag.Determiner or Tag.Number or Tag.Name or Tag.Noun or Tag.Adjective or Tag.Possessive && !(document.Phrases[document.Phrases.At(token)] is { Kind: ChunkKind.Noun } thing && document.Word(thing.Head) is "target" or "targets" or "goal" or "goals" or "record" or "bottom" or "snag" or "obstacle" or "milestone" or "deal" or "limit" or "wall");

    private static bool HasAttacker(Document document, Clause clause, int say)
    {
        for (var i = say - 1; i >= Math.Max(clause.First, say - SpeakerReach); i--)
            if (document.Find(i, Kinds.Actor) is { } actor && !actor.Has("weak") && document.Find(i, Kinds.Person) is not { Value: "police" }) return true;
        return false;
    }
}

namespace Platform.Extraction.Engine;

/// <summary>Exercises told over more than one sentence: what was fired stands in the first, that it was an exercise in the next.</summary>
internal static class Drills
{
    private const int HeadSentences = 4;

    /// <summary>Tokens from the head of a sentence to "the drill".</summary>
    private const int SubjectReach = 6;

    private static readonly ulong Strike = KindSet.Of(Kinds.Harm, Kinds.NoHarm);

    /// <summary>True when a sentence of the head is about "the drill", as its subject, none before it tells of an attack, and none of the head of anyone harmed.</summary>
    public static bool IsTold(Document document, WordSet exercises)
    {
        var isTold = false;
        for (var s = 0; s < Math.Min(HeadSentences, document.Sentences.Count); s++)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.First; i < sentence.End; i++)
            {
                isTold |= s > 0 && i < sentence.First + SubjectReach && exercises.Contains(document.Word(i)) && IsDefinite(document, i) && document.TagOf(i + 1) is Tag.Be or Tag.Modal or Tag.Past or Tag.Verb or Tag.Have or Tag.Mark;
                if (document.HasAny(i, Strike)) return false;
                if (!isTold && (document.Find(i, Kinds.Event)?.Attribute("pos") == "verb" && document.Word(i) is not ("targets" or "targeted" or "targeting" or "pounded") || document.Find(i, Kinds.Claim) is not null)) return false;
            }
        }
        return isTold;
    }

    /// <summary>"The drill", "the annual naval exercise".</summary>
    private static bool IsDefinite(Document document, int i) => document.Word(i - 1) is "the" or "this" or "these"
        || document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Noun } phrase && document.Word(phrase.First) is "the" or "this" or "these";

    /// <summary>Something is fired, launched or hit, and nobody is said to be harmed by it.</summary>
    public static bool IsFired(Document document, Clause clause)
    {
        var fired = false;
        for (var i = clause.First; i < clause.End; i++)
        {
            // A base that was hit is nobody's drill.
            if (document.HasAny(i, Strike) || document.Has(i, Kinds.Object)) return false;
            fired |= document.Find(i, Kinds.Action)?.Value is "fire" or "hit" or "use" or "down" || document.Has(i, Kinds.Damage) || document.Word(i) is "targeted" or "targets" or "targeting" or "pounded";
        }
        return fired;
    }

    /// <summary>"fired at mock targets", "hit a replica of a carrier": nothing that anyone has.</summary>
    public static bool HasMockTarget(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.HasAny(i, Strike)) return false;
        for (var i = clause.First; i < clause.End; i++)
            if (document.Word(i) is "mock" or "simulated" or "dummy" && document.Word(i + 1) is "target" or "targets" or "enemy" or "warship" or "ship" or "carrier" or "up" or "ups" or "base" || document.Word(i) is "replica" or "mockup" && document.Word(i + 1) == "of") return true;
        return false;
    }
}

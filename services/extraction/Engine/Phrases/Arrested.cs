using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Whom a noun for an attack is held against: "soldiers involved in the murder", "accused of the attack", "arrested for the killing",
/// "detained in connection with the bombing", "the police arrested three students for the murder".
/// </summary>
internal static class Arrested
{
    /// <summary>Places and times between "arrested" and "in connection with".</summary>
    private const int MostBetween = 3;

    /// <summary>The phrase of those it is held against, or the verb whose subject they are, and how.</summary>
    /// <param name="phrases">Phrases of the document.</param>
    /// <param name="before">The preposition before the noun.</param>
    /// <param name="low">First phrase of the sentence.</param>
    public static (int Verb, int? People, Stance Stance)? At(Document document, PhraseIndex phrases, int before, int low)
    {
        var word = document.Word(phrases[before].First);
        if (word is not ("in" or "of" or "with" or "for")) return null;
        var verb = before - 1;
        var arrest = word == "for";
        // "in connection with the attack"
        if (word == "with" && verb - 2 >= low && phrases[verb].Kind == ChunkKind.Noun && document.Word(phrases[verb].Head) is "connection" or "relation" or "conjunction" && document.Word(phrases[verb - 1].First) == "in")
        {
            (verb, arrest) = (verb - 2, true);
            // "arrested in Medellin on Friday in connection with"
            for (var steps = 0; steps < MostBetween && verb - 2 >= low; steps++)
                if (phrases[verb].Kind is ChunkKind.Noun or ChunkKind.Time && phrases[verb - 1].Kind == ChunkKind.Preposition) verb -= 2;
                else if (phrases[verb].Kind is ChunkKind.Time or ChunkKind.Adverb) verb--;
        }
        if (verb < low) return null;
        if (phrases[verb].Kind == ChunkKind.Verb)
        {
            var head = document.Word(phrases[verb].Head);
            if (!arrest) return Involved(head) is { } stance ? (verb, null, stance) : null;
            return phrases[verb].IsPassive && IsArrest(head) ? (verb, null, Stance.Suspected) : null;
        }
        return arrest && phrases[verb].Kind == ChunkKind.Noun && verb - 1 >= low && phrases[verb - 1] is { Kind: ChunkKind.Verb, IsPassive: false } police && IsArrest(document.Word(police.Head)) ? (verb - 1, verb, Stance.Suspected) : null;
    }

    private static bool IsArrest(string verb) => verb is "arrested" or "detained" or "captured" or "jailed" or "imprisoned" or "indicted" or "charged" or "sentenced" or "convicted" or "sought" or "wanted";

    private static Stance? Involved(string verb) => verb switch
    {
        "participated" or "participating" => Stance.Stated,
        "accused" or "charged" => Stance.Accused,
        "involved" or "implicated" or "suspected" => Stance.Suspected,
        _ => null,
    };
}

namespace Platform.Extraction.Engine;

/// <summary>"had planned to attack a church with a suicide vest": what was only meant to be used tells no attack, however far the words for the plan stand.</summary>
internal static class Planned
{
    /// <summary>Phrases from the verb to what it was to be done with.</summary>
    private const int Reach = 8;

    /// <summary>True when the weapon is the instrument of a verb that the clause only plans, fears or forbids.</summary>
    public static bool Is(Document document, Clause clause, LexiconMatch weapon)
    {
        var phrases = document.Phrases;
        var with = phrases.At(weapon.First) - 1;
        if (document.IsUpper || phrases.KindOf(with) != ChunkKind.Preposition || document.Word(phrases[with].First) != "with") return false;
        for (var i = with - 1; i >= with - Reach && phrases.KindOf(i) is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Verb; i--)
        {
            if (phrases[i] is not { Kind: ChunkKind.Verb } verb) continue;
            return verb.First >= clause.First && (verb.Form & VerbForm.Infinitive) != 0 && !Realis.IsReal(document, clause, verb.Head);
        }
        return false;
    }
}

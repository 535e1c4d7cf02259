namespace Platform.Extraction.Engine;

/// <summary>"… attacked the port of X with drones; and the base in Y with rockets": the verb is not said again.</summary>
internal static class EllipsisReader
{
    private static readonly ulong HitOrEvent = KindSet.Of(Kinds.Action, Kinds.Event);

    /// <summary>The weapon that tells the clause, which it makes the kind of its weapon; null when the clause is no such one.</summary>
    public static LexiconMatch? Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        var sentence = document.Sentences[clause.Sentence];
        if (document.IsUpper || frame.TypeRank > 0 || frame.Weapons.Count != 1 || clause.First == sentence.First || document.Word(clause.First - 1) is not (";" or ",") || HasVerb(document, clause) || !IsDone(document, sentence.First, clause.First)) return null;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (match.Find(Kinds.Weapon) is null || !HasWith(document, clause, match.First)) continue;
            (frame.Type, frame.TypeRank, frame.EventQuote, frame.IsElliptic) = (frame.Weapons[0].Event, 6, document.QuoteOf(match.First, match.End), true);
            return match;
        }
        return null;
    }

    private static bool HasVerb(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return true;
        return false;
    }

    private static bool HasWith(Document document, Clause clause, int weapon)
    {
        for (var i = weapon - 1; i > Math.Max(clause.First, weapon - 6); i--)
            if (document.Word(i) is "with" or "using") return true;
        return false;
    }

    /// <summary>The words before tell an attack in the active voice.</summary>
    private static bool IsDone(Document document, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
            if (document.HasAny(i, HitOrEvent) && document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Verb, IsPassive: false }) return true;
        return false;
    }
}

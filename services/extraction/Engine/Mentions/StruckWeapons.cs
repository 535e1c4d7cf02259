namespace Platform.Extraction.Engine;

/// <summary>"Strikes on missile sites", "jets struck rocket launchers": weapons that are what was attacked, and say nothing of what was used.</summary>
internal static class StruckWeapons
{
    /// <summary>How many phrases of a list stand between the word for the attack and the weapon at most.</summary>
    private const int Reach = 8;

    private static readonly WordSet Hits =
        ["struck", "hit", "targeted", "bombed", "attacked", "pounded", "strike", "striking", "hitting", "targeting", "bombing", "attacking", "pounding"];
    private static readonly WordSet Stores =
        ["launcher", "launchers", "site", "sites", "depot", "depots", "storage", "workshop", "workshops", "platform", "platforms", "factory", "factories", "warehouse", "warehouses", "battery", "batteries", "facility", "facilities", "position", "positions"];

    /// <summary>True when the clause says that the weapon itself, or where it is kept or launched, was struck.</summary>
    public static bool Is(Document document, LexiconMatch weapon)
    {
        // A truck hits a mine or a bomb, and is what was attacked.
        if (weapon.Find(Kinds.Weapon)?.Value is not ("rocket" or "missile" or "drone" or "artillery" or "mortar")) return false;
        var phrases = document.Phrases;
        var at = phrases.At(weapon.First);
        if (phrases[at] is not { Kind: ChunkKind.Noun } phrase) return false;
        var store = IsStore(document, phrase, weapon.End);
        var after = at + 1;
        while (phrases.KindOf(after) is ChunkKind.Adverb or ChunkKind.Time) after++;
        if (phrases.KindOf(after) == ChunkKind.Verb)
        {
            var verb = phrases[after];
            // "missile launchers were struck", but "missiles were hit" by what shoots them down.
            if (verb.IsPassive && (verb.Form & VerbForm.Reduced) == 0) return store && (Hits.Contains(document.Word(verb.Head)) || document.Has(verb.Head, Kinds.Damage));
            if ((verb.Form & (VerbForm.Infinitive | VerbForm.Reduced)) == 0) return false;
        }
        return IsObject(document, at, store);
    }

    /// <summary>"missile launchers", "drone storage sites": the nouns after the weapon in its phrase.</summary>
    public static bool IsStore(Document document, Chunk phrase, int from)
    {
        for (var i = from; i < phrase.End; i++)
            if (Stores.Contains(document.Word(i))) return true;
        return false;
    }

    /// <summary>Goes back over a list to the verb or the noun that says what was done to all of it.</summary>
    private static bool IsObject(Document document, int at, bool store)
    {
        var phrases = document.Phrases;
        for (var i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            var chunk = phrases[i];
            switch (chunk.Kind)
            {
                case ChunkKind.Conjunction or ChunkKind.Comma or ChunkKind.Noun:
                    break;
                case ChunkKind.Preposition:
                    if (document.Word(chunk.First) is "of" or "including") break;
                    return document.Word(chunk.First) is "on" or "against" or "at" && i > 0 && document.Find(phrases[i - 1].Head, Kinds.Event)?.Attribute("pos") == "noun" && phrases[i - 1].Kind == ChunkKind.Noun;
                case ChunkKind.Verb:
                    if (chunk.IsPassive) return false;
                    if (store && document.Word(chunk.Head) is "destroyed" or "destroying") return true;
                    return Hits.Contains(document.Word(chunk.Head)) && !IsDefence(document, i - 1);
                default:
                    return false;
            }
        }
        return false;
    }

    /// <summary>"Air defences hit three drones": what flies is stopped, and that it flew is what is told.</summary>
    private static bool IsDefence(Document document, int subject) =>
        subject >= 0 && document.Phrases[subject] is { Kind: ChunkKind.Noun } phrase && document.Word(phrase.Head) is "defence" or "defences" or "defense" or "defenses" or "systems" or "system" or "interceptors" or "interceptor";
}

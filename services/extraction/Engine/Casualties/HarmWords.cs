namespace Platform.Extraction.Engine;

/// <summary>Words of harm: what became of the people in their roles.</summary>
internal static class HarmWords
{
    private const int HitReach = 20;

    /// <summary>What a lexicon match says became of people, or null.</summary>
    public static Outcome? OutcomeOf(Document document, LexiconMatch match)
    {
        if (match.Find(Kinds.Harm) is { } harm) return harm.Value switch { "killed" => Outcome.Killed, "wounded" => Outcome.Wounded, "shot" => Outcome.Shot, _ => null };
        if (match.Find(Kinds.Event) is not { Value: "shooting" } told) return null;
        var death = document.Word(match.End - 1) is "death" or "deaths" or "homicide" or "homicides" || document.Word(match.First) is "fatal" or "deadly" || document.Word(match.First - 1) is "fatal" or "deadly";
        if (told.Attribute("pos") == "noun" && IsIngVerb(document, match)) return document.Word(match.First - 1) == "fatally" || ToDeath(document, match.End) ? Outcome.Killed : Outcome.Shot;
        if (told.Attribute("pos") == "noun") return document.Word(match.End) == "of" || document.Word(match.End - 1) == "of" ? death ? Outcome.Killed : Outcome.Shot : null;
        if (ToDeath(document, match.End)) return Outcome.Killed;
        return document.Word(match.End - 1) is "shot" or "shoots" or "shooting" or "him" or "her" ? document.Word(match.First - 1) == "fatally" ? Outcome.Killed : Outcome.Shot : null;
    }

    /// <summary>"shot his wife to death", "shot two men dead".</summary>
    private static bool ToDeath(Document document, int from)
    {
        var next = document.Phrases.KindOf(from < document.Tokens.Count ? document.Phrases.At(from) : -1) == ChunkKind.Noun ? document.Phrases[document.Phrases.At(from)].End : from;
        return IsToDeath(document, next);
    }

    /// <summary>"dead", "to death" at a token.</summary>
    public static bool IsToDeath(Document document, int next)
    {
        return document.Word(next) == "dead" || (document.Word(next) == "to" && document.Word(next + 1) == "death");
    }

    /// <summary>"one of the bullets hit a girl", "a round struck him": a verb of striking in a sentence of shots.</summary>
    public static bool IsHit(Document document, Sentence sentence, int i)
    {
        if (document.Word(i) is not ("hit" or "hits" or "hitting" or "struck" or "striking" or "strikes") || document.MatchOf(i)?.Find(Kinds.Harm) is not null) return false;
        for (var k = Math.Max(sentence.First, i - HitReach); k < Math.Min(sentence.End, i + HitReach); k++)
            if (document.Word(k) is "bullet" or "bullets" or "round" or "rounds" or "shots" or "gunfire" or "shot" or "fired" or "discharged" or "gun" or "fire" or "firing" or "gunman" or "gunmen" or "gunshots" or "shooter" or "shooting" or "pellets") return true;
        return false;
    }

    /// <summary>"for shooting a man": no noun there.</summary>
    private static bool IsIngVerb(Document document, LexiconMatch match) => match.End - match.First == 1 && document.Word(match.First) == "shooting"
        && document.Phrases[document.Phrases.At(match.First)] is { Kind: ChunkKind.Verb, Form: VerbForm.Ing } && document.Phrases.KindOf(document.Phrases.At(match.First) + 1) == ChunkKind.Noun;
}

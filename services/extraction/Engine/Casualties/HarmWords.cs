namespace Platform.Extraction.Engine;

/// <summary>Words of harm: what became of the people in their roles.</summary>
internal static class HarmWords
{
    private const int HitReach = 20;

    /// <summary>Tokens from the word of shooting to where it hit.</summary>
    public const int LightReach = 6;
    private const int MostParts = 8;

    /// <summary>What a lexicon match says became of people, or null.</summary>
    public static Outcome? OutcomeOf(Document document, LexiconMatch match)
    {
        // "fired the shot that killed her"
        if (document.Word(match.First) == "shot" && match.End - match.First == 1 && document.TagOf(match.First - 1) == Tag.Determiner && document.Find(match.End, Kinds.Person) is null) return null;
        // "His family is hurting": it grieves.
        if (IsAttempted(document, match.First) || document.Word(match.First) == "hurting" && document.TagOf(match.First - 1) is Tag.Be or Tag.Adverb) return null;
        if (match.Find(Kinds.Harm) is { } harm) return harm.Value switch { "killed" => Outcome.Killed, "wounded" => Outcome.Wounded, "shot" => ToDeath(document, match.End) ? Outcome.Killed : Outcome.Shot, _ => null };
        // "stabbed his wife to death": of wounds without a death no number is reckoned.
        if (match.Find(Kinds.Event) is { Value: "stabbing" } stabbed) return stabbed.Attribute("pos") == "verb" && ToDeath(document, match.End) ? Outcome.Killed : null;
        if (match.Find(Kinds.Event) is not { Value: "shooting" } told) return null;
        var death = document.Word(match.End - 1) is "death" or "deaths" or "homicide" or "homicides" || document.Word(match.First) is "fatal" or "deadly" || document.Word(match.First - 1) is "fatal" or "deadly";
        if (told.Attribute("pos") == "noun" && IsIngVerb(document, match)) return document.Word(match.First - 1) == "fatally" || ToDeath(document, match.End) ? Outcome.Killed : Outcome.Shot;
        if (told.Attribute("pos") == "noun") return document.Word(match.End) == "of" || document.Word(match.End - 1) == "of" ? death ? Outcome.Killed : Outcome.Shot : null;
        if (ToDeath(document, match.End)) return Outcome.Killed;
        return document.Word(match.End - 1) is "shot" or "shoots" or "shooting" or "him" or "her" ? document.Word(match.First - 1) == "fatally" ? Outcome.Killed : Outcome.Shot : null;
    }

    /// <summary>"shot his wife to death", "shot two men dead", "shot his wife, 30, and their two sons to death".</summary>
    private static bool ToDeath(Document document, int from)
    {
        var (phrases, list) = (document.Phrases, new Coordination(document));
        var index = from < document.Tokens.Count ? phrases.At(from) : -1;
        if (phrases.KindOf(index) != ChunkKind.Noun) return IsToDeath(document, from);
        // "shooting three of them to death"
        if (document.Quantities.StartingAt(from) is { } part && document.Word(part.End) == "of" && phrases.KindOf(index + 2) == ChunkKind.Noun && IsToDeath(document, phrases[index + 2].End)) return true;
        for (var parts = 0; parts < MostParts; parts++)
        {
            // "shot two men dead": the last word may stand in the phrase.
            if (IsToDeath(document, phrases[index].End) || document.Word(phrases[index].End - 1) == "dead") return true;
            var link = list.IsAge(index + 2) ? index + 3 : index + 1;
            while (phrases.KindOf(link) is ChunkKind.Comma or ChunkKind.Bracket) link++;
            if (phrases.KindOf(link) == ChunkKind.Conjunction) link++;
            if (link == index + 1 || phrases.KindOf(link) != ChunkKind.Noun) return false;
            index = link;
        }
        return false;
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
        // "Her aunt was also hit": as who was told before.
        if (document.Word(i) is "hit" or "struck" && document.Word(i - 1) == "also" && document.Word(i - 2) is "was" or "were" && document.Word(i + 1) is not ("by" or "with")) return true;
        // "A gunman opened fire. A total of six people were hit": with what the sentence before has said.
        var before = IsNumberHit(document, i) ? sentence.First - HitReach : sentence.First;
        // "The gunman fled in a car. Two women were hit": by the car.
        for (var k = Math.Max(Math.Max(before, 0), i - HitReach); before < sentence.First && k < i; k++)
            if (document.Word(k) is "car" or "truck" or "vehicle" or "driver" or "van" or "fled") return false;
        for (var k = Math.Max(Math.Max(before, 0), i - HitReach); k < Math.Min(sentence.End, i + HitReach); k++)
            if (document.Word(k) is "bullet" or "bullets" or "round" or "rounds" or "shots" or "gunfire" or "shot" or "fired" or "discharged" or "gun" or "fire" or "firing" or "gunman" or "gunmen" or "gunshots" or "shooter" or "shooting" or "pellets") return true;
        return false;
    }

    /// <summary>"six people were hit.", "A boy was hit.": a number of people or somebody new, and nothing that they were hit with.</summary>
    private static bool IsNumberHit(Document document, int hit) => document.Word(hit) == "hit" && document.Word(hit - 1) is "were" or "was" && document.Word(hit + 1) is "." or "," or ";" or "and"
        && document.Phrases[document.Phrases.At(hit - 2)] is { Kind: ChunkKind.Noun } subject && (document.Quantities.EndingAt(subject.Head) is not null || document.Word(subject.First) is "a" or "an" && document.Word(hit - 1) == "was") && document.Has(subject.Head, Kinds.Person);

    /// <summary>"attempted murder of an officer": a deed that failed.</summary>
    public static bool IsAttempted(Document document, int word) => document.Word(word - 1) is "attempted" or "attempting";

    /// <summary>"A woman was wounded": and not found so, nor badly, nor dead in the end.</summary>
    public static bool IsOnlyWounded(Document document, int from, int end, int sentenceEnd)
    {
        if (document.Word(end - 1) is not ("wounded" or "injured") || document.Word(from) is not ("was" or "wounded" or "injured") || document.Word(from) != "was" && document.Word(from - 1) is not ("was" or "also")) return false;
        for (var i = end; i < sentenceEnd; i++)
            if (document.Word(i) is "died" or "dies" or "dead" or "death" or "succumbed") return false;
        return true;
    }

    /// <summary>"in the arm", "by a stray round": in the words of shooting or after them.</summary>
    public static bool IsLight(Document document, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (document.Word(i) is "," or ";" or "and") return false;
            if (document.Word(i) is "stray" or "arm" or "hand" or "leg" or "foot" or "ankle" or "wrist" or "finger" or "elbow" or "thigh" or "shoulder" or "buttocks" or "calf" or "knee") return true;
        }
        return false;
    }

    /// <summary>"for shooting a man": no noun there.</summary>
    private static bool IsIngVerb(Document document, LexiconMatch match) => match.End - match.First == 1 && document.Word(match.First) == "shooting"
        && document.Phrases[document.Phrases.At(match.First)] is { Kind: ChunkKind.Verb, Form: VerbForm.Ing } && document.Phrases.KindOf(document.Phrases.At(match.First) + 1) == ChunkKind.Noun;
}

namespace Platform.Extraction.Engine;

/// <summary>Who is told after somebody harmed and is not he: kin of the dead, the survivor, one of another sort, the attacker who died, too.</summary>
internal static class Newcomers
{
    /// <summary>From one harmed to the next: farther back the text is not searched for a doer.</summary>
    private const int Between = 80;

    private const int CareReach = 14;

    /// <summary>Nouns that say whose somebody is.</summary>
    private static readonly WordSet Kin =
    [
        "wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "cousin", "nephew", "niece", "uncle", "aunt", "friend", "girlfriend", "boyfriend", "fiancee", "fiance", "passenger",
        "neighbor", "neighbour", "roommate", "stepson", "stepdaughter", "grandson", "granddaughter", "grandmother", "grandfather", "companion", "coworker", "colleague", "child", "baby", "twin",
    ];

    /// <summary>They fit anybody of their age, whatever he does.</summary>
    private static readonly WordSet Anybody =
        ["man", "woman", "person", "victim", "boy", "girl", "teen", "teenager", "youth", "individual", "resident", "male", "female", "adult", "child", "juvenile", "minor", "suspect", "gunman", "student", "father", "mother", "son", "daughter", "one", "native", "local"];

    private static readonly WordSet Grown = ["man", "woman"];
    private static readonly WordSet Young = ["juvenile", "child", "toddler", "infant", "baby", "minor"];
    private static readonly WordSet Deaths = ["died", "dies", "dead", "death", "succumbed", "pronounced", "killed", "fatally", "deceased", "saved", "save"];
    private static readonly WordSet Accused = ["charged", "arrested", "accused", "suspect", "suspected", "gunman", "shooter", "custody", "husband", "boyfriend", "himself", "herself", "estranged"];

    /// <summary>Where one man is killed so, he is the suspect himself.</summary>
    private static readonly WordSet Stopped = ["standoff", "confrontation", "confronted", "invasion", "broke", "burglary", "burglar", "intruder", "involved", "charged", "lunged", "pursuit", "chase"];

    /// <summary>Why else one is taken to a hospital.</summary>
    private static readonly WordSet Precautions = ["precaution", "precautionary", "evaluation", "crash", "jail", "panic", "observation", "questioning", "fall", "asthma", "smoke"];

    private static readonly WordSet Police = ["police", "officer", "officers", "deputy", "deputies", "trooper", "troopers", "agent", "agents"];

    /// <summary>One victim with what the tellings before him show: that he is none of those. <paramref name="hasDoer"/> when people are told to have done it.</summary>
    public static Victims Marked(Document document, List<Victims> found, int from, int end, Victims victims, bool hasDoer)
    {
        if (victims is not { Min: 1, Max: 1 } || victims.IsSelf && !victims.MayBeAlone || found.Count == 0 || victims.Phrase < from) return victims;
        if (victims.Outcome == Outcome.Killed) return IsDeadDoer(document, found, from, victims) ? victims with { IsDoer = true, IsAlso = true, IsKnown = false, IsSelf = false, Part = "attacker" } : victims;
        if (hasDoer || victims.IsDoer && victims.IsAlso) return victims;
        if (IsKin(document, found, from, victims)) return victims with { IsOther = true, IsKnown = false };
        if (Has(document, Deaths, victims.Phrase, end)) return victims;
        // Of the dead one, too, news says "found the injured man".
        if (document.Word(victims.Phrase) == "the" && (document.Word(victims.Phrase + 1) == "surviving" || victims.Phrase == from && document.Word(from + 1) is "wounded" or "injured" && !IsFollowedByDeath(document, end))) return victims with { IsAlive = true };
        if (document.Word(victims.Phrase) is not ("a" or "an") || victims.Phrase != from || victims.Name.Length > 0 || IsFollowedByDeath(document, end)) return victims;
        // "Two women were shot. A man was grazed": one more.
        if (found[^1] is { Number: > 1, Outcome: not Outcome.Killed } group && group.GroupSex != ' ' && victims.Sex != ' ' && group.GroupSex != victims.Sex) return victims with { IsOther = true, Nth = 0 };
        // "A driver was shot. A suspect was grazed"
        if (victims.Part == "attacker" && found[0] is { Number: 1, IsDoer: false, Outcome: not Outcome.Killed } first && (first.Name.Length > 0 || IsTrade(first.Noun))) return victims with { IsOther = true };
        // "A guard was shot. A patron was struck in the foot"
        if (found[0] is { Number: 1, Outcome: not Outcome.Killed } hurt && IsTrade(hurt.Noun) && IsTrade(victims.Noun) && !IsDeadOrTold(found, victims.Noun)) return victims with { IsOther = true };
        return IsNextToDead(found, from, victims) && !Has(document, Precautions, from, end) ? victims with { IsNewcomer = true } : victims;
    }

    /// <summary>"A man was killed. His son was shot": of the one told last, where nobody is told who did it and whose kin the dead may be.</summary>
    private static bool IsKin(Document document, List<Victims> found, int from, Victims victims)
    {
        if (victims.Phrase != from || document.Word(from) is not ("his" or "her") || !Kin.Contains(victims.Noun)) return false;
        if (found[^1] is not { Number: 1, Outcome: Outcome.Killed, IsImplied: false } last || last.Phrase >= victims.Phrase || found.Exists(known => known.HasDoer || known.IsDoer || known.IsSelf || known.Outcome != Outcome.Killed)) return false;
        if (last.Sex != ' ' && last.Sex != (document.Word(victims.Phrase) == "his" ? 'm' : 'f')) return false;
        for (var i = victims.Phrase - 1; i >= Math.Max(0, victims.Phrase - Between); i--)
            if (Accused.Contains(document.Word(i))) return false;
        return true;
    }

    /// <summary>
    /// "Lee Moe was killed. A woman was taken to a hospital", "A clerk was killed. A customer was shot": the dead one has a name or is of another sort.
    /// Where the dead is "a man" who gets his name later, both may tell of one.
    /// </summary>
    private static bool IsNextToDead(List<Victims> found, int from, Victims victims)
    {
        Victims? dead = null;
        foreach (var known in found)
        {
            if (known.Outcome != Outcome.Killed || known.IsImplied) continue;
            if (known.Number > 1 || known.IsSelf || known.IsDoer) return false;
            dead ??= known;
        }
        if (dead is null || dead.Phrase >= from || dead.Sex != ' ' && dead.Sex == victims.Sex) return false;
        // "Lee Moe was killed. A person was shot about 8 p.m.", "a rapper was shot": the same told again.
        if (victims.Sex == ' ' && !Young.Contains(victims.Noun) && !(IsTrade(dead.Noun) && IsTrade(victims.Noun))) return false;
        return dead.Name.Length > 0 || Grown.Contains(dead.Noun) && Young.Contains(victims.Noun) || Young.Contains(dead.Noun) && Grown.Contains(victims.Noun)
            || IsTrade(dead.Noun) && IsTrade(victims.Noun) && dead.Noun != victims.Noun;
    }

    /// <summary>Somebody died, or one of the same trade was told before.</summary>
    private static bool IsDeadOrTold(List<Victims> found, string noun)
    {
        foreach (var known in found)
            if (known.Noun == noun || known.Outcome == Outcome.Killed) return true;
        return false;
    }

    private static bool IsTrade(string noun) => noun.Length > 0 && !Anybody.Contains(noun);

    /// <summary>
    /// "A woman was shot and killed. The suspect died at a hospital", "A man killed his wife. He was found dead": not who was killed, unless it was by the police
    /// or the dead were counted with him.
    /// </summary>
    private static bool IsDeadDoer(Document document, List<Victims> found, int from, Victims victims)
    {
        if (victims.IsAlso || !victims.IsKnown || victims.HasDoer) return false;
        Victims? last = null;
        foreach (var known in found)
        {
            if (known.Outcome != Outcome.Killed || known.IsImplied) continue;
            if (known.IsDoer || known.IsSelf || known.IsByPolice) return false;
            last = known;
        }
        if (last is null || last.Phrase >= from) return false;
        // "A man killed two women. He was found dead"
        if (document.TagOf(victims.Phrase) == Tag.Pronoun) return last.HasDoer && (last.Number == 1 ? last.Sex : last.GroupSex) is not ' ' and var sex && victims.Sex != ' ' && victims.Sex != sex;
        // "Her husband was found dead of a self-inflicted wound"
        if (victims.IsSelf ? last.HasDoer || !(victims.IsDoer || document.Word(victims.Phrase) is "his" or "her") : !victims.IsDoer || victims.Part != "attacker") return false;
        if (last.HasDoer || victims.Noun == "intruder") return last.HasDoer;
        // "Two are dead": with him who did it; "two were shot and killed": by him.
        var byShot = false;
        for (var i = last.Phrase; i < from && document.Tokens[i].Start < last.Quote.End; i++)
            byShot |= document.Word(i) is "shot" or "stabbed" or "slain";
        for (var i = last.Phrase; i < from; i++)
            if (document.Word(i) is "including" or "involved" or "among" || last is { Number: 1, Sex: not 'f' } && (Stopped.Contains(document.Word(i)) || Police.Contains(document.Word(i)) && document.Word(i - 1) is "with" or "at" or "on") || Police.Contains(document.Word(i)) && document.Word(i - 1) == "by") return false;
        return byShot;
    }

    private static bool Has(Document document, WordSet words, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (words.Contains(document.Word(i))) return true;
        return false;
    }

    /// <summary>"A woman was taken to a hospital. She died there": of whom the next sentence tells the death.</summary>
    private static bool IsFollowedByDeath(Document document, int next) => document.Word(next) is "he" or "she" or "the" or "that" or "they" && Has(document, Deaths, next, Math.Min(document.Tokens.Count, next + CareReach));
}

namespace Platform.Extraction.Engine;

/// <summary>How victims stand to those told before them in their sentence, which begins at a token "from".</summary>
internal static class VictimLinks
{
    private const int EndReach = 6;

    /// <summary>So many told before are looked at; it bounds the work for texts without an end.</summary>
    private const int Before = 8;

    /// <summary>From the end of a name over the comma to what its bearer is.</summary>
    private const int AppositionReach = 4;

    private static readonly WordSet Police =
        ["police", "policeman", "policemen", "officer", "officers", "deputy", "deputies", "detective", "detectives", "sergeant", "trooper", "troopers", "agent", "agents", "marshal", "marshals", "cop", "cops", "swat", "sniper", "snipers", "guard", "jailer"];

    /// <summary>"killed two people before being shot dead", "before police shot him": what ended him who did it.</summary>
    public static bool IsEndOfDoer(Document document, List<Victims> found, int from, int word, int end, bool isDoer = false)
    {
        if (!found.Exists(victims => (victims.HasDoer || victims.Outcome == Outcome.Killed && (victims.Number > 1 || victims.Sex == 'f')) && victims.Phrase >= from)) return false;
        for (var i = word; i >= Math.Max(from, word - EndReach); i--)
            if (document.Word(i) is "before" or "until") return isDoer || document.Word(i + 1) is "being" or "he" or "she" || document.Word(end) is "him" or "her" || document.Word(end - 1) is "him" or "her" || document.Word(end - 2) is "him" or "her";
        return false;
    }

    /// <summary>"killed two people before being shot dead by police": the verb has no people of its own.</summary>
    public static bool IsEndOfSubject(Document document, List<Victims> found, int from, int verb)
    {
        var chunk = document.Phrases[document.Phrases.At(verb)];
        // "he was shot by a robber before being shot dead": the end of the victim.
        for (var i = from; i < chunk.First; i++)
            if (document.Word(i) is "was" or "were") return false;
        return document.Word(chunk.First) == "being" && document.Word(chunk.First - 1) is "before" or "until" && IsEndOfDoer(document, found, from, verb, chunk.End);
    }

    /// <summary>
    /// "A gunman killed a woman. Officers cornered him in an alley and killed him": whom the police kill after someone has killed others is he. The last found, told so.
    /// </summary>
    public static Victims AsEndedByPolice(Document document, List<Victims> found, List<int> agents)
    {
        var victims = found[^1];
        if (agents.Count == 0 || !IsPolice(document, document.Phrases[agents[0]])) return victims;
        victims = victims with { IsByPolice = true };
        if (victims is not { Outcome: Outcome.Killed, Min: 1, IsAlso: false } || !(victims.IsDoer || document.TagOf(victims.Phrase) == Tag.Pronoun)) return victims;
        for (var k = found.Count - 2; k >= 0; k--)
            // "A deputy shot a man; police say the deputies killed him": he is the man.
            if (found[k] is { Outcome: Outcome.Killed, HasDoer: true, IsByPolice: false, IsDoer: false } && (victims.IsDoer || found[k].Number > 1 || !victims.CanBe(found[k]))) return victims with { IsDoer = true, IsAlso = true, IsKnown = false, IsEnded = true, Part = "attacker" };
        return victims;
    }

    /// <summary>"Officers killed a man after he shot his wife to death": marks whom the police killed before in the sentence as the one who did what the verb at a token tells; false where there is none.</summary>
    public static bool MarkAnswered(Document document, List<Victims> found, int from, int verb)
    {
        for (var k = found.Count - 1; k >= Math.Max(0, found.Count - Before) && found[k].Phrase >= from; k--)
        {
            if (found[k] is not { Outcome: Outcome.Killed, IsByPolice: true, Min: 1 } ended || ended.Phrase >= verb) continue;
            for (var i = ended.Phrase + 1; i + 1 < verb; i++)
            {
                // "after he was told his son had been killed": by another.
                if (document.Word(i) is not ("after" or "when") || document.Word(i + 1) is not ("he" or "she") || document.Phrases[document.Phrases.At(verb)].IsPassive || IsHeard(document, i + 2, verb) || ended.Sex != ' ' && ended.Sex != (document.Word(i + 1) == "he" ? 'm' : 'f')) continue;
                found[k] = ended with { IsDoer = true, IsAlso = true, IsEnded = true, Part = "attacker" };
                return true;
            }
        }
        return false;
    }

    /// <summary>Somebody told or heard what follows.</summary>
    private static bool IsHeard(Document document, int from, int verb)
    {
        for (var k = document.Phrases.At(from); k < document.Phrases.At(verb); k++)
            if (document.Phrases.KindOf(k) == ChunkKind.Verb && document.Word(document.Phrases[k].Head) is "told" or "said" or "heard" or "learned" or "learnt") return true;
        return false;
    }

    /// <summary>"Two men were shot. They died": those told last, where several were shot; told by a phrase.</summary>
    public static Victims? ThoseBefore(Document document, List<Victims> found, int phrase) => document.Word(document.Phrases[phrase].First) == "they" && found.Count > 0
        && found[^1] is { Outcome: Outcome.Shot, Min: > 1, IsSelf: false } those ? those with { Phrase = document.Phrases[phrase].First } : null;

    /// <summary>"A man who shot two people was killed by police": he himself, up to the end of the word of harm.</summary>
    public static Victims Stopped(Document document, PeopleMention doer, int end, Outcome outcome) =>
        new(outcome, 1, 1, document.QuoteOf(doer.First, end)) { IsDoer = true, IsEnded = outcome == Outcome.Killed, Part = "attacker", Phrase = doer.First };

    /// <summary>"police", "Deputy Omar Lind", "Omar Lind, a deputy,".</summary>
    private static bool IsPolice(Document document, in Chunk doer)
    {
        var end = document.Word(doer.End) == "," ? doer.End + AppositionReach : doer.End;
        for (var i = doer.First; i < end; i++)
            if (Police.Contains(document.Word(i))) return true;
        return false;
    }

    /// <summary>Whether people killed after "and then" are others than those before: not the same phrase again, a part of them ("three people, one at home"), nor of another year.</summary>
    public static bool IsNext(Document document, Victims before, Victims victims, int verb)
    {
        if (before.Phrase == victims.Phrase || before.Quote.End > document.Tokens[verb].Start) return false;
        for (var i = before.Phrase; i < verb; i++)
            if (document.Word(i) == "one" && document.Word(i - 1) == "," || document.Tokens[i] is { Kind: TokenKind.Number, End: var end, Start: var start } && end - start == 4) return false;
        return true;
    }

    /// <summary>"a third person": 3; "another person": 0; null of others, "the other" and "another" alone among them.</summary>
    public static int? Nth(Document document, int phrase) =>
        document.Word(phrase) == "another" && document.TagOf(phrase + 1) == Tag.Noun ? 0
        : document.Word(phrase) == "a" && document.TagOf(phrase + 2) == Tag.Noun ? document.Word(phrase + 1) switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, "seventh" => 7, "eighth" => 8, "ninth" => 9, "tenth" => 10, _ => null }
        : null;

    /// <summary>"one was killed and one was hurt", "left two dead and sent a girl to a hospital", "the gunman died and an officer was hurt": whom a coordinated clause brings in is not the one before.</summary>
    public static bool IsBesideAnother(Document document, List<Victims> found, int from, Victims victims)
    {
        // "killed a boy and wounded his brother", "killed a boy, wounded his brother": known by the boy, and not he.
        var known = victims.IsKnown && document.Word(victims.Phrase) is not ("his" or "her" or "their");
        if (victims.Outcome == Outcome.Killed || victims.Min is null || known || victims.Name.Length > 0) return false;
        for (var k = found.Count - 1; k >= Math.Max(0, found.Count - Before); k--)
        {
            if (found[k].Phrase < from || found[k].Outcome == victims.Outcome || !(found[k].Min == 1 && victims.Min == 1 || found[k] is { Outcome: Outcome.Killed, Min: > 0 }) || found[k].Phrase >= victims.Phrase) continue;
            for (var i = victims.Phrase - 1; i > found[k].Phrase; i--)
            {
                // "one is dead after six people were shot": the one is of the six.
                if (victims.Min > 1 && document.TagOf(i) == Tag.Subordinator && document.Word(i) != "while" || document.Word(i) is "after" or "when" or "as") break;
                if (document.Word(i) is "and" or "while" or "but" or ";" || document.Word(i) == "," && victims.IsKnown && document.TagOf(i + 1) == Tag.Past) return true;
            }
        }
        return false;
    }
}

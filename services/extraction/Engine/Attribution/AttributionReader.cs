using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Who did it and who says so: claims, accusations, suspicions, denials; else the subject of an active verb of attack, "by X" after a
/// passive one, the adjective before an attack ("Russian shelling"), told as fact.
/// </summary>
internal static class AttributionReader
{
    private static readonly WordSet Answers = ["response", "retaliation", "reply", "turn"];

    private const int AgentReach = 12;

    /// <summary>Tokens from "believed to have been planted by" to the doer.</summary>
    private const int PassiveReach = 7;

    /// <summary>Adds the perpetrators a clause names. <paramref name="told"/>: the words that tell the event, or null.</summary>
    public static void Read(Document document, Frame frame, LexiconMatch? told)
    {
        var clause = frame.Clause;
        ActorList? actors = null;
        var accuses = false;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            var claim = match.Find(Kinds.Claim)?.Value;
            if (claim is null && ClaimReader.IsClaimedBy(document, clause, match.First)) claim = "claimedby";
            if (claim is null && (ClaimReader.IsClaimOfEvent(document, clause, match.First) || ClaimReader.IsClaimOfDeed(document, match.First))) claim = "claimed";
            if (claim is null && told is not null && match.End <= told.First && match.Find(Kinds.Say) is not null && ClaimReader.IsOwnDeed(document, clause, match, told) && !WeaponReader.IsStopped(document, clause, told)) claim = "claimed";
            if (claim is null && match.First > clause.First && ClaimReader.IsSuspicion(document, match)) claim = "suspected";
            if (claim is null) continue;
            accuses |= claim == "accused" && told is not null && match.End <= told.First && AccusationReader.HasAccuserBefore(document, match.First);
            actors ??= new ActorList(document, frame, SubjectStart(document, clause, match.First));
            ClaimReader.Read(document, frame, actors, match, claim);
        }
        if (told is not null && frame.Perpetrators.TrueForAll(perpetrator => perpetrator.Stance == Stance.Denied))
            ReadAgent(document, frame, actors ?? new ActorList(document, frame, clause.First), told, accuses);
        if (told is null && frame.Perpetrators.Count == 0) PronounDeed.Read(document, frame, actors);
        LeftBehind.Read(document, frame);
        if (frame.Perpetrators.Exists(perpetrator => !perpetrator.IsGeneric)) frame.Perpetrators.RemoveAll(perpetrator => perpetrator.IsGeneric);
    }

    /// <summary>"…, but later claimed responsibility": the subject stands in the clause before.</summary>
    private static int SubjectStart(Document document, Clause clause, int verb)
    {
        for (var i = clause.First; i < verb; i++)
            if (document.Word(i) is not ("but" or "and" or "then" or "later" or "while" or "," or "subsequently" or "has" or "had" or "have" or "also" or "eventually" or "afterwards")) return clause.First;
        return document.Sentences[clause.Sentence].First;
    }

    /// <summary>With <paramref name="accuses"/> the subject only says who did it.</summary>
    private static void ReadAgent(Document document, Frame frame, ActorList actors, LexiconMatch told, bool accuses)
    {
        var clause = frame.Clause;
        // "in response to the massacres committed by X": X did another thing.
        if (WeaponReader.IsStopped(document, clause, told) || Realis.IsReason(document, clause, told.First) || StoppedDoer.IsOfAttacker(document, frame, told)) return;
        // "responded by bombing": the noun does a verb's work.
        var noun = told.Find(Kinds.Event)?.Attribute("pos") == "noun" && document.Word(told.First - 1) != "by";
        var agent = noun ? Adjective(document, actors, told, clause) : null;
        agent ??= By(document, actors, clause, told);
        // A noun has a subject only through a verb of doing: "launched an attack".
        if (agent is null && !accuses && (!noun || IsDone(document, told, clause)) && !IsPassive(document, told, clause) && !ObjectReader.IsSuffered(told) && !IsInstrument(document, told, clause)) agent = Subject(document, frame, actors, told);
        // "killed three before being shot by guards": who ends an attack has not made it.
        if (document.Word(told.First) == "being" && document.Word(told.First - 1) is "before" or "until" || document.Word(told.First - 1) == "being" && document.Word(told.First - 2) is "before" or "until") return;
        if (agent is { } silent && silent.End <= told.First && NoWord.Is(document, silent.End, told.First)) return;
        if (agent is { } stopper && stopper.End <= told.First && Interceptor.Is(document, stopper.End)) return;
        if (agent is { Kind: PerpetratorKind.State, IsGeneric: false } state) JoinedStates.Add(document, clause, frame, state);
        if (agent is not { } doer) return;
        var stance = IsDenied(document, doer, told) ? Stance.Denied : IsHedged(document, clause, doer, told) ? Stance.Suspected : Stance.Stated;
        var accuser = stance == Stance.Stated && doer.End <= told.First ? ToldOfOthers.Accuser(document, clause, actors, doer, doer.First) ?? ToldOfOthers.Namer(document, clause, actors, doer) : null;
        actors.Add(frame, doer, accuser is null ? stance : Stance.Accused, accuser);
    }

    /// <summary>The doer at the head of the clause; where the words of attack have another subject, that one if it is a state.</summary>
    private static ActorMention? Subject(Document document, Frame frame, ActorList actors, LexiconMatch told)
    {
        // "Ukraine said four soldiers died", "Israel put the toll at 20": who dies, and who is counted, has no doer before the word.
        if (told.Find(Kinds.Event) is null && told.Find(Kinds.Harm)?.Attribute("form") is "died" or "toll") return null;
        if ((actors.Doer(frame, told.First) ?? Country(document, frame.Clause, told)) is not { } doer) return null;
        if (OtherSubject.Of(document, frame.Clause, doer, told) is not { } other) return doer;
        var phrase = document.Phrases[other];
        return StateReader.At(document, phrase.First, phrase.End) is { } state && state.End == phrase.End ? state : null;
    }

    /// <summary>"X denied that its forces fired the missiles that killed 20"; not "X, which denied a role in another attack, bombed the camp".</summary>
    private static bool IsDenied(Document document, ActorMention doer, LexiconMatch told)
    {
        for (var i = doer.End; i < told.First; i++)
            if (document.Word(i) is "denied" or "denies" or "denying" && document.Word(i - 1) is not ("which" or "who" or "that")) return true;
        return false;
    }

    /// <summary>"an Israeli air strike", "Hamas rocket fire", "rebel shelling": a state does such things, a group does any.</summary>
    private static ActorMention? Adjective(Document document, ActorList actors, LexiconMatch told, Clause clause)
    {
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 3); i--)
        {
            if (document.MatchOf(i) is not { } match)
            {
                if (document.Word(i) is "deadly" or "massive" or "heavy" or "major" or "cross" or "border" or "retaliatory" or "air" or "suicide" or "-" or "fresh" or "precision" or "coordinated" or "joint" or "fierce" or "intense") continue;
                return null;
            }
            if (actors.Covering(i) is { } actor && actor.End >= match.End && document.Word(actor.First - 1) is not ("on" or "against")) return actor;
            var state = match.Find(Kinds.Demonym) ?? match.Find(Kinds.Country);
            if (state is not null)
            {
                return told.Find(Kinds.Event)!.Value is "airstrike" or "missile_attack" or "drone_attack" or "shelling" or "rocket_attack" or "attack"
                    ? new ActorMention(match.First, match.End, state.Value, PerpetratorKind.State, false) : null;
            }
            if (match.Find(Kinds.Weapon) is null && match.Find(Kinds.Force) is null) return null;
        }
        return null;
    }

    private static ActorMention? By(Document document, ActorList actors, Clause clause, LexiconMatch told)
    {
        for (var i = told.End; i < Math.Min(clause.End, told.End + AgentReach); i++)
        {
            if (i == told.End && document.Word(i) is "belonging" && document.Word(i + 1) == "to" && told.Find(Kinds.Weapon) is not null) i++;
            else if (document.Word(i) is "at" && document.Word(i + 1) == "the" && document.Word(i + 2) == "hands") i += 3;
            else if (document.Word(i) != "by" || document.Word(i + 1).EndsWith("ing", StringComparison.Ordinal)) continue;
            if (ActorReader.IsHolder(document, i + 1)) continue;
            if (actors.After(i + 1, 6) is { } agent) return agent;
            var at = document.Word(i + 1) is "the" ? i + 2 : i + 1;
            if (document.Find(at, Kinds.Country) is { } country && document.Find(at + 1, Kinds.Object) is null)
                return new ActorMention(at, document.MatchOf(at)!.End, country.Value, PerpetratorKind.State, false);
        }
        return null;
    }

    /// <summary>A country by itself is a doer only as the subject at the head of its clause.</summary>
    private static ActorMention? Country(Document document, Clause clause, LexiconMatch told)
    {
        for (var i = Dateline.End(document, clause.First); i < told.First; i++)
        {
            // "In response, Iran fired"
            if (Answers.Contains(document.Word(i)) && document.Word(i - 1) == "in") continue;
            if (document.Word(i) is "the" or "and" or "but" or "then" or "," or "while" or "meanwhile" or "later" or "when" or "after") continue;
            if (document.TagOf(i) == Tag.Time || document.Word(i) is "on" or "early" or "late" or "in" && (document.TagOf(i + 1) is Tag.Time or Tag.Preposition || Answers.Contains(document.Word(i + 1)))) continue;
            if (document.MatchOf(i) is not { } match || match.Find(Kinds.Country) is not { } country || document.Word(match.End) is "'s" or "-") return null;
            // "The UK Maritime Trade Operations said": a name that only begins so.
            if (!document.IsUpper && document.IsCapital(match.End) && document.MatchOf(match.End) is null && document.TagOf(match.End) != Tag.Time) return null;
            if (document.MatchOf(match.End) is { } next && next.Entries.Any(entry => entry.Kind is Kinds.Object or Kinds.Person or Kinds.Force or Kinds.Actor or Kinds.Source)) return null;
            return new ActorMention(match.First, match.End, country.Value, PerpetratorKind.State, false);
        }
        return null;
    }

    private static bool IsDone(Document document, LexiconMatch told, Clause clause)
    {
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 8); i--)
            if (document.Find(i, Kinds.Action) is { Value: "fire" or "use" }) return !IsPassive(document, document.MatchOf(i)!, clause);
            // "resumed its shelling of"
            else if (document.Word(i) is "resumed" or "renewed" or "intensified" or "escalated" or "continued" && document.Word(i + 1) is "its" or "their") return true;
            // "had begun air strikes on"
            else if (i >= told.First - 2 && document.Word(i) is "begun" or "began" or "started" or "resumed" && (i == told.First - 1 || document.TagOf(i + 1) == Tag.Adjective)) return true;
            // "retaliated with air strikes"
            else if (document.Word(i) is "retaliated" or "responded" or "replied" or "answered" or "retaliating" or "responding" && document.Word(i + 1) is "with" or "by") return true;
        return false;
    }

    private static bool IsPassive(Document document, LexiconMatch told, Clause clause)
    {
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 3); i--)
            if (document.Word(i) is "was" or "were" or "been" or "being" or "be") return true;
        // "was targeted with a volley of 15 rockets"
        var (phrases, weapon) = (document.Phrases, document.Phrases.At(told.First));
        if (phrases.KindOf(weapon - 1) == ChunkKind.Preposition && document.Word(phrases[weapon - 1].First) == "with" && phrases[weapon - 2] is { Kind: ChunkKind.Verb, IsPassive: true }) return true;
        return document.Word(told.First) is "was" or "were" or "been";
    }

    /// <summary>"was hit by six rockets": what did it is no object of a doer in the clause.</summary>
    private static bool IsInstrument(Document document, LexiconMatch told, Clause clause)
    {
        if (told.Find(Kinds.Weapon) is null) return false;
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 4); i--)
            if (document.Word(i) == "by") return !document.Word(i + 1).EndsWith("ing", StringComparison.Ordinal);
        return false;
    }

    /// <summary>"suspected X attacked", "allegedly by X".</summary>
    private static bool IsHedged(Document document, Clause clause, ActorMention doer, LexiconMatch told)
    {
        for (var i = doer.First - 1; i >= Math.Max(clause.First, doer.First - 3); i--)
            if (document.Find(i, Kinds.Claim)?.Value == "suspected" || document.Word(i) is "purportedly" or "apparently" or "presumably" or "probably" or "likely") return true;
        // "a mine believed to have been planted by X"
        for (var i = doer.First - 1; i >= Math.Max(clause.First, doer.First - PassiveReach); i--)
            if (document.Word(i) is "believed" or "thought" or "suspected" && document.Word(i + 1) == "to" && document.Word(i + 2) is "have" or "be") return true;
        for (var i = doer.End; i < Math.Min(told.First, doer.End + 3); i++)
            if (document.Find(i, Kinds.Claim)?.Value == "suspected" || document.Word(i) is "purportedly" or "apparently" or "presumably" or "probably") return true;
        return false;
    }
}

using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Who says who did it: claims ("X claimed the attack", "claimed by X", "X said its fighters stormed"), denials, accusations with
/// their accuser, suspicions.
/// </summary>
internal static class ClaimReader
{
    private const int Reach = 14;

    /// <summary>Sentences back to the group that "the group" means.</summary>
    private const int GroupReach = 3;

    /// <summary>Tokens from a speaker's name to the word for speaking.</summary>
    private const int SpeakerReach = 5;

    /// <summary>Tokens from "said" to "it had launched".</summary>
    private const int PronounReach = 10;

    /// <summary>Tokens from "said" to "its fighters".</summary>
    private const int SaidReach = 14;

    /// <summary>Tokens from "claimed" to what is claimed.</summary>
    private const int ClaimReach = 6;

    /// <summary>Tokens of what stands between commas after "claimed".</summary>
    private const int AsideReach = 10;

    /// <summary>Tokens from who is said to have done it to the verb of the deed.</summary>
    private const int DeedReach = 4;

    private static readonly ulong Speaks = KindSet.Of(Kinds.Say, Kinds.Claim);

    /// <summary>Reads the words of claim at one match of the clause.</summary>
    public static void Read(Document document, Frame frame, ActorList actors, LexiconMatch match, string value)
    {
        var clause = frame.Clause;
        if (value == "unclaimed" || SpeaksOfMany(document, clause)) return;
        switch (value)
        {
            case "claimed" or "denied":
                if (IsNegated(document, clause, match.First)) return;
                if ((Introduced(document, actors.First, match.First) ?? StateReader.Through(document, clause, match.First) ?? actors.Subject(match.First, true) ?? StateReader.Before(document, clause, match.First) ?? NameBefore(document, actors.First, match.First) ?? SpeakerBefore(document, frame, match.First)) is { } subject)
                {
                    actors.Add(frame, subject, value == "claimed" ? Stance.Claimed : Stance.Denied);
                    AddJoined(document, frame, actors, subject, value == "claimed" ? Stance.Claimed : Stance.Denied);
                }
                break;
            case "claimedby":
                // "by a little-known armed group called X": the name says more than the words for any group.
                if (By(document, actors, match.End, clause.End) is { } claimant && !IsNegated(document, clause, match.First)) actors.Add(frame, claimant, Stance.Claimed);
                break;
            case "workof":
                WorkOf.Read(document, frame, actors, match);
                break;
            case "accused" when AccusationReader.IsHabit(document, match.First):
                break;
            case "accused":
                AccusationReader.Read(document, frame, actors, match);
                break;
            case "behind" when document.Word(match.First) == "responsible":
                if (AccusationReader.IsHeld(document, clause, match.First)) AccusationReader.Read(document, frame, actors, match);
                else if (document.TagOf(match.First - 1) == Tag.Be && document.Word(match.End) is "," or ".") Behind(document, frame, actors, match);
                break;
            case "behind":
                // "accused X of being behind it": read as the accusation.
                if (document.Word(match.First - 1) != "of") Behind(document, frame, actors, match);
                break;
            case "suspectedof":
                if (actors.Subject(match.First, true) is { } suspect) actors.Add(frame, suspect, Stance.Suspected);
                break;
            // "Rebels suspected in blast": of a headline.
            case "suspected" when document.Word(match.First) == "suspected" && AccusationReader.IsOfAttack(document, match.End) && document.Has(match.First - 1, Kinds.Actor) && actors.Covering(match.First - 1) is { } named:
                actors.Add(frame, named, Stance.Suspected);
                break;
            default:
                if (actors.After(match.End, 4) is { } suspected) actors.Add(frame, suspected, Stance.Suspected);
                // "warplanes believed to be Russian"
                else if (document.Has(match.First - 1, Kinds.Force) && document.Find(match.End, Kinds.Demonym) is { } state)
                    actors.Add(frame, new ActorMention(match.End, document.MatchOf(match.End)!.End, state.Value, PerpetratorKind.State, false), Stance.Suspected);
                break;
        }
    }

    /// <summary>"The X and the Y denied any role": both.</summary>
    private static void AddJoined(Document document, Frame frame, ActorList actors, ActorMention last, Stance stance)
    {
        var and = document.Word(last.First - 1) == "the" ? last.First - 2 : last.First - 1;
        if (!last.IsGeneric && and > actors.First && document.Word(and) == "and" && actors.Covering(and - 1) is { IsGeneric: false } first && first.End == and && first.Name != last.Name) actors.Add(frame, first, stance);
    }

    /// <summary>"X was behind the attack", said by the writer, by someone else or by X itself.</summary>
    private static void Behind(Document document, Frame frame, ActorList actors, LexiconMatch match)
    {
        var clause = frame.Clause;
        if (IsNegated(document, clause, match.First) || (StateReader.Before(document, clause, match.First) ?? actors.Subject(match.First, true)) is not { } doer) return;
        var hedged = IsHedged(document, clause, match.First) || IsHedged(document, clause, doer.First);
        var accuser = hedged ? null : AccusationReader.Accuser(document, clause, actors, doer.First - 1);
        if (IsDeniedBefore(document, clause, doer.First) || DeniesIt(document, doer.End, match.First)) actors.Add(frame, doer, Stance.Denied);
        // "X said it was behind the attack" is a claim.
        else if (accuser == doer.Name || !hedged && IsSaidBy(document, doer.End, match.First)) actors.Add(frame, doer, Stance.Claimed);
        else actors.Add(frame, doer, hedged ? Stance.Suspected : accuser is null ? Stance.Stated : Stance.Accused, accuser);
    }

    /// <summary>"denied that the factions were behind it".</summary>
    private static bool IsDeniedBefore(Document document, Clause clause, int doer)
    {
        for (var i = doer - 1; i >= Math.Max(clause.First, doer - DeedReach); i--)
            if (document.Word(i) is "denied" or "denies" or "denying") return true;
        return false;
    }

    /// <summary>"X denied that it was behind": the denial stands between. Not of "X, which denied another attack, was behind".</summary>
    private static bool DeniesIt(Document document, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (document.Word(i) is "denied" or "denies" or "denying" && document.Word(i - 1) is not ("which" or "who")) return true;
        return false;
    }

    /// <summary>"X claimed Saturday's attack", "which claimed the bombing": the attack itself is claimed. Not "claimed that", "claimed 20 lives".</summary>
    public static bool IsClaimOfEvent(Document document, Clause clause, int token)
    {
        if (document.Word(token) is not ("claimed" or "claims" or "claiming" or "claim")) return false;
        // "A group calling itself X claimed it."
        if (document.Word(token) == "claimed" && document.Word(token + 1) == "it" && document.Word(token + 2) is "." or "," or ";" or "online" or "on" or "in" or "via" or "through" && document.Word(token + 3) is not ("was" or "had")) return true;
        var from = PastAside(document, token + 1, clause.End);
        for (var i = from; i < Math.Min(clause.End, from + ClaimReach); i++)
        {
            var word = document.Word(i);
            if (word == "both" && i == token + 1 || word == "responsibility" && document.Word(i + 1) is "for" or "of") return true;
            if (document.Find(i, Kinds.Event) is { } told && told.Attribute("pos") == "noun" || word == "operation" && document.Word(i - 1) is "the" or "this") return true;
            if (word is "that" or "lives" or "victims" or "of" or "it" or "they" or "its" or "to" or "by" or "at" || document.Quantities.StartingAt(i) is not null && word is not ("both" or "one" or "two")) return false;
            if (document.Find(i, Kinds.Actor) is not null || document.Find(i, Kinds.Country) is not null) return false;
        }
        return false;
    }

    /// <summary>"claimed on Monday to have": past the time.</summary>
    private static int PastTime(Document document, int from)
    {
        var i = from;
        while (i < from + 4 && (document.TagOf(i) == Tag.Time || document.Word(i) == "on" && document.TagOf(i + 1) == Tag.Time)) i++;
        return i;
    }

    /// <summary>"claimed, through its channel, responsibility": past what stands between two commas.</summary>
    private static int PastAside(Document document, int from, int end)
    {
        if (document.Word(from) != ",") return from;
        for (var i = from + 1; i < Math.Min(end, from + AsideReach); i++)
            if (document.Word(i) == ",") return i + 1;
        return from;
    }

    /// <summary>"claimed to have launched drones", "claims having struck the base": their own deed.</summary>
    public static bool IsClaimOfDeed(Document document, int token) => document.Word(token) is "claimed" or "claims" or "claiming"
        && PastTime(document, token + 1) is var next && (document.Word(next) == "having" ? next + 1 : document.Word(next) == "to" && document.Word(next + 1) == "have" ? next + 2 : -1) is > 0 and var deed
        && (document.Has(deed, Kinds.Action) || document.Find(deed, Kinds.Event)?.Attribute("pos") == "verb" || document.Word(deed) is "carried" or "conducted" or "launched");

    /// <summary>Between the doer and the words of blame it says so itself: "said … that it was".</summary>
    private static bool IsSaidBy(Document document, int from, int to)
    {
        var said = false;
        for (var i = from; i < to; i++)
        {
            said |= document.Find(i, Kinds.Say) is not null;
            if (said && document.Word(i) is ("it" or "they")) return true;
        }
        return false;
    }

    /// <summary>"claimed on Telegram by X".</summary>
    public static bool IsClaimedBy(Document document, Clause clause, int token)
    {
        if (document.Word(token) != "claimed") return false;
        for (var i = token + 1; i < Math.Min(clause.End, token + 7); i++)
        {
            if (document.Word(i) == "by") return true;
            if (document.Word(i) is "that" or "," or "to" || document.Find(i, Kinds.Event) is not null) return false;
        }
        return false;
    }

    /// <summary>
    /// "X said its fighters had stormed", "X announced that it launched": who tells of the deed as their own claims it.
    /// </summary>
    public static bool IsOwnDeed(Document document, Clause clause, LexiconMatch say, LexiconMatch told)
    {
        var i = say.End;
        // "the brigade announced targeting the base"
        if (told.First == i && document.Word(say.First) is "announced" or "announces" or "declared" && document.TagOf(i) == Tag.Ing && told.Find(Kinds.Event)?.Attribute("pos") != "noun") return true;
        while (i < Math.Min(clause.End, say.End + SaidReach) && (document.Word(i) == "its" && document.Word(i - 1) is "on" or "via" or "through" or "in" || document.Word(i) is not ("its" or "their" or "it" or "they" or "we" or "our") && !IsHisForces(document, i) && !IsTheGroup(document, i))) i++;
        if (i >= Math.Min(clause.End, say.End + SaidReach) || i >= told.First) return false;
        var possessive = document.Word(i) is "its" or "their" or "our" or "his";
        // "said militants crossed the border before they attacked": who is far away is somebody else.
        if (i >= say.End + PronounReach && !possessive) return false;
        var from = i + 1;
        if (possessive)
        {
            // Its forces strike; its base is struck.
            // "one of its Iraqi fighters"
            if (document.Find(from, Kinds.Demonym) is not null) from++;
            var head = document.MatchOf(from) ?? document.MatchOf(from + 1);
            // "its missile force targeted the ship": the arms are its branch, and what it did stands after.
            if (head == told && IsBranch(document.Word(told.End)) && document.Find(told.End + 1, Kinds.Action) is { Value: not "down" } or null && (document.Has(told.End + 1, Kinds.Action) || document.Find(told.End + 1, Kinds.Event)?.Attribute("pos") == "verb")) return true;
            if (head is null || head.First > from + 1 || head.Find(Kinds.Force) is null && head.Find(Kinds.Actor) is null && document.Word(head.First) is not ("members" or "men" or "personnel" or "units" or "pilots")
                && head.Find(Kinds.Weapon) is null) return false;
            from = head.End;
        }
        var deed = -1;
        for (var k = from; k < told.First; k++)
        {
            if (document.Word(k) is "was" or "were" or "been" or "repelled" or "foiled" or "thwarted" or "who" or "which" or "that" or "intercepted" or "condemned" || document.Find(k, Kinds.Action) is { Value: "down" }) return false;
            if (deed < 0 && (document.Find(k, Kinds.Action) is not null || document.Find(k, Kinds.Event)?.Attribute("pos") == "verb")) deed = k;
        }
        // What the deed was done with may be told after whom it struck.
        var noun = (told.Find(Kinds.Event) is not { } entry || entry.Attribute("pos") == "noun") && document.Phrases.KindOf(document.Phrases.At(told.First)) != ChunkKind.Verb;
        return noun ? deed >= 0 && (deed - from <= DeedReach || told.First - from <= 2 * DeedReach) : told.First - from <= DeedReach;
    }

    private static bool IsBranch(string word) => word is "force" or "forces" or "unit" or "units" or "brigade" or "brigades" or "team" or "teams" or "crews";

    /// <summary>"his forces", said by a group's spokesman.</summary>
    private static bool IsHisForces(Document document, int i) => document.Word(i) == "his" && document.Word(i + 1) is "forces" or "fighters" or "men" or "troops";

    /// <summary>"the group had targeted the ship", said by its spokesman.</summary>
    private static bool IsTheGroup(Document document, int i) =>
        document.Word(i) is "group" or "movement" or "militia" or "organization" or "organisation" or "guards" or "fighters" && document.Word(i - 1) is "the" or "our" && document.Word(i + 1) is not ("'s" or "of" or "was" or "were");

    /// <summary>"US officials suspect X": with an object the word is no noun.</summary>
    public static bool IsSuspicion(Document document, LexiconMatch match)
    {
        if (document.Word(match.First) is not ("suspect" or "suspects") || match.End > match.First + 1) return false;
        var who = match.First - 1;
        if (document.Find(who, Kinds.Source) is null && document.Find(who, Kinds.Country) is null && document.Find(who, Kinds.Seat) is null && document.Word(who) is not ("police" or "they" or "we")) return false;
        return document.MatchOf(match.End) is { } next && next.First == match.End && next.Find(Kinds.Actor) is { } actor && !actor.Has("generic");
    }

    /// <summary>The claimant or accuser after "by", by a name the text gives it as well.</summary>
    public static ActorMention? By(Document document, ActorList actors, int from, int end)
    {
        for (var i = from - 1; i < Math.Min(end, from + 7); i++)
        {
            if (document.Word(i) != "by") continue;
            return actors.After(i + 1, Reach, named: true) ?? Introduced(document, i + 1, end) ?? actors.After(i + 1, Reach) ?? ActorReader.NewName(document, i + 1, end);
        }
        return null;
    }

    /// <summary>"a group calling itself X".</summary>
    private static ActorMention? Introduced(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 8); i++)
        {
            if (document.Word(i) is "called" or "named" || document.Word(i) is "calling" or "known" or "identifying" && document.Word(i + 1) is "itself" or "themselves" or "as")
                return ActorReader.NewName(document, i + 1, end);
        }
        return null;
    }

    /// <summary>A claimant that no lexicon knows: the capitalised words right before "claimed responsibility".</summary>
    private static ActorMention? NameBefore(Document document, int first, int verb)
    {
        // "Military spokesman X said the group launched": he speaks for it.
        if (IsSpokesman(document, first, verb)) return null;
        var end = verb;
        while (end > first && document.Word(end - 1) is "has" or "have" or "had" or "also" or "later" or "which" or "," or "group" or "\"") end--;
        var from = end;
        while (from > first && end - from < 6 && (ActorReader.IsNameLike(document, from - 1) || document.Word(from - 1) is "-" or "al" or "of")) from--;
        for (var i = from; i < end; i++)
            if (document.Has(i, Kinds.Source)) return null;
        return end - from > 1 ? ActorReader.NewName(document, from, end) : null;
    }

    private static bool IsSpokesman(Document document, int first, int verb)
    {
        for (var i = Math.Max(first, verb - SpeakerReach); i < verb; i++)
            if (document.Word(i) is "spokesman" or "spokesperson" or "spokeswoman") return true;
        return false;
    }

    /// <summary>The group last named before a sentence.</summary>
    private static ActorMention? GroupBefore(Document document, Frame frame)
    {
        for (var s = frame.Clause.Sentence - 1; s >= Math.Max(0, frame.Clause.Sentence - GroupReach); s--)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.First; i < sentence.End; i++)
                if (document.Has(i, Kinds.Actor) && ActorReader.At(document, i, sentence.End, frame.Place) is { IsGeneric: false, Kind: PerpetratorKind.ArmedGroup } group) return group;
        }
        return null;
    }

    /// <summary>"In a second statement it said …": who spoke in the sentence before, as its subject.</summary>
    private static ActorMention? SpeakerBefore(Document document, Frame frame, int verb)
    {
        if (frame.Clause.Sentence > 0 && IsSpokesman(document, frame.Clause.First, verb) && document.Word(verb + 1) == "the" && IsTheGroup(document, verb + 2)) return GroupBefore(document, frame);
        if (document.Word(verb - 1) is not ("it" or "they") && !(document.Word(verb - 1) == "group" && document.Word(verb - 2) == "the") || frame.Clause.Sentence == 0) return null;
        var before = document.Sentences[frame.Clause.Sentence - 1];
        var subject = Dateline.End(document, before.First);
        while (subject < before.End && document.Word(subject) is "the" or "\"" or "meanwhile" or "," or "later" or "but" or "and") subject++;
        if (ActorReader.At(document, subject, before.End, frame.Place) is not { IsGeneric: false } actor) return null;
        // "X fired rockets at Y. The group said it targeted a base": the one told to have done it.
        if (actor.Kind == PerpetratorKind.ArmedGroup && document.Word(verb - 1) == "group")
            for (var i = actor.End; i < Math.Min(before.End, actor.End + SpeakerReach); i++)
                if (document.Has(i, Kinds.Action) || document.Find(i, Kinds.Event)?.Attribute("pos") == "verb") return actor;
        for (var i = actor.End; i < Math.Min(before.End, actor.End + SpeakerReach); i++)
            if (document.HasAny(i, Speaks)) return actor;
        return null;
    }

    private static bool IsNegated(Document document, Clause clause, int token)
    {
        // What stands before a comma, a relative or the words of no harm is said of something else.
        for (var i = token - 1; i >= clause.First; i--)
        {
            if (document.Find(i, Kinds.Claim)?.Value == "unclaimed") return true;
            if (document.Word(i) is "," or "which" or "that" or ";" || document.Has(i, Kinds.NoHarm)) return false;
            if (document.Word(i) is "no" or "not" or "nobody" or "never" or "neither" or "yet" or "without") return true;
        }
        return false;
    }

    private static bool IsHedged(Document document, Clause clause, int token)
    {
        for (var i = token; i >= Math.Max(clause.First, token - 4); i--)
            if (document.Find(i, Kinds.Claim)?.Value is "suspected" or "suspectedof" || document.Word(i) is "may" or "might" or "could" or "likely" or "probably" or "apparently" or "reportedly" or "purportedly") return true;
        return false;
    }

    /// <summary>"has claimed previous bombings", "responsibility for similar incidents": not of this attack.</summary>
    private static bool SpeaksOfMany(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Find(i, Kinds.Context)?.Value == "generic") return true;
        return false;
    }
}

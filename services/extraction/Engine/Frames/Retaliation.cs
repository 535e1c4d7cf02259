using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"Jets struck a depot after rockets were fired at X": a state's strike, and the attack of others that it answers.</summary>
internal static class Retaliation
{
    /// <summary>Tokens from the conjunction to the words of the attack that is answered.</summary>
    private const int AnsweredReach = 9;

    /// <summary>Tokens from the conjunction to what came of it.</summary>
    private const int OutcomeReach = 30;

    /// <summary>Phrases from a verb back to its subject, or on to what was carried out.</summary>
    private const int RoleReach = 4;

    /// <summary>Tokens from "responded" to the words of the blow.</summary>
    private const int AnswerReach = 10;

    /// <summary>Tokens of a subject before "later" or ", in response,".</summary>
    private const int LaterReach = 8;

    private static readonly WordSet Verbs = ["struck", "hit", "hits", "bombed", "bombs", "pounded", "shelled", "raided", "attacked", "targeted", "strikes"];
    private static readonly Cue Answers = ["responded", "retaliated", "answered", "replied", "responds", "retaliates", "back"];
    private static readonly WordSet Attackers = ["attacker", "attackers", "assailant", "assailants", "gunman", "gunmen", "shooter", "suspect", "suspects"];
    private static readonly WordSet Support = ["carried", "launched", "conducted", "mounted", "staged"];
    private static readonly ulong Armed = KindSet.Of(Kinds.Weapon, Kinds.Actor, Kinds.Force, Kinds.Demonym);
    private static readonly ulong Done = KindSet.Of(Kinds.Event, Kinds.Action);

    /// <summary>True when "after" or "following" at a token stands between a strike and the attack it answers.</summary>
    public static bool Opens(Document document, int first, int conjunction) =>
        document.Word(conjunction) is "after" or "following" && IsAnswered(document, conjunction + 1) && !HasOutcome(document, conjunction) && IsStrike(document, first, conjunction);

    /// <summary>"Immediately following the attack an aircraft struck a vehicle": what answers the attack is another one.</summary>
    public static bool IsAnother(Document document, Frame frame)
    {
        if (frame is not { Type: EventType.Airstrike or EventType.Shelling or EventType.RocketAttack or EventType.MissileAttack or EventType.DroneAttack, TypeRank: >= 4 }) return false;
        var i = frame.Clause.First;
        if (document.Word(i) == "in" && document.Word(i + 1) is "response" or "retaliation" or "reply" && document.Word(i + 2) is not ("to" or "for")) return true;
        // "Hezbollah, in response, fired …"
        for (var k = i + 1; k < Math.Min(frame.Clause.End, i + LaterReach); k++)
            if (document.Word(k) == "," && document.Word(k + 1) == "in" && document.Word(k + 2) is "response" or "retaliation" or "reply" && document.Word(k + 3) == ",") return true;
        // "The group said it had fired missiles at a ship in response."
        for (var k = frame.Clause.End - 1; k > Math.Max(i, frame.Clause.End - 4); k--)
            if (document.Word(k) is "response" or "retaliation" or "reply" && document.Word(k - 1) == "in" && document.TagOf(k + 1) == Tag.Mark) return true;
        if (IsLater(document, frame) is var later && (later || frame.Type != EventType.Airstrike)) return later;
        if (document.Word(i) is "immediately" or "shortly" or "soon" or "hours" or "minutes") i++;
        return document.Word(i) is "after" or "following" && document.Word(i + 1) is "the" or "this" or "that" && document.Find(i + 2, Kinds.Event)?.Attribute("pos") == "noun";
    }

    /// <summary>"Later X's warplanes hit sites of Y", "X then launched strikes on Y": a state's blow at a group, told after an attack, without a place of its own.</summary>
    private static bool IsLater(Document document, Frame frame)
    {
        var clause = frame.Clause;
        if (document.IsUpper || clause.Sentence == 0 || frame.Place is not (null or { Precision: PlacePrecision.Country }) || !frame.Perpetrators.Exists(one => one is { IsGeneric: false, Kind: PerpetratorKind.State, Stance: Stance.Stated })) return false;
        var later = -1;
        for (var i = clause.First; i < Math.Min(clause.End, clause.First + LaterReach) && later < 0; i++)
            if (document.Word(i) is "later" or "then" or "subsequently" or "retaliated" or "responded") later = i;
        if (later < 0) return false;
        for (var i = later + 1; i < clause.End; i++)
            if (document.Find(i, Kinds.Actor) is { } actor && !actor.Has("generic") && actor.Attribute("kind") == "armed_group") return !Names(frame, actor.Value);
        return false;
    }

    /// <summary>"Israel responded with air strikes", "the army hit back by shelling": not what was told of the other side.</summary>
    public static bool HitsBack(Document document, Frame frame)
    {
        var clause = frame.Clause;
        if (frame.TypeRank < 4 || !document.HasIn(clause.First, clause.End, Answers)) return false;
        for (var i = clause.First + 1; i < clause.End - 2; i++)
        {
            if (!document.Is(i, Answers) || document.Word(i) == "back" && document.Word(i - 1) is not ("hit" or "struck" or "fired" or "hits" or "strikes")) continue;
            if (document.Word(i + 1) is "with" or "by" && document.HasAnyIn(i + 2, Math.Min(clause.End, i + AnswerReach), Done)) return !IsAttacker(document, clause.First, i);
        }
        return false;
    }

    /// <summary>"he responded by stabbing them", "the gunman replied with": who did what was told.</summary>
    private static bool IsAttacker(Document document, int first, int verb)
    {
        for (var i = first; i < verb; i++)
            if (document.TagOf(i) == Tag.Pronoun || Attackers.Contains(document.Word(i))) return true;
        return false;
    }

    private static bool Names(Frame frame, string name)
    {
        foreach (var one in frame.Perpetrators)
            if (one.Name == name) return true;
        return false;
    }

    /// <summary>"…, killing five": of the strike as often as of what it answers.</summary>
    private static bool HasOutcome(Document document, int conjunction)
    {
        for (var i = conjunction + 1; i < conjunction + OutcomeReach && document.Word(i) is not ("." or ";" or ""); i++)
            if (document.Word(i) == "," && document.Word(i + 1) is "killing" or "wounding" or "injuring" or "leaving" or "martyring") return true;
        return false;
    }

    /// <summary>The finite verb nearest before the conjunction says that a state's force struck.</summary>
    private static bool IsStrike(Document document, int first, int end)
    {
        var phrases = document.Phrases;
        for (var i = phrases.At(end - 1); i > 0 && phrases[i].First >= first; i--)
        {
            var verb = phrases[i];
            if (verb.Kind != ChunkKind.Verb || (verb.Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) != 0) continue;
            if (verb.IsPassive || !(Verbs.Contains(document.Word(verb.Head)) || Support.Contains(document.Word(verb.Head)) && CarriesOut(document, i))) return false;
            for (var k = i - 1; k >= Math.Max(0, i - RoleReach) && phrases[k].First >= first; k--)
                if (phrases[k].Kind == ChunkKind.Noun && phrases.KindOf(k - 1) != ChunkKind.Preposition) return IsForce(document, phrases[k]);
            return false;
        }
        return false;
    }

    private static bool CarriesOut(Document document, int verb)
    {
        for (var k = verb + 1; k <= verb + RoleReach; k++)
            if (document.Phrases[k] is { Kind: ChunkKind.Noun } phrase) return document.Word(phrase.Head) is "strikes" or "strike" or "airstrikes" or "airstrike" or "raids" or "raid";
        return false;
    }

    private static bool IsForce(Document document, Chunk subject)
    {
        for (var i = subject.First; i < subject.End; i++)
            if (document.Find(i, Kinds.Actor) is { } actor ? actor.Attribute("kind") == "state" : document.Has(i, Kinds.Country) || document.Has(i, Kinds.Demonym) || document.Find(i, Kinds.Weapon)?.Value == "aircraft") return true;
        return false;
    }

    /// <summary>"a drone attack on X", "rocket fire from Y", "rockets were fired", "Houthi missiles hit a plant"; not "the attack", which is one told before.</summary>
    private static bool IsAnswered(Document document, int from)
    {
        var phrases = document.Phrases;
        var subject = phrases.At(from);
        if (phrases[subject].Kind != ChunkKind.Noun || document.TagOf(phrases[subject].Head) == Tag.Pronoun || document.Word(from) is "the" or "this" or "that") return false;
        var armed = false;
        for (var i = from; i < from + AnsweredReach && document.Word(i) is not ("," or "." or ";"); i++)
        {
            if (document.Find(i, Kinds.Event) is { } told && told.Attribute("pos") == "noun" && document.Word(i - 1) is not "the") return true;
            if (armed && document.HasAny(i, Done) && phrases[phrases.At(i)] is { Kind: ChunkKind.Verb } verb && (verb.Form & (VerbForm.Infinitive | VerbForm.Ing)) == 0) return true;
            armed |= i < phrases[subject].End && document.HasAny(i, Armed);
        }
        return false;
    }
}

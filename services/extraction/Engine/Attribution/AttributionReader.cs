using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Who did it and who says so: the subject of an active verb of attack, "by X" after a passive one, the adjective of a state
/// before an air strike (told as fact); claims; accusations; suspicions; denials.
/// </summary>
internal static class AttributionReader
{
    private const int Reach = 12;

    private static readonly WordSet Oblique = ["on", "at", "against", "in", "of", "from", "to", "with", "for", "by", "between", "told", "near", "fight", "fighting", "including", "under"];

    /// <summary>Adds the perpetrators a clause names. <paramref name="told"/>: the words that tell the event, or null.</summary>
    public static void Read(Document document, Frame frame, LexiconMatch? told)
    {
        var clause = frame.Clause;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (match.Find(Kinds.Claim) is { } claim) ReadClaim(document, frame, match, claim.Value);
        }
        if (frame.Perpetrators.Count == 0 && told is not null) ReadAgent(document, frame, told);
        if (frame.Perpetrators.Exists(perpetrator => !perpetrator.IsGeneric)) frame.Perpetrators.RemoveAll(perpetrator => perpetrator.IsGeneric);
    }

    private static void ReadClaim(Document document, Frame frame, LexiconMatch match, string value)
    {
        var clause = frame.Clause;
        var generic = false;
        for (var i = clause.First; i < clause.End; i++) generic |= document.Find(i, Kinds.Context)?.Value == "generic";
        if (generic || value == "unclaimed") return;
        if (value is "claimed" or "denied")
        {
            for (var i = clause.First; i < match.First; i++)
                if (document.Word(i) is "no" or "not" or "nobody" or "never" || document.Find(i, Kinds.Claim)?.Value == "unclaimed") return;
            if ((Actor(document, match.First - 1, clause.First - 1, -1, false, named: true) ?? Actor(document, match.First - 1, clause.First - 1, -1, false)) is { } subject)
                Add(document, frame, subject, value == "claimed" ? Stance.Claimed : Stance.Denied, null);
        }
        else if (value == "claimedby")
        {
            var end = Math.Min(clause.End, match.End + Reach);
            // "by a little-known armed group called X": the name says more than the words for any group.
            if ((Actor(document, match.End, end, 1, false, named: true) ?? Actor(document, match.End, end, 1, false)) is { } actor) Add(document, frame, actor, Stance.Claimed, null);
        }
        else if (Actor(document, match.End, Math.Min(clause.End, match.End + Reach), 1, false) is { } named)
        {
            var accuser = value == "accused" ? Accuser(document, match.First - 1, clause.First) : null;
            Add(document, frame, named, value == "accused" ? Stance.Accused : Stance.Suspected, accuser);
        }
    }

    private static string? Accuser(Document document, int from, int to)
    {
        for (var i = from; i >= to; i--)
        {
            if (document.MatchOf(i) is not { } match || !match.Entries.Any(entry => entry.Kind is Kinds.Actor or Kinds.Country or Kinds.Source)) continue;
            return document.TextOf(document.QuoteOf(match.First, match.End));
        }
        return null;
    }

    private static void ReadAgent(Document document, Frame frame, LexiconMatch told)
    {
        var clause = frame.Clause;
        // "responded by bombing": the noun does a verb's work.
        var noun = told.Find(Kinds.Event)?.Attribute("pos") == "noun" && document.Word(told.First - 1) != "by";
        if (noun && Adjective(document, told, clause) is { } state)
        {
            Add(document, frame, state, Stance.Stated, null);
            return;
        }
        for (var i = told.End; i < Math.Min(clause.End, told.End + Reach); i++)
        {
            if (document.Word(i) != "by" || document.Word(i + 1).EndsWith("ing", StringComparison.Ordinal)) continue;
            if (Actor(document, i + 1, Math.Min(clause.End, i + 7), 1, true) is { } agent)
            {
                Add(document, frame, agent, Stance.Stated, null);
                return;
            }
        }
        // A noun has a subject only through a verb of doing: "launched an attack".
        if (noun && !IsDone(document, told, clause)) return;
        if (!IsPassive(document, told, clause) && Actor(document, told.First - 1, Math.Max(clause.First - 1, told.First - 3 * Reach), -1, true) is { } subject)
            Add(document, frame, subject, Stance.Stated, null);
    }

    /// <summary>"an Israeli air strike": the state is the doer when states do such things.</summary>
    private static LexiconMatch? Adjective(Document document, LexiconMatch told, Clause clause)
    {
        var type = told.Find(Kinds.Event)!.Value;
        if (type is not ("airstrike" or "missile_attack" or "drone_attack" or "shelling" or "attack")) return null;
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 2); i--)
        {
            if (document.MatchOf(i) is { } match && match.Entries.Any(entry => entry.Kind is Kinds.Demonym or Kinds.Country || (entry.Kind == Kinds.Actor && !entry.Has("generic"))))
                return match;
        }
        return null;
    }

    private static bool IsDone(Document document, LexiconMatch told, Clause clause)
    {
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 6); i--)
            if (document.Find(i, Kinds.Action) is { Value: "fire" or "use" }) return true;
        return false;
    }

    private static bool IsPassive(Document document, LexiconMatch told, Clause clause)
    {
        for (var i = told.First - 1; i >= Math.Max(clause.First, told.First - 3); i--)
            if (document.Word(i) is "was" or "were" or "been" or "being" or "be") return true;
        return document.Word(told.First) is "was" or "were" or "been";
    }

    /// <summary>The first actor from one token towards another. As a doer it must not hang on a preposition, nor describe a thing.</summary>
    private static LexiconMatch? Actor(Document document, int from, int to, int step, bool doer, bool named = false)
    {
        for (var i = from; step > 0 ? i < to : i > to; i += step)
        {
            if (doer && step < 0 && document.Word(i) is ":" or "which" or "when" or "as") return null;
            if (document.MatchOf(i) is not { } match) continue;
            if (!match.Entries.Any(entry => entry.Kind == Kinds.Actor || (doer && entry.Kind is Kinds.Country))) continue;
            if (named && match.Find(Kinds.Actor)?.Has("generic") == true) continue;
            if (document.Find(match.End, Kinds.Object) is not null || document.Word(match.End) == "'s" || (doer && document.Find(match.End, Kinds.Say) is not null)) continue;
            if (step < 0 && IsOblique(document, match.First)) continue;
            // A country by itself is a doer only as the subject at the head of its clause.
            if (match.Find(Kinds.Country) is not null && match.Find(Kinds.Actor) is null && (step > 0 || !IsHead(document, match, to + 1))) continue;
            return match;
        }
        return null;
    }

    private static bool IsHead(Document document, LexiconMatch match, int first)
    {
        for (var i = match.First - 1; i >= first; i--)
            if (document.Word(i) is not ("the" or "and" or "but" or "then" or ",")) return false;
        return true;
    }

    private static bool IsOblique(Document document, int first)
    {
        var i = first - 1;
        for (var steps = 0; steps < 3 && document.Word(i) is "the" or "a" or "an" || document.Find(i, Kinds.Demonym) is not null; steps++) i--;
        return Oblique.Contains(document.Word(i));
    }

    private static void Add(Document document, Frame frame, LexiconMatch match, Stance stance, string? accuser)
    {
        var entry = match.Find(Kinds.Actor) ?? match.Find(Kinds.Country) ?? match.Find(Kinds.Demonym);
        if (entry is null) return;
        var generic = entry.Has("generic");
        var (first, end) = generic ? Widen(document, match, frame.Clause) : (match.First, match.End);
        var quote = document.QuoteOf(first, end);
        var kind = entry.Kind == Kinds.Actor ? EnumNames<PerpetratorKind>.Find(entry.Attribute("kind")) ?? PerpetratorKind.Unknown : PerpetratorKind.State;
        frame.Perpetrators.Add(new PerpetratorMention(generic ? document.TextOf(quote) : entry.Value, kind, stance, accuser, quote, generic));
    }

    /// <summary>An unnamed group is named by what stands around it: "Iraqi factions loyal to Iran".</summary>
    private static (int First, int End) Widen(Document document, LexiconMatch match, Clause clause)
    {
        var (first, end) = (match.First, match.End);
        while (first > clause.First && document.Find(first - 1, Kinds.Demonym) is not null) first = document.MatchOf(first - 1)!.First;
        if (document.Word(end) is "loyal" or "close" or "linked" or "allied" or "affiliated" && document.Word(end + 1) is "to" or "with"
            && end + 2 < clause.End && document.MatchOf(end + 2) is { } patron && patron.Entries.Any(entry => entry.Kind is Kinds.Country or Kinds.Actor)) end = patron.End;
        return (first, end);
    }
}

using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>A state that speaks or is spoken of: by its bare name, by its capital, through its ministry, mission or government.</summary>
internal static class StateReader
{
    /// <summary>Tokens from a verb back to the state whose office is its subject.</summary>
    private const int OfficeReach = 12;

    private static readonly WordSet Offices =
        ["ministry", "mission", "embassy", "government", "minister", "president", "presidency", "officials", "official", "ambassador", "envoy", "authorities", "military", "army", "spokesman", "spokeswoman", "spokesperson"];

    /// <summary>"Iran denied involvement", "Ankara denied it", "Israel was blamed": right before the verb.</summary>
    public static ActorMention? Before(Document document, Clause clause, int verb)
    {
        var end = Subject(document, clause, verb);
        // "Saraya X al-Iraq claimed": a part of a name.
        return end > clause.First && document.MatchOf(end - 1) is { } match && match.End == end && match.First >= clause.First && document.Word(match.First - 1) != "-" && NameOf(match) is { } state && document.TagOf(match.First - 1) is not (Tag.Preposition or Tag.Conjunction)
            ? Of(match, state) : null;
    }

    /// <summary>"Turkey's foreign ministry rejected it", "Iran's mission to the UN denied any role": the state speaks through an office.</summary>
    public static ActorMention? Through(Document document, Clause clause, int verb)
    {
        var end = Subject(document, clause, verb);
        var office = false;
        for (var i = end - 1; i >= Math.Max(clause.First, end - OfficeReach); i--)
        {
            if (document.Word(i) is "," or ";" or "\"" || document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return null;
            if (office && document.MatchOf(i) is { } match && (match.Find(Kinds.Country) ?? match.Find(Kinds.Demonym)) is { } state) return Of(match, state);
            if (office && document.TagOf(i) == Tag.Preposition) return null;
            office |= Offices.Contains(document.Word(i));
        }
        return null;
    }

    /// <summary>"blamed Iran for it", "on the United States": at a token, and no more than the name. "Iran-backed groups" and "Iran's army" are others.</summary>
    public static ActorMention? At(Document document, int token, int end)
    {
        if (document.Word(token) == "the") token++;
        if (token >= end || document.MatchOf(token) is not { } match || match.First != token || NameOf(match) is not { } state || document.Word(match.End) is "'s" or "'" or "-") return null;
        if (document.MatchOf(match.End) is { } next && match.End < end && next.Entries.Any(entry => entry.Kind is Kinds.Object or Kinds.Person or Kinds.Force or Kinds.Actor or Kinds.Source)) return null;
        return Of(match, state);
    }

    /// <summary>One past the subject of a verb: adverbs and auxiliaries passed over, and "it said" of "X said it had nothing to do with it".</summary>
    private static int Subject(Document document, Clause clause, int verb)
    {
        var end = verb;
        while (end > clause.First && (document.TagOf(end - 1) is Tag.Be or Tag.Have or Tag.Time || document.Word(end - 1) is "also" or "later" or "immediately" or "widely" or "repeatedly" or "quickly" or "strongly" or "flatly" or "categorically" or "on")) end--;
        if (document.Word(end - 1) is not ("it" or "they") || !document.Has(end - 2, Kinds.Say) && document.Word(end - 2) is not ("that" or "denied" or "denies")) return end;
        end -= document.Word(end - 2) == "that" ? 3 : 2;
        return Math.Max(clause.First, end);
    }

    private static LexiconEntry? NameOf(LexiconMatch match) => match.Find(Kinds.Country) ?? match.Find(Kinds.Seat);

    private static ActorMention Of(LexiconMatch match, LexiconEntry state) => new(match.First, match.End, state.Value, PerpetratorKind.State, false);
}

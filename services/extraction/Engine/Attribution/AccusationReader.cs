using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Who is accused of it and by whom: "X accused Y", "blamed on Y", "Y was blamed", "X held Y responsible".</summary>
internal static class AccusationReader
{
    /// <summary>Tokens from "blamed" to "on", past what is blamed.</summary>
    private const int Reach = 14;

    /// <summary>Tokens from "held" to "responsible", past who is.</summary>
    private const int HoldReach = 8;

    /// <summary>Tokens from "blamed" to "for the attack".</summary>
    private const int ForReach = 8;

    private static readonly WordSet Habits = ["routinely", "often", "usually", "regularly", "frequently", "typically", "generally", "normally", "always", "habitually", "commonly", "consistently"];

    private static readonly ulong Deed = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm, Kinds.Damage, Kinds.Support, Kinds.Claim);

    /// <summary>Adds the accused at words of accusation.</summary>
    public static void Read(Document document, Frame frame, ActorList actors, LexiconMatch match)
    {
        var clause = frame.Clause;
        if (Verb(document, clause, match.First) is { } held && held != match.First)
        {
            if (Accused(document, clause, actors, held + 1, 1) is { } holder) actors.Add(frame, holder, Stance.Accused, Accuser(document, clause, actors, held - 1));
            return;
        }
        var passive = IsPassive(document, match.First);
        var on = document.Word(match.End - 1) is "on" or "to";
        if (passive && !on)
        {
            if ((StateReader.Before(document, clause, match.First) ?? actors.Subject(match.First, true)) is { } accused)
                actors.Add(frame, accused, Stance.Accused, ClaimReader.By(document, actors, match.End, Math.Min(clause.End, match.End + 3))?.Name);
            return;
        }
        var from = match.End;
        if (document.Word(match.First).StartsWith("blam", StringComparison.Ordinal) || document.Word(match.First).StartsWith("attribut", StringComparison.Ordinal))
        {
            for (var i = match.End; i < Math.Min(clause.End, match.End + Reach); i++)
                if (document.Word(i) is "on" or "to" && (actors.After(i + 1, 3) is not null || StateReader.At(document, i + 1, clause.End) is not null)) { from = i + 1; break; }
        }
        if (Accused(document, clause, actors, from, from > match.End || on ? 3 : 6) is not { } named) return;
        actors.Add(frame, named, Stance.Accused, passive ? null : Accuser(document, clause, actors, match.First - 1));
    }

    /// <summary>"Washington routinely blames X": not of this attack.</summary>
    public static bool IsHabit(Document document, int accusing) => Habits.Contains(document.Word(accusing - 1)) && !IsForThis(document, accusing) && (document.Word(accusing) is "blames" or "accuses" or "blame" or "accuse" or "attributes" or "attribute"
        || document.Word(accusing - 2) is "has" or "have");

    /// <summary>"has always blamed X for the attack".</summary>
    private static bool IsForThis(Document document, int accusing)
    {
        for (var i = accusing + 1; i < accusing + ForReach && document.Word(i) is not ("," or "." or ";"); i++)
            if (document.Word(i) is "for" or "of" && document.Word(i + 1) is "the" or "this" or "that" && document.Has(i + 2, Kinds.Event)) return true;
        return false;
    }

    /// <summary>"held Iran responsible": true at "responsible".</summary>
    public static bool IsHeld(Document document, Clause clause, int responsible) => Verb(document, clause, responsible) is { } verb && verb != responsible;

    /// <summary>Whether the words of accusation have their subject before them: who accuses has not done it.</summary>
    public static bool HasAccuserBefore(Document document, int accusing) => !IsPassive(document, accusing);

    /// <summary>Where the accusing verb stands: "held" before "responsible", else the words themselves.</summary>
    private static int? Verb(Document document, Clause clause, int token)
    {
        if (document.Word(token) != "responsible") return token;
        for (var i = token - 1; i >= Math.Max(clause.First, token - HoldReach); i--)
        {
            if (document.Word(i) is "held" or "holds" or "hold" or "holding") return i;
            if (document.Word(i) is "," or ";" || document.TagOf(i) == Tag.Be) return null;
        }
        return null;
    }

    /// <summary>"was blamed", "has been widely blamed"; of a headline "Rebels blamed for blast", "Rebels accused of attack".</summary>
    private static bool IsPassive(Document document, int token)
    {
        if (IsOfHeadline(document, token)) return true;
        var i = token - 1;
        while (document.Word(i) is "widely" or "also" or "repeatedly") i--;
        return document.Word(i) is "was" or "were" or "been" or "is" or "are" or "being";
    }

    /// <summary>No object follows: what it is for does, or nothing.</summary>
    private static bool IsOfHeadline(Document document, int token)
    {
        if (document.IsUpper || document.TagOf(token - 1) is Tag.Be or Tag.Have || document.Word(token - 1) is "," or "it" or "he" or "she" or "they") return false;
        // "the PKK, which Turkey blamed for it", "the group Iran blamed for it": who begins no sentence, or stands behind others, blames.
        var subject = document.Phrases[document.Phrases.At(token) - 1];
        if (subject.Kind != ChunkKind.Noun || document.Word(subject.First - 1) != ";" && !HeadlinePeople.IsLineStart(document, subject.First)
            || document.MatchOf(subject.Head) is { } last && (last.Find(Kinds.Country) ?? last.Find(Kinds.Demonym)) is not null && last.First > subject.First) return false;
        return document.Word(token) switch
        {
            "blamed" => document.Word(token + 1) is "for" or "as" or "." or "" || IsOfAttack(document, token + 1),
            "accused" => IsOfAttack(document, token + 1),
            _ => false,
        };
    }

    /// <summary>"of blast", "in the attack"; of what else people may be accused says nothing of an attack.</summary>
    public static bool IsOfAttack(Document document, int token)
    {
        if (document.Word(token) is not ("of" or "in" or "over" or "after")) return false;
        var at = document.TagOf(token + 1) == Tag.Determiner || document.Word(token + 1) is "a" or "an" or "the" ? token + 2 : token + 1;
        return document.Find(at, Kinds.Event)?.Attribute("pos") == "noun" || document.Has(at, Kinds.Weapon);
    }

    /// <summary>A state by its bare name right there, unless it is accused of something else; else the next actor.</summary>
    private static ActorMention? Accused(Document document, Clause clause, ActorList actors, int from, int reach)
    {
        if (StateReader.At(document, from, clause.End) is not { } state) return actors.After(from, reach);
        // "accused Iran of supporting rebels"
        var deed = state.End + 1;
        return document.Word(state.End) is "of" or "for" && document.TagOf(deed) == Tag.Ing && document.Word(deed) is not ("being" or "having") && !document.HasAny(deed, Deed) ? null : state;
    }

    /// <summary>"…, the ministry said on Monday, blaming X": who speaks, whoever else the sentence names.</summary>
    private static string? Speaker(Document document, Clause clause, int from)
    {
        if (document.IsUpper || document.TagOf(from + 1) != Tag.Ing || document.Word(from) != ",") return null;
        var phrases = document.Phrases;
        var say = phrases.At(from) - 1;
        while (phrases.KindOf(say) is ChunkKind.Time or ChunkKind.Preposition && phrases[say].First > clause.First) say--;
        if (phrases[say] is not { Kind: ChunkKind.Verb, IsPassive: false } verb || !document.Has(verb.Head, Kinds.Say) || verb.First <= clause.First) return null;
        return phrases[say - 1] is { Kind: ChunkKind.Noun } who && document.TagOf(who.Head) != Tag.Pronoun && phrases.KindOf(say - 2) != ChunkKind.Preposition && phrases.Bare(say - 1) is var (first, end) && first < end ? document.TextOf(document.QuoteOf(first, end)) : null;
    }

    /// <summary>The nearest one before a token who can say so.</summary>
    public static string? Accuser(Document document, Clause clause, ActorList actors, int from)
    {
        if (Speaker(document, clause, from) is { } speaker) return speaker;
        for (var i = from; i >= clause.First; i--)
        {
            if (document.MatchOf(i) is not { } match || match.Find(Kinds.Say) is not null && match.Find(Kinds.Source) is null) continue;
            if (actors.Covering(i) is { } actor) return document.TextOf(document.QuoteOf(actor.First, actor.End));
            // "officials in Iraq"
            var isState = (match.Find(Kinds.Country) ?? match.Find(Kinds.Seat)) is not null && document.TagOf(match.First - 1) != Tag.Preposition;
            var isSomeone = isState || match.Find(Kinds.Source) is not null || match.Find(Kinds.Actor) is not null || match.Find(Kinds.Person) is not null;
            if (!isSomeone) continue;
            var first = match.First;
            while (first > clause.First && (document.Has(first - 1, Kinds.Demonym) || document.Has(first - 1, Kinds.Country))) first--;
            return document.TextOf(document.QuoteOf(first, match.End));
        }
        return null;
    }
}

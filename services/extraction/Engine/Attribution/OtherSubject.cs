namespace Platform.Extraction.Engine;

/// <summary>
/// "Syria said Israel bombed", "Israel closed its airspace after a missile hit": who heads the sentence does another thing, and the attack has a
/// subject of its own.
/// </summary>
internal static class OtherSubject
{
    private const VerbForm NotFinite = VerbForm.Reduced | VerbForm.Ing | VerbForm.Infinitive;

    /// <summary>Tokens from the verb to who or what was hit.</summary>
    private const int PatientReach = 6;

    private static readonly ulong Violent = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm, Kinds.Damage, Kinds.Support);
    private static readonly ulong Named = KindSet.Of(Kinds.Country, Kinds.Demonym, Kinds.Actor);

    /// <summary>The subject of the words of attack as the index of its noun phrase, where it is another one than who stands before; else null.</summary>
    public static int? Of(Document document, Clause clause, ActorMention actor, LexiconMatch words)
    {
        if (document.IsUpper || words.First < actor.End) return null;
        var phrases = document.Phrases;
        var head = phrases.At(actor.End - 1);
        var at = phrases.At(RoleFiller.HeadOf(document, words));
        if (Verb(document, clause, head, at) is not { } verb || (phrases[verb].Form & NotFinite) != 0 || new RoleReader(document).Subject(verb, phrases.At(actor.First)) is not { } subject) return null;
        if (subject <= head || IsOwn(document, phrases[subject]) || IsOwnDeed(document, clause, actor, phrases[subject], phrases[verb])) return null;
        return IsPeaceful(document, head, subject) is { } told && (OpensClause(document, head, subject) || told && IsInRelative(document, verb)) ? subject : null;
    }

    /// <summary>Whether a verb stands between two phrases; null when one of them tells of violence.</summary>
    private static bool? IsPeaceful(Document document, int from, int to)
    {
        var verb = false;
        for (var i = from + 1; i < to; i++)
        {
            if (document.Phrases[i].Kind != ChunkKind.Verb) continue;
            if (HasViolence(document, document.Phrases[i])) return null;
            verb = true;
        }
        return verb;
    }

    /// <summary>Before the subject stands "said", "that", "after", "when".</summary>
    private static bool OpensClause(Document document, int head, int subject)
    {
        var phrases = document.Phrases;
        for (var i = subject - 1; i > head; i--)
        {
            if (phrases[i].Kind == ChunkKind.Verb) return document.Has(phrases[i].Head, Kinds.Say);
            if (phrases[i].Kind == ChunkKind.Subordinator || document.Word(phrases[i].First) is "after" or "when" or "as" or "because" or "where" or "before" or "that") return true;
            if (phrases[i].Kind is not (ChunkKind.Time or ChunkKind.Adverb) && !(phrases[i].Kind == ChunkKind.Preposition && phrases.KindOf(i + 1) == ChunkKind.Time)) return false;
        }
        return false;
    }

    /// <summary>"that hit", "which later killed".</summary>
    private static bool IsInRelative(Document document, int verb)
    {
        var i = verb - 1;
        while (document.Phrases.KindOf(i) == ChunkKind.Adverb) i--;
        return document.Phrases.KindOf(i) == ChunkKind.Relative;
    }

    /// <summary>The verb that tells the attack: of a weapon the one it is the object of, else the one it is the subject of.</summary>
    private static int? Verb(Document document, Clause clause, int actor, int at)
    {
        var phrases = document.Phrases;
        if (phrases[at].Kind == ChunkKind.Verb) return at;
        if (phrases[at].Kind != ChunkKind.Noun) return null;
        for (var i = at - 1; i > actor; i--)
        {
            if (phrases[i].Kind == ChunkKind.Verb && HasViolence(document, phrases[i])) return i;
            if (phrases[i].Kind is not (ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Time)) break;
        }
        var last = phrases.At(clause.End - 1);
        for (var i = at + 1; i <= last; i++)
        {
            if (phrases[i].Kind == ChunkKind.Verb && (phrases[i].Form & NotFinite) == 0) return i;
            if (phrases[i].Kind is not (ChunkKind.Verb or ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Time or ChunkKind.Relative)) return null;
        }
        return null;
    }

    private static bool HasViolence(Document document, in Chunk verb) => document.HasAnyIn(verb.First, verb.End, Violent);

    /// <summary>"Iran said missiles hit an Israeli base", "Turkey said a drone killed two militants of X": whose enemies they hit, he fired them.</summary>
    private static bool IsOwnDeed(Document document, Clause clause, ActorMention actor, in Chunk subject, in Chunk verb)
    {
        if (!document.Has(subject.Head, Kinds.Weapon)) return false;
        for (var i = subject.First; i < subject.End; i++)
            if (document.HasAny(i, Named)) return false;
        var own = document.MatchOf(actor.First)?.Entries[0].Attribute("country");
        for (var i = verb.End; i < Math.Min(clause.End, verb.End + PatientReach); i++)
        {
            if (document.Find(i, Kinds.Actor) is { } group && group.Attribute("kind") != "state") return true;
            if (document.Find(i, Kinds.Demonym)?.Attribute("country") is { } other && own is not null && other != own) return true;
        }
        return false;
    }

    /// <summary>"said it", "its forces", "said warplanes": still its own deed. "Drones" may be anyone's.</summary>
    private static bool IsOwn(Document document, in Chunk subject)
    {
        if (document.TagOf(subject.Head) == Tag.Pronoun) return true;
        var possessive = document.Word(subject.First) is "its" or "their" or "our";
        if (!possessive && document.MatchOf(subject.First)?.First != subject.First) return false;
        for (var i = subject.First; i < subject.End; i++)
        {
            if (document.HasAny(i, Named)) return possessive;
            if (document.Has(i, Kinds.Force) && (possessive || document.Find(i, Kinds.Weapon)?.Value is null or "aircraft" && document.Word(i) is not ("drone" or "drones")) || possessive && document.Has(i, Kinds.Weapon)) return true;
        }
        return false;
    }
}

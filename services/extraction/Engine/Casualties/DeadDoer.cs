namespace Platform.Extraction.Engine;

/// <summary>"The man who killed three people is dead", "The suspect in the deaths of two women has died": he who did it, and none of those he killed.</summary>
internal static class DeadDoer
{
    /// <summary>So many told before are looked at; it bounds the work for texts without an end.</summary>
    private const int Before = 8;

    private static readonly WordSet Found = ["found", "pronounced", "declared", "also", "later", "now", "since"];
    private static readonly WordSet Attackers = ["suspect", "gunman", "shooter", "attacker", "assailant", "knifeman"];

    private static readonly ulong Violence = KindSet.Of(Kinds.Harm, Kinds.Event);

    /// <summary>Who is told to be dead by a word of harm in a sentence that begins at a token; null where no doer is told before it.</summary>
    public static PeopleMention? Of(Document document, int from, LexiconMatch match, string? form)
    {
        if (document.IsUpper || form is not ("state" or "died")) return null;
        var verb = match.First;
        if (form == "state")
        {
            verb--;
            while (verb > from && Found.Contains(document.Word(verb))) verb--;
            if (document.Word(verb) is not ("is" or "was") && !(document.Word(verb) == "been" && document.Word(verb - 1) is "has" or "had")) return null;
        }
        var group = document.Phrases[document.Phrases.At(verb)];
        if (group.Kind != ChunkKind.Verb || group.First <= from) return null;
        return PartOfPeople.DoerBefore(document, from, group.First) is { } doer ? IsOnlyHimself(document, doer.End, group.First) ? null : doer : SuspectIn(document, from, group.First);
    }

    /// <summary>Marks those told between a doer and the verb of his own death as harmed by him.</summary>
    public static void MarkDone(List<Victims> found, PeopleMention doer)
    {
        for (var k = found.Count - 1; k >= Math.Max(0, found.Count - Before) && found[k].Phrase >= doer.First; k--)
            if (!found[k].IsDoer && !found[k].IsImplied) found[k] = found[k] with { HasDoer = true };
    }

    /// <summary>"The suspect in the shooting of two women", "in a shooting that killed two": nothing but nouns and harm up to the verb.</summary>
    private static PeopleMention? SuspectIn(Document document, int from, int verb)
    {
        var subject = document.Phrases[document.Phrases.At(from)];
        if (subject.Kind != ChunkKind.Noun || subject.First != from || document.Word(from) != "the" || !Attackers.Contains(document.Word(subject.Head)) || document.Word(subject.End) is not ("in" or "of")) return null;
        var harm = false;
        for (var i = document.Phrases.At(subject.End); i < document.Phrases.At(verb); i++)
        {
            var violent = document.HasAny(document.Phrases[i].Head, Violence) || document.Word(document.Phrases[i].Head) == "left";
            if (document.Phrases[i].Kind is not (ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Conjunction or ChunkKind.Relative) && !(violent && document.Phrases[i].Kind == ChunkKind.Verb)) return null;
            harm |= violent;
        }
        return harm ? new PeopleMention(subject.First, subject.End, 1, 1, "", true) : null;
    }

    /// <summary>"who shot himself", "who fired at officers": nobody else is told to be harmed.</summary>
    private static bool IsOnlyHimself(Document document, int who, int verb)
    {
        var harm = false;
        for (var i = who; i < verb; i++)
        {
            if (document.Word(i) is "himself" or "herself") return true;
            harm |= document.HasAny(i, Violence) && document.Word(i + 1) is not ("at" or "into");
        }
        return !harm;
    }
}

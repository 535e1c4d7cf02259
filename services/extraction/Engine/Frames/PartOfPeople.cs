namespace Platform.Extraction.Engine;

/// <summary>A relative clause tells of a part of the people before it: "four others, including one who died", "nine people, one of whom died".</summary>
internal static class PartOfPeople
{
    /// <summary>From the word of harm back to its pronoun: "who has since died".</summary>
    private const int VerbReach = 4;

    /// <summary>From the pronoun back to the number of the part.</summary>
    private const int PartReach = 3;

    /// <summary>From the pronoun back to the article of one person: "a 17-year-old boy who".</summary>
    private const int SingleReach = 8;

    /// <summary>From the verb back to the pronoun of the one who did what a clause of many words tells.</summary>
    private const int DoerReach = 24;

    private static readonly ulong Violence = KindSet.Of(Kinds.Harm, Kinds.Event);

    /// <summary>The part that the verb is about; null when no such clause stands before it.</summary>
    public static PeopleMention? Before(Document document, int from, int verb)
    {
        var who = verb - 1;
        while (who > Math.Max(from, verb - VerbReach) && document.Word(who) is not ("who" or "whom" or "them")) who--;
        // "Six people, two of them children, were killed": an aside, and the verb is of the six.
        for (var i = who + 1; i < verb && document.Word(who) != "who"; i++)
            if (document.Word(i) == ",") return null;
        if (!document.IsUpper && document.Word(who) is ("whom" or "them"))
            return who - 2 >= from && document.Word(who - 1) == "of" && document.Quantities.EndingAt(who - 1) is { } some ? new PeopleMention(some.First, who + 1, some.Min, some.Max, "", true) : null;
        if (document.Word(who) != "who") return null;
        for (var i = who - 1; i >= Math.Max(from, who - PartReach); i--)
            if (document.Quantities.StartingAt(i) is not null && PeopleReader.ReadAt(document, i, who) is { } people) return people.End == who ? people : null;
        return document.IsUpper ? null : Single(document, from, who);
    }

    /// <summary>"200 people attended the funeral of a guard who was killed": the one before "who", and not those who mourn him.</summary>
    private static PeopleMention? Single(Document document, int from, int who)
    {
        if (document.Word(who + 1) is "were" or "are" or "have") return null;
        for (var i = who - 1; i >= Math.Max(from, who - SingleReach); i--)
        {
            if (document.TagOf(i) == Tag.Mark && document.Word(i) != "-") return null;
            if (document.Word(i) is "a" or "an" or "the") return PeopleReader.ReadAt(document, i, who) is { HasHead: true, Min: 1 } one && one.End == who ? one : null;
        }
        return null;
    }

    /// <summary>"A man who stabbed two people was shot by police", "A man accused of stabbing two people was killed": he was, and not the two.</summary>
    public static PeopleMention? Doer(Document document, int from, int verb)
    {
        var be = document.Word(verb) == "was" ? verb : verb - 1;
        if (document.TagOf(be) is not (Tag.Be or Tag.Adverb)) return null;
        while (be > verb - VerbReach && document.TagOf(be) == Tag.Adverb) be--;
        return document.Word(be) == "was" ? DoerBefore(document, from, be) : null;
    }

    /// <summary>"A man who stabbed two people was", "The man who police believe killed five people is": the one of whom the verb at a token is, where he did all that is told between.</summary>
    public static PeopleMention? DoerBefore(Document document, int from, int be)
    {
        if (document.IsUpper) return null;
        for (var who = be - 1; who > Math.Max(from, be - DoerReach); who--)
        {
            if (document.Word(who) is "when" or "after" or "that" or "which" or "while" or "before" or ";") return null;
            var told = document.Word(who) == "who" ? AfterAside(document, who + 1) : document.Word(who) is "accused" or "suspected" && document.Word(who + 1) == "of" ? who + 2 : -1;
            if (told < 0) continue;
            // "who died", "who suffered wounds", "who shot a video": nobody was hurt by them.
            if (document.Find(told, Kinds.Harm)?.Attribute("form") is "died" || document.Word(told) is "suffered" or "sustained") return null;
            var verbs = document.Phrases.At(be);
            for (var i = document.Phrases.At(told) + 1; i < verbs; i++)
                if (document.Phrases[i] is { Kind: ChunkKind.Verb } other && (other.Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0 && !document.HasAny(other.Head, Violence)) return null;
            for (var i = told + 1; i < told + 4; i++)
                if (document.Word(i) is "video" or "videos" or "film" or "footage" or "pictures" or "photos" or "wounds" or "injuries") return null;
            return document.TagOf(told) is not (Tag.Be or Tag.Have) && document.HasAny(told, Violence) ? Single(document, from, who) : null;
        }
        return null;
    }

    /// <summary>"who police believe killed": the verb behind those who say so.</summary>
    private static int AfterAside(Document document, int token)
    {
        if (document.Find(token, Kinds.Source) is null && document.Word(token) is not ("police" or "investigators" or "detectives" or "deputies")) return token;
        return document.Word(token + 1) is "believe" or "say" or "said" or "allege" or "suspect" ? token + 2 : token;
    }

    /// <summary>"one soldier fell and four were hurt": the number right before the verb is its own.</summary>
    public static PeopleMention? Own(Document document, int from, int verb)
    {
        if (document.IsUpper || document.TagOf(verb - 1) != Tag.Be || document.Quantities.EndingAt(verb - 1) is not { } number || number.First <= from + 1 || document.Word(number.First - 1) != "and") return null;
        var before = document.Phrases.At(number.First - 2);
        return document.Phrases.KindOf(before) == ChunkKind.Verb ? new PeopleMention(number.First, number.End, number.Min, number.Max, "", true) : null;
    }

    /// <summary>Where the list after "among them" ends: "a woman and her two children".</summary>
    public static int EndOfList(Document document, int from, int verb)
    {
        var end = from;
        while (end < verb && document.Word(end) is "and" or "," && PeopleReader.ReadAt(document, end + 1, verb) is { HasHead: true } next && document.Word(next.End - 1) is not ("others" or "other")) end = next.End;
        return end;
    }
}

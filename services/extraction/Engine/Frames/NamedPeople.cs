namespace Platform.Extraction.Engine;

/// <summary>People harmed who are told by their names alone: "Two gunmen killed Ana Ruiz and Juan Mena", "Ana Ruiz, Juan Mena and Luis Ordóñez were killed".</summary>
internal static class NamedPeople
{
    private const int Most = 12;

    /// <summary>Tokens from the last name to the next of the list, over what the named one is.</summary>
    private const int ListReach = 10;

    /// <summary>The people whose names are the object of a verb that ends at a token, each counted once; null when no name follows it. Who did it is no part of the count.</summary>
    public static PeopleMention? After(Document document, int verbEnd, int end)
    {
        var phrases = document.Phrases;
        var chunk = phrases.At(verbEnd);
        if (verbEnd >= end || phrases[phrases.At(verbEnd - 1)] is not { Kind: ChunkKind.Verb, IsPassive: false } || !IsName(document, chunk, end, titled: false)) return null;
        var (count, last) = (1, chunk);
        for (; count < Most; count++)
        {
            var next = phrases.KindOf(last + 1) is ChunkKind.Comma or ChunkKind.Conjunction ? last + 2 : last + 1;
            if (phrases.KindOf(next) == ChunkKind.Conjunction) next++;
            // "killed Ana Ruiz, and Juan Mena fled": the next clause.
            if (next < last + 2 || !IsName(document, next, end, titled: false) || phrases.KindOf(next + 1) is ChunkKind.Verb) break;
            last = next;
        }
        return GoesOn(document, phrases[last].End, end) ? null : new PeopleMention(verbEnd, phrases[last].End, count, count, "", true);
    }

    /// <summary>"Ana Ruiz and 12 others", "Ana Ruiz, a judge, and three guards", "Ana Ruiz along with her driver": more of the list, who have no names.</summary>
    private static bool GoesOn(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + ListReach); i++)
        {
            if (document.Word(i) is "along" or "together" or "others" or "another" or "plus" or "(" || document.Word(i) == "as" && document.Word(i + 1) == "well" || document.Word(i) is "his" or "her" or "their" && document.Word(i - 1) is "and" or "," or "with") return true;
            if (document.Word(i) == "and" && i + 1 < end && document.Phrases.At(i + 1) is var next && new PersonPhrase(document, next).IsPerson) return document.Phrases.KindOf(next + 1) != ChunkKind.Verb;
            if (document.Word(i) == ";" || document.Phrases.KindOf(document.Phrases.At(i)) is ChunkKind.Verb or ChunkKind.Relative or ChunkKind.Subordinator) return false;
        }
        return false;
    }

    /// <summary>Two people and more whose names, with or without a title, are the subject right before a token; null when one of them has none.</summary>
    public static PeopleMention? Before(Document document, int from, int verb)
    {
        var phrases = document.Phrases;
        var last = phrases.At(verb) - 1;
        if (phrases[phrases.At(verb)].Kind != ChunkKind.Verb || !IsName(document, last, verb, titled: true)) return null;
        var (count, first) = (1, last);
        while (count < Most && phrases.KindOf(first - 1) is ChunkKind.Comma or ChunkKind.Conjunction)
        {
            var before = phrases.KindOf(first - 1) == ChunkKind.Conjunction && phrases.KindOf(first - 2) == ChunkKind.Comma ? first - 3 : first - 2;
            if (before < 0 || phrases[before].First < from) break;
            if (!IsName(document, before, verb, titled: true)) return null;
            (first, count) = (before, count + 1);
        }
        return count > 1 && phrases.KindOf(first - 1) is not (ChunkKind.Preposition or ChunkKind.Verb) ? new PeopleMention(phrases[first].First, phrases[last].End, count, count, "", true) : null;
    }

    private static readonly WordSet Offices = ["mayor", "senator", "governor", "congressman", "congresswoman", "minister", "president", "judge", "bishop", "father", "councilman", "ambassador", "deputy", "dr"];

    /// <summary>"killed two officers, Ana Ruiz and Juan Mena": so many names behind a comma as there are people before it say who those are.</summary>
    public static bool AreNamed(Document document, PeopleMention people, int end)
    {
        if (people is not { HasHead: true, Min: > 1 and <= Most and var all } || people.Max != all || document.Word(people.End) != "," || people.End + 1 >= end) return false;
        var phrases = document.Phrases;
        var count = 0;
        for (var chunk = phrases.At(people.End + 1); IsName(document, chunk, end, titled: true); count++)
        {
            // "two soldiers, Mayor Juan Mena and Senator Ana Ruiz": four.
            if (Offices.Contains(document.Word(phrases[chunk].First))) return false;
            var next = phrases[chunk].End;
            // "Ana Ruiz, 32, and Juan Mena, 40"
            if (document.Word(next) == "," && document.TagOf(next + 1) == Tag.Number && document.Word(next + 2) is "," or "and" or ".") next += 2;
            while (next < end && document.Word(next) is "," or "and" or ";") next++;
            if (next >= end || next == phrases[chunk].End) return count + 1 == all;
            chunk = phrases.At(next);
        }
        return count == all;
    }

    private static bool IsName(Document document, int chunk, int end, bool titled)
    {
        var phrases = document.Phrases;
        return phrases.KindOf(chunk) == ChunkKind.Noun && phrases[chunk].End <= end && (titled || phrases.NameOf(chunk).First == phrases[chunk].First) && document.Persons.Of(chunk) is not null && !Tellers.IsTown(document, phrases[chunk]);
    }
}

namespace Platform.Extraction.Engine;

/// <summary>A noun phrase for people: "three Iraqi soldiers", "a foreign contractor", "General X", "dozens".</summary>
internal sealed record PeopleMention(int First, int End, int? Min, int? Max, string Who, bool HasHead);

/// <summary>Reads noun phrases that name people, with their number.</summary>
internal static class PeopleReader
{
    private const int ModifierReach = 10;

    private static readonly WordSet Stops =
        ["in", "at", "on", "by", "with", "when", "after", "before", "during", "near", "and", "or", "who", "which", "that", "was", "were", "is", "are", "had", "has", "have", "as", "for", "from", "to",
         ",", ".", ";", ":", "(", ")", "\"", "since", "while", "but", "including", "into", "against", "said", "inside", "outside", "about", "than", "out", "up", "it", "them", "not", "because", "where"];
    private static readonly ulong NoPerson = KindSet.Of(Kinds.Event, Kinds.Weapon, Kinds.Object, Kinds.Harm, Kinds.Damage);
    private static readonly WordSet Single = ["a", "an", "one", "his", "her", "another", "the", "its", "their", "a.", "this"];

    /// <summary>The phrase that begins at a token, or null.</summary>
    public static PeopleMention? ReadAt(Document document, int first, int end)
    {
        var i = first;
        // "wounded a fourth", "a third was hurt"
        if (document.Word(first) is "a" or "another" && document.Word(first + 1) is "second" or "third" or "fourth" or "fifth" or "sixth" && first + 1 < end && Head(document, first + 2, end, false) is null && document.TagOf(first + 2) is Tag.Mark or Tag.Preposition or Tag.Be or Tag.Adverb or Tag.Time or Tag.Conjunction)
            return new PeopleMention(first, first + 2, 1, 1, "", true);
        // "injuring another, a source said"
        if (document.Word(first) == "another" && (first + 1 >= end || document.TagOf(first + 1) is Tag.Mark or Tag.Preposition or Tag.Be or Tag.Conjunction or Tag.Subordinator)) return new PeopleMention(first, first + 1, 1, 1, "", true);
        if (IsOneOfList(document, first, end)) return new PeopleMention(first, first + 1, 1, 1, "", true);
        while (i < end && document.Word(i) is "the" or "its" or "their" or "his" or "her" or "another" or "other" or "also" && document.Quantities.StartingAt(i + 1) is not null) i++;
        var quantity = document.Quantities.StartingAt(i);
        var from = quantity?.End ?? i;
        var head = Head(document, from, end, quantity is not null);
        // "Ana Lind, 31 all died": an age.
        if (quantity is { } age && age.End - age.First == 1 && document.Word(i - 1) == "," && document.TagOf(i - 2) == Tag.Name && document.Word(age.End) is "all" or "both") return null;
        if (quantity is { } q)
        {
            var of = document.Word(q.End) == "of" && head is null ? Head(document, q.End + 1, end, true) : null;
            // "two American and one British soldier": the head stands once.
            if (head is null && of is null && document.Find(q.End, Kinds.Demonym) is not null && document.MatchOf(q.End) is { } nation && document.Word(nation.End) == "and" && nation.End + 1 < end
                && document.Quantities.StartingAt(nation.End + 1) is { } more && Head(document, more.End, end, true) is not null) return new PeopleMention(first, nation.End, q.Min, q.Max, Who(document, q.End, nation.End), true);
            var stop = (head ?? of)?.End ?? q.End;
            return new PeopleMention(first, stop, q.Min, q.Max, Who(document, q.End, stop), (head ?? of) is not null);
        }
        if (head is null && !document.IsUpper && AgedPerson.At(document, first, end) is { } aged) return aged;
        // "No Iraqi or American was killed"
        if (document.Word(first) == "no" && head is null && Compatriot(document, from, end) is { } nobody) return new PeopleMention(first, nobody.End, 0, 0, Who(document, from + 1, nobody.End), true);
        head ??= Single.Contains(document.Word(first)) ? Compatriot(document, from, end) : null;
        if (document.Word(first) == "no" && head is not null) return new PeopleMention(first, head.End, 0, 0, Who(document, from + 1, head.End), true);
        if (head is not null)
        {
            var plural = document.MatchOf(head.First)?.Find(Kinds.Person)?.Attribute("number") == "plural";
            var start = Single.Contains(document.Word(first)) ? first + 1 : first;
            return plural && !(document.Word(first) is "a" or "an" or "another" or "one")
                ? new PeopleMention(first, head.End, null, null, Who(document, start, head.End), true)
                : new PeopleMention(first, NameEnd(document, head.End, end), 1, 1, Who(document, start, head.End), true);
        }
        return Name(document, first, end);
    }

    /// <summary>"killing him and two others", "killing her, her driver and a guard": the pronoun is one of those who are listed.</summary>
    private static bool IsOneOfList(Document document, int pronoun, int end) => document.Word(pronoun) is "him" or "her" && pronoun + 2 < end
        && (document.Word(pronoun + 1) == "and" || document.Word(pronoun + 1) == "," && (document.Word(pronoun + 2) is "his" or "her" || document.Quantities.StartingAt(pronoun + 2) is not null));

    /// <summary>The name after a title belongs to it: "commander Lieutenant General X Y".</summary>
    private static int NameEnd(Document document, int from, int end)
    {
        var i = from;
        while (i < Math.Min(end, from + 6) && document.IsCapital(i) && (!document.IsUpper || document.TagOf(i) is Tag.Name or Tag.Noun) && (document.MatchOf(i) is not { } match || match.Find(Kinds.Person) is not null)) i++;
        return i;
    }

    /// <summary>"a Palestinian", "a 15-year-old Palestinian": the word for a people, with no noun after it.</summary>
    private static LexiconMatch? Compatriot(Document document, int from, int end)
    {
        for (var i = from + 1; i < Math.Min(end, from + ModifierReach); i++)
        {
            if (document.Has(i, Kinds.Demonym)) return document.MatchOf(i) is { } people && document.TagOf(people.End) is not (Tag.Noun or Tag.Name or Tag.Adjective or Tag.Number) && document.Word(people.End) != "-" ? people : null;
            if (document.Word(i) is not ("-" or "year" or "old" or "young" or "elderly" or "teenage" or "unarmed" or "second" or "third") && document.Tokens[i].Kind != TokenKind.Number) return null;
        }
        return null;
    }

    private static LexiconMatch? Head(Document document, int from, int end, bool counted)
    {
        for (var i = from; i < Math.Min(end, from + ModifierReach); i++)
        {
            var word = document.Word(i);
            if (Stops.Contains(word) || (i > from && document.Quantities.StartingAt(i) is not null)) return null;
            if (document.Find(i, Kinds.Person) is not null || (counted && document.Find(i, Kinds.Actor) is not null))
            {
                // The last of a run is the head: "police cadets", "security guard".
                var match = document.MatchOf(i)!;
                var next = document.MatchOf(match.End);
                return next is not null && match.End < end && next.Find(Kinds.Person) is not null && document.Word(match.End) != "others" ? next : match;
            }
            if (document.Find(i, Kinds.Demonym) is not null && counted && document.Tokens[i].Norm.EndsWith('s')) return document.MatchOf(i);
            if (document.MatchOf(i)?.Find(Kinds.Harm) is not null || document.Find(i, Kinds.Action) is not null || document.Find(i, Kinds.Say) is not null) return null;
        }
        return null;
    }

    /// <summary>"a senior adviser", "an aide": one person by an article and a noun for people that no list of victims has. Not in upper-case text, whose phrases are less sure.</summary>
    public static PeopleMention? Lone(Document document, int first, int end)
    {
        if (document.IsUpper || document.Word(first) is not ("a" or "an") || first >= end) return null;
        var phrase = document.Phrases[document.Phrases.At(first)];
        if (phrase.Kind != ChunkKind.Noun || phrase.First != first || phrase.Head >= end || document.HasAny(phrase.Head, NoPerson) || document.Word(phrase.Head + 1) == "-") return null;
        var classes = document.ClassOf(phrase.Head);
        var figure = document.Word(phrase.Head) is "figure" && phrase.Head > first + 1;
        return figure || (classes & WordClass.Person) != 0 && (classes & WordClass.Plural) == 0 ? new PeopleMention(first, phrase.Head + 1, 1, 1, Who(document, first + 1, phrase.Head + 1), true) : null;
    }

    private static PeopleMention? Name(Document document, int first, int end)
    {
        var i = first;
        while (i < end && document.IsCapital(i) && document.Tokens[i].Kind == TokenKind.Word && document.MatchOf(i) is null && (!document.IsUpper || document.TagOf(i) == Tag.Name)) i++;
        return i - first >= 2 ? new PeopleMention(first, i, 1, 1, document.TextOf(document.QuoteOf(first, i)), false) : null;
    }

    private static string Who(Document document, int first, int end) => first < end ? document.TextOf(document.QuoteOf(first, end)) : "";
}

namespace Platform.Extraction.Engine;

/// <summary>People of headlines, which leave out articles, "was" and "and": "Man, woman killed", "Pastor killed, 4 guests wounded", "Man shot at Dayton motel".</summary>
internal static class HeadlinePeople
{
    /// <summary>Tokens before the verb: no headline lists more.</summary>
    private const int Reach = 12;

    /// <summary>They may count all of whom the words after the comma are a part: "Five people, two children killed".</summary>
    private static readonly WordSet All = ["people", "persons", "victims", "others", "members", "civilians", "dead"];

    /// <summary>Where people are; one who shoots at something shoots at people, cars and houses.</summary>
    private static readonly WordSet Venues =
    [
        "station", "motel", "hotel", "inn", "bar", "pub", "tavern", "lounge", "nightclub", "club", "diner", "restaurant", "cafe", "park", "playground", "mall", "plaza", "store", "shop", "barbershop", "salon", "market", "supermarket", "pharmacy",
        "party", "cookout", "barbecue", "concert", "festival", "fair", "parade", "funeral", "vigil", "wedding", "game", "rally", "gym", "school", "college", "university", "church", "hospital", "complex", "apartments", "intersection", "casino", "cemetery",
        "campground", "beach", "pool", "wash", "laundromat", "bowling", "alley", "theater", "theatre", "rink", "arena", "stadium", "garage", "lot", "stop", "dispensary", "warehouse", "workplace",
    ];

    /// <summary>So many people as a headline lists between a token, which begins a line, and a verb: "Two men, woman" in "Two men, woman killed". Null when there is no such list.</summary>
    public static (int? Min, int? Max)? List(Document document, int first, int verb)
    {
        if (!Begins(document, first, verb)) return null;
        (int? Min, int? Max) total = (0, 0);
        var parts = 0;
        for (var from = first; from < verb; parts++)
        {
            var end = from;
            while (end < verb && document.Word(end) != ",") end++;
            if (end == verb - 1 || Group(document, from, end) is not { } count || parts == 0 && All.Contains(document.Word(end - 1)) && count.Min != 1) return null;
            (total, from) = (Quantity.Sum(total, count), end + 1);
        }
        return parts > 1 ? total : null;
    }

    /// <summary>So many people as begin a headline without an article right before a verb that has no object: "Pastor" in "Pastor killed, 4 guests wounded". Null when it is not so.</summary>
    public static PeopleMention? Before(Document document, int verb, int end)
    {
        var first = verb - 1;
        while (first > 0 && first > verb - Reach && !IsLineStart(document, first)) first--;
        if (!Begins(document, first, verb) || document.TagOf(end) is not (Tag.Mark or Tag.Preposition or Tag.Time) || document.Word(end) is "'s" or "-" or "at" or "for") return null;
        return Group(document, first, verb) is { } people ? new PeopleMention(first, verb, people.Min, people.Max, "", true) : null;
    }

    /// <summary>Who is shot in "Man shot at Dayton motel", where "shot" is the given token; null where one shoots at something.</summary>
    public static PeopleMention? ShotAt(Document document, int shot)
    {
        if (document.Word(shot) != "shot" || document.Word(shot + 1) != "at" || shot + 2 >= document.Tokens.Count) return null;
        var first = shot - 1;
        while (first > 0 && first > shot - Reach && !IsLineStart(document, first)) first--;
        if (!Begins(document, first, shot) || Group(document, first, shot) is not { } people) return null;
        // "Gunman shot at school": who has the gun.
        if (document.Has(shot - 1, Kinds.Actor)) return null;
        var goal = document.Phrases[document.Phrases.At(shot + 2)];
        if (goal.Kind != ChunkKind.Noun || goal.First != shot + 2 || document.TagOf(goal.First) is Tag.Determiner or Tag.Possessive || document.Word(goal.Head - 1) == "police") return null;
        var venue = Venues.Contains(document.Word(goal.Head));
        // "shot at house" may be a doer's; whose town is told with it is where somebody was.
        if (!venue && document.Word(goal.Head) is "home" or "house" or "apartment" or "residence")
            for (var i = goal.First; i < goal.Head; i++) venue |= document.IsCapital(i) && document.IsCapital(shot) == document.IsCapital(goal.Head);
        return venue ? new PeopleMention(first, shot, people.Min, people.Max, "", true) : null;
    }

    /// <summary>Takes out of those who did it whom a headline tells as killed or hurt.</summary>
    public static void Acquit(Document document, Frame frame)
    {
        if (document.IsUpper || frame.Perpetrators.Count == 0 || !IsLineStart(document, frame.Clause.First)) return;
        foreach (var match in document.MatchesIn(frame.Clause.First, Math.Min(frame.Clause.End, frame.Clause.First + Reach)))
        {
            if (match.Find(Kinds.Harm) is not { } harm || harm.Attribute("form") != "pp") continue;
            if (List(document, frame.Clause.First, match.First) is null && Before(document, match.First, match.End) is null) return;
            var (start, end) = (document.Tokens[frame.Clause.First].Start, document.Tokens[match.First].Start);
            for (var i = frame.Perpetrators.Count - 1; i >= 0; i--)
                if (frame.Perpetrators[i] is { Stance: Contracts.Stance.Stated } known && known.Quote.Start >= start && known.Quote.End <= end) frame.Perpetrators.RemoveAt(i);
            return;
        }
    }

    private static bool Begins(Document document, int first, int verb) => !document.IsUpper && first >= 0 && verb > first && verb - first <= Reach
        && (document.IsCapital(first) || document.Tokens[first].Kind == TokenKind.Number) && IsLineStart(document, first);

    /// <summary>Whether a sentence or a line begins at a token.</summary>
    public static bool IsLineStart(Document document, int token) => token == 0 || document.Word(token - 1) is "." or ":" or "!" or "?"
        || document.IsLineStart(token);

    /// <summary>How many people some words name that have no article: one by a bare noun, or a number of them; null when they name none.</summary>
    private static (int? Min, int? Max)? Group(Document document, int first, int end)
    {
        var head = end - 1;
        if (head < first || !document.Has(head, Kinds.Person) && (document.ClassOf(head) & WordClass.Person) == 0 || document.Word(head) is "police") return null;
        var number = document.Quantities.StartingAt(first);
        for (var i = number?.End ?? first; i < head; i++)
            if (document.TagOf(i) is not (Tag.Noun or Tag.Name or Tag.Adjective) && document.Word(i) is not ("-" or "year" or "old") || document.Has(i, Kinds.Harm)) return null;
        if (number is { } counted) return counted.Min is null ? null : (counted.Min, counted.Max);
        var person = document.Find(head, Kinds.Person);
        var plural = person is null ? (document.ClassOf(head) & WordClass.Plural) != 0 : person.Attribute("number") == "plural";
        return plural || document.TagOf(first) is Tag.Determiner or Tag.Possessive ? null : (1, 1);
    }
}

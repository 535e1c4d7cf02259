using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Killed, wounded, missing, kidnapped in a clause. The form of the word says on which side the people stand:
/// "killed 3" and "killing 3" right, "3 were killed" and "3 dead" left, "the death of 3" right.
/// </summary>
internal static class CasualtyReader
{
    /// <summary>Tokens around a count in which it is told of another time, place or deed.</summary>
    private const int OtherReach = 6;

    /// <summary>Tokens from the word of harm to "along with".</summary>
    private const int CompanionReach = 30;

    private const int SubjectReach = 22;

    private static readonly WordSet Auxiliaries = ["was", "were", "been", "be", "being", "got", "is", "are", "left", "least", "wounded", "killed"];

    /// <summary>They stand before a passive without its "was", and before an active verb as well.</summary>
    private static readonly WordSet Adverbs = ["confirmed", "reported", "reportedly", "also"];

    /// <summary>Words that tell of harm though no lexicon match does: the looks at single words below begin with one of them.</summary>
    private static readonly Cue Openers = ["lives", "martyrs", "martyr", "suffered", "sustained", "suffering", "sustaining", "injuries", "injury", .. Aftercare.TakenWords];

    /// <summary>Adds what the clause says to the frame.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        var from = clause.First;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (match.Find(Kinds.NoHarm) is { } none)
            {
                foreach (var what in none.Value.Split(','))
                    Add(frame, what, new Count(0, 0, document.QuoteOf(match.First, match.End), []));
            }
            if (match.Find(Kinds.Harm) is not { } harm || harm.Value == "killed" && Hearsay.Is(document, document.Sentences[clause.Sentence]) || !Realis.IsReal(document, clause, match.First) || Realis.IsReason(document, clause, match.First) || !document.IsUpper && (HarmWords.IsAttempted(document, match.First) || EarlierToll.Is(document, clause, match.First))) continue;
            // "died of their wounds": no verb.
            if (harm.Attribute("form") == "present" && document.Word(match.First - 1) is "their" or "his" or "her" or "gunshot" or "bullet" or "stab" or "the" or "of" or "from" or "multiple" or "with") continue;
            var people = harm.Attribute("form") switch
            {
                "ing" or "of" or "present" => Right(document, match.End, clause.End),
                "toll" => Toll(document, match.End, clause.End, harm.Value),
                "state" => State(document, match, from),
                "died" or "subject" => Left(document, from, match.First),
                _ => Participle(document, match, from, clause.End),
            };
            if (harm.Attribute("form") is "pp" or "subject" && PartOfPeople.Doer(document, clause.First, match.First) is { } stopped) people = stopped;
            // "Two were killed and a judge was abducted": a verb of one is of none of the others.
            // Of upper-case wire copy, which tells of people held for years, no long form is read.
            if (harm.Value == "kidnapped" && (people is { Min: > 1 } && document.Word(match.First) == "was" || document.IsUpper && harm.Attribute("form") is not "of" && match.End - match.First > 1 && document.Word(match.End - 1) != "hostage")) continue;
            // "seized three rifles", "shot down three cruise missiles": only people are kidnapped or killed.
            if (people is null || (!people.HasHead && (document.Word(match.First) == "seized" || match.Find(Kinds.Action) is { Value: "down" }))) continue;
            if (NoReport.Is(document, people.First)) people = people with { Min = 0, Max = 0 };
            if (people.End <= match.First && SeizedThings.Are(document, match)) continue;
            if (people.End <= match.First) people = WithCompanions(document, people, match.End, clause.End);
            if (IsEither(document, match)) people = people with { Min = null, Max = people.Max ?? people.Min };
            var (first, end) = (Math.Min(people.First, match.First), Math.Max(people.End, match.End));
            Add(frame, OfBodies(document, people) ? "killed" : harm.Value, new Count(people.Min, people.Max, document.QuoteOf(first, end), Groups(document, people, clause.End)) { IsMore = IsMore(document, people, match.First), IsNewest = harm.Attribute("form") == "toll" && DeathToll.IsReached(document, people.First) && !DeathToll.IsOfAnother(document, match.End, people.First) || DeathToll.IsSaidLater(document, clause.First, people.First), IsOfHeadline = Headline.StandsAlone(document, clause.Sentence), IsLeft = harm.Attribute("form") == "state" && document.Word(people.First - 1) is "left" or "leaving" && LeftDead.ByTheSame(document, clause, people.First - 1), IsInAll = people.End <= match.First && IsInAll(document, people.First, end) });
            for (var i = first; i < end; i++)
                if (IsName(document, i) && document.MatchOf(i) is null && document.Word(i).Length > 3) frame.Victims.Add(document.Word(i));
            from = Math.Max(from, end);
        }
        for (var i = clause.First; i < clause.End; i++)
        {
            if (!document.Is(i, Openers)) continue;
            if (DeathWords.LivesClaimed(document, i) is { } lives) Add(frame, "killed", new Count(lives.Min, lives.Max, document.QuoteOf(lives.First - 1, i + 1), []));
            else if (Martyrs.Counted(document, i) is { } martyrs && Realis.IsReal(document, clause, i) && !EarlierToll.Is(document, clause, i)) Add(frame, "killed", new Count(martyrs.Min, martyrs.Max, document.QuoteOf(martyrs.First, i + 1), []));
            else if (SufferedUntil(document, i, clause.End) is { } injuries && !frame.Harm.ContainsKey("wounded") && Realis.IsReal(document, clause, i) && Left(document, clause.First, i) is { Min: > 0, HasHead: true } stricken)
                Add(frame, "wounded", new Count(stricken.Min, stricken.Max, document.QuoteOf(stricken.First, injuries), []));
            else if (InjuryCount.At(document, i) is { } injured && !frame.Harm.ContainsKey("wounded") && Realis.IsReal(document, clause, injured.First))
                Add(frame, "wounded", new Count(injured.Min, injured.Max, document.QuoteOf(injured.First, i + 1), []));
            // Whom local news sees taken to a hospital is reckoned over the whole article.
            else if ((frame.TypeRank > 0 || clause.Sentence > 0) && frame.Type is not (EventType.Shooting or EventType.Stabbing) && Aftercare.IsTaken(document, i, clause.End) && Left(document, clause.First, i) is { Min: > 0, HasHead: true } hurt
                && Realis.IsReal(document, clause, i) && !frame.Harm.ContainsKey("wounded") && document.Quantities.StartingAt(hurt.First) is not null && hurt.End <= i && i - hurt.End < 4)
                Add(frame, "wounded", new Count(hurt.Min, hurt.Max, document.QuoteOf(hurt.First, i + 1), []));
        }
    }

    /// <summary>"killed or wounded 15 people": how many of the 15 are which is not said.</summary>
    private static bool IsEither(Document document, LexiconMatch match) =>
        document.Word(match.End) == "or" && document.Has(match.End + 1, Kinds.Harm) || document.Word(match.First - 1) == "or" && document.Has(match.First - 2, Kinds.Harm);

    /// <summary>Where "suffered traumatic brain injuries", "sustained a concussion" ends; null where no such words begin.</summary>
    private static int? SufferedUntil(Document document, int verb, int end)
    {
        if (document.Word(verb) is not ("suffered" or "sustained" or "suffering" or "sustaining") || document.Has(verb, Kinds.Harm)) return null;
        for (var i = verb + 1; i < Math.Min(end, verb + 7) && document.TagOf(i) is not (Tag.Mark or Tag.Preposition or Tag.Verb); i++)
            if (document.Word(i) is "injury" or "injuries" or "wound" or "wounds" or "concussion" or "concussions" or "burns" or "fractures") return i + 1;
        return null;
    }

    /// <summary>"three guards were also hurt", "two other people": a number of people besides those told before; not "the two others".</summary>
    private static bool IsMore(Document document, PeopleMention people, int harm)
    {
        if (document.IsUpper || document.Quantities.StartingAt(people.First) is null) return false;
        // "Last week two were also hurt", "bringing the number to 12"
        for (var i = people.First - OtherReach; i < harm + OtherReach; i++)
            if (document.Word(i) is "earlier" or "week" or "month" or "year" or "hours" or "elsewhere" or "bringing" or "raising" or "when" or "by") return false;
        if (document.Word(harm - 1) == "also" && document.TagOf(harm - 2) == Tag.Be) return true;
        // Alone, "eleven others were killed" may be the rest of those told before.
        for (var i = people.First; i < people.End; i++)
            if (document.Word(i) is "other" or "others") return document.Word(people.First - 1) == "leaving";
        return false;
    }

    private static bool HasHarm(Document document, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (document.Has(i, Kinds.Harm)) return true;
        return false;
    }

    /// <summary>"Ten people died in all", "were killed in total", "In total, 58 people were hurt".</summary>
    private static bool IsInAll(Document document, int first, int end) => document.Word(end) == "in" && document.Word(end + 1) is "all" or "total" && document.TagOf(end + 2) == Tag.Mark
        || document.Word(first - 1) == "," && !document.IsUpper && (document.Word(first - 2) is "all" or "total" && document.Word(first - 3) == "in" || document.Word(first - 2) is "overall" or "altogether");

    /// <summary>"eight bodies with gunshot wounds": they are dead.</summary>
    private static bool OfBodies(Document document, PeopleMention people) => people.HasHead && document.Word(people.End - 1) is "bodies" or "corpses";

    /// <summary>In upper-case text a capital says nothing, so there only a word that no list knows is a name.</summary>
    private static bool IsName(Document document, int i) => document.IsUpper ? document.TagOf(i) == Tag.Name : document.IsCapital(i);

    private static void Add(Frame frame, string what, Count count)
    {
        if (!frame.Harm.TryGetValue(what, out var known) || count.IsNewest && !known.IsNewest && known.Min < count.Min || count.IsLeft && known is { Min: 1, Max: 1 } && count.Min > 1) frame.Harm[what] = count;
        else if (known.Min is null && known.Max is null && count.Min > 0 && !Overlap(known, count))
        {
            // "personnel were hurt and a guard was wounded": unsaid and one is at least one.
            frame.Harm[what] = new Count(count.Min, null, new Quote(Math.Min(known.Quote.Start, count.Quote.Start), Math.Max(known.Quote.End, count.Quote.End)), known.Groups);
        }
    }

    private static bool Overlap(Count a, Count b) => a.Quote.Start < b.Quote.End && b.Quote.Start < a.Quote.End;

    /// <summary>People after the word; coordinated phrases are added up.</summary>
    private static PeopleMention? Right(Document document, int first, int end)
    {
        var i = first;
        while (i < Math.Min(end, first + 3) && document.Word(i) is "and" or "or" or "," or "wounding" or "injuring" or "wounded" or "injured" or "about" or "another" or "a" or "total" or "of" or "reportedly" && document.Quantities.StartingAt(i) is null
            && !(document.Word(i) is "a" or "another" && document.Word(i + 1) != "total")) i++;
        var people = PeopleReader.ReadAt(document, i, end) ?? PeopleReader.Lone(document, i, end);
        // "a boy killed, three hurt", "a clerk killed, two guests hurt": those of the next word.
        if (people is null || (!people.HasHead || document.Word(first) == ",") && i > first && (document.Has(people.End, Kinds.Harm) || !people.HasHead && document.Word(first) == "," && document.Has(people.End + 1, Kinds.Harm))) return null;
        if (people is { Min: 1, Max: 1, HasHead: true } && people.End + 1 < end && TwoOffices.AreOne(document, document.Phrases[document.Phrases.At(people.First)], document.Phrases[document.Phrases.At(people.End + 1)]))
            people = people with { End = document.Phrases[document.Phrases.At(people.End + 1)].End };
        if (NamedPeople.AreNamed(document, people, end)) return people;
        var (total, stop) = ((people.Min, people.Max), people.End);
        for (var parts = 0; parts < 4 && Conjunct(document, stop, end) is { } next; parts++)
        {
            total = Quantity.Sum(total, (next.Min, next.Max));
            stop = next.End;
        }
        // "five people, two soldiers and three civilians": the same ones told again.
        if (total.Min is { } sum && sum == people.Min * 2 && document.Word(people.End) == ",") return people;
        return people with { Min = total.Min, Max = total.Max, End = stop };
    }

    /// <summary>"was killed in a strike on his car, along with a driver and two guards": they as well.</summary>
    private static PeopleMention WithCompanions(Document document, PeopleMention people, int from, int end)
    {
        if (people.Min is null) return people;
        for (var i = from; i + 2 < Math.Min(end, from + CompanionReach) && !document.Has(i, Kinds.Harm); i++)
        {
            if (document.Word(i) is not ("along" or "together") || document.Word(i + 1) != "with") continue;
            if (PeopleReader.ReadAt(document, i + 2, end) is not { Min: not null } next) return people;
            var (total, stop) = (Quantity.Sum((people.Min, people.Max), (next.Min, next.Max)), next.End);
            for (var parts = 0; parts < 4 && Conjunct(document, stop, end) is { } more; parts++) (total, stop) = (Quantity.Sum(total, (more.Min, more.Max)), more.End);
            return people with { Min = total.Min, Max = total.Max };
        }
        return people;
    }

    private static PeopleMention? Conjunct(Document document, int from, int end)
    {
        if (document.Word(from) == "," && InList(document, from + 1, end) is { } listed) return listed;
        var i = from;
        // Over "from the group" and an apposition to the "and".
        while (i < Math.Min(end, from + 14) && document.Word(i) != "and")
        {
            if (i > from && document.Quantities.StartingAt(i) is not null || document.Find(i, Kinds.Harm) is not null || document.Word(i) is "including" or "in" or "when" or "by" or "on" or "at" or "who") return null;
            i++;
        }
        if (i >= Math.Min(end, from + 14)) return null;
        // "killed a man and sent his passenger to a hospital": what else was done.
        if (!document.IsUpper && i + 1 < end && document.Phrases[document.Phrases.At(i + 1)] is { Kind: ChunkKind.Verb } verb && verb.First == i + 1 && document.TagOf(verb.End) is Tag.Determiner or Tag.Possessive or Tag.Number) return null;
        var next = PeopleReader.ReadAt(document, i + 1, end);
        if (next is null || next.Min is null) return null;
        // "two Americans and one Briton"
        if (!next.HasHead && document.Quantities.StartingAt(i + 1) is not null && document.IsCapital(next.End)) next = next with { HasHead = true, End = next.End + 1 };
        for (var k = next.End; k < Math.Min(end, next.End + 3) && document.Word(k) is not ("and" or ","); k++)
            if (document.Find(k, Kinds.Harm) is not null) return null;
        return next.HasHead || i > from + 2 ? next : null;
    }

    /// <summary>"three soldiers, two policemen and four civilians": a counted part after a comma, when the list goes on to an "and".</summary>
    private static PeopleMention? InList(Document document, int from, int end)
    {
        // "killing 25 people, 12 of them guards, and wounding 60": a part of the 25.
        if (document.Quantities.StartingAt(from) is { } some && document.Word(some.End) == "of" && document.Word(some.End + 1) is "them" or "whom" or "those") return null;
        if (PeopleReader.ReadAt(document, from, end) is not { HasHead: true, Min: not null } part || document.Quantities.StartingAt(part.First) is null && document.Word(part.First) is not ("his" or "her" or "their")) return null;
        var next = part;
        for (var parts = 0; parts < 6 && document.Word(next.End) is "," && PeopleReader.ReadAt(document, next.End + 1, end) is { HasHead: true, Min: not null } more; parts++) next = more;
        var and = document.Word(next.End) == "," ? next.End + 1 : next.End;
        if (document.Word(and) != "and" || PeopleReader.ReadAt(document, and + 1, end) is not { HasHead: true, Min: not null } last) return null;
        for (var k = last.End; k < Math.Min(end, last.End + 3) && document.Word(k) is not ("and" or ","); k++)
            if (document.Find(k, Kinds.Harm) is not null) return null;
        return part;
    }

    private static PeopleMention? Participle(Document document, LexiconMatch match, int from, int end)
    {
        if (document.Word(match.First - 1) == "the")
            return document.Word(match.First - 2) == "of" && document.Quantities.EndingAt(match.First - 2) is { } part && !DeathToll.Dies(document, match.End) ? new PeopleMention(part.First, part.End, part.Min, null, "", true) : null;
        if (NamedPeople.After(document, match.End, end) is { } named) return named;
        if (document.Word(match.End) is "by" || IsPassive(document, match, from, end)) return Left(document, from, match.First);
        return Right(document, match.End, end) ?? Left(document, from, match.First) ?? HeadlinePeople.Before(document, match.First, match.End);
    }

    private static bool IsPassive(Document document, LexiconMatch match, int from, int end)
    {
        var verb = match.First;
        for (var i = verb - 1; i >= Math.Max(from, verb - 3); i--)
            if (Auxiliaries.Contains(document.Word(i)) || Adverbs.Contains(document.Word(i)) && PeopleReader.ReadAt(document, match.End, end) is null) return true;
        // "the pair killed a boy": a number with an article may be the doers.
        if (document.Quantities.EndingAt(verb) is { } number) return document.Word(number.First - 1) != "the" || PeopleReader.ReadAt(document, match.End, end) is not { HasHead: true };
        return document.Word(verb - 1) == "others" || document.Find(verb - 1, Kinds.Person) is not null && PeopleReader.ReadAt(document, match.End, end) is null;
    }

    /// <summary>The first phrase before the word that has a number and people; else the last that has people.</summary>
    private static PeopleMention? Left(Document document, int from, int verb)
    {
        if (PartOfPeople.Before(document, from, verb) is { } those) return those;
        if (PartOfPeople.Own(document, from, verb) is { } own) return own;
        if (NamedPeople.Before(document, from, verb) is { } named) return named;
        // "arrested two men after a man was found shot": whose clause the word is in.
        for (var i = verb - 2; i > from; i--)
            if (document.Word(i) is "after" or "when" or "while" or "because" && PeopleReader.ReadAt(document, i + 1, verb) is not null) from = i + 1;
        // "freed four hostages in a raid in which 274 people were killed"
        for (var i = verb - 2; i > from + 1; i--)
            if (document.Word(i) == "which" && document.Word(i - 1) == "in" && PeopleReader.ReadAt(document, i + 1, verb) is not null) from = i + 1;
        PeopleMention? fallback = null;
        for (var i = Math.Max(from, verb - SubjectReach); i < verb; i++)
        {
            var people = PeopleReader.ReadAt(document, i, verb);
            if (people is null) continue;
            // "eight people were killed, among them two children, and three others wounded": some of the eight.
            if (i > from && !document.IsUpper && document.Word(i - 1) == "them" && document.Word(i - 2) == "among" && HasHarm(document, i - OtherReach, i - 2))
            {
                i = PartOfPeople.EndOfList(document, people.End, verb) - 1;
                continue;
            }
            var counted = document.Quantities.StartingAt(people.First) is not null || document.Word(people.First) is "another" or "other" or "no";
            // "A girl who was among three people shot has died", not "among three people killed"
            if (counted && !document.IsUpper && i > from && document.Word(i - 1) == "among" && people.HasHead && people.End < verb - 2)
            {
                i = people.End - 1;
                continue;
            }
            // "A man and his three children were killed": he is one of them.
            if (counted && people.HasHead && people.Min is { } rest && NamedBefore(document, from, people.First) is { } begin) return people with { First = begin, Min = rest + 1, Max = people.Max + 1 };
            if (counted && (people.HasHead || people.End >= verb - 2)) return fallback is not null && JoinedPeople.With(document, fallback, verb) is var all && all.End >= people.End ? all : JoinedPeople.With(document, people, verb);
            if (people.HasHead && !IsOblique(document, people.First, from)) fallback ??= people;
            if (people.HasHead) i = people.End - 1;
        }
        return fallback is null ? null : JoinedPeople.With(document, fallback, verb);
    }

    /// <summary>Where a name of one begins to whom counted people are joined: "Ana Lind and two of her guards were killed".</summary>
    private static int? NamedBefore(Document document, int from, int counted)
    {
        if (document.IsUpper || document.Word(counted - 1) != "and") return null;
        var first = counted - 1;
        while (first > from && document.TagOf(first - 1) == Tag.Name && document.MatchOf(first - 1) is null) first--;
        return counted - 1 - first >= 2 && (first == from || document.TagOf(first - 1) is Tag.Mark or Tag.Subordinator or Tag.Noun) && document.Persons.Of(document.Phrases.At(first)) is not null ? first : null;
    }

    private static bool IsOblique(Document document, int first, int from) =>
        first > from && document.Word(first - 1) is "of" or "by" or "with" or "for" or "told" or "from" or "at" or "in" or "to" or "against";

    private static PeopleMention? State(Document document, LexiconMatch match, int from)
    {
        if (LeftSo(document, match.First, from) is { } left) return left;
        for (var i = match.First; i >= Math.Max(from + 1, match.First - 4); i--)
        {
            if (document.Quantities.EndingAt(i) is not { } quantity) continue;
            return new PeopleMention(quantity.First, match.First, quantity.Min, quantity.Max, "", true);
        }
        return null;
    }

    /// <summary>"left a policeman and two guards dead", "found a man dead": those between the verb and the word.</summary>
    private static PeopleMention? LeftSo(Document document, int state, int from)
    {
        for (var i = state - 2; i >= Math.Max(from, state - SubjectReach); i--)
        {
            if (document.Word(i) is not ("left" or "leaving" or "leaves" or "leave" or "found" or "finding")) continue;
            if (PeopleReader.ReadAt(document, i + 1, state) is not { HasHead: true, Min: not null } first) return null;
            return JoinedPeople.With(document, first, state) is var all && all.End == state ? all : null;
        }
        return null;
    }

    private static PeopleMention? Toll(Document document, int from, int end, string harm)
    {
        if (DeathToll.In(document, from, end) is not { } quantity || harm == "killed" && DeathToll.IsOfWounded(document, quantity.End)) return null;
        // "rose from 10 to 12": 12.
        var least = document.Word(quantity.First - 1) == "from" && document.Word(quantity.End - 2) == "to" ? quantity.Max : quantity.Min;
        return new PeopleMention(quantity.First, quantity.End, least, quantity.Max, "", true);
    }

    /// <summary>"including 11 children", "among them two officers".</summary>
    private static List<CountGroup> Groups(Document document, PeopleMention people, int end)
    {
        var groups = new List<CountGroup>();
        var i = document.Word(people.End) == "," ? people.End + 1 : people.End;
        if (document.Word(i) is not ("including" or "among") || people.Max == 0) return groups;
        for (i += document.Word(i) == "among" ? 2 : 1; i < end && groups.Count < 4;)
        {
            if (PeopleReader.ReadAt(document, i, end) is not { HasHead: true } part) break;
            groups.Add(new CountGroup(part.Who, part.Min, part.Max, document.QuoteOf(part.First, part.End)));
            i = part.End;
            if (document.Word(i) is not ("and" or ",")) break;
            i++;
        }
        return groups.Where(group => group.Who.Length > 0).ToList();
    }
}

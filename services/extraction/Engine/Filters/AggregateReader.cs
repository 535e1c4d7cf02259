using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Tells statistics ("58 attacks since October") and habits ("almost daily") from single events, and writes the statistics down.
/// A statistic has many of something over a time that is not one day.
/// </summary>
internal static class AggregateReader
{
    /// <summary>Tokens from "responsible" to the number of the dead.</summary>
    private const int TollReach = 8;

    /// <summary>Tokens from "start of" to its day.</summary>
    private const int StartReach = 10;

    /// <summary>No one attack has so many dead that someone is "responsible for the deaths of" them.</summary>
    private const int TollOfYears = 10_000;

    /// <summary>Words that make a clause a statistic with those around them.</summary>
    private static readonly Cue Counting =
        ["shelling", "bombardment", "fighting", "violence", "times", "responsible", "every", "each", "often", "regularly", "repeatedly", "frequently", "routinely"];

    private static readonly ulong Counted = KindSet.Of(Kinds.Context, Kinds.Event, Kinds.Harm, Kinds.Weapon, Kinds.Action);
    private static readonly Cue Past = ["past", "last"];

    /// <summary>What no sentence about a long time lacks.</summary>
    private static readonly Cue Long = ["past", "last", "far", "first"];
    private static readonly Cue Wars = ["war", "conflict", "dictatorship", "insurgency", "uprising"];

    /// <summary>True when the clause counts over a period instead of telling one event.</summary>
    public static bool IsStatistic(Document document, Clause clause, bool sentenceIsStatistic)
    {
        var (period, many, day, month, going, since) = (sentenceIsStatistic, false, false, false, false, false);
        var (toldOn, over) = (false, sentenceIsStatistic);
        foreach (var date in document.DatesIn(clause.First, clause.End))
        {
            period |= date.Role == DateRole.Since;
            since |= date.Role == DateRole.Since && date.Precision != DatePrecision.Day;
            // "between 17 and 24 October"; "between Saturday and Sunday" is one night.
            if (document.Word(date.First - 1) == "between" && !document.Has(date.First, Kinds.Weekday))
            {
                period = true;
                continue;
            }
            // "officials told reporters on Tuesday" dates the words, not what they tell.
            if (IsOfStart(document, clause, date.First) || IsAsOf(document, clause, date)) period = true;
            else if (date is { Role: DateRole.Event, Precision: DatePrecision.Day })
            {
                var ofWords = IsOfWords(document, date.First);
                // "have been killed since dawn, medics said Tuesday": the day of one event, for all that is known; not in a count over months.
                toldOn |= ofWords && document.Word(date.First - 1) != "on";
                day |= !ofWords;
            }
            month |= date.Role == DateRole.Event && date.Precision == DatePrecision.Month;
        }
        for (var i = clause.First; i < clause.End; i++)
        {
            // All below is about such words and kinds, but for the quantities of a sentence that counts already.
            if (!sentenceIsStatistic && !document.Is(i, Counting) && !document.HasAny(i, Counted)) continue;
            var counts = document.Find(i, Kinds.Context)?.Value == "statistic" && !IsOneDay(document, i);
            (period, over) = (period | counts, over | counts && document.Word(i) != "since");
            going |= IsGoingOn(document, i);
            var plural = document.Find(i, Kinds.Event)?.Attribute("number") == "plural";
            // "amid a stream of rocket attacks", "in response to a spate of attacks", "injured in two of those attacks"
            if (plural && (clause.IsAfter && document.Word(clause.First) is "amid" or "in" || document.Word(i - 1) is "those" or "these" && document.Word(i - 2) == "of")) return true;
            // "has come under attack several times"
            if (document.Word(i) == "times" && document.Word(i - 1) is "several" or "many" or "multiple" or "numerous" or "countless" && document.Word(i - 2) is not ("shot" or "stabbed")) (period, many) = (true, true);
            if (document.Word(i) == "times" && i >= clause.First + 4 && IsAgainAndAgain(document, i)) (period, many) = (true, true);
            // "has been responsible for the deaths of 40,000 people"
            if (document.Word(i) == "responsible" && IsForDeaths(document, clause, i)) return true;
            // "have sunk two ships and killed four sailors since November"
            many |= since && document.Has(i, Kinds.Harm) && document.Word(i - 1) == "and" && IsPerfect(document, clause, i);
            many |= plural || document.Word(i) is "every" or "each" && document.Word(i + 1) is "day" or "night" or "week" or "month" or "year"
                || (document.Find(i, Kinds.Weapon) is not null && document.Quantities.EndingAt(document.MatchOf(i)!.First)?.IsVague == true)
                || document.Word(i) == "times" && i > 1 && (document.Tokens[i - 1].Kind == TokenKind.Number || document.Word(i - 1) is "separate" or "different" && document.Quantities.EndingAt(i - 1) is not null)
                // "has often targeted the community"
                || document.Word(i) is "often" or "regularly" or "repeatedly" or "frequently" or "routinely" && document.Word(i - 1) is "has" or "have"
                // "More than 60 people have been killed since the start of the year"
                || sentenceIsStatistic && document.Has(i, Kinds.Harm) && document.Word(i - 1) == "been" && document.Word(i - 2) == "had" && HasMany(document, clause, i)
                || document.Has(i, Kinds.Harm) && document.Word(i - 1) is "been" or "has" or "have" && document.Word(i - 2) is "have" or "has" or "army" or "people" && HasMany(document, clause, i)
                // "The group has killed 60 soldiers since 2020"
                || document.Has(i, Kinds.Harm) && document.Word(i - 1) is "has" or "have" or "had" && document.Quantities.StartingAt(i + 1) is { Min: >= 10 } or { IsVague: true }
                // "have fired 1,200 rockets in that time"
                || document.Find(i, Kinds.Action)?.Value == "fire" && document.Word(document.MatchOf(i)!.First) is "has" or "have" && document.Quantities.StartingAt(document.MatchOf(i)!.End) is { Min: >= 10 } or { IsVague: true }
                // "more than ten rockets have been fired in the last three months", "two have been killed in such attacks since"
                || document.Has(i, Kinds.Action) && document.Word(i - 1) is "been" && document.Word(i - 2) is "have" && HasMany(document, clause, i)
                || document.Find(i, Kinds.Context)?.Value == "generic"
                || (sentenceIsStatistic && document.Quantities.StartingAt(i) is { IsVague: true });
        }
        return !day && !(toldOn && !over) && (IsOverPast(document, clause) && HasToll(document, clause) || period && (many || going) || (month && going || IsOfWar(document, clause)) && HasToll(document, clause));
    }

    /// <summary>"As of Thursday there had been 12 attacks": what had come together until then.</summary>
    private static bool IsAsOf(Document document, Clause clause, DateMention date) =>
        date.First - 2 == clause.First && document.Word(date.First - 1) == "of" && document.Word(clause.First) == "as";

    /// <summary>"he told reporters on Tuesday", "the commissioner said Monday": the day of the words.</summary>
    private static bool IsOfWords(Document document, int date)
    {
        var before = document.Word(date - 1) == "on" ? date - 2 : date - 1;
        return document.Word(before) == "reporters" || document.Find(before, Kinds.Say) is not null;
    }

    /// <summary>"have been attacked 16 times": not "was shot 16 times", which is one crime.</summary>
    private static bool IsAgainAndAgain(Document document, int times) => document.Tokens[times - 1].Kind == TokenKind.Number
        && document.Word(times - 2) is "attacked" or "targeted" or "bombed" or "struck" && document.Word(times - 3) == "been" && document.Word(times - 4) is "have" or "has" or "had";

    /// <summary>"were killed in the past month", "over the last two years": longer than any attack.</summary>
    private static bool IsOverPast(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Long)) return false;
        for (var i = clause.First + 1; i + 1 < clause.End; i++)
        {
            if (IsPartOfYear(document, i)) return !IsOneOf(document, clause, i);
            if (document.Word(i) != "the" || document.Word(i - 1) is not ("in" or "over" or "during" or "within") || !document.Is(i + 1, Past)) continue;
            var unit = document.Has(i + 2, Kinds.Number) || document.Tokens[Math.Min(i + 2, document.Tokens.Count - 1)].Kind == TokenKind.Number ? i + 3 : i + 2;
            if (document.Word(unit) is "month" or "months" or "year" or "years" or "weeks" or "decade" or "decades" || document.Word(unit) == "week" && unit == i + 2) return !IsOneOf(document, clause, i);
        }
        return false;
    }

    /// <summary>"So far this year, mines killed 44", "in the first half of the year", "in the first six months of 2023".</summary>
    private static bool IsPartOfYear(Document document, int i) =>
        document.Word(i) == "far" && document.Word(i - 1) == "so" && document.Word(i + 1) == "this"
        || document.Word(i) == "the" && document.Word(i - 1) is "in" or "during" or "over" && document.Word(i + 1) == "first" && (document.Word(i + 2) is "half" or "quarter" && document.Word(i + 3) == "of" || document.Word(i + 3) == "months");

    /// <summary>"killed 11, bringing to 300 those killed over the past week", "the second raid in the last two weeks": one attack, and the others beside it.</summary>
    private static bool IsOneOf(Document document, Clause clause, int period)
    {
        for (var i = period; i >= clause.First; i--)
            if (document.Word(i) is "bringing" or "brought" or "raising" or "taking" or "pushing" or "second" or "third" or "fourth" or "fifth" or "latest" or "worst" or "deadliest" or "heaviest" or "biggest" or "first") return true;
        return false;
    }

    /// <summary>"since the start of the offensive on July 8": a time that begins then.</summary>
    private static bool IsOfStart(Document document, Clause clause, int date)
    {
        for (var i = date - 1; i >= Math.Max(clause.First + 1, date - StartReach); i--)
        {
            if (document.Word(i) is "," or ";") return false;
            if (document.Word(i) == "of" && document.Word(i - 1) is "start" or "beginning" or "outbreak" or "launch" or "onset") return document.Word(i - 3) == "since";
        }
        return false;
    }

    private static bool IsForDeaths(Document document, Clause clause, int responsible)
    {
        if (document.Word(responsible + 1) != "for") return false;
        for (var i = responsible + 2; i < Math.Min(clause.End, responsible + TollReach); i++)
            if (document.Quantities.StartingAt(i) is { Min: >= TollOfYears }) return true;
        return false;
    }

    private static bool IsPerfect(Document document, Clause clause, int verb)
    {
        for (var i = verb - 1; i > clause.First; i--)
            if (document.Phrases[document.Phrases.At(i)].Kind == ChunkKind.Verb) return document.Word(document.Phrases[document.Phrases.At(i)].First) is "has" or "have";
        return false;
    }

    /// <summary>A statistic with a number of its own: "shot several times" is none.</summary>
    public static bool IsToll(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Quantities.StartingAt(i) is { Min: >= 10 }) return IsStatistic(document, clause, false);
        return false;
    }

    /// <summary>"over the past day", "in the last 24 hours": one day, as a daily report tells it.</summary>
    private static bool IsOneDay(Document document, int token)
    {
        var next = document.MatchOf(token)!.End;
        if (document.Word(next - 1) is not ("past" or "last")) return false;
        return document.Word(next) is "day" or "night" or "hours" || document.Word(next) is "24" or "48" or "few" && document.Word(next + 1) == "hours" || document.Word(next) == "24" && document.Word(next + 2) == "hour";
    }

    /// <summary>A toll of ten and more before the word of harm.</summary>
    private static bool HasMany(Document document, Clause clause, int harm)
    {
        for (var i = Math.Max(clause.First, harm - 8); i < harm; i++)
            if (document.Quantities.StartingAt(i) is { Min: >= 10 } or { IsVague: true }) return true;
        return false;
    }

    /// <summary>Words without a number for fire that goes on: "shelling", not "the shelling", which speaks of one told before.</summary>
    private static bool IsGoingOn(Document document, int i) =>
        document.Word(i) is "shelling" or "bombardment" or "fighting" or "violence" && document.Word(i - 1) is not ("the" or "a" or "this" or "that") && document.Tags[i] != Tag.Verb;

    /// <summary>"were killed during the war", "in the conflict", "of the 12-year civil war".</summary>
    private static bool IsOfWar(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Wars)) return false;
        for (var i = clause.First + 2; i < clause.End; i++)
        {
            if (!document.Is(i, Wars) || document.Word(i + 1) == "-") continue;
            for (var k = i - 1; k >= Math.Max(clause.First, i - 5); k--)
                if (document.Word(k) is "during" or "in" or "since" && document.Word(k + 1) is "the" or "a" or "its") return true;
        }
        return false;
    }

    private static bool HasToll(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Kinds.Harm)) return false;
        var (harm, number) = (false, false);
        for (var i = clause.First; i < clause.End; i++)
        {
            harm |= document.Find(i, Kinds.Harm) is not null;
            number |= document.Quantities.StartingAt(i) is { Min: >= 20 };
        }
        return harm && number;
    }

    /// <summary>The clause as an aggregate.</summary>
    public static Aggregate Read(Document document, Clause clause)
    {
        var (first, end) = (clause.First, clause.End);
        while (first < end - 1 && (document.Tokens[first].Kind == TokenKind.Mark || document.Word(first) is "and" or "while" or "but")) first++;
        while (end > first + 1 && document.Tokens[end - 1].Kind == TokenKind.Mark) end--;
        var quote = document.QuoteOf(first, end);
        string? what = null;
        int? count = null;
        for (var i = first; i < end && what is null; i++)
        {
            if (document.Word(i) == "times" && i > first && document.Tokens[i - 1].Kind == TokenKind.Number)
                (what, count) = ("times", int.TryParse(document.Word(i - 1), out var n) ? n : null);
            else if (document.Find(i, Kinds.Event)?.Attribute("number") == "plural")
                (what, count) = (document.TextOf(document.QuoteOf(i, document.MatchOf(i)!.End)), CountBefore(document, i, first));
        }
        var period = document.DatesIn(first, end).FirstOrDefault();
        var place = document.PlacesIn(first, end).FirstOrDefault(place => place.IsLocative);
        return new Aggregate
        {
            Text = document.TextOf(quote),
            Start = quote.Start,
            End = quote.End,
            Count = count,
            What = what,
            Period = period is null ? null : document.TextOf(document.QuoteOf(period.First, period.End)),
            Place = place is null ? null : document.TextOf(document.QuoteOf(place.First, place.End)),
        };
    }

    private static int? CountBefore(Document document, int token, int first)
    {
        for (var i = token; i > Math.Max(first, token - 5); i--)
            if (document.Quantities.EndingAt(i) is { } quantity) return quantity.Min ?? quantity.Max;
        return null;
    }
}

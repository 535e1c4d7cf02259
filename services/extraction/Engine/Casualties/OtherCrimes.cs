namespace Platform.Extraction.Engine;

/// <summary>Dead and hurt that a sentence about one crime tells of other crimes, of accidents or of a whole year.</summary>
internal static class OtherCrimes
{
    private const int YearReach = 14;
    private const int MishapReach = 7;
    private const int EarlierReach = 12;
    private const int PastReach = 30;
    private const int EventReach = 10;
    private const int VerbReach = 6;

    /// <summary>"a week after his brother was killed", "a day after a man died": before this crime; not "a day after he was shot".</summary>
    public static bool IsEarlier(Document document, int from, int word)
    {
        for (var i = word - 1; i > Math.Max(from + 1, word - EarlierReach); i--)
        {
            if (document.Word(i) is "," or ";" or ".") return false;
            if (document.Word(i) is not ("after" or "since") || document.Find(i - 1, Kinds.Period) is null) continue;
            if (!(document.Word(i + 1) is "his" or "her" or "their" or "a" or "an" or "another" || document.Quantities.StartingAt(i + 1) is not null)) return false;
            for (var k = from; k < i; k++)
                if (document.Has(k, Kinds.Harm) || document.Has(k, Kinds.Event)) return true;
            return false;
        }
        return false;
    }

    /// <summary>"five people were killed in separate shootings": a sum over several crimes.</summary>
    public static bool IsOfSeveral(Document document, int from, int end)
    {
        for (var i = from; i + 1 < end; i++)
        {
            if (document.Word(i) is not ("separate" or "unrelated" or "different")) continue;
            for (var k = i + 1; k < Math.Min(end, i + 4); k++)
                if (document.Find(k, Kinds.Event)?.Attribute("number") == "plural" || document.Word(k) is "incidents" or "cases" or "crimes") return true;
        }
        return false;
    }

    /// <summary>"two classmates killed in a car crash": no shot killed them.</summary>
    public static bool IsOfMishap(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + MishapReach); i++)
        {
            if (document.Word(i) is "," or ";" or "." or "and" or "when" or "after" || document.Find(i, Kinds.Event) is not null) return false;
            if (document.Find(i, Kinds.Context)?.Value == "mishap" || document.Word(i) is "crash" or "wreck" or "blaze" or "overdose" or "cancer" or "illness") return true;
            if (document.Word(i) == "fire" && document.Word(i - 1) is "a" or "house" or "apartment") return true;
        }
        return false;
    }

    /// <summary>"23 years after the massacre at X, in which 13 people were killed", "the deadliest since the attack on X that killed 13": of the one compared with.</summary>
    public static bool IsOfPast(Document document, int from, int word)
    {
        for (var i = word - 1; i > Math.Max(from + 1, word - PastReach); i--)
        {
            // "a week before the anniversary of the massacre at X, in which 13 people were killed"
            if (document.Word(i) == "anniversary" && document.Word(i + 1) == "of") return true;
            if (document.Word(i) is not ("after" or "since") || document.Word(i + 1) is not ("the" or "a" or "an") && !document.IsCapital(i + 1)) continue;
            var compared = document.Find(i - 1, Kinds.Period) is not null && document.Word(i - 1) is not ("day" or "days") ? IsCompared(document, from, i) : document.Word(i) == "since" && IsRanked(document, from, i);
            if (!compared) continue;
            for (var k = i + 2; k < Math.Min(word, i + EventReach); k++)
                if (document.Find(k, Kinds.Event)?.Attribute("pos") == "noun") return true;
        }
        return false;
    }

    /// <summary>"The attack came 23 years": a verb that only says when.</summary>
    private static bool IsCompared(Document document, int from, int after)
    {
        for (var i = after - 1; i >= Math.Max(from, after - VerbReach); i--)
            if (document.Word(i) is "came" or "comes" or "coming" or "follows" or "happened" or "occurred") return true;
        return false;
    }

    private static bool IsRanked(Document document, int from, int since)
    {
        for (var i = since - 1; i >= Math.Max(from, since - EarlierReach); i--)
            if (document.Word(i) is "deadliest" or "worst" or "bloodiest" or "largest" or "first") return true;
        return false;
    }

    /// <summary>"Three people were killed in the city the week before", "in the month before Easter": others than those of the news.</summary>
    public static bool IsOfWeekBefore(Document document, int from, int end)
    {
        for (var i = from + 1; i < Math.Min(end, from + YearReach); i++)
        {
            if (document.Word(i) is ";" or "after" or "when") return false;
            // "two weeks before Christmas" is the day of the news told otherwise.
            if (document.Word(i) == "before" && document.Word(i - 1) is "week" or "month" or "year" && document.Word(i - 2) == "the") return document.Word(i - 3) == "in" || document.Word(i + 1) is "." or "," || i + 1 >= end;
        }
        return false;
    }

    /// <summary>
    /// "15 people had been killed by this time last year", "40 people have been shot so far this year", "So far in 2019, 40 people were
    /// killed": a count of a year.
    /// </summary>
    public static bool IsOfYear(Document document, int first, int word, int from)
    {
        for (var i = Math.Max(first, word - YearReach); i < word; i++)
            if (document.Word(i) == "far" && document.Word(i - 1) == "so" && (document.Word(i + 1) == "this" && document.Word(i + 2) is "year" or "month" || document.Word(i + 1) is "in" or "during")) return true;
        for (var i = from; i < from + YearReach; i++)
        {
            if (document.Word(i) is "." or ";" or "") return false;
            if (document.Word(i) == "year" && document.Word(i - 1) is "this" or "last" && document.Word(i - 2) is "time" or "far" or "point" or "here" or "in" or "date" or "already" or "city") return true;
        }
        return false;
    }
}

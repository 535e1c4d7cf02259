using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Sentences after the first telling of a crime that speak of another one, though nothing they say contradicts the first: one of long before,
/// one some hours earlier or later with people of its own, or a count over weeks and years.
/// </summary>
internal static class Background
{
    /// <summary>What happened longer before the crime is none of its story.</summary>
    private const int NewsDays = 10;

    /// <summary>Tokens from the head of a sentence to "earlier" or "later".</summary>
    private const int HeadReach = 5;

    /// <summary>Tokens of the people of a sentence before their verb.</summary>
    private const int SubjectReach = 8;

    private static readonly Cue Seasons = ["spring", "summer", "fall", "autumn", "winter"];
    private static readonly Cue Been = ["been"];

    /// <summary>Marks such sentences, and takes from the lead what they said of the killed and the hurt.</summary>
    public static void Mark(Document document, IncidentDraft lead, DateOnly? news, bool[] elsewhere)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Index <= lead.FirstSentence || !(Comparison.IsAllOf(document, sentence) || IsOfOldDay(document, sentence, news) || IsOfSeason(document, sentence) || IsAtOtherHour(document, sentence) || IsAtOtherTimeOfDay(document, sentence, lead) || IsOverPeriod(document, sentence) || CriminalRecord.Is(document, sentence.First, sentence.End) || IsOfWeekBefore(document, sentence, lead))) continue;
            elsewhere[sentence.Index] = true;
            var (start, end) = (document.Tokens[sentence.First].Start, document.Tokens[sentence.End - 1].End);
            foreach (var (what, count) in lead.Harm.ToArray())
                if (count.Quote.Start >= start && count.Quote.End <= end) lead.Harm.Remove(what);
        }
    }

    /// <summary>"Last year, a man was killed on the same street": all its days are long before the crime.</summary>
    private static bool IsOfOldDay(Document document, Sentence sentence, DateOnly? news)
    {
        if (news is not { } day) return false;
        var old = false;
        foreach (var date in document.DatesIn(sentence.First, sentence.End))
        {
            if (date.Role != DateRole.Event || date.To >= Calendar.Plus(day, -NewsDays)) return false;
            old = true;
        }
        return old && HasNewPeople(document, sentence.First, sentence.End);
    }

    /// <summary>"Last week, a man was killed on the same street" where the crime has a later day of its own: the sentence begins with the week or month.</summary>
    private static bool IsOfWeekBefore(Document document, Sentence sentence, IncidentDraft lead)
    {
        if (document.Word(sentence.First) is not ("last" or "earlier") || lead.Date is not { Precision: DatePrecision.Day, IsOfWriting: false, IsOfTelling: false } day || lead.Sentences.Contains(sentence.Index)) return false;
        foreach (var date in document.DatesIn(sentence.First, sentence.End))
            return date.First == sentence.First && date.Role == DateRole.Event && date.Precision is DatePrecision.Week or DatePrecision.Month && date.To < day.From && HasNewPeople(document, date.End, sentence.End);
        return false;
    }

    /// <summary>"Last spring a boy was killed".</summary>
    private static bool IsOfSeason(Document document, Sentence sentence)
    {
        if (!document.HasIn(sentence.First, sentence.End, Seasons)) return false;
        for (var i = sentence.First; i + 1 < sentence.End; i++)
            if (document.Word(i) is "last" && document.Is(i + 1, Seasons)) return HasNewPeople(document, sentence.First, sentence.End);
        return false;
    }

    /// <summary>"About an hour earlier, two men were shot on another street".</summary>
    private static bool IsAtOtherHour(Document document, Sentence sentence)
    {
        for (var i = sentence.First + 1; i < Math.Min(sentence.End - 2, sentence.First + HeadReach); i++)
        {
            if (document.Word(i) is not ("earlier" or "later") || document.Word(i - 1) is not ("hour" or "hours") || SaysSame(document, sentence)) continue;
            return document.Word(i + 1) == "," && HasNewPeople(document, i + 2, Math.Min(sentence.End, i + 2 + SubjectReach), atHead: true);
        }
        return false;
    }

    /// <summary>"Earlier in the evening, two men were shot on another street", "Earlier Friday, a woman was", where the lead's people were told before.</summary>
    private static bool IsAtOtherTimeOfDay(Document document, Sentence sentence, IncidentDraft lead)
    {
        if (document.Word(sentence.First) is not ("earlier" or "later")) return false;
        var comma = sentence.First + 1;
        while (comma < Math.Min(sentence.End - 2, sentence.First + HeadReach) && document.Word(comma) != ",") comma++;
        var time = document.Word(comma - 1);
        if (document.Word(comma) != "," || !(document.Has(comma - 1, Kinds.Weekday) || document.Has(comma - 1, Kinds.DayTime) || time is "day" or "night" or "evening" or "morning" or "afternoon") || SaysSame(document, sentence)) return false;
        var told = false;
        foreach (var count in lead.Harm.Values) told |= count.Quote.End <= document.Tokens[sentence.First].Start;
        return told && HasNewPeople(document, comma + 1, Math.Min(sentence.End, comma + 1 + SubjectReach), atHead: true);
    }

    /// <summary>"in the same house", "by the same man"</summary>
    private static bool SaysSame(Document document, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (document.Word(i) == "same") return true;
        return false;
    }

    /// <summary>"Over the past month, five people have been killed", "12 people have been shot in 2018": a count over weeks or years.</summary>
    private static bool IsOverPeriod(Document document, Sentence sentence)
    {
        if (!document.HasIn(sentence.First, sentence.End, Been) || !document.HasIn(sentence.First, sentence.End, Kinds.Harm)) return false;
        var (perfect, many, period, harm) = (false, false, false, false);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            perfect |= document.Is(i, Been) && document.Word(i - 1) is "have" or "has";
            many |= document.Quantities.StartingAt(i) is { Min: > 1 };
            harm |= document.Has(i, Kinds.Harm);
            period |= document.Word(i) is "past" or "last" && document.Word(i - 1) == "the" && document.Word(i - 2) is "over" or "in" or "during" && IsLong(document, i + 1)
                || document.Word(i) == "since" && (document.Has(i + 1, Kinds.Weekday) || document.Has(i + 1, Kinds.Month) || document.Word(i + 1) == "last")
                || document.Word(i) == "in" && document.Tokens[Math.Min(i + 1, document.Tokens.Count - 1)] is { Kind: TokenKind.Number } figures && figures.End - figures.Start == 4;
        }
        return perfect && many && period && harm;
    }

    private static bool IsLong(Document document, int i) => document.Find(i, Kinds.Period) is { Value: not "day" } || document.Find(i + 1, Kinds.Period) is { Value: not "day" };

    /// <summary>"a man was killed", "two men were shot": people told for the first time, whom someone harmed.</summary>
    private static bool HasNewPeople(Document document, int first, int end, bool atHead = false)
    {
        for (var i = first; i < end; i++)
        {
            if (atHead && i > first) return false;
            var article = document.Word(i) is "a" or "an" or "another";
            if (!article && document.Quantities.StartingAt(i) is null) continue;
            var people = document.Phrases.At(i);
            if (document.Phrases.KindOf(people) != ChunkKind.Noun || !new PersonPhrase(document, people).IsPerson) continue;
            for (var k = document.Phrases[people].End; k < Math.Min(document.Tokens.Count, document.Phrases[people].End + SubjectReach); k++)
                if (document.Find(k, Kinds.Harm) is { } harm && harm.Value is "killed" or "wounded" or "shot") return harm.Attribute("form") != "died";
        }
        return false;
    }
}

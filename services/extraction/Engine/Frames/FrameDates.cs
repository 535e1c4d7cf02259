using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Which date of a clause is the event's.</summary>
internal static class FrameDates
{
    /// <summary>Sentences of an entry of a timeline after its first.</summary>
    private const int EntryReach = 3;

    /// <summary>Wire copy tells what happened within so many days before its dateline.</summary>
    private const int DaysOfNews = 10;

    /// <summary>Tokens from the word of harm to its day.</summary>
    private const int HarmReach = 4;

    /// <summary>Tokens from the deed to its week or month.</summary>
    private const int DeedReach = 10;

    /// <summary>Tokens from the day of a claim to the claim.</summary>
    private const int ClaimReach = 4;

    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>The date nearest to the words that tell the event, or null.</summary>
    public static DateMention? Of(Document document, Clause clause, LexiconMatch? told)
    {
        DateMention? best = null;
        var tellers = clause.IsAfter && document.Word(clause.First) == "in" ? OfTeller(document, clause.First, document.Sentences[clause.Sentence]) : null;
        foreach (var date in document.DatesIn(clause.First, clause.End))
        {
            if (date == tellers) continue;
            if (Comparison.DayOf(document, clause, date) is { } compared) return compared;
            if (date.Role is DateRole.Since or DateRole.Header || IsAhead(document, clause, date) || Realis.IsSince(document, clause, date.First)) continue;
            // "LIMA, 20 FEB 90 -- GUERRILLAS KILLED TWO ON SUNDAY": the day of writing yields to a day just before it.
            if (best is { Role: DateRole.Event } && date is { Role: DateRole.Event, Precision: DatePrecision.Day } && date.To <= best.From && date.From >= Calendar.Plus(best.From, -DaysOfNews) && !IsOfTelling(document, clause, date) && Dateline.IsBeforeText(document, best)) best = date;
            // "October 2016 … on 8 October": the closer of two that agree.
            if (best is { Role: DateRole.Event } && date.Role == DateRole.Event && date.Precision < best.Precision && date.From >= best.From && date.To <= best.To) best = date;
            // "who lost his job last week shot his sons Friday": the day after the deed is its day.
            if (told is not null && best is { Role: DateRole.Event, Precision: not DatePrecision.Day } && best.End <= told.First && date is { Role: DateRole.Event, Precision: DatePrecision.Day } && date.First >= told.End) best = date;
            // A date that stands between commas after its event is nearer than one at the other end.
            if (best is null || (told is not null && date.Role == DateRole.Event && Distance(date, told) < Distance(best, told) && best.Precision >= date.Precision)
                || (best.Role == DateRole.Relative && date.Role == DateRole.Event)) best = date;
        }
        // "condemned today the murder of X, who was killed yesterday"
        if (best is { Role: DateRole.Event } && told is not null && best.End <= told.First && IsOfTelling(document, clause, best))
        {
            foreach (var date in document.DatesIn(told.End, clause.End))
                if (date is { Role: DateRole.Event, Precision: DatePrecision.Day } && date.To < best.From && !IsOfTelling(document, clause, date) && (IsBesideHarm(document, clause, date) || IsClaimed(document, best, told))) return date;
                // "claimed on Monday that it had abducted the girls last month"
                else if (date is { Role: DateRole.Event, Precision: DatePrecision.Week or DatePrecision.Month } && date.To < best.From && date.First - told.End < DeedReach && IsBefore(document, told.First) && !HasRelative(document, told.End, date.First)) return date;
        }
        // "flags flew at half-staff Monday in X, where a man killed four people Saturday"
        if (best is { Role: DateRole.Event, Precision: DatePrecision.Day } && !document.IsUpper && OfRelative(document, clause, best) is { } own) return own;
        // "were arraigned Tuesday in a shooting that wounded three over the weekend"
        if (best is { Role: DateRole.Event } && !document.IsUpper && DayOfCrime.IsOfAftermath(document, clause.First, clause.End, best))
        {
            foreach (var date in document.DatesIn(clause.First, clause.End))
                if (date != best && date.Role == DateRole.Event && (date.Precision <= DatePrecision.Week || date.End == told?.First) && !DayOfCrime.IsOfAftermath(document, clause.First, clause.End, date)) return date;
        }
        return best;
    }

    /// <summary>"today claimed responsibility for the attack on Monday": between the day and the attack stands the claim alone.</summary>
    private static bool IsClaimed(Document document, DateMention day, LexiconMatch told)
    {
        for (var i = day.End; i < Math.Min(told.First, day.End + ClaimReach); i++)
            if (document.Find(i, Kinds.Claim)?.Value == "claimed") return true;
        return false;
    }

    /// <summary>"where soldiers arrived last month": a date of something else.</summary>
    private static bool HasRelative(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Word(i) is "where" or "who" or "which" or "that" or "when") return true;
        return false;
    }

    /// <summary>"On Thursday, rockets hit the base; and in the north two drones struck a camp": the day at the head of the sentence, for a later clause without one.</summary>
    public static DateMention? Leading(Document document, Clause clause)
    {
        var sentence = document.Sentences[clause.Sentence];
        if (clause.IsAfter) return null;
        if (IsBeforeReason(document, clause) && OfTeller(document, clause.End, sentence) is { } told) return told;
        if (clause.End < sentence.End && TwoTowns.ShareVerb(document, clause.First, clause.End, sentence.End) && DayIn(document, clause.End, sentence.End) is { } shared) return shared;
        if (clause.First == sentence.First) return OfEntry(document, clause.Sentence);
        if (TwoTowns.DayOfFront(document, clause) is { } same) return same;
        foreach (var date in document.DatesIn(sentence.First, Math.Min(sentence.End, sentence.First + 2)))
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day }) return date;
        return null;
    }

    /// <summary>"killed two in X and three in Y on Sunday": the day is that of both.</summary>
    private static DateMention? DayIn(Document document, int first, int end)
    {
        foreach (var date in document.DatesIn(first, end))
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day }) return date;
        return null;
    }

    private static bool IsBeforeReason(Document document, Clause clause) => document.Word(clause.End) == "in" && document.Word(clause.End + 1) is "retaliation" or "response" or "revenge" or "reply" or "reprisal";

    /// <summary>"Iran fired missiles in retaliation for a killing, the army said on Wednesday": the day belongs to what is told, not to what it answers.</summary>
    private static DateMention? OfTeller(Document document, int first, Sentence sentence)
    {
        if (SpeakerReader.Last(document, sentence) is not { } teller) return null;
        foreach (var date in document.DatesIn(Math.Max(first, teller.First), sentence.End))
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day }) return date;
        return null;
    }

    /// <summary>"March 7, 2021: a drone hit X. A missile fell on Y.": the day at the head of the entry the sentence stands in.</summary>
    private static DateMention? OfEntry(Document document, int sentence)
    {
        for (var k = sentence - 1; k >= Math.Max(0, sentence - EntryReach); k--)
        {
            var (start, end) = (document.Sentences[k].First, document.Sentences[k].End);
            if (document.IsLineStart(end)) return null;
            foreach (var date in document.DatesIn(start, end))
            {
                if (date.First != start || document.Word(date.End) != ":") break;
                return date is { Role: DateRole.Event, Precision: DatePrecision.Day } ? date : null;
            }
        }
        return null;
    }

    /// <summary>
    /// "The bishop today condemned the murder of X": a date beside a verb that tells no attack is the day of that verb.
    /// The event is not later, and mostly of the same days.
    /// </summary>
    public static bool IsOfTelling(Document document, Clause clause, DateMention date)
    {
        if (DayOfCrime.IsSinceThen(document, date) || DayOfCrime.IsDayOfCare(document, date) || DeathToll.IsDayOfCount(document, clause, date)) return true;
        var phrases = document.Phrases;
        var before = date.First - 1;
        while (before >= clause.First && (document.TagOf(before) is Tag.Preposition or Tag.Adverb or Tag.Time || document.Word(before) == ",")) before--;
        // "the toll rose to 40 on Tuesday"
        if (before >= clause.First && document.Quantities.EndingAt(before + 1) is { } number && DeathToll.IsReached(document, number.First)) return true;
        if (before >= clause.First && IsOtherVerb(document, phrases[phrases.At(before)])) return true;
        // "told AFP on Saturday", "told a news conference on Monday"
        if (before > clause.First && phrases[phrases.At(before)] is { Kind: ChunkKind.Noun } told && told.First > clause.First && document.Word(told.First - 1) is "told" or "informed") return true;
        var after = date.End;
        while (after < clause.End && document.TagOf(after) is Tag.Adverb or Tag.Time) after++;
        return after < clause.End && IsOtherVerb(document, phrases[phrases.At(after)]);
    }

    /// <summary>"had abducted": before the day of telling.</summary>
    private static bool IsBefore(Document document, int verb) => document.Word(verb) == "had" || document.Word(verb - 1) == "had";

    /// <summary>", where …" after a day tells a deed with an earlier day of its own: that day.</summary>
    private static DateMention? OfRelative(Document document, Clause clause, DateMention day)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (document.HasAny(i, Telling)) return null;
            if (i < day.End || document.Word(i) != "where" || document.Word(i - 1) != ",") continue;
            foreach (var date in document.DatesIn(i, clause.End))
                if (date is { Role: DateRole.Event, Precision: DatePrecision.Day } && date.To < day.From && !IsOfTelling(document, clause, date) && (IsBesideHarm(document, clause, date) || date.To < Calendar.Plus(day.From, -DaysOfNews) && TellsIn(document, i, date.First))) return date;
            return null;
        }
        return null;
    }

    private static bool TellsIn(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Has(i, Kinds.Harm)) return true;
        return false;
    }

    /// <summary>"was killed yesterday": the words of the deed stand just before the day.</summary>
    private static bool IsBesideHarm(Document document, Clause clause, DateMention date)
    {
        for (var i = date.First - 1; i >= Math.Max(clause.First, date.First - HarmReach); i--)
            if (document.Has(i, Kinds.Harm)) return true;
        return false;
    }

    private static bool IsOtherVerb(Document document, Chunk chunk)
    {
        if (chunk.Kind != ChunkKind.Verb || chunk.IsPassive) return false;
        for (var i = chunk.First; i < chunk.End; i++)
        {
            foreach (var entry in document.MatchOf(i)?.Entries ?? [])
                if (entry.Kind is Kinds.Event or Kinds.Action or Kinds.Harm or Kinds.Damage or Kinds.Support) return false;
        }
        return (chunk.Form & (VerbForm.Infinitive | VerbForm.Reduced)) == 0 && document.TagOf(chunk.Head) is not (Tag.Be or Tag.Have);
    }

    /// <summary>"will leave on Tuesday to negotiate the release of those kidnapped": a day to come, before anything is told.</summary>
    private static bool IsAhead(Document document, Clause clause, DateMention date)
    {
        var ahead = false;
        for (var i = clause.First; i < date.First; i++)
        {
            ahead |= document.Word(i) is "will" or "scheduled";
            if (document.HasAny(i, Telling)) return false;
        }
        return ahead;
    }

    private static int Distance(DateMention date, LexiconMatch told) => date.First >= told.End ? date.First - told.End : told.First - date.End;
}

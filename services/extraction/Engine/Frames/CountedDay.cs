using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// The day of an event that its own sentence counts from a day that is not the event's: "On Monday the army said rockets had hit
/// the base a day earlier", "Friday marks one year since the attack".
/// </summary>
internal static class CountedDay
{
    /// <summary>Most days "three days earlier" may count.</summary>
    private const int MostDays = 9;

    /// <summary>Tokens from the day to the word of saying beside it: "On Monday the chief of the regional police said".</summary>
    private const int SayReach = 8;

    private const int MostYears = 100;

    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm, Kinds.Weapon);

    /// <summary>The day, or null where the clause counts none so.</summary>
    public static DateMention? Of(Document document, Clause clause, LexiconMatch? told)
    {
        DateMention? said = null;
        foreach (var date in document.DatesIn(clause.First, clause.End))
        {
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day })
            {
                if (said is null && YearsSince(document, date, clause.End) is { } then) return then;
                said = IsOfSaying(document, clause, date) ? date : null;
            }
            else if (said is not null && told is not null && told.First > said.End && told.First < date.First && IsBefore(document, date))
                return date with { Role = DateRole.Event, From = Calendar.Plus(said.From, date.OffsetFrom), To = Calendar.Plus(said.To, date.OffsetTo) };
        }
        return null;
    }

    /// <summary>"a day earlier", "the night before": not "two days after".</summary>
    private static bool IsBefore(Document document, DateMention date) =>
        date is { Role: DateRole.Relative, Precision: DatePrecision.Day, OffsetTo: < 0 and >= -MostDays } && date.OffsetFrom == date.OffsetTo && document.Word(date.End - 1) != "after";

    /// <summary>"said on Monday that", "On Monday the army said": a word of saying beside the day, and no attack between.</summary>
    private static bool IsOfSaying(Document document, Clause clause, DateMention date)
    {
        var before = document.Word(date.First - 1) is "on" or "late" or "early" or "," ? date.First - 2 : date.First - 1;
        if (before >= clause.First && document.Has(before, Kinds.Say)) return true;
        for (var i = date.End; i < Math.Min(clause.End, date.End + SayReach); i++)
        {
            if (document.Has(i, Kinds.Say)) return true;
            if (document.HasAny(i, Telling)) return false;
        }
        return false;
    }

    /// <summary>"Friday marks one year since": the same day so many years before.</summary>
    private static DateMention? YearsSince(Document document, DateMention date, int end)
    {
        var i = date.End;
        if (document.Word(i) is "will") i++;
        if (document.Word(i) is not ("marks" or "marked" or "mark")) return null;
        i++;
        var years = document.Word(i) is "a" ? 1 : DateWords.Number(document, i) ?? 0;
        if (years is < 1 or > MostYears || document.Word(i + 1) is not ("year" or "years") || document.Word(i + 2) != "since" || i + 2 >= end || date.From.Year <= years) return null;
        return Calendar.Of(date.From.Year - years, date.From.Month, Math.Min(date.From.Day, DateTime.DaysInMonth(date.From.Year - years, date.From.Month))) is { } then ? date with { End = i + 2, From = then, To = then } : null;
    }
}

using System.Globalization;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Words around a date that say how it is meant, or stand for one told before.</summary>
internal static class DateWords
{
    /// <summary>Tokens from "the first since" to a date in the same words.</summary>
    private const int SinceReach = 14;

    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>"since last May", "until the end of June": no day of an event.</summary>
    public static bool IsSince(Document document, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 5); i--)
        {
            if (document.Word(i) is "since" or "until" or "till") return true;
            if (document.Word(i) is not ("the" or "end" or "of" or "last" or "beginning" or "start" or "late" or "early" or "in" or "fall" or "mid")) break;
        }
        return IsOfFirstSince(document, first);
    }

    /// <summary>"the first since a truce announced by the factions in October": a date of what the first is counted from.</summary>
    private static bool IsOfFirstSince(Document document, int first)
    {
        for (var i = first - 1; i > Math.Max(1, first - SinceReach); i--)
        {
            // "the first since the strikes on Friday", "since a bomb killed two on Friday": those have a day.
            if (document.Tokens[i].Kind == TokenKind.Mark && document.Word(i) is "," or ";" or "." || document.HasAny(i, Telling)) return false;
            if (document.Word(i) == "since") return document.Word(i - 1) is "first" or "second" or "third" or "attack" or "deadliest" or "kind" or "biggest" or "largest" or "worst";
        }
        return false;
    }

    /// <summary>"the same day", "that evening": where the words end, when they begin at a token.</summary>
    public static int? SameDay(Document document, int i)
    {
        if (document.Word(i) == "same" && IsDay(document, i + 1)) return i + 2;
        return IsDay(document, i) && document.Word(i - 1) == "that" && (document.Word(i - 2) is "later" or "earlier" or "on" or "," or "and"
            || document.Word(i - 2) is not ("said" or "saying" or "told") && (document.Word(i + 1) is "," or "." or "in" or "on" or "at" or "and" or "when" or "after")) ? i + 1 : null;
    }

    private static bool IsDay(Document document, int i) => document.Word(i) is "day" or "evening" or "night" or "morning" or "afternoon";

    /// <summary>"the previous day", "the previous night", "the day before,", "the night before.": the day before the one told; "the day before the vote" is another's.</summary>
    public static bool IsDayBefore(Document document, int i)
    {
        if (document.Word(i) == "previous") return document.Word(i + 1) is "day" or "night" or "evening";
        if (document.Word(i) is not ("day" or "night" or "evening") || document.Word(i - 1) != "the" || document.Word(i + 1) is not ("before" or "earlier")) return false;
        return document.Word(i + 2) is "," or "." or ";" or "" || document.Word(i) == "day" && document.Word(i - 2) is "." or "" && document.Word(i + 2) is "a" or "an";
    }

    /// <summary>"the Sun-Times", "the Sun reported": a newspaper, no Sunday.</summary>
    public static bool IsNewspaper(Document document, int i) => document.Word(i) == "sun"
        && (document.Word(i - 1) == "the" && document.Word(i + 1) != "." || document.Word(i + 1) == "-" && document.IsCapital(i + 2) && document.Tokens[i + 1].Start == document.Tokens[i].End && document.Tokens[i + 2].Start == document.Tokens[i + 1].End);

    /// <summary>A number in words or digits at a token.</summary>
    public static int? Number(Document document, int token) =>
        document.Find(token, Kinds.Number) is { } word && int.TryParse(word.Value, CultureInfo.InvariantCulture, out var said) ? said
        : int.TryParse(document.Word(token), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>"a week ago Tuesday", "a year ago Monday": so many of the period, at a token, before the last such day; null where no weekday follows.</summary>
    public static DateMention? WeekdayAgo(Document document, DateOnly today, int first, int period, int times)
    {
        if (document.Find(period + 2, Kinds.Weekday) is not { } entry || times > 100) return null;
        var day = Calendar.LastWeekday(today, int.Parse(entry.Value, CultureInfo.InvariantCulture));
        DateOnly? then = document.Find(period, Kinds.Period)?.Value switch
        {
            "week" => Calendar.Plus(day, -7 * times),
            "year" when day.Year > times => Calendar.Of(day.Year - times, day.Month, day.Day),
            _ => null,
        };
        return then is { } found ? new DateMention(first, period + 3, found, found, DatePrecision.Day, DateRole.Event) : null;
    }
}

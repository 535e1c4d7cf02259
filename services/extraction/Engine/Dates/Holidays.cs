using System.Globalization;

namespace Platform.Extraction.Engine;

/// <summary>Days of the year with a name of their own, fixed ones and those of a weekday: "the fourth Thursday of November".</summary>
internal static class Holidays
{
    /// <summary>Days after which news no longer calls a day by its name alone.</summary>
    public const int NewsDays = 60;

    private const int LastOfMonth = 5;

    /// <summary>Whether it falls on another day each year.</summary>
    public static bool IsOfWeekday(string holiday) => holiday.Count('-') == 2;

    /// <summary>"a Christmas party", "Halloween costumes", "Memorial Day weekend", "Christmas Island": the name is of a season, of more days, of a place; one word alone needs "on", or a time of day after it.</summary>
    public static bool IsNoDay(Document document, LexiconMatch match) => document.Word(match.End) is "weekend" or "party" or "parties" or "season" or "costume" or "costumes" or "decorations" or "shopping" or "shoppers" or "tree"
        || document.Word(match.First) == "christmas" && document.Word(match.End) == "island"
        || match.End - match.First == 1 && document.Word(match.First) is "christmas" or "thanksgiving" or "halloween" && document.Word(match.First - 1) != "on" && !document.Has(match.End, Kinds.DayTime);

    /// <summary>The holiday whose name begins at a token, in the year in which the day counted from it is the last until a day.</summary>
    public static DateOnly? On(Document document, int token, int days, DateOnly until)
    {
        if (document.Find(token, Kinds.Holiday) is not { } entry) return null;
        for (var year = Math.Min(until.Year + 1, DateOnly.MaxValue.Year); year >= Math.Max(until.Year - 1, 1); year--)
        {
            var (month, day) = Last(entry.Value, year, until);
            if (Calendar.Of(year, month, day) is { } date && Calendar.Plus(date, days) <= until) return date;
        }
        return null;
    }

    /// <summary>Month and day of a holiday in a year, or of the last one until a day; see calendar.tsv.</summary>
    public static (int Month, int Day) Last(string holiday, int? year, DateOnly until)
    {
        var parts = holiday.Split('-');
        var (month, second) = (Number(parts[0]), Number(parts[1]));
        if (parts.Length == 2) return (month, second);
        var which = Number(parts[2]);
        var day = DayOf(year ?? until.Year, month, second, which);
        // As for a fixed day: what is still to come this year was last year.
        return year is null && until.Year > 1 && new DateOnly(until.Year, month, day) > Calendar.Plus(until, 1) ? (month, DayOf(until.Year - 1, month, second, which)) : (month, day);
    }

    private static int DayOf(int year, int month, int weekday, int which)
    {
        if (which == LastOfMonth) return Calendar.LastWeekday(Calendar.MonthEnd(year, month), weekday).Day;
        return Calendar.LastWeekday(new DateOnly(year, month, 7), weekday).Day + (which - 1) * 7;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

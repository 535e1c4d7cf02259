namespace Platform.Extraction.Engine;

/// <summary>A day told relative to the day of writing, as far as the words go; the fields are those of the contract's RelativeDate.</summary>
/// <param name="FromDaysBefore">Days before the day of writing, the smallest.</param>
/// <param name="ToDaysBefore">Days before the day of writing, the largest.</param>
/// <param name="Weekday">0 for Sunday to 6 for Saturday, when the words name one.</param>
/// <param name="Month">1 to 12, when the words name one without its year.</param>
/// <param name="Day">1 to 31, when the words name one without its year.</param>
internal sealed record FloatingDate(int FromDaysBefore, int ToDaysBefore, int? Weekday = null, int? Month = null, int? Day = null)
{
    private const int Year = 365;

    /// <summary>A weekday (1 Monday to 7 Sunday); "last" is not the day of writing.</summary>
    public static FloatingDate OfWeekday(int weekday, bool last) => last ? new(1, 9, weekday % 7) : new(0, 6, weekday % 7);

    /// <summary>A month or a day of it without its year: the last one; or with "last year".</summary>
    public static FloatingDate OfMonth(int month, int? day, bool lastYear)
    {
        if (!lastYear) return new(0, Year, null, month, day);
        var left = Year - (Calendar.Of(2001, month, Math.Min(day ?? 1, DateTime.DaysInMonth(2001, month)))!.Value.DayOfYear - 1);
        return new(left, left + Year, null, month, day);
    }

    /// <summary>A month or day "last year".</summary>
    public bool IsLastYear => Month is not null && FromDaysBefore > 0;

    /// <summary>Whether the weekday, month and day the words name, if any, are those of a day.</summary>
    public bool Names(DateOnly day) =>
        (Weekday is not { } weekday || (int)day.DayOfWeek == weekday) && (Month is not { } month || day.Month == month) && (Day is not { } number || day.Day == number);

    /// <summary>Whether two ways to tell a day, in one text, cannot mean the same day.</summary>
    public bool Clashes(FloatingDate other)
    {
        if (Weekday is { } a && other.Weekday is { } b) return a != b;
        if (Month is not null && other.Month is not null) return Month != other.Month || (Day is not null && other.Day is not null && Day != other.Day);
        // Nobody calls one day "Sunday" and "April 4" in the same article.
        if (Month is not null || other.Month is not null) return true;
        return FromDaysBefore > other.ToDaysBefore || other.FromDaysBefore > ToDaysBefore;
    }
}

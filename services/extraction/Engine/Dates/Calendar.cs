namespace Platform.Extraction.Engine;

/// <summary>Date arithmetic that never leaves the range of <see cref="DateOnly"/>.</summary>
internal static class Calendar
{
    /// <summary>A day some days away, held within years 1 to 9999.</summary>
    public static DateOnly Plus(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The date, or null when there is no such day.</summary>
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The last day of a month.</summary>
    public static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>The latest day on or before a day that is the weekday (1 Monday to 7 Sunday).</summary>
    public static DateOnly LastWeekday(DateOnly day, int weekday)
    {
        var today = ((int)day.DayOfWeek + 6) % 7 + 1;
        return Plus(day, -((today - weekday + 7) % 7));
    }
}

using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"the June 2013 shooting", "he was shot June 15": a day without its year is in the year the text gives that month or that day.</summary>
internal static class YearsGiven
{
    private const int Days = 32;
    private const int Several = -1;

    /// <summary>A day of so many days before the writing is news, whatever was in that month of other years.</summary>
    private const int NewsDays = 10;

    /// <summary>
    /// Moves the days without a year into the earlier year that the text gives their month, or them; not where it gives two. The year of a month
    /// alone moves no day of the last few before <paramref name="written"/>: "on March 4 … a similar attack in March 2022".
    /// </summary>
    public static void Settle(List<DateMention> dates, DateOnly? written)
    {
        // By month and day; day 0 is the month as a whole. 0: no year is given.
        Span<int> years = stackalloc int[13 * Days];
        years.Clear();
        foreach (var date in dates)
        {
            if (date is not { Role: DateRole.Event, Said: null, Precision: DatePrecision.Day or DatePrecision.Month }) continue;
            ref var year = ref years[date.From.Month * Days + (date.Precision == DatePrecision.Month ? 0 : date.From.Day)];
            year = year == 0 || year == date.From.Year ? date.From.Year : Several;
        }
        for (var i = 0; i < dates.Count; i++)
        {
            if (dates[i] is not { Precision: DatePrecision.Day, Role: DateRole.Event, Said: { Month: { } month, Day: { } day } } date) continue;
            var (ofMonth, ofDay) = (years[month * Days], years[month * Days + day]);
            var year = ofMonth == 0 ? ofDay : ofDay == 0 || ofDay == ofMonth ? ofMonth : Several;
            if (ofDay == 0 && written is { } now && date.From >= Calendar.Plus(now, -NewsDays)) continue;
            if (year > 0 && year < date.From.Year && Calendar.Of(year, month, day) is { } then) dates[i] = date with { From = then, To = then };
        }
    }
}

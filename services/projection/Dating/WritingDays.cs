using Platform.Contracts;

namespace Platform.Projection.Dating;

/// <summary>The days an undated article can have been written on, as its reports and those like them leave them.</summary>
internal sealed class WritingDays
{
    /// <summary>News leads with what happened not more than so many days ago when it gives only the weekday.</summary>
    private const int NewsDays = 3;

    /// <summary>A wider span is not looked through day by day.</summary>
    private const int MostDays = 4000;

    private readonly DateOnly? from;
    private readonly DateOnly? to;
    private HashSet<int>? days;

    /// <summary>Begins with what the article itself says.</summary>
    public WritingDays(DateOnly? from, DateOnly? to)
    {
        (this.from, this.to) = (from, to);
        if (from is { } first && to is { } last && last.DayNumber - first.DayNumber is >= 0 and <= MostDays)
            days = [.. Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)];
    }

    /// <summary>First and last of the days; null when nothing bounds them on both sides.</summary>
    public (DateOnly From, DateOnly To)? Span => days is { Count: > 0 } ? (DateOnly.FromDayNumber(days.Min()), DateOnly.FromDayNumber(days.Max())) : null;

    /// <summary>Keeps the days on which the words can mean a day of a range; false when none is left.</summary>
    public bool Keep(RelativeDate words, DateOnly start, DateOnly end)
    {
        var kept = new HashSet<int>();
        for (var day = start; day <= end; day = day.AddDays(1))
        {
            if (!Names(words, day)) continue;
            for (var before = words.FromDaysBefore; before <= words.ToDaysBefore; before++)
                if (IsLeft(day.DayNumber + before)) kept.Add(day.DayNumber + before);
        }
        if (kept.Count == 0) return false;
        days = kept;
        return true;
    }

    /// <summary>Keeps the days not before one, when any is left.</summary>
    public void KeepFrom(DateOnly day)
    {
        if (days is not null && days.Any(written => written >= day.DayNumber)) days.RemoveWhere(written => written < day.DayNumber);
    }

    /// <summary>The weekday of the lead is one of the last few days, when any such day is left.</summary>
    public void KeepNews(int weekday)
    {
        bool IsNews(int written) => ((int)DateOnly.FromDayNumber(written).DayOfWeek - weekday + 7) % 7 <= NewsDays;
        if (days is not null && days.Any(IsNews)) days.RemoveWhere(written => !IsNews(written));
    }

    /// <summary>The first and last day the words can mean, not before a day; null when there is none or nothing bounds them.</summary>
    public (DateOnly From, DateOnly To)? Meant(RelativeDate words, DateOnly notBefore)
    {
        if (days is null) return null;
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var written in days)
        {
            for (var before = words.FromDaysBefore; before <= words.ToDaysBefore && written - before > 0; before++)
            {
                var day = DateOnly.FromDayNumber(written - before);
                if (day < notBefore || !Names(words, day)) continue;
                (first, last) = (Math.Min(first, day.DayNumber), Math.Max(last, day.DayNumber));
            }
        }
        return first > last ? null : (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
    }

    private bool IsLeft(int written) => days?.Contains(written) ?? ((from is null || written >= from.Value.DayNumber) && (to is null || written <= to.Value.DayNumber));

    /// <summary>Whether weekday, month and day of the words, if they name any, are those of a day.</summary>
    public static bool Names(RelativeDate words, DateOnly day) =>
        (words.Weekday is not { } weekday || (int)day.DayOfWeek == weekday) && (words.Month is not { } month || day.Month == month) && (words.Day is not { } number || day.Day == number);
}

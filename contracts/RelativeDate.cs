namespace Platform.Contracts;

/// <summary>A date told relative to the day the article was written, as far as the words go.</summary>
public sealed record RelativeDate
{
    /// <summary>Days before the day of writing, the smallest that the words allow; negative for a day after it.</summary>
    public required int FromDaysBefore { get; init; }

    /// <summary>Days before the day of writing, the largest that the words allow; not less than <see cref="FromDaysBefore"/>.</summary>
    public required int ToDaysBefore { get; init; }

    /// <summary>The day of the week, 0 for Sunday to 6 for Saturday, when the words name one.</summary>
    public int? Weekday { get; init; }

    /// <summary>Month of the year, 1 to 12, when the words name one without its year.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month, 1 to 31, when the words name one without its year.</summary>
    public int? Day { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }
}

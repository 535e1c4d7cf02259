using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What a text without a date of publication says of when it was written.</summary>
/// <param name="Days">The days it can have been written on; null when nothing says so, or when what it says contradicts itself.</param>
/// <param name="Reason">What in the text says so, in words for a person.</param>
internal sealed record WritingDay(DaySet? Days, string? Reason)
{
    /// <summary>Days and months without a year are told for so many days; after that news adds the year.</summary>
    private const int YearlessDays = 270;

    /// <summary>What news leads with by a bare weekday is not older than so many days.</summary>
    private const int NewsDays = 3;

    /// <summary>Finer clues are looked at only when so many days are left or fewer.</summary>
    private const int FewDays = 1600;

    private const int MostReasons = 4;

    /// <summary>Nothing is known.</summary>
    public static readonly WritingDay Unknown = new(null, null);

    /// <summary>First what cannot be otherwise, then what is so as a rule; a rule that leaves no day is none.</summary>
    public static WritingDay Find(Document document)
    {
        var days = new DaySet();
        var reasons = new List<string>();
        var clues = AnchorReader.Read(document);
        clues.AddRange(FullDates(document));
        foreach (var clue in clues.OrderBy(clue => clue.Strength))
        {
            var before = (days.First, days.Last);
            if (!days.Keep(clue.Ranges))
            {
                if (clue.Strength == ClueStrength.Rule) continue;
                return new WritingDay(null, $"contradiction: {string.Join("; ", reasons.TakeLast(MostReasons))}; but {clue.Reason}");
            }
            if (before != (days.First, days.Last)) reasons.Add(clue.Reason);
        }
        if (!days.IsNarrowed) return Unknown;
        if (days.Last.DayNumber - days.First.DayNumber <= FewDays) Refine(document, days, reasons);
        return new WritingDay(days, string.Join("; ", reasons.TakeLast(MostReasons)));
    }

    /// <summary>A day or month told with its year has begun when the text is written.</summary>
    private static IEnumerable<WritingClue> FullDates(Document document)
    {
        foreach (var date in document.Dates)
        {
            if (date.Role is not (DateRole.Event or DateRole.Since) || date.Said is not null || date.From < DaySet.Oldest || date.From > DaySet.Youngest) continue;
            if (document.Word(date.First - 1) is "until" or "till" or "by" or "before" or "through" or "to" or "for" || document.Word(date.First - 2) is "by" or "until") continue;
            if (IsAhead(document, date.First)) continue;
            yield return new WritingClue([(date.From, DaySet.Youngest)], ClueStrength.Sure, $"names {document.TextOf(document.QuoteOf(date.First, date.End))}");
        }
    }

    private static void Refine(Document document, DaySet days, List<string> reasons)
    {
        foreach (var date in document.Dates)
        {
            if (date.IsToday && WeekdayIn(document, date) is { } today && days.Keep(day => (int)day.DayOfWeek == today)) reasons.Add($"was written on a {(DayOfWeek)today}");
            if (date.Role != DateRole.Floating || date.Said is not { Month: { } month } said || said.FromDaysBefore > 0 || IsAhead(document, date.First)) continue;
            var before = (days.First, days.Last);
            if (days.Keep(day => DaysSince(day, month, said.Day) <= YearlessDays + (said.Day is null ? 30 : 0)) && before != (days.First, days.Last))
                reasons.Add($"tells of {document.TextOf(document.QuoteOf(date.First, date.End))} without the year");
        }
        var lead = document.Dates.FirstOrDefault(date => date is { Role: DateRole.Floating, Said: { Weekday: not null, FromDaysBefore: 0 } });
        if (lead is null || document.Sentences.Count == 0 || lead.First >= document.Sentences[Math.Min(1, document.Sentences.Count - 1)].End) return;
        var weekday = lead.Said!.Weekday!.Value;
        if (days.Keep(day => ((int)day.DayOfWeek - weekday + 7) % 7 <= NewsDays)) reasons.Add($"leads with news of {(DayOfWeek)weekday}");
    }

    private static int? WeekdayIn(Document document, DateMention date)
    {
        for (var i = date.First; i < date.End; i++)
            if (document.Find(i, Kinds.Weekday) is { } entry) return int.Parse(entry.Value, System.Globalization.CultureInfo.InvariantCulture) % 7;
        return null;
    }

    private static int DaysSince(DateOnly written, int month, int? day)
    {
        for (var year = written.Year; year > written.Year - 9; year--)
            if (Calendar.Of(year, month, day ?? 1) is { } said && said <= written) return written.DayNumber - said.DayNumber;
        return int.MaxValue;
    }

    /// <summary>Whether the words before say that it is still to come.</summary>
    private static bool IsAhead(Document document, int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 12); i--)
        {
            if (document.Word(i) is "." or "!" or "?" or ";") return false;
            if (document.Word(i) is "will" or "would" or "plan" or "plans" or "planned" or "scheduled" or "due" or "upcoming" or "expected" or "ahead" or "next" or "deadline" or "until" or "expires") return true;
        }
        return false;
    }
}

/// <summary>How surely a clue to the day of writing holds.</summary>
internal enum ClueStrength
{
    /// <summary>An event that is told has happened.</summary>
    Sure,

    /// <summary>How its day is told says how long ago it was.</summary>
    Told,

    /// <summary>So as a rule.</summary>
    Rule,
}

/// <summary>Something that says when a text was written.</summary>
/// <param name="Ranges">The days it leaves.</param>
/// <param name="Strength">How surely.</param>
/// <param name="Reason">In words for a person; follows "the article".</param>
internal sealed record WritingClue((DateOnly From, DateOnly To)[] Ranges, ClueStrength Strength, string Reason);

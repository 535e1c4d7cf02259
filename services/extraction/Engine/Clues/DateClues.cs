using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What helps to date an incident of an undated article from what it shares with dated ones.</summary>
internal static class DateClues
{
    /// <summary>The clues with the days of writing, and with the incident's own words where they float or only the days of writing resolved them.</summary>
    public static ReportClues With(ReportClues clues, Document document, IncidentDraft incident) =>
        document.Article.PublishedAt is not null ? clues : clues with
        {
            Relative = Relative(document, incident),
            WrittenFrom = document.Writing.Days is { } days && days.First > DaySet.Oldest ? days.First : null,
            WrittenTo = document.Writing.Days is { } known && known.Last < DaySet.Youngest ? known.Last : null,
            WrittenReason = document.Writing.Reason,
        };

    private static RelativeDate? Relative(Document document, IncidentDraft incident)
    {
        if (incident.Floating is not { Said: { } said } mention) return null;
        return new RelativeDate
        {
            FromDaysBefore = said.FromDaysBefore,
            ToDaysBefore = said.ToDaysBefore,
            Weekday = said.Weekday,
            Month = said.Month,
            Day = said.Day,
            Text = document.TextOf(document.QuoteOf(mention.First, mention.End)),
        };
    }
}

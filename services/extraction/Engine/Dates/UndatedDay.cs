using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>The dates of an undated article's incidents whose words float, as closely as the days of writing leave them.</summary>
internal static class UndatedDay
{
    private const int DaysOfWeek = 8;

    /// <summary>Gives each of them the one day, the few days or the month that all days of writing agree on; none when they do not.</summary>
    public static void Settle(Document document, IReadOnlyList<IncidentDraft> incidents)
    {
        if (document.Writing.Days is not { } days) return;
        foreach (var incident in incidents)
            if (!incident.IsMain) incident.Date ??= Of(document, days, incident, default);
        // What the news leads with is the last that happened.
        var last = DateOnly.MinValue;
        foreach (var incident in incidents)
            if (!incident.IsMain && incident.Date is { } date && date.From > last && date.To <= days.Last) last = date.From;
        foreach (var incident in incidents)
            if (incident.IsMain) incident.Date ??= Of(document, days, incident, last) ?? Of(document, days, incident, default);
    }

    private static ResolvedDate? Of(Document document, DaySet days, IncidentDraft incident, DateOnly notBefore)
    {
        if (incident.Floating is not { Said: { } said } mention || days.Meant(said, notBefore) is not { } meant) return null;
        var length = meant.To.DayNumber - meant.From.DayNumber + 1;
        var precision = length == 1 ? DatePrecision.Day : length <= DaysOfWeek ? DatePrecision.Week
            : (meant.From.Year, meant.From.Month) == (meant.To.Year, meant.To.Month) ? DatePrecision.Month : DatePrecision.Unknown;
        return precision == DatePrecision.Unknown ? null
            : new ResolvedDate(meant.From, meant.To, precision, mention.TimeOfDay, document.QuoteOf(mention.First, mention.End));
    }
}

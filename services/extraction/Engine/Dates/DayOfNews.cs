using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// The day of news that names no day at all ("Two people are dead after a shooting west of town; we will bring you more"). What
/// is new needs no date: it happened on the day of publication or the one before.
/// </summary>
internal static class DayOfNews
{
    /// <summary>
    /// The day of publication and the one before, with the words that tell the crime. Null when the text dates anything earlier, or
    /// a court is heard of: then it is no first report.
    /// </summary>
    public static ResolvedDate? Find(Document document, DateOnly? published, Quote told)
    {
        if (published is not { } day || document.IsUpper) return null;
        foreach (var date in document.Dates)
            if (!IsHarmless(document, date, day)) return null;
        foreach (var match in document.MatchesIn(0, document.Tokens.Count))
            if (match.Find(Kinds.Context) is { Value: "court" } && !IsStreet(document, match.First)) return null;
        for (var i = 0; i < document.Tokens.Count; i++)
            if (document.Word(i) is "anniversary" or "arraigned" or "sentencing" or "jury" || document.Word(i) is "years" or "months" or "weeks" && document.Word(i + 1) is "ago" or "later" or "after" or "since") return null;
        return new ResolvedDate(Calendar.Plus(day, -1), day, DatePrecision.Week, null, told);
    }

    /// <summary>A date that leaves the news new: the page's own, the day of publication as that of a statement, or a year.</summary>
    private static bool IsHarmless(Document document, DateMention date, DateOnly day) => date.Role == DateRole.Header
        || date.Role == DateRole.Event && (date.Precision == DatePrecision.Year || date.Precision == DatePrecision.Day && date.From == day);

    /// <summary>"the 500 block of Maple Court"</summary>
    private static bool IsStreet(Document document, int court) => document.Word(court) == "court" && document.IsCapital(court) && document.IsCapital(court - 1);
}

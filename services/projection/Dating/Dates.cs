using System.Globalization;
using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Projection.Dating;

/// <summary>
/// Dates the reports of undated articles from what they share with dated reports. Pure; the order of the reports does not matter.
/// An article that was dated so helps the next one: in rounds, until nothing changes.
/// </summary>
public static class Dates
{
    /// <summary>Each round carries dates one article further.</summary>
    private const int MostRounds = 6;

    /// <summary>A report dated less closely dates no other.</summary>
    private const int ClosestDays = 3;

    private const int DaysOfWeek = 8;

    /// <summary>Within so many days of writing a place and one small number are enough; else they recur.</summary>
    private const int BoundedDays = 400;

    /// <summary>What can be found out about the dates of open reports; those about which nothing can are left out.</summary>
    /// <param name="reports">The reports of undated articles, whole articles, and whatever dated reports are near them.</param>
    public static IReadOnlyList<FoundDate> Find(IEnumerable<DatableReport> reports)
    {
        var ordered = reports.DistinctBy(report => report.Features.ReportId).OrderBy(report => report.Features.ReportId).ToList();
        var articles = ordered.Where(report => report.Features.Published is null).GroupBy(report => report.Features.ArticleId).Where(article => article.Any(report => report.IsOpen)).Select(article => article.ToList()).ToList();
        var found = new Dictionary<Guid, FoundDate>();
        for (var round = 0; round < MostRounds; round++)
        {
            var known = ordered.Select(report => Dated(report, found)).Where(IsClose).OrderBy(report => report.Start).ThenBy(report => report.ReportId).ToList();
            var next = articles.SelectMany(article => OfArticle(article, known)).ToDictionary(date => date.ReportId);
            var same = next.Count == found.Count && next.All(pair => found.TryGetValue(pair.Key, out var before) && before == pair.Value);
            found = next;
            if (same) break;
        }
        return [.. found.Values.OrderBy(date => date.ReportId)];
    }

    private static ReportFeatures Dated(DatableReport report, Dictionary<Guid, FoundDate> found) =>
        found.TryGetValue(report.Features.ReportId, out var date) && date.Date is not null ? report.Features.Dated(date.Date) : report.Features;

    private static bool IsClose(ReportFeatures report) => report is { Start: { } start, End: { } end } && end.DayNumber - start.DayNumber < ClosestDays;

    private static IEnumerable<FoundDate> OfArticle(List<DatableReport> article, List<ReportFeatures> known)
    {
        var (from, to) = (article.Max(report => report.WrittenFrom), article.Min(report => report.WrittenTo));
        var days = new WritingDays(from, to);
        var isBounded = from is { } first && to is { } latest && latest.DayNumber - first.DayNumber <= BoundedDays;
        var reasons = new List<string>();
        foreach (var report in article.Where(report => report.IsOpen))
        {
            foreach (var other in known)
            {
                if (SharedEvent.Of(report.Features, other) is not { } shared || !(shared.IsParticular || isBounded)) continue;
                // The article's own words come first: what they rule out is another event.
                if (!Keep(new WritingDays(from, to), report.Relative!, other)) continue;
                var reason = $"it tells the attack of {Iso(other.Start!.Value)} as \"{report.Relative!.Text}\" ({shared.What})";
                if (!Keep(days, report.Relative, other)) return Contradicting(article, $"contradiction: {string.Join("; ", reasons)}; but {reason}");
                if (!reasons.Contains(reason)) reasons.Add(reason);
            }
        }
        foreach (var report in article)
            if (report.Features is { Start: { } start, Precision: DatePrecision.Day }) days.KeepFrom(start);
        var lead = article.Where(report => report.Features.IsMain).Select(report => report.Relative).FirstOrDefault(words => words is { Weekday: not null, FromDaysBefore: 0 });
        if (lead is not null) days.KeepNews(lead.Weekday!.Value);
        return days.Span is { } span ? Resolved(article, days, span, reasons) : [];
    }

    /// <summary>The day before or after counts as well: evenings, and clocks of other countries.</summary>
    private static bool Keep(WritingDays days, RelativeDate words, ReportFeatures other) =>
        days.Keep(words, other.Start!.Value, other.End!.Value) || days.Keep(words, other.Start.Value.AddDays(-1), other.End.Value.AddDays(1));

    private static IEnumerable<FoundDate> Contradicting(List<DatableReport> article, string reason) =>
        article.Where(report => report.IsOpen).Select(report => new FoundDate(report.Features.ReportId, null, reason));

    private static List<FoundDate> Resolved(List<DatableReport> article, WritingDays days, (DateOnly From, DateOnly To) span, List<string> reasons)
    {
        var found = new List<FoundDate>();
        var last = DateOnly.MinValue;
        // Background first: what the news leads with is the last that happened.
        foreach (var report in article.OrderBy(report => report.Features.IsMain))
        {
            var main = report.Features.IsMain;
            var date = report.IsOpen ? Date(report, days, main ? last : DateOnly.MinValue) ?? Date(report, days, DateOnly.MinValue) : null;
            if (!main && (date?.Start ?? report.Features.Start) is { } start && start > last && start <= span.To) last = start;
            if (date is null || report.Features.Precision is { } own && own <= date.Precision) continue;
            var because = reasons.Count > 0 ? string.Join("; ", reasons) : "the article's own words";
            found.Add(new FoundDate(report.Features.ReportId, date, $"\"{report.Relative!.Text}\" in an article written {Iso(span.From)} to {Iso(span.To)}: {because}"));
        }
        return found;
    }

    private static EventDate? Date(DatableReport report, WritingDays days, DateOnly notBefore)
    {
        if (days.Meant(report.Relative!, notBefore) is not { } meant) return null;
        var length = meant.To.DayNumber - meant.From.DayNumber + 1;
        var precision = length == 1 ? DatePrecision.Day : length <= DaysOfWeek ? DatePrecision.Week
            : (meant.From.Year, meant.From.Month) == (meant.To.Year, meant.To.Month) ? DatePrecision.Month : DatePrecision.Unknown;
        return precision == DatePrecision.Unknown ? null
            : new EventDate { Start = meant.From, End = meant.To, Precision = precision, TimeOfDay = report.Features.TimeOfDay, Text = report.Relative!.Text };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

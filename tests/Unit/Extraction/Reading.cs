using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Shorthand of the engine tests.</summary>
internal static class Reading
{
    private static readonly ExtractionEngine Engine = new();

    public static ExtractionResult Extract(string text, string? publishedAt = "2022-06-15", string? title = null, string? url = null) =>
        Engine.Extract(new Article(Guid.Parse("9d4f3a52-3c1b-4a53-9f0c-5b8f6e2d7a10"), 1, title, text, Date(publishedAt), null, url));

    /// <summary>The only main report of the text.</summary>
    public static IncidentReport MainOf(string text, string? publishedAt = "2022-06-15") =>
        Extract(text, publishedAt).Reports.Where(report => report.IsMain).ShouldHaveSingleItem();

    /// <summary>A document with all stages before the frames done.</summary>
    public static Document Document(string text, string? publishedAt = "2022-06-15")
    {
        var document = new Document(new Article(Guid.Empty, 1, null, text, Date(publishedAt), null), Lexicon.Shared);
        ExtractionEngine.ReadMentions(document);
        return document;
    }

    private static DateTimeOffset? Date(string? written) =>
        written is null ? null : DateTimeOffset.Parse(written + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Every evidence entry lies in the text and quotes its value; every text has an entry.</summary>
    public static void EvidenceShouldQuote(string text, IncidentReport report)
    {
        var quotes = report.Evidence.ToDictionary(entry => entry.Field, entry =>
        {
            entry.Start.ShouldBeInRange(0, entry.End - 1);
            entry.End.ShouldBeLessThanOrEqualTo(text.Length);
            return text[entry.Start..entry.End];
        });
        quotes.ShouldContainKey("eventType");
        foreach (var (field, value) in Texts(report)) quotes[field].ShouldBe(value, field);
        quotes.Count.ShouldBe(Texts(report).Count() + 1);
    }

    /// <summary>Every value of a report that must be quoted, by its evidence path; the event type has none of its own.</summary>
    public static IEnumerable<(string Field, string Text)> Texts(IncidentReport report)
    {
        if (report.Date is { } date) yield return ("date", date.Text);
        if (report.Place is { } place) yield return ("place", place.Text);
        for (var i = 0; i < report.Weapons.Count; i++) yield return ($"weapons[{i}]", report.Weapons[i].Text);
        for (var i = 0; i < report.Targets.Count; i++) yield return ($"targets[{i}]", report.Targets[i].Text);
        for (var i = 0; i < report.Damage.Count; i++) yield return ($"damage[{i}]", report.Damage[i].Text);
        for (var i = 0; i < report.Perpetrators.Count; i++) yield return ($"perpetrators[{i}]", report.Perpetrators[i].Text);
        for (var i = 0; i < report.Sources.Count; i++) yield return ($"sources[{i}]", report.Sources[i].Text);
        foreach (var (name, count) in new[] { ("killed", report.Casualties?.Killed), ("wounded", report.Casualties?.Wounded), ("missing", report.Casualties?.Missing), ("kidnapped", report.Casualties?.Kidnapped) })
        {
            if (count is null) continue;
            yield return ($"casualties.{name}", count.Text);
            for (var i = 0; i < count.Groups.Count; i++) yield return ($"casualties.{name}.groups[{i}]", count.Groups[i].Text);
        }
    }
}

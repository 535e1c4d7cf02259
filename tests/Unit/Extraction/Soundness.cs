using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What holds for the result of any text. Plain comparisons, because it runs millions of times.</summary>
internal static class Soundness
{
    /// <summary>The first broken promise in words, or null.</summary>
    public static string? Fault(string text, ExtractionResult result)
    {
        for (var i = 0; i < result.Reports.Count; i++)
        {
            var report = result.Reports[i];
            if (report.Ordinal != i) return $"report {i} has ordinal {report.Ordinal}";
            for (var k = 0; k < i; k++)
                if (result.Reports[k].ReportId == report.ReportId) return $"reports {k} and {i} share an id";
            if ((OfEvidence(text, report) ?? OfValues(report)) is { } fault) return $"report {i}: {fault}";
        }
        foreach (var aggregate in result.Aggregates)
            if (!Quotes(text, aggregate.Start, aggregate.End, aggregate.Text)) return $"aggregate {aggregate.Start}..{aggregate.End} does not quote its text";
        return null;
    }

    private static string? OfEvidence(string text, IncidentReport report)
    {
        var expected = Reading.Texts(report).ToDictionary(entry => entry.Field, entry => (string?)entry.Text);
        expected["eventType"] = null;
        foreach (var entry in report.Evidence)
        {
            if (entry.Start < 0 || entry.End > text.Length || entry.Start >= entry.End) return $"{entry.Field} lies at {entry.Start}..{entry.End} of {text.Length}";
            if (!expected.Remove(entry.Field, out var value)) return $"{entry.Field} has no value or two quotes";
            if (value is not null && !Quotes(text, entry.Start, entry.End, value)) return $"{entry.Field} does not quote its text";
        }
        return expected.Count > 0 ? $"{expected.Keys.First()} has no quote" : null;
    }

    private static string? OfValues(IncidentReport report)
    {
        if (!(report.Confidence is >= 0 and <= 1)) return $"confidence {report.Confidence}";
        if (report.Date is { } date && date.Start > date.End) return $"date from {date.Start} to {date.End}";
        if (report.Place is { } place && (place.Name.Length == 0 || place.Country is not (null or { Length: 2 }) || Math.Abs(place.Lat ?? 0) > 90 || Math.Abs(place.Lon ?? 0) > 180 || place.DistanceKm < 0)) return "place";
        if (report.Weapons.Any(weapon => weapon.Min > weapon.Max || weapon.Min < 0)) return "number of weapons";
        var counts = new[] { report.Casualties?.Killed, report.Casualties?.Wounded, report.Casualties?.Missing, report.Casualties?.Kidnapped };
        if (counts.Any(count => count is not null && (count.Min > count.Max || count.Min < 0 || count.Groups.Any(group => group.Min > group.Max || group.Min < 0)))) return "casualties";
        return report.Perpetrators.Any(perpetrator => perpetrator.Name.Length == 0) || report.Targets.Any(target => target.Name.Length == 0) ? "empty name" : null;
    }

    private static bool Quotes(string text, int start, int end, string value) =>
        start >= 0 && start < end && end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(value);
}

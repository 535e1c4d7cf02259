using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>A report with its values and its confidence.</summary>
internal static class ReportView
{
    /// <summary>Writes the report that was made of a draft.</summary>
    public static void Write(Paper paper, IncidentReport report, IncidentDraft draft, Document document)
    {
        paper.Add($"report {report.Ordinal} ", Ink.Head).Add($"of incident {draft.Ordinal}: {(report.IsMain ? "main" : "background")}, ").Add(Name(report.EventType), Ink.Event).Line();
        if (report.Date is { } date) paper.Entry("date", $"{SentenceView.Days(date.Start, date.End)} {date.TimeOfDay} from '{date.Text}'", Ink.Date);
        if (report.Place is { } place) paper.Entry("place", $"{place.Name}, {place.Country} from '{place.Text}'", Ink.Place);
        Count(paper, "killed", report.Casualties?.Killed);
        Count(paper, "wounded", report.Casualties?.Wounded);
        Count(paper, "missing", report.Casualties?.Missing);
        Count(paper, "kidnapped", report.Casualties?.Kidnapped);
        foreach (var weapon in report.Weapons) paper.Entry("weapon", $"{Name(weapon.Type)} {weapon.Model} from '{weapon.Text}'", Ink.Weapon);
        foreach (var target in report.Targets) paper.Entry("target", $"{target.Name} ({Name(target.Kind)}) from '{target.Text}'", Ink.Place);
        foreach (var damage in report.Damage) paper.Entry("damage", $"'{damage.Text}'", Ink.Harm);
        foreach (var by in report.Perpetrators) paper.Entry("by", $"{by.Name}, {Name(by.Stance)} from '{by.Text}'", Ink.Actor);
        foreach (var source in report.Sources) paper.Entry("source", $"'{source.Text}'", Ink.Actor);
        paper.Entry("confidence", FormattableString.Invariant($"{report.Confidence:0.00} = logistic of {Sum(document, draft)}"), Ink.Number);
    }

    private static string Sum(Document document, IncidentDraft draft)
    {
        Span<double> features = stackalloc double[ConfidenceFeatures.Count];
        ConfidenceFeatures.Read(document, draft, features);
        var terms = new List<string>();
        for (var i = 0; i < features.Length; i++)
            if (features[i] != 0) terms.Add(FormattableString.Invariant($"{(ConfidenceFeature)i} {features[i] * ConfidenceWeights.Values[i]:+0.00;-0.00;0.00}"));
        return string.Join(", ", terms);
    }

    private static void Count(Paper paper, string what, CasualtyCount? count)
    {
        if (count is not null) paper.Entry(what, $"{SentenceView.Count(count.Min, count.Max)} from '{count.Text}'", Ink.Harm);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

using System.Text.Json;
using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>What reading an article again made of its reports. No I/O.</summary>
public static class Differences
{
    /// <summary>A report that stands for no earlier one, an earlier one that none stands for, one that says the same, one that does not.</summary>
    public const string Added = "added", Gone = "gone", Same = "same", Changed = "changed";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Added, Gone, Changed, Same];

    /// <summary>Calibration moves every confidence a little; only a move that a filter would show is told.</summary>
    private const double ConfidenceStep = 0.1;

    /// <summary>Properties that are of the reading and not of what was read; the confidence is compared by itself.</summary>
    private static readonly HashSet<string> OfTheReading = ["reportId", "articleId", "ordinal", "evidence", "extractor", "confidence"];

    /// <summary>How a report stands to the earlier reading.</summary>
    /// <param name="requestId">The request to read its article again.</param>
    /// <param name="incidentId">The incident it belongs to, or belonged to.</param>
    /// <param name="before">The report of the earlier reading; null when there is none.</param>
    /// <param name="after">The report that takes its place; null when none does.</param>
    /// <exception cref="ArgumentException">There is neither.</exception>
    public static ReportDifference Of(Guid requestId, Guid incidentId, LinkedReport? before, IncidentReport? after)
    {
        var fields = before is not null && after is not null ? Fields(before, after) : [];
        return new ReportDifference
        {
            RequestId = requestId,
            ArticleId = (after ?? before ?? throw new ArgumentException("A difference needs a report.", nameof(after))).ArticleId,
            Change = before is null ? Added : after is null ? Gone : fields.Count > 0 ? Changed : Same,
            IncidentId = incidentId,
            Before = before?.ReportId,
            After = after?.ReportId,
            Fields = fields,
        };
    }

    /// <summary>Names of the properties in which two reports differ, in the order of the contract.</summary>
    public static IReadOnlyList<string> Fields(LinkedReport before, IncidentReport after)
    {
        // A date that was found out from other articles is not what the earlier reading said, so there is nothing to compare it with.
        var dated = before.DateReason is not null;
        var (old, now) = (Json(before), Json(after));
        var fields = old.Keys.Union(now.Keys)
            .Where(name => !OfTheReading.Contains(name) && !(dated && name == "date"))
            .Where(name => !(old.TryGetValue(name, out var a) && now.TryGetValue(name, out var b) && JsonElement.DeepEquals(a, b))).ToList();
        if (Math.Abs(before.Confidence - after.Confidence) >= ConfidenceStep)
            fields.Add("confidence");
        return fields;
    }

    /// <summary>As a plain report: what a linked one has beside it is of its article and its linking.</summary>
    private static Dictionary<string, JsonElement> Json(IncidentReport report) =>
        JsonSerializer.SerializeToElement(report, ContractJson.Default.IncidentReport).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
}

namespace Platform.Extraction.Engine;

/// <summary>How likely a report is right: a logistic sum over what the text gives. Weights are set by hand; calibration is to come.</summary>
internal static class ConfidenceScore
{
    /// <summary>0 to 1, rounded to two digits.</summary>
    public static double Of(IncidentDraft incident)
    {
        var sum = -1.2
            + 0.15 * Math.Min(6, Math.Max(0, incident.TypeRank))
            + (incident.IsMain ? 0.9 : 0)
            + (incident.Date is null ? -0.3 : incident.Date.From == incident.Date.To ? 0.5 : 0.1)
            + (incident.Place?.Lat is not null ? 0.5 : -0.2)
            + (incident.Harm.Values.Any(count => count.Min is not null) ? 0.4 : 0)
            + (incident.Sources.Count > 0 ? 0.2 : 0);
        return Math.Round(1 / (1 + Math.Exp(-sum)), 2);
    }
}

using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>What the reports of an incident say taken together, and the analysts' word on it. No I/O.</summary>
public static class Consolidation
{
    /// <summary>The incident with every value that follows from its reports and corrections. Its identity, version, status and times stay.</summary>
    /// <param name="incident">With at least one report, or the values stay as they are.</param>
    public static Incident Of(Incident incident)
    {
        if (incident.Reports.Count == 0)
            return incident;
        // Main before background, then the surer, then the earlier.
        var best = incident.Reports.OrderByDescending(r => r.IsMain).ThenByDescending(r => r.Confidence).First();
        return incident with
        {
            Title = best.Title,
            EventType = best.EventType,
            Date = best.Date,
            Place = best.Place,
            Weapons = best.Weapons,
            Targets = best.Targets,
            Casualties = best.Casualties,
            Damage = best.Damage,
            Perpetrators = best.Perpetrators,
            Confidence = best.Confidence,
        };
    }
}

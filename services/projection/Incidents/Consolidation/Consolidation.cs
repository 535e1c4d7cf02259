using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>
/// What the reports of an incident say taken together, and the analysts' word on it. No I/O; the order of the reports does not
/// matter.
/// </summary>
public static class Consolidation
{
    /// <summary>The incident with every value that follows from its reports and corrections. Its identity, version, status and times stay.</summary>
    /// <param name="incident">Without reports its values stay as they are, but for what is corrected.</param>
    public static Incident Of(Incident incident)
    {
        var told = incident.Reports.Count switch
        {
            0 => incident,
            1 => Alone(incident, incident.Reports[0]),
            _ => Together(incident, new RankedReports(incident.Reports)),
        };
        return incident.Corrections.Count == 0 ? told : CorrectedValues.Apply(told);
    }

    // Most incidents have one report, and a rebuild folds millions of them.
    private static Incident Alone(Incident incident, LinkedReport report)
    {
        var at = RankedReports.ReportedAt(report);
        return incident with
        {
            Title = report.Title,
            EventType = report.EventType,
            Date = report.Date,
            Place = report.Place,
            Weapons = report.Weapons,
            Targets = report.Targets,
            Casualties = report.Casualties,
            Figures = Figures.Of(report),
            Damage = report.Damage,
            Perpetrators = Unions.Perpetrators(report.Perpetrators),
            Conflicts = [],
            Outlets = 1,
            FirstReportedAt = at,
            LastReportedAt = at,
            Confidence = Math.Min(report.Confidence, RankedReports.MostConfidence),
        };
    }

    private static Incident Together(Incident incident, RankedReports reports)
    {
        var (casualties, figures) = Figures.Of(reports);
        return incident with
        {
            Title = reports.Title(),
            EventType = Choices.EventType(reports),
            Date = Choices.Date(reports),
            Place = Choices.Place(reports),
            Weapons = Unions.Weapons(reports),
            Targets = Unions.Targets(reports),
            Casualties = casualties,
            Figures = figures,
            Damage = Unions.Damage(reports),
            Perpetrators = Unions.Perpetrators(reports),
            Conflicts = Conflicts.Of(reports, figures),
            Outlets = reports.Outlets,
            FirstReportedAt = reports.Items.Min(RankedReports.ReportedAt),
            LastReportedAt = reports.Items.Max(RankedReports.ReportedAt),
            Confidence = reports.Confidence(),
        };
    }
}

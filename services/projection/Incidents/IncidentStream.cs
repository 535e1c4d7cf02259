using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>The stream of one incident: the fold of its events and the decisions on it. No I/O; the state is the contract itself.</summary>
public static class IncidentStream
{
    /// <summary>Stream type, and name of the snapshot table.</summary>
    public const string StreamType = "incident";

    /// <summary>The events of the stream.</summary>
    public static readonly EventTypes Events = new EventTypes()
        .Add(ContractJson.Default.IncidentOpened)
        .Add(ContractJson.Default.ReportLinked)
        .Add(ContractJson.Default.ReportUnlinked);

    /// <summary>What subscribers are told each event of the stream did.</summary>
    public static readonly IReadOnlyDictionary<string, string> Changes = new Dictionary<string, string>
    {
        [EventTypes.NameOf(typeof(IncidentOpened))] = "opened",
        [EventTypes.NameOf(typeof(ReportLinked))] = "report_linked",
        [EventTypes.NameOf(typeof(ReportUnlinked))] = "report_unlinked",
    };

    /// <summary>One incident per place in an article, for now: a later revision of the article goes on telling of the same one.</summary>
    public static Guid IdOf(Guid articleId, int ordinal) => DeterministicId.Create(articleId, $"incident/{ordinal}");

    /// <summary>The state after an event.</summary>
    public static Incident Apply(Incident? state, object happened) => (state, happened) switch
    {
        (null, IncidentOpened opened) => Derive(opened.IncidentId, 1, opened.OpenedAt, opened.OpenedAt,
            [new LinkedReport(opened.Report, opened.Article, opened.OpenedAt)]),
        ({ } incident, ReportLinked linked) => Derive(incident.Id, incident.Version + 1, incident.OpenedAt, linked.LinkedAt,
            [.. incident.Reports.Where(r => r.ReportId != linked.Replaces), new LinkedReport(linked.Report, linked.Article, linked.LinkedAt)]),
        ({ } incident, ReportUnlinked unlinked) => Unlink(incident, unlinked),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow on version {state?.Version ?? 0}."),
    };

    /// <summary>What a report changes; null when it is there already.</summary>
    public static object? Link(Incident? state, Guid incidentId, IncidentReport report, ArticleReference article, DateTimeOffset now)
    {
        if (state is null)
            return new IncidentOpened { IncidentId = incidentId, Report = report, Article = article, OpenedAt = now };
        if (state.Reports.Any(r => r.ReportId == report.ReportId))
            return null;
        return new ReportLinked
        {
            IncidentId = incidentId,
            Report = report,
            Article = article,
            Replaces = state.Reports.FirstOrDefault(r => r.ArticleId == article.ArticleId)?.ReportId,
            LinkedAt = now,
        };
    }

    /// <summary>What it changes that a later reading of the article tells of the incident no more; null when it never did.</summary>
    public static object? Withdraw(Incident? state, Guid articleId, string reason, DateTimeOffset now) =>
        state?.Reports.FirstOrDefault(r => r.ArticleId == articleId) is { } report
            ? new ReportUnlinked { IncidentId = state.Id, ReportId = report.ReportId, Reason = reason, UnlinkedAt = now }
            : null;

    /// <summary>The values are those of the report that knows best: main before background, then the surer, then the earlier.</summary>
    private static Incident Derive(Guid id, long version, DateTimeOffset openedAt, DateTimeOffset changedAt, IReadOnlyList<LinkedReport> reports)
    {
        var best = reports.OrderByDescending(r => r.IsMain).ThenByDescending(r => r.Confidence).First();
        return new Incident
        {
            Id = id,
            Version = version,
            Status = IncidentStatus.Open,
            EventType = best.EventType,
            Date = best.Date,
            Place = best.Place,
            Weapons = best.Weapons,
            Targets = best.Targets,
            Casualties = best.Casualties,
            Damage = best.Damage,
            Perpetrators = best.Perpetrators,
            Confidence = best.Confidence,
            OpenedAt = openedAt,
            ChangedAt = changedAt,
            Reports = reports,
        };
    }

    private static Incident Unlink(Incident incident, ReportUnlinked unlinked)
    {
        var left = incident.Reports.Where(r => r.ReportId != unlinked.ReportId).ToList();
        return left.Count > 0
            ? Derive(incident.Id, incident.Version + 1, incident.OpenedAt, unlinked.UnlinkedAt, left)
            // The values stay, so that a withdrawn incident can still be read.
            : incident with { Version = incident.Version + 1, Status = IncidentStatus.Withdrawn, ChangedAt = unlinked.UnlinkedAt, Reports = [] };
    }
}

using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>The stream of one incident: the fold of its events. No I/O; the state is the contract itself.</summary>
public static class IncidentStream
{
    /// <summary>Stream type, and name of the snapshot table.</summary>
    public const string StreamType = "incident";

    /// <summary>The events of the stream.</summary>
    public static readonly EventTypes Events = new EventTypes()
        .Add(ContractJson.Default.IncidentOpened)
        .Add(ContractJson.Default.ReportLinked)
        .Add(ContractJson.Default.ReportUnlinked)
        .Add(ContractJson.Default.ReportDated)
        .Add(ContractJson.Default.IncidentCorrected)
        .Add(ContractJson.Default.IncidentConfirmed)
        .Add(ContractJson.Default.IncidentRejected)
        .Add(ContractJson.Default.IncidentReopened)
        .Add(ContractJson.Default.IncidentsMerged)
        .Add(ContractJson.Default.IncidentSplit)
        .Add(ContractJson.Default.IncidentsKeptApart);

    /// <summary>What subscribers are told each event of the stream did.</summary>
    public static readonly IReadOnlyDictionary<string, string> Changes = new Dictionary<string, string>
    {
        [EventTypes.NameOf(typeof(IncidentOpened))] = "opened",
        [EventTypes.NameOf(typeof(ReportLinked))] = "report_linked",
        [EventTypes.NameOf(typeof(ReportUnlinked))] = "report_unlinked",
        [EventTypes.NameOf(typeof(ReportDated))] = "report_dated",
        [EventTypes.NameOf(typeof(IncidentCorrected))] = "corrected",
        [EventTypes.NameOf(typeof(IncidentConfirmed))] = "confirmed",
        [EventTypes.NameOf(typeof(IncidentRejected))] = "rejected",
        [EventTypes.NameOf(typeof(IncidentReopened))] = "reopened",
        [EventTypes.NameOf(typeof(IncidentsMerged))] = "merged",
        [EventTypes.NameOf(typeof(IncidentSplit))] = "split",
        [EventTypes.NameOf(typeof(IncidentsKeptApart))] = "kept_apart",
    };

    /// <summary>Whether a stored event is of an incident; the log holds streams of articles too.</summary>
    public static bool IsOfIncident(StoredEvent stored) => Changes.ContainsKey(stored.Type);

    /// <summary>Id of the incident that a report opens.</summary>
    /// <param name="reportId">The report.</param>
    public static Guid IdOf(Guid reportId) => DeterministicId.Create(reportId, "incident");

    /// <summary>The state after an event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow on the state.</exception>
    public static Incident Apply(Incident? state, object happened) => (state, happened) switch
    {
        (null, IncidentOpened e) => Consolidation.Of(Opened(e.IncidentId, [new LinkedReport(e.Report, e.Article, e.OpenedAt)], e.OpenedAt)),
        ({ } i, ReportLinked e) => Told(i, [.. i.Reports.Where(r => r.ReportId != e.Replaces), new LinkedReport(e.Report, e.Article, e.LinkedAt)], e.LinkedAt),
        ({ } i, ReportUnlinked e) => Told(i, [.. i.Reports.Where(r => r.ReportId != e.ReportId)], e.UnlinkedAt),
        ({ } i, ReportDated e) => Told(i, [.. i.Reports.Select(r => r.ReportId == e.ReportId ? r with { Date = e.Date, DateReason = e.Date is null ? null : e.Reason } : r)], e.DatedAt),
        ({ } i, IncidentCorrected e) => Consolidation.Of(Next(i, e.Correction.CorrectedAt) with
        {
            Corrections = [.. i.Corrections.Where(c => c.Field != e.Correction.Field), e.Correction],
        }),
        ({ } i, IncidentConfirmed e) => Next(i, e.ConfirmedAt) with { Status = IncidentStatus.Confirmed },
        ({ } i, IncidentRejected e) => Next(i, e.RejectedAt) with { Status = IncidentStatus.Rejected },
        ({ } i, IncidentReopened e) => Next(i, e.ReopenedAt) with { Status = i.Reports.Count > 0 ? IncidentStatus.Open : IncidentStatus.Withdrawn },
        // Of two words on one field the survivor's stands; the history tells which gave way, and the absorbed incident keeps it.
        ({ } i, IncidentsMerged e) when e.IncidentId == i.Id => Told(i with { Corrections = [.. i.Corrections, .. e.Corrections.Where(c => i.Corrections.All(own => own.Field != c.Field))] }, [.. i.Reports, .. e.Reports], e.MergedAt) with
        {
            Absorbed = [.. i.Absorbed, e.AbsorbedId, .. e.AbsorbedBefore],
            KeptApart = [.. i.KeptApart.Union(e.KeptApart)],
            Fixed = i.Fixed || e.Actor.Kind == ActorKind.Person,
        },
        ({ } i, IncidentsMerged e) => Next(i, e.MergedAt) with { Status = IncidentStatus.Merged, MergedInto = e.IncidentId, Reports = [] },
        (null, IncidentSplit e) => Consolidation.Of(Opened(e.Into, e.Reports, e.SplitAt)) with { Fixed = e.Actor.Kind == ActorKind.Person, KeptApart = e.KeptApart },
        ({ } i, IncidentSplit e) when e.Into == i.Id => Told(i with { Status = i.Status == IncidentStatus.Merged ? e.StatusBefore ?? IncidentStatus.Withdrawn : i.Status, MergedInto = null }, [.. i.Reports, .. e.Reports], e.SplitAt) with
        {
            KeptApart = [.. i.KeptApart.Union(e.KeptApart)],
            Fixed = i.Fixed || e.Actor.Kind == ActorKind.Person,
        },
        ({ } i, IncidentSplit e) => Told(i with { Corrections = [.. i.Corrections.Where(c => !e.Corrections.Any(o => IsSame(c, o)))] }, [.. i.Reports.ExceptBy(e.Reports.Select(r => r.ReportId), r => r.ReportId)], e.SplitAt) with
        {
            Absorbed = [.. i.Absorbed.Where(a => a != e.Into && !e.AbsorbedBefore.Contains(a))],
            KeptApart = [.. i.KeptApart.Where(k => !e.KeptApartBefore.Contains(k))],
            Fixed = i.Fixed || e.Actor.Kind == ActorKind.Person,
        },
        ({ } i, IncidentsKeptApart e) => Next(i, e.KeptApartAt) with { KeptApart = [.. i.KeptApart.Union([e.IncidentId == i.Id ? e.OtherId : e.IncidentId])] },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow on version {state?.Version ?? 0}."),
    };

    /// <summary>Corrections of a merged incident that the survivor does not take over: it has its own of the field.</summary>
    public static IEnumerable<Correction> Overruled(Incident survivor, IncidentsMerged merged) =>
        merged.Corrections.Where(c => survivor.Corrections.Any(own => own.Field == c.Field && !IsSame(own, c)));

    // Values are JSON, which is equal only to itself.
    private static bool IsSame(Correction one, Correction other) => (one.Field, one.CorrectedAt, one.Actor) == (other.Field, other.CorrectedAt, other.Actor);

    private static Incident Opened(Guid id, IReadOnlyList<LinkedReport> reports, DateTimeOffset at) => new()
    {
        Id = id,
        Version = 1,
        Status = IncidentStatus.Open,
        EventType = reports[0].EventType,
        Confidence = reports[0].Confidence,
        OpenedAt = at,
        ChangedAt = at,
        Reports = reports,
    };

    private static Incident Next(Incident incident, DateTimeOffset at) => incident with { Version = incident.Version + 1, ChangedAt = at };

    /// <summary>
    /// Other reports, other values. Without any the values stay, so that a withdrawn incident can still be read; a report brings
    /// it back. What a person confirmed or rejected stays so.
    /// </summary>
    private static Incident Told(Incident incident, IReadOnlyList<LinkedReport> reports, DateTimeOffset at) =>
        Consolidation.Of(Next(incident, at) with
        {
            Reports = reports,
            Status = (incident.Status, reports.Count) switch
            {
                (IncidentStatus.Open, 0) => IncidentStatus.Withdrawn,
                (IncidentStatus.Withdrawn, > 0) => IncidentStatus.Open,
                var (status, _) => status,
            },
        });
}

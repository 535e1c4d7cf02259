using Platform.Contracts;

namespace Platform.Projection.Linking;

/// <summary>A report and the incident it is in now.</summary>
/// <param name="Report">Its features.</param>
/// <param name="IncidentId">The incident; null for a report that is in none yet.</param>
/// <param name="IsBystander">It was looked at but is like none enough: its incident stays as it is and is at most a suspicion.</param>
public sealed record Member(ReportFeatures Report, Guid? IncidentId, bool IsBystander = false);

/// <summary>What a person said of an incident, as far as linking must heed it.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Fixed">A person said which reports belong together, or corrected a value: rules add some, but take none out and merge it into no other.</param>
/// <param name="Status">Confirmed and rejected incidents are not merged with each other either, nor taken apart.</param>
/// <param name="KeptApart">Incidents that a person said are others.</param>
/// <param name="Absorbed">Incidents that were merged into it: what was said of them is said of it.</param>
public sealed record StandingIncident(Guid Id, bool Fixed, IncidentStatus Status, IReadOnlyList<Guid> KeptApart, IReadOnlyList<Guid> Absorbed)
{
    /// <summary>Nobody has seen it yet: of two as good names for an event the older one stays.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether a person's word holds its reports together.</summary>
    public bool IsAnchored => Fixed || Status is IncidentStatus.Confirmed or IncidentStatus.Rejected;

    /// <summary>
    /// What stands of an incident. A correction anchors it as a confirmation does: it is a word on the reports as they were looked at,
    /// and of two corrected incidents a rule could only let one word give way to the other. A person may merge them and is shown that they are alike.
    /// </summary>
    public static StandingIncident Of(Incident incident) => new(incident.Id, incident.Fixed || incident.Corrections.Count > 0, incident.Status, incident.KeptApart, incident.Absorbed);

    /// <summary>Whether a person said of it, or of one that was merged into it, that the other is another event, or one merged into that.</summary>
    /// <param name="otherId">The other.</param>
    /// <param name="other">What stands of it, if anything.</param>
    public bool IsKeptFrom(Guid otherId, StandingIncident? other) => KeptApart.Any(apart => apart == otherId || other?.Absorbed.Contains(apart) == true);

    /// <summary>With what was said of another incident, of which reports come here.</summary>
    /// <param name="other">The other.</param>
    /// <param name="whole">True when it is merged into this one.</param>
    public StandingIncident With(StandingIncident other, bool whole) => this with
    {
        KeptApart = [.. KeptApart.Union(other.KeptApart)],
        Absorbed = whole ? [.. Absorbed.Union([other.Id, .. other.Absorbed])] : Absorbed,
    };
}

/// <summary>Which reports belong together.</summary>
/// <param name="Clusters">Every member in one cluster; in order of the smallest report id.</param>
/// <param name="Suspicions">Pairs of clusters that may be one event, surest first.</param>
public sealed record Arrangement(IReadOnlyList<Cluster> Clusters, IReadOnlyList<Suspicion> Suspicions);

/// <summary>The reports of one event.</summary>
/// <param name="IncidentId">The present incident it goes on under; null: it is a new one.</param>
/// <param name="ReportIds">Its reports, in order of id.</param>
/// <param name="Joined">Those that were not in that incident, with what speaks for it; empty for a new incident of one report.</param>
public sealed record Cluster(Guid? IncidentId, IReadOnlyList<Guid> ReportIds, IReadOnlyList<Joined> Joined);

/// <summary>A report new to an incident.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Score">0 to 1: its score with the report of the cluster that it is most like.</param>
/// <param name="LikeReportId">That report.</param>
/// <param name="Reasons">What speaks for and against, in words for a person.</param>
public sealed record Joined(Guid ReportId, double Score, Guid LikeReportId, IReadOnlyList<string> Reasons);

/// <summary>Two clusters that may be one event, for a person to decide.</summary>
/// <param name="First">Index of the one in <see cref="Arrangement.Clusters"/>.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">What speaks for and against, in words for a person.</param>
public sealed record Suspicion(int First, int Second, double Score, IReadOnlyList<string> Reasons);

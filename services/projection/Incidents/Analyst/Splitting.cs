using Platform.Contracts;

namespace Platform.Projection.Incidents.Analyst;

/// <summary>A person says that some reports of an incident tell of another event. Decisions, no I/O.</summary>
public static class Splitting
{
    /// <summary>Some reports leave for a new incident, or for one that was merged into this one before; the two are kept apart from then on.</summary>
    /// <param name="commit">Where the events go.</param>
    /// <param name="source">The incident they leave.</param>
    /// <param name="reportIds">The reports.</param>
    /// <param name="into">The incident that was merged into it before; null for a new one.</param>
    /// <param name="events">Events of both, by incident; none are needed for a new one.</param>
    /// <param name="word">Who and why.</param>
    /// <returns>The incident they make up.</returns>
    /// <exception cref="RefusedException">A report is not in it, none would be left, or <paramref name="into"/> was not merged into it.</exception>
    public static Guid Split(CommitBuilder commit, Incident source, IReadOnlyList<Guid> reportIds, Guid? into, ILookup<Guid, object> events, Word word)
    {
        foreach (var id in reportIds)
            if (!source.Reports.Any(r => r.ReportId == id))
                throw new RefusedException(Refusal.Report, source.Id, $"Report {id} is not in incident {source.Id}. Its reports are those GET /incidents/{source.Id} shows.") { Version = source.Version };
        if (reportIds.Count == source.Reports.Count)
            throw new RefusedException(Refusal.Empty, source.Id, $"Incident {source.Id} would be left without a report. Leave one in it, or reject it if it is none.") { Version = source.Version };
        Earlier? earlier = null;
        if (into is { } old)
        {
            RequireMergedHere(commit, source, old);
            earlier = Earlier.Of(source, events[source.Id], commit[old]!, events[old]);
        }
        var part = into ?? DeterministicId.Create(word.Cause.Id, $"incident/{source.Id}");
        Events.Split(commit, word.Cause, source.Id, part, reportIds, word.Actor, word.Reason, word.At, earlier);
        Merging.KeepApart(commit, source.Id, part, word);
        return part;
    }

    /// <summary>The reports in an incident that came with one merged into it, or took the place of such a report since.</summary>
    /// <param name="commit">Has both incidents.</param>
    /// <param name="source">The incident that took it in.</param>
    /// <param name="absorbedId">The one that was merged into it.</param>
    /// <param name="events">Events of both and of every other incident it took in, by incident.</param>
    /// <exception cref="RefusedException">It was not merged into it, or none of its reports are left.</exception>
    public static IReadOnlyList<Guid> CameWith(CommitBuilder commit, Incident source, Guid absorbedId, ILookup<Guid, object> events)
    {
        RequireMergedHere(commit, source, absorbedId);
        var came = events[absorbedId].OfType<IncidentsMerged>().Last(m => m.AbsorbedId == absorbedId).Reports.Select(r => r.ReportId).ToHashSet();
        var later = events.SelectMany(e => e).OfType<ReportLinked>().Where(l => l.Replaces is not null).ToLookup(l => l.Replaces!.Value, l => l.Report.ReportId);
        var reached = new Queue<Guid>(came);
        while (reached.TryDequeue(out var report))
            foreach (var next in later[report].Where(came.Add))
                reached.Enqueue(next);
        var left = source.Reports.Select(r => r.ReportId).Where(came.Contains).ToList();
        return left.Count > 0 ? left : throw new RefusedException(
            Refusal.Report, source.Id, $"Incident {source.Id} has no report any more that came with {absorbedId}. Name the reports in reportIds if others belong there.") { Version = source.Version };
    }

    private static void RequireMergedHere(CommitBuilder commit, Incident source, Guid absorbedId)
    {
        if (commit[absorbedId] is not { Status: IncidentStatus.Merged } || Subject.SurvivorOf(commit, absorbedId) != source.Id)
            throw new RefusedException(Refusal.NotMergedHere, source.Id, $"Incident {absorbedId} is not merged into {source.Id}. Leave into out to make up a new incident.") { Version = source.Version };
    }
}

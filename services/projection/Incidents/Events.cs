using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>Makes events of what was decided. No I/O.</summary>
internal static class Events
{
    /// <summary>Who links when no person does.</summary>
    public static readonly Actor Linker = new() { Kind = ActorKind.Rule, Name = Linking.Linker.Version };

    /// <summary>Ids of the incidents whose states a change needs.</summary>
    public static IEnumerable<Guid> Incidents(Change change) => change switch
    {
        Change.Seat c => [c.IncidentId],
        Change.Unseat c => [c.IncidentId],
        Change.Move c => [c.SourceId, c.Into],
        Change.Merge c => [c.SurvivorId, c.AbsorbedId],
        Change.Date c => [c.IncidentId],
        _ => throw new InvalidOperationException($"There is no event for {change.GetType().Name}."),
    };

    /// <summary>Appends the events of a change that a detection brought.</summary>
    /// <param name="commit">Where to.</param>
    /// <param name="detection">What brought it.</param>
    /// <param name="change">The change.</param>
    /// <param name="now">When, UTC.</param>
    public static void Append(CommitBuilder commit, Detection detection, Change change, DateTimeOffset now)
    {
        var cause = new Cause(detection.MessageId, detection.TraceParent, detection.Article.ArticleId);
        switch (change)
        {
            case Change.Seat { Opens: true } c:
                commit.Append(cause, c.IncidentId, new IncidentOpened
                {
                    IncidentId = c.IncidentId,
                    Report = detection.Report!,
                    Article = detection.Article,
                    Clues = detection.Clues,
                    PossibleDuplicates = c.PossibleDuplicates,
                    Difference = Difference(commit, detection, c.IncidentId, null, detection.Report),
                    OpenedAt = now,
                });
                break;
            case Change.Seat c:
                commit.Append(cause, c.IncidentId, new ReportLinked
                {
                    IncidentId = c.IncidentId,
                    Report = detection.Report!,
                    Article = detection.Article,
                    Replaces = c.Replaces,
                    Clues = detection.Clues,
                    PossibleDuplicates = c.PossibleDuplicates,
                    Score = c.Score,
                    Reasons = c.Reasons,
                    Difference = Difference(commit, detection, c.IncidentId, c.Replaces, detection.Report),
                    LinkedAt = now,
                });
                break;
            case Change.Unseat c:
                commit.Append(cause, c.IncidentId, new ReportUnlinked
                {
                    IncidentId = c.IncidentId,
                    ReportId = c.ReportId,
                    Reason = c.Reason,
                    Difference = Difference(commit, detection, c.IncidentId, c.ReportId, null),
                    UnlinkedAt = now,
                });
                break;
            case Change.Date c:
                commit.Append(cause, c.IncidentId, new ReportDated { IncidentId = c.IncidentId, ReportId = c.ReportId, Date = c.To, Reason = c.Reason, DatedAt = now });
                break;
            case Change.Move c:
                Split(commit, cause, c.SourceId, c.Into, c.ReportIds, Linker, c.Reason, now);
                break;
            case Change.Merge c:
                Merge(commit, cause, c.SurvivorId, c.AbsorbedId, c.Score, Linker, c.Reason, now);
                break;
        }
    }

    /// <summary>One incident takes in another: the event in the streams of both.</summary>
    public static void Merge(CommitBuilder commit, Cause cause, Guid survivorId, Guid absorbedId, double? score, Actor actor, string reason, DateTimeOffset now)
    {
        var (survivor, absorbed) = (commit[survivorId]!, commit[absorbedId]!);
        var merged = new IncidentsMerged
        {
            IncidentId = survivorId,
            AbsorbedId = absorbedId,
            Reports = absorbed.Reports,
            AbsorbedBefore = absorbed.Absorbed,
            KeptApart = absorbed.KeptApart,
            Corrections = absorbed.Corrections,
            PossibleDuplicates = StillToDecide(commit, survivor, absorbed),
            Score = score,
            Actor = actor,
            Reason = reason,
            MergedAt = now,
        };
        commit.Append(cause, survivorId, merged);
        commit.Append(cause, absorbedId, merged);
    }

    /// <summary>The absorbed incident's pairs, as far as they say more than those of the survivor.</summary>
    private static List<PossibleDuplicate> StillToDecide(CommitBuilder commit, Incident survivor, Incident absorbed)
    {
        var known = commit.PossibleDuplicates[survivor.Id].ToDictionary(p => p.IncidentId, p => p.Score);
        return [.. commit.PossibleDuplicates[absorbed.Id]
            .Where(p => p.IncidentId != survivor.Id && !(known.GetValueOrDefault(p.IncidentId) >= p.Score))
            .Where(p => !survivor.KeptApart.Contains(p.IncidentId) && !absorbed.KeptApart.Contains(p.IncidentId))
            // One that was merged or withdrawn since, by the same commit.
            .Where(p => commit[p.IncidentId] is not { Status: IncidentStatus.Merged or IncidentStatus.Withdrawn })];
    }

    /// <summary>
    /// Some reports leave an incident for another: the event in the streams of both. What a rule moves stays apart from what its incident
    /// was kept apart from. A person who says that reports are of another event says nothing of which one, so there the two alone are kept apart.
    /// </summary>
    public static void Split(CommitBuilder commit, Cause cause, Guid sourceId, Guid into, IReadOnlyList<Guid> reportIds, Actor actor, string reason, DateTimeOffset now, Earlier? earlier = null)
    {
        var (source, back) = (commit[sourceId]!, commit[sourceId]!.Absorbed.Contains(into) ? commit[into] : null);
        var split = new IncidentSplit
        {
            IncidentId = sourceId,
            Into = into,
            Reports = [.. source.Reports.Where(r => reportIds.Contains(r.ReportId))],
            KeptApart = actor.Kind == ActorKind.Rule ? source.KeptApart : [],
            Corrections = back?.Corrections ?? [],
            StatusBefore = earlier?.Status,
            KeptApartBefore = earlier?.KeptApart ?? [],
            AbsorbedBefore = back is null ? [] : [.. back.Absorbed.Where(source.Absorbed.Contains)],
            Actor = actor,
            Reason = reason,
            SplitAt = now,
        };
        commit.Append(cause, sourceId, split);
        commit.Append(cause, into, split);
    }

    /// <summary>Told only of an article that was read again on request.</summary>
    private static ReportDifference? Difference(CommitBuilder commit, Detection detection, Guid incidentId, Guid? before, IncidentReport? after) =>
        detection.Extraction.RequestId is { } request
            ? Differences.Of(request, incidentId, commit[incidentId]?.Reports.FirstOrDefault(r => r.ReportId == before), after)
            : null;
}

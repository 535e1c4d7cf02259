using Platform.Contracts;
using Platform.Projection.Dating;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>
/// Decides, detection by detection, to which incident each report belongs, and what that changes for other reports. Pure: the
/// same world and detections give the same changes.
/// </summary>
/// <param name="world">All linked reports the batch can touch; moved on here.</param>
/// <param name="readings">How far each article of the batch has been read.</param>
/// <param name="taken">Ids of incidents that a report of the batch would open, had they not been used before.</param>
/// <param name="now">When it happens, UTC.</param>
public sealed class LinkingPlan(LinkWorld world, IReadOnlyDictionary<Guid, ArticleReading> readings, IReadOnlySet<Guid> taken, DateTimeOffset now)
{
    private readonly Dictionary<Guid, ArticleReading> readings = new(readings);
    private readonly List<(Detection Cause, Change Change)> changes = [];
    private readonly List<(Detection Cause, ArticleExtracted Event)> extractions = [];
    private Detection current = null!;

    /// <summary>What changes, in order.</summary>
    public IReadOnlyList<(Detection Cause, Change Change)> Changes => changes;

    /// <summary>The articles that were read anew, in order.</summary>
    public IReadOnlyList<(Detection Cause, ArticleExtracted Event)> Extractions => extractions;

    /// <summary>Takes one detection in; true when it changed anything.</summary>
    public bool Add(Detection detection)
    {
        current = detection;
        var (article, extraction) = (detection.Article, detection.Extraction);
        var reading = readings.GetValueOrDefault(article.ArticleId);
        var standing = ArticleReading.Compare(reading, article, extraction);
        if (standing == Standing.Stale)
            return false;
        var before = changes.Count;
        if (standing == Standing.Newer)
        {
            var extracted = new ArticleExtracted { Article = article, Extraction = extraction };
            readings[article.ArticleId] = ArticleReading.Apply(reading, extracted);
            extractions.Add((detection, extracted));
        }
        if (detection.Report is { } report && !IsTold(report.ReportId))
            Seat(report, article, detection.Clues);
        if (extraction.ReportIds.All(IsTold))
            Unseat(article, extraction);
        return changes.Count > before;
    }

    /// <summary>Dates the reports of undated articles anew from all that is in the world; the reports whose dates changed.</summary>
    public IReadOnlyList<LinkRow> Date()
    {
        var found = Dates.Find(world.Reports.Where(r => !r.IsGone).Select(r => DatableReport.Of(r.Features))).ToDictionary(d => d.ReportId);
        var changed = new List<LinkRow>();
        foreach (var row in world.Reports.Where(r => r is { IsGone: false, Features: { Published: null, Relative: not null } }).ToList())
        {
            var date = found.GetValueOrDefault(row.ReportId);
            var to = row.Features.Dated(date?.Date ?? row.Features.OwnDate);
            if ((to.Start, to.End, to.Precision) == (row.Features.Start, row.Features.End, row.Features.Precision))
                continue;
            changes.Add((current, new Change.Date(row.IncidentId, row.ReportId, date?.Date ?? row.Features.OwnDate, date?.Reason ?? "What its date was found out from holds no longer.")));
            changed.Add(row with { Features = to });
            world.Put(changed[^1]);
        }
        return changed;
    }

    /// <summary>Arranges a report anew with what is near it, after its date changed.</summary>
    public void Rearrange(Guid reportId) => Arrange(world.Find(reportId)!, isNew: false);

    private bool IsTold(Guid reportId) => world.Find(reportId) is { IsGone: false };

    private void Seat(IncidentReport report, ArticleReference article, ReportClues? clues)
    {
        var features = ReportFeatures.Of(new LinkedReport(report, article, now), clues);
        var row = new LinkRow(report.ReportId, Guid.Empty, article.ArticleId, report.Ordinal, article.Revision, report.Extractor, features);
        var earlier = world.OfArticle(article.ArticleId).Where(r => (r.Revision, r.Extractor) != (row.Revision, row.Extractor)).ToList();
        // The same rules may find again what others in between did not.
        if ((world.Find(row.ReportId) ?? Succession.Find(row, earlier)) is { } replaced)
        {
            changes.Add((current, new Change.Seat(replaced.IncidentId, row.ReportId) { Replaces = replaced.ReportId == row.ReportId ? null : replaced.ReportId }));
            world.Remove(replaced.ReportId);
            world.Put(row with { IncidentId = replaced.IncidentId });
            Arrange(row with { IncidentId = replaced.IncidentId }, isNew: false);
        }
        else
            Arrange(row, isNew: true);
    }

    /// <summary>Every report of the new reading is seated; what is left of earlier ones is not told any more.</summary>
    private void Unseat(ArticleReference article, ExtractionSummary extraction)
    {
        foreach (var left in world.OfArticle(article.ArticleId).Where(r => !r.IsGone && !extraction.ReportIds.Contains(r.ReportId)).ToList())
        {
            var reason = left.Revision < article.Revision
                ? $"Revision {article.Revision} of the article does not tell of it."
                : $"{extraction.Extractor}, which read the article again, does not find it there.";
            changes.Add((current, new Change.Unseat(left.IncidentId, left.ReportId, reason)));
            world.Leave(left);
        }
    }

    private void Arrange(LinkRow row, bool isNew)
    {
        var members = world.Neighbourhood(row.Features, isNew ? null : row.IncidentId);
        var arrangement = Linker.Arrange(members, world.MarksOf(members.Select(m => m.IncidentId).OfType<Guid>().Distinct()));
        var ids = arrangement.Clusters.Select(c => c.IncidentId ?? NewId(c)).ToList();
        if (isNew)
            SeatIn(arrangement, ids, row);
        for (var i = 0; i < ids.Count; i++)
            Bring(arrangement.Clusters[i], ids[i]);
    }

    private void SeatIn(Arrangement arrangement, List<Guid> ids, LinkRow row)
    {
        var home = arrangement.Clusters.TakeWhile(c => !c.ReportIds.Contains(row.ReportId)).Count();
        var cluster = arrangement.Clusters[home];
        var joined = cluster.IncidentId is null ? null : cluster.Joined.First(j => j.ReportId == row.ReportId);
        changes.Add((current, new Change.Seat(ids[home], row.ReportId)
        {
            Opens = joined is null,
            Score = joined?.Score,
            Reasons = joined?.Reasons ?? [],
            PossibleDuplicates = [.. arrangement.Suspicions.Where(s => s.First == home || s.Second == home)
                .Select(s => new PossibleDuplicate { IncidentId = ids[s.First == home ? s.Second : s.First], Score = s.Score, Reasons = s.Reasons })],
        }));
        world.Put(row with { IncidentId = ids[home] });
    }

    /// <summary>Brings the reports of a cluster under its incident: whole incidents merge, parts move.</summary>
    private void Bring(Cluster cluster, Guid incidentId)
    {
        foreach (var group in cluster.ReportIds.Select(id => world.Find(id)!).Where(r => r.IncidentId != incidentId).GroupBy(r => r.IncidentId).OrderBy(g => g.Key).ToList())
        {
            var reports = group.Select(r => r.ReportId).Order().ToList();
            var joined = cluster.Joined.Where(j => reports.Contains(j.ReportId)).MaxBy(j => j.Score);
            var reason = joined is { Reasons.Count: > 0 } ? string.Join("; ", joined.Reasons) : "Its reports agree better there.";
            var whole = reports.Count == world.OfIncident(group.Key).Count();
            changes.Add((current, whole
                ? new Change.Merge(incidentId, group.Key, joined?.Score, reason)
                : new Change.Move(group.Key, incidentId, reports, reason)));
            foreach (var report in reports)
                world.Move(report, incidentId);
            world.Hand(group.Key, incidentId, whole);
        }
    }

    private Guid NewId(Cluster cluster)
    {
        var first = cluster.ReportIds[0];
        var id = IncidentStream.IdOf(first);
        // The id of a report that was linked and taken out before, or that opened an incident it then left, is used already.
        return first == current.Report?.ReportId && !taken.Contains(id) ? id : DeterministicId.Create(current.MessageId, $"incident/{first}");
    }
}

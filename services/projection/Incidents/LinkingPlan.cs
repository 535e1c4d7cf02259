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
    private readonly HashSet<Guid> opened = [];
    private readonly HashSet<Guid> seatedAsNew = [];
    private readonly SortedSet<Guid> again = [];
    private readonly Dictionary<Guid, Detection> causes = [];
    private readonly Dictionary<Guid, Reading> waitingOf = [];
    private readonly Dictionary<Reading, Dictionary<Guid, Guid>> successions = [];
    private ILookup<Reading, LinkRow> batch = Array.Empty<LinkRow>().ToLookup(_ => default(Reading));
    private Detection current = null!;

    /// <summary>What changes, in order.</summary>
    public IReadOnlyList<(Detection Cause, Change Change)> Changes => changes;

    /// <summary>The articles that were read anew, in order.</summary>
    public IReadOnlyList<(Detection Cause, ArticleExtracted Event)> Extractions => extractions;

    /// <summary>Reports to arrange anew with what is near them, besides those whose dates change: what they were arranged with has changed.</summary>
    public IReadOnlyList<LinkRow> Again => [.. again.Select(world.Find).OfType<LinkRow>().Where(r => !r.IsGone)];

    /// <summary>Takes detections in, in order; the ids of those messages that changed anything.</summary>
    public IReadOnlySet<Guid> Add(IReadOnlyCollection<Detection> detections)
    {
        successions.Clear();
        batch = detections.Where(d => d.Report is not null).DistinctBy(d => d.Report!.ReportId).ToLookup(Reading.Of, d => Row(d.Report!, d.Article, d.Clues));
        var applied = detections.Where(Take).Select(d => d.MessageId).ToHashSet();
        SeatWaiting();
        return applied;
    }

    /// <summary>Takes one detection in; true when it changed anything.</summary>
    public bool Add(Detection detection) => Add([detection]).Count > 0;

    private bool Take(Detection detection)
    {
        var (article, extraction) = (detection.Article, detection.Extraction);
        var reading = readings.GetValueOrDefault(article.ArticleId);
        var standing = ArticleReading.Compare(reading, article, extraction);
        if (standing == Standing.Stale)
            return false;
        // What was told of the article before must have its place before it can be told otherwise.
        if (!IsFirstReading(detection))
            SeatWaiting();
        current = detection;
        var before = changes.Count + world.Waiting.Count;
        if (standing == Standing.Newer)
        {
            var extracted = new ArticleExtracted { Article = article, Extraction = extraction };
            readings[article.ArticleId] = ArticleReading.Apply(reading, extracted);
            extractions.Add((detection, extracted));
        }
        if (detection.Report is { } report && !IsTold(report.ReportId))
            Seat(batch[Reading.Of(detection)].FirstOrDefault(r => r.ReportId == report.ReportId) ?? Row(report, article, detection.Clues), extraction);
        if (extraction.ReportIds.All(IsTold))
            Complete(article, extraction);
        return changes.Count + world.Waiting.Count > before;
    }

    /// <summary>Whether nothing of the article is there but reports of this very reading.</summary>
    private bool IsFirstReading(Detection detection)
    {
        var reading = Reading.Of(detection);
        return world.OfArticle(detection.Article.ArticleId).All(r => !r.IsGone && (r.Revision, r.Extractor) == (reading.Revision, reading.Extractor))
            && (!waitingOf.TryGetValue(reading.ArticleId, out var waiting) || waiting == reading);
    }

    /// <summary>Dates the reports of undated articles anew from all that is in the world; the reports whose dates changed.</summary>
    /// <param name="articles">Those of which all is in the world that their dates can rest on; the others keep the dates they have.</param>
    public IReadOnlyList<LinkRow> Date(IReadOnlySet<Guid> articles)
    {
        if (articles.Count == 0)
            return [];
        var found = Dates.Find(world.Reports.Where(r => !r.IsGone).Select(r => DatableReport.Of(r.Features))).ToDictionary(d => d.ReportId);
        var changed = new List<LinkRow>();
        foreach (var row in world.Reports.Where(r => r.IsUndated && articles.Contains(r.ArticleId)).ToList())
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
    public void Rearrange(Guid reportId) => Arrange(world.Find(reportId)!);

    private bool IsTold(Guid reportId) => world.Find(reportId) is { IsGone: false } || causes.ContainsKey(reportId);

    private LinkRow Row(IncidentReport report, ArticleReference article, ReportClues? clues) =>
        new(report.ReportId, Guid.Empty, article.ArticleId, report.Ordinal, article.Revision, report.Extractor, ReportFeatures.Of(new LinkedReport(report, article, now), clues));

    private void Seat(LinkRow row, ExtractionSummary extraction)
    {
        // The same rules may find again what others in between did not.
        if ((world.Find(row.ReportId) ?? Succeeded(row, extraction)) is not { } replaced)
        {
            seatedAsNew.Add(row.ReportId);
            causes.Add(row.ReportId, current);
            waitingOf[row.ArticleId] = Reading.Of(current);
            world.Await(row);
            return;
        }
        changes.Add((current, new Change.Seat(replaced.IncidentId, row.ReportId) { Replaces = replaced.ReportId == row.ReportId ? null : replaced.ReportId }));
        world.Remove(replaced.ReportId);
        row = row with { IncidentId = replaced.IncidentId };
        world.Put(row);
        // Without the date that is found out for it, it would be split off only to come back.
        if (row.IsUndated)
            again.Add(row.ReportId);
        else
            Arrange(row);
    }

    /// <summary>The report of an earlier reading whose place it takes; null when there is none.</summary>
    private LinkRow? Succeeded(LinkRow row, ExtractionSummary extraction)
    {
        var reading = Reading.Of(current);
        if (!successions.TryGetValue(reading, out var found))
            successions.Add(reading, found = Succeeded([.. batch[reading].Where(r => world.Find(r.ReportId) is null)], row, extraction));
        return found.TryGetValue(row.ReportId, out var replaced) ? world.Find(replaced) : null;
    }

    private Dictionary<Guid, Guid> Succeeded(List<LinkRow> reports, LinkRow row, ExtractionSummary extraction)
    {
        var earlier = world.OfArticle(row.ArticleId).Where(r => (r.Revision, r.Extractor) != (row.Revision, row.Extractor)).ToList();
        var isWhole = extraction.ReportIds.All(id => IsTold(id) || reports.Exists(r => r.ReportId == id));
        if (extraction.ReportIds.Count == 1 && earlier.FindAll(r => !r.IsGone) is [var only] && Succession.IsOnly(row, only))
            return new() { [row.ReportId] = only.ReportId };
        return Succession.Match(reports, earlier, isWhole).ToDictionary(m => m.Key, m => m.Value.ReportId);
    }

    /// <summary>Every report of the new reading is seated; what is left of earlier ones is not told any more.</summary>
    private void Complete(ArticleReference article, ExtractionSummary extraction)
    {
        List<LinkRow> Left() => [.. world.OfArticle(article.ArticleId).Where(r => !r.IsGone && !extraction.ReportIds.Contains(r.ReportId))];
        if (Left().Count == 0)
            return;
        SeatWaiting();
        var left = Left();
        Adopt([.. extraction.ReportIds.Select(world.Find).OfType<LinkRow>()], left);
        foreach (var row in left)
        {
            var reason = row.Revision < article.Revision
                ? $"Revision {article.Revision} of the article does not tell of it."
                : $"{extraction.Extractor}, which read the article again, does not find it there.";
            changes.Add((current, new Change.Unseat(row.IncidentId, row.ReportId, reason)));
            world.Leave(row);
            // What hung together through it alone comes apart.
            if (world.OfIncident(row.IncidentId).FirstOrDefault(r => !r.IsGone) is { } stays)
                again.Add(stays.ReportId);
        }
        // Two reports of one article are two events, so these were kept from where an earlier one still was.
        again.UnionWith(extraction.ReportIds);
    }

    /// <summary>Brings reports that came apart from the rest of their reading, and so opened incidents, to the incidents that they tell of as earlier ones did.</summary>
    private void Adopt(List<LinkRow> reading, List<LinkRow> left)
    {
        var free = reading.Where(r => (seatedAsNew.Contains(r.ReportId) || r.IncidentId == IncidentStream.IdOf(r.ReportId)) && !world.MarksOf([r.IncidentId]).Any(m => m.IsAnchored)).ToList();
        foreach (var (reportId, before) in Succession.Match(free, left, isWhole: true).OrderBy(m => m.Key))
        {
            var row = world.Find(reportId)!;
            if (row.IncidentId == before.IncidentId)
                continue;
            var whole = world.OfIncident(row.IncidentId).Count() == 1;
            const string Reason = "It tells what the earlier reading of its article told there.";
            changes.Add((current, whole ? new Change.Merge(before.IncidentId, row.IncidentId, null, Reason) : new Change.Move(row.IncidentId, before.IncidentId, [reportId], Reason)));
            world.Move(reportId, before.IncidentId);
            world.Hand(row.IncidentId, before.IncidentId, whole);
        }
    }

    private void Arrange(LinkRow row)
    {
        var members = world.Neighbourhood(row.Features, row.IncidentId);
        var arrangement = Arrange(members);
        var ids = arrangement.Clusters.Select(c => c.IncidentId ?? Open(c)).ToList();
        for (var i = 0; i < ids.Count; i++)
            Bring(arrangement.Clusters[i], ids[i]);
    }

    private Arrangement Arrange(IReadOnlyCollection<Member> members) =>
        Linker.Arrange(members, world.MarksOf(members.Select(m => m.IncidentId).OfType<Guid>().Distinct(), opened), world.Scores);

    /// <summary>
    /// Gives the new reports their places, those that hang together at once: one after the other they would move what is there to and fro, and
    /// each move would be told to everybody.
    /// </summary>
    private void SeatWaiting()
    {
        var around = current;
        while (world.Waiting.Count > 0)
        {
            var first = world.Waiting[0];
            var arrangement = Arrange(world.Neighbourhood(first.Features, null));
            current = causes[first.ReportId];
            var news = arrangement.Clusters.Select(c => c.ReportIds.Where(id => world.Find(id) is null).ToList()).ToList();
            var ids = arrangement.Clusters.Select((c, i) => c.IncidentId ?? Open(c, news[i] is [var opener, ..] ? opener : null)).ToList();
            for (var i = 0; i < ids.Count; i++)
                SeatIn(arrangement, ids, i, news);
            for (var i = 0; i < ids.Count; i++)
            {
                current = causes[news[i].Count > 0 ? news[i][0] : first.ReportId];
                Bring(arrangement.Clusters[i], ids[i]);
            }
        }
        causes.Clear();
        waitingOf.Clear();
        current = around;
    }

    private void SeatIn(Arrangement arrangement, List<Guid> ids, int home, List<List<Guid>> news)
    {
        var cluster = arrangement.Clusters[home];
        foreach (var report in news[home])
        {
            current = causes[report];
            var (isFirst, opens) = (report == news[home][0], cluster.IncidentId is null && report == news[home][0]);
            var joined = opens ? null : cluster.Joined.FirstOrDefault(j => j.ReportId == report);
            changes.Add((current, new Change.Seat(ids[home], report)
            {
                Opens = opens,
                Score = joined?.Score,
                Reasons = joined?.Reasons ?? [],
                // Of two new incidents the later one tells of it: then both are there.
                PossibleDuplicates = !isFirst ? [] : [.. arrangement.Suspicions.Where(s => s.First == home || s.Second == home).Select(s => (Other: s.First == home ? s.Second : s.First, s.Score, s.Reasons))
                    .Where(s => s.Other < home || news[s.Other].Count == 0).Select(s => new PossibleDuplicate { IncidentId = ids[s.Other], Score = s.Score, Reasons = s.Reasons })],
            }));
            world.Seat(report, ids[home]);
        }
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
            var cause = joined is not null && causes.TryGetValue(joined.LikeReportId, out var brought) ? brought : current;
            changes.Add((cause, whole
                ? new Change.Merge(incidentId, group.Key, joined?.Score, reason)
                : new Change.Move(group.Key, incidentId, reports, reason)));
            foreach (var report in reports)
                world.Move(report, incidentId);
            world.Hand(group.Key, incidentId, whole);
        }
    }

    /// <summary>The id of a new incident: that of the report that opens it, unless it was used already for one that the report was taken out of.</summary>
    private Guid Open(Cluster cluster, Guid? opener = null)
    {
        var (report, cause) = opener is { } news ? (news, causes[news]) : (cluster.ReportIds[0], current);
        var id = IncidentStream.IdOf(report);
        if (opener is null || taken.Contains(id))
            id = DeterministicId.Create(cause.MessageId, $"incident/{report}");
        // Told, taken back and told again within one batch.
        while (!opened.Add(id))
            id = DeterministicId.Create(id, "again");
        return id;
    }

    /// <summary>One reading of one article: its reports come as several messages.</summary>
    private readonly record struct Reading(Guid ArticleId, int Revision, string? Extractor, Guid? RequestId)
    {
        public static Reading Of(Detection detection) =>
            new(detection.Article.ArticleId, detection.Article.Revision, detection.Extraction.Extractor, detection.Extraction.RequestId);
    }
}

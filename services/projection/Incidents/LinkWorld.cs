using Platform.Contracts;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>
/// The part of all linked reports that a batch can touch: whole incidents only, moved on in memory while the batch is decided.
/// </summary>
public sealed class LinkWorld
{
    /// <summary>Reports that are followed from one, and incidents looked at in one step: it bounds the work where everything is like everything.</summary>
    private const int MostFollowed = 60;
    private const int MostIncidents = 40;
    private const int MostUnderKey = 100;

    /// <summary>Past so many reports an incident is settled: which event it is no longer hangs on one more, and looking at all of them would cost ever more.</summary>
    private const int MostOfIncident = 40;

    /// <summary>Reports that are seated together, so many that an incident they join is followed as a whole beside them: a part that is not may not be joined.</summary>
    private const int MostTogether = MostFollowed - MostOfIncident;

    private readonly Dictionary<Guid, LinkRow> reports = [];
    private readonly HashSet<Guid> seen = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> ofIncident = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> ofArticle = [];
    private readonly Dictionary<long, SortedSet<Guid>> ofKey = [];
    private readonly Dictionary<Guid, StandingIncident> marks = [];
    private readonly List<LinkRow> waiting = [];
    private readonly Dictionary<long, List<LinkRow>> waitingUnder = [];

    /// <summary>Scores of pairs of its reports.</summary>
    public PairScores Scores { get; } = new();

    /// <summary>Ids of all incidents in it.</summary>
    public IEnumerable<Guid> Incidents => ofIncident.Keys;

    /// <summary>All reports in it, by id.</summary>
    public IEnumerable<LinkRow> Reports => reports.Values.OrderBy(r => r.ReportId);

    /// <summary>Whether a report is in here, or was and moved out.</summary>
    public bool HasSeen(Guid reportId) => seen.Contains(reportId);

    /// <summary>Adds a report as the database has it, unless it was in here before and moved on, or out.</summary>
    public void Load(LinkRow row)
    {
        if (!HasSeen(row.ReportId))
            Put(row);
    }

    /// <summary>Adds or replaces a report.</summary>
    public void Put(LinkRow row)
    {
        Remove(row.ReportId);
        seen.Add(row.ReportId);
        // Two reports of one article are two events; what the article tells now and what it told once may be the same.
        if (row.IsGone)
            row = row with { Features = row.Features with { ArticleId = row.ReportId } };
        reports.Add(row.ReportId, row);
        Of(ofIncident, row.IncidentId).Add(row.ReportId);
        Of(ofArticle, row.ArticleId).Add(row.ReportId);
        foreach (var key in BlockKeys.Written(row.Features))
            Of(ofKey, key).Add(row.ReportId);
    }

    /// <summary>
    /// Reports of the batch that are in no incident yet, as they came. They are found with what they would join, so that one arrangement
    /// seats all of the same event; beside that they are not in here.
    /// </summary>
    public IReadOnlyList<LinkRow> Waiting => waiting;

    /// <summary>Adds a report that waits to be seated.</summary>
    public void Await(LinkRow row)
    {
        waiting.Add(row);
        foreach (var key in BlockKeys.Written(row.Features))
        {
            if (!waitingUnder.TryGetValue(key, out var rows))
                waitingUnder.Add(key, rows = []);
            rows.Add(row);
        }
    }

    /// <summary>Puts a report that waited into its incident.</summary>
    public void Seat(Guid reportId, Guid incidentId)
    {
        var row = waiting.Find(r => r.ReportId == reportId)!;
        waiting.Remove(row);
        foreach (var key in BlockKeys.Written(row.Features))
            waitingUnder[key].Remove(row);
        Put(row with { IncidentId = incidentId });
    }

    /// <summary>Takes a report out.</summary>
    public void Remove(Guid reportId)
    {
        if (!reports.Remove(reportId, out var row))
            return;
        ofIncident[row.IncidentId].Remove(reportId);
        ofArticle[row.ArticleId].Remove(reportId);
        foreach (var key in BlockKeys.Written(row.Features))
            ofKey[key].Remove(reportId);
    }

    /// <summary>Puts a report into another incident.</summary>
    public void Move(Guid reportId, Guid incidentId)
    {
        var row = reports[reportId];
        ofIncident[row.IncidentId].Remove(reportId);
        Of(ofIncident, incidentId).Add(reportId);
        reports[reportId] = row with { IncidentId = incidentId };
    }

    /// <summary>Says what persons said of an incident.</summary>
    public void Mark(StandingIncident mark) => marks[mark.Id] = mark;

    /// <summary>What a person said of an incident holds for another one that its reports go to.</summary>
    /// <param name="incidentId">The one.</param>
    /// <param name="into">The other.</param>
    /// <param name="whole">True when the one is merged into it.</param>
    public void Hand(Guid incidentId, Guid into, bool whole) => marks[into] = MarkOf(into).With(MarkOf(incidentId), whole);

    /// <summary>
    /// A report that its article tells no more: out, unless a person spoke of its incident. Then it stays as a memory, so that what tells of
    /// it again is linked to what was judged and does not open it anew.
    /// </summary>
    public void Leave(LinkRow row)
    {
        if (MarkOf(row.IncidentId).IsAnchored)
            Put(row with { IsGone = true });
        else
            Remove(row.ReportId);
    }

    /// <summary>Takes out what is remembered of incidents of which a person has taken the word back.</summary>
    public void Forget()
    {
        foreach (var row in reports.Values.Where(r => r.IsGone && !MarkOf(r.IncidentId).IsAnchored).ToList())
            Remove(row.ReportId);
    }

    /// <summary>Whether something is known of what persons said of an incident.</summary>
    public bool IsMarked(Guid incidentId) => marks.ContainsKey(incidentId);

    /// <summary>
    /// What stands of some incidents: a person's word, and of one with many reports that it is settled, so that rules add to it and
    /// neither take it apart nor merge it into another. The rest is left out.
    /// </summary>
    /// <param name="incidents">The incidents.</param>
    /// <param name="opened">Those that nobody has seen yet.</param>
    public IEnumerable<StandingIncident> MarksOf(IEnumerable<Guid> incidents, IReadOnlySet<Guid>? opened = null)
    {
        foreach (var id in incidents)
        {
            var (isSettled, isNew) = (IsSettled(id), opened?.Contains(id) == true);
            if (!isSettled && !isNew && !marks.ContainsKey(id))
                continue;
            var mark = MarkOf(id);
            yield return mark with { Fixed = mark.Fixed || isSettled, IsNew = isNew };
        }
    }

    private StandingIncident MarkOf(Guid incidentId) => marks.GetValueOrDefault(incidentId) ?? new StandingIncident(incidentId, false, IncidentStatus.Open, [], []);

    private bool IsSettled(Guid incidentId) => ofIncident.TryGetValue(incidentId, out var reports) && reports.Count > MostOfIncident;

    /// <summary>A report; null when it is not in here.</summary>
    public LinkRow? Find(Guid reportId) => reports.GetValueOrDefault(reportId);

    /// <summary>The reports of an article, by id, those it tells no more among them.</summary>
    public IEnumerable<LinkRow> OfArticle(Guid articleId) => Rows(ofArticle, articleId);

    /// <summary>The reports of an incident, by id, those that are gone from it among them.</summary>
    public IEnumerable<LinkRow> OfIncident(Guid incidentId) => Rows(ofIncident, incidentId);

    /// <summary>The reports that must be arranged together with one, in whole incidents, itself among them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="incidentId">Its incident; null for one that waits: then others that wait are found, too.</param>
    public IReadOnlyCollection<Member> Neighbourhood(ReportFeatures report, Guid? incidentId)
    {
        var search = new NeighbourSearch([new Member(report, incidentId)], MostFollowed, Scores);
        if (incidentId is { } home)
            search.Add(Sample(home, []));
        var together = new HashSet<Guid> { report.ReportId };
        bool IsLetIn(Guid reportId) => together.Contains(reportId) || (together.Count < MostTogether && together.Add(reportId));
        while (search.Frontier.Count > 0)
        {
            var found = search.Frontier.SelectMany(f => Under(BlockKeys.Asked(f)).Select(r => (Row: r, Score: Scores.Of(f, r.Features).Value)));
            var joining = incidentId is not null ? [] : search.Frontier.SelectMany(f => WaitingUnder(BlockKeys.Asked(f)).Where(r => Scores.WouldJoin(f, r.Features) && IsLetIn(r.ReportId))).Select(r => new Member(r.Features, null)).ToList();
            search.Add(joining.Concat(found.GroupBy(r => r.Row.IncidentId).Select(g => (Incident: g.Key, Score: g.Max(r => r.Score), Rows: g))
                .Where(i => i.Score >= Linker.SuspicionThreshold).OrderByDescending(i => i.Score).ThenBy(i => i.Incident).Take(MostIncidents)
                .SelectMany(i => Sample(i.Incident, i.Rows.OrderByDescending(r => r.Score).ThenBy(r => r.Row.ReportId).Select(r => r.Row)))).ToList());
        }
        // Where the search was cut short, one that waits is left for the next; an incident is near as a whole or not at all, else its parts would be torn apart.
        var members = search.Members.Where(m => m is not { IsBystander: true, IncidentId: null }).ToList();
        var near = members.Where(m => !m.IsBystander).Select(m => m.IncidentId).OfType<Guid>().ToHashSet();
        return members.ConvertAll(m => m.IncidentId is { } id && near.Contains(id) ? m with { IsBystander = false } : m);
    }

    /// <summary>An incident's reports; of a settled one some that were found, and some others for how like it is on average.</summary>
    private IEnumerable<Member> Sample(Guid incidentId, IEnumerable<LinkRow> found)
    {
        var all = OfIncident(incidentId);
        var rows = IsSettled(incidentId) ? found.Distinct().Take(MostOfIncident / 2).Concat(all.Take(MostOfIncident / 2)).DistinctBy(r => r.ReportId) : all;
        return rows.Select(r => new Member(r.Features, r.IncidentId));
    }

    /// <summary>The reports that are found under some keys, by id.</summary>
    public IEnumerable<LinkRow> Under(IEnumerable<long> keys) =>
        keys.SelectMany(k => ofKey.TryGetValue(k, out var found) ? found.Take(MostUnderKey) : []).Distinct().Order().Select(r => reports[r]);

    private IEnumerable<LinkRow> WaitingUnder(IEnumerable<long> keys) => waitingUnder.Count == 0
        ? []
        : keys.SelectMany(k => waitingUnder.TryGetValue(k, out var found) ? found.Take(MostUnderKey) : []).DistinctBy(r => r.ReportId);

    private IEnumerable<LinkRow> Rows<TKey>(Dictionary<TKey, SortedSet<Guid>> index, TKey key)
        where TKey : notnull => index.TryGetValue(key, out var found) ? [.. found.Select(r => reports[r])] : [];

    private static SortedSet<Guid> Of<TKey>(Dictionary<TKey, SortedSet<Guid>> index, TKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var found))
            index.Add(key, found = []);
        return found;
    }
}

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

    private readonly Dictionary<Guid, LinkRow> reports = [];
    private readonly HashSet<Guid> seen = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> ofIncident = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> ofArticle = [];
    private readonly Dictionary<long, SortedSet<Guid>> ofKey = [];
    private readonly Dictionary<Guid, StandingIncident> marks = [];

    /// <summary>Ids of all incidents in it.</summary>
    public IEnumerable<Guid> Incidents => ofIncident.Keys;

    /// <summary>All reports in it, by id.</summary>
    public IEnumerable<LinkRow> Reports => reports.Values.OrderBy(r => r.ReportId);

    /// <summary>Adds a report as the database has it, unless it was in here before and moved on, or out.</summary>
    public void Load(LinkRow row)
    {
        if (!seen.Contains(row.ReportId))
            Put(row);
    }

    /// <summary>Adds or replaces a report.</summary>
    public void Put(LinkRow row)
    {
        Remove(row.ReportId);
        seen.Add(row.ReportId);
        reports.Add(row.ReportId, row);
        Of(ofIncident, row.IncidentId).Add(row.ReportId);
        Of(ofArticle, row.ArticleId).Add(row.ReportId);
        foreach (var key in BlockKeys.Written(row.Features))
            Of(ofKey, key).Add(row.ReportId);
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

    /// <summary>Whether something is known of what persons said of an incident.</summary>
    public bool IsMarked(Guid incidentId) => marks.ContainsKey(incidentId);

    /// <summary>What persons said of some incidents; those nobody looked at are left out.</summary>
    public IEnumerable<StandingIncident> MarksOf(IEnumerable<Guid> incidents) => incidents.Where(marks.ContainsKey).Select(id => marks[id]);

    /// <summary>A report; null when it is not in here.</summary>
    public LinkRow? Find(Guid reportId) => reports.GetValueOrDefault(reportId);

    /// <summary>The reports of an article, by id.</summary>
    public IEnumerable<LinkRow> OfArticle(Guid articleId) => Rows(ofArticle, articleId);

    /// <summary>The reports of an incident, by id.</summary>
    public IEnumerable<LinkRow> OfIncident(Guid incidentId) => Rows(ofIncident, incidentId);

    /// <summary>The reports that must be arranged together with one, in whole incidents, itself among them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="incidentId">Its incident; null when it is in none yet.</param>
    public IReadOnlyCollection<Member> Neighbourhood(ReportFeatures report, Guid? incidentId)
    {
        var search = new NeighbourSearch([new Member(report, incidentId)], MostFollowed);
        if (incidentId is { } home)
            search.Add(OfIncident(home).Select(r => new Member(r.Features, r.IncidentId)));
        var found = new Dictionary<Guid, LinkRow>();
        while (search.Frontier.Count > 0)
        {
            foreach (var row in Under(search.NextKeys())) found[row.ReportId] = row;
            var frontier = search.Frontier;
            var near = found.Values.GroupBy(r => r.IncidentId)
                .Select(g => (Incident: g.Key, Score: g.Max(r => frontier.Max(f => PairScore.Of(f, r.Features).Value))))
                .Where(i => i.Score >= Linker.SuspicionThreshold).OrderByDescending(i => i.Score).ThenBy(i => i.Incident).Take(MostIncidents)
                .SelectMany(i => OfIncident(i.Incident)).ToList();
            foreach (var row in near) found.Remove(row.ReportId);
            search.Add(near.Select(r => new Member(r.Features, r.IncidentId)));
        }
        return search.Members;
    }

    /// <summary>The reports that are found under some keys, by id.</summary>
    public IEnumerable<LinkRow> Under(IEnumerable<long> keys) =>
        keys.SelectMany(k => ofKey.TryGetValue(k, out var found) ? found.Take(MostUnderKey) : []).Distinct().Order().Select(r => reports[r]);

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

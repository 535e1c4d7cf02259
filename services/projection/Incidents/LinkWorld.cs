using Platform.Contracts;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>
/// The part of all linked reports that a batch can touch: whole incidents only, moved on in memory while the batch is decided.
/// </summary>
public sealed class LinkWorld
{
    private readonly Dictionary<Guid, LinkRow> reports = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> ofIncident = [];
    private readonly Dictionary<Guid, SortedSet<Guid>> ofArticle = [];
    private readonly Dictionary<long, SortedSet<Guid>> ofKey = [];
    private readonly Dictionary<Guid, StandingIncident> marks = [];

    /// <summary>Ids of all incidents in it.</summary>
    public IEnumerable<Guid> Incidents => ofIncident.Keys;

    /// <summary>Adds or replaces a report.</summary>
    public void Put(LinkRow row)
    {
        Remove(row.ReportId);
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
        var search = new NeighbourSearch([new Member(report, incidentId)]);
        while (search.NextKeys() is { Length: > 0 } keys)
            search.Add(keys.SelectMany(k => ofKey.TryGetValue(k, out var found) ? found : []).Select(r => reports[r].IncidentId).Distinct().SelectMany(OfIncident).Select(r => new Member(r.Features, r.IncidentId)));
        return search.Members;
    }

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

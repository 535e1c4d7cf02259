using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Tests.Measure;

/// <summary>The projection's part of linking, in memory: articles come one by one, each is arranged with what is near.</summary>
internal sealed class LinkWorld
{
    private readonly Dictionary<long, List<Guid>> byKey = [];
    private readonly Dictionary<Guid, ReportFeatures> reports = [];
    private readonly Dictionary<Guid, HashSet<Guid>> incidents = [];

    /// <summary>The incident of each report.</summary>
    public Dictionary<Guid, Guid> IncidentOf { get; } = [];

    /// <summary>How many reports were found for each article.</summary>
    public List<int> Found { get; } = [];

    /// <summary>Pairs of incidents a person would be asked about, when the article that brought them up came.</summary>
    public int Suspicions { get; private set; }

    /// <summary>A world after some articles, in their order.</summary>
    public static LinkWorld Of(IEnumerable<ReadArticle> articles)
    {
        var world = new LinkWorld();
        foreach (var article in articles) world.Add(article.Reports);
        return world;
    }

    /// <summary>Takes in the reports of one article.</summary>
    public void Add(IReadOnlyList<ReportFeatures> told)
    {
        if (told.Count == 0) return;
        var search = new NeighbourSearch(told.Select(report => new Member(report, null)));
        while (search.Frontier.Count > 0) search.Add(Find(search.NextKeys()));
        Found.Add(search.Members.Count - told.Count);
        var arrangement = Linker.Arrange(search.Members, []);
        Suspicions += arrangement.Suspicions.Count;
        foreach (var report in told) Store(report);
        foreach (var cluster in arrangement.Clusters)
        {
            var id = cluster.IncidentId ?? DeterministicId.Create(cluster.ReportIds[0], $"incident/{reports.Count}");
            foreach (var report in cluster.ReportIds) Move(report, id);
        }
    }

    private IEnumerable<Member> Find(long[] keys)
    {
        var found = keys.SelectMany(key => byKey.GetValueOrDefault(key) ?? []).ToHashSet();
        return found.Select(id => IncidentOf[id]).Distinct().SelectMany(id => incidents[id]).Distinct().Select(id => new Member(reports[id], IncidentOf[id]));
    }

    private void Store(ReportFeatures report)
    {
        reports[report.ReportId] = report;
        foreach (var key in BlockKeys.Written(report))
        {
            if (!byKey.TryGetValue(key, out var list)) byKey.Add(key, list = []);
            list.Add(report.ReportId);
        }
    }

    private void Move(Guid report, Guid incident)
    {
        if (IncidentOf.TryGetValue(report, out var before)) incidents[before].Remove(report);
        IncidentOf[report] = incident;
        if (!incidents.TryGetValue(incident, out var members)) incidents.Add(incident, members = []);
        members.Add(report);
    }
}

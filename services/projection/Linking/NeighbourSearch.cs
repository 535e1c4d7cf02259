namespace Platform.Projection.Linking;

/// <summary>
/// Gathers the reports that have to be arranged together: asks for what shares a key with the new reports, then for what shares one
/// with those that are near, and so on. Holds no connection: the caller reads what <see cref="NextKeys"/> names and gives it to
/// <see cref="Add"/> until the <see cref="Frontier"/> is empty.
/// </summary>
public sealed class NeighbourSearch
{
    private readonly int most;
    private readonly PairScores scores;
    private readonly Dictionary<Guid, Member> members = [];
    private readonly HashSet<Guid> near = [];
    private readonly HashSet<long> asked = [];
    private readonly List<ReportFeatures> frontier = [];
    private readonly Dictionary<long, List<Guid>> byKey = [];
    private readonly Dictionary<Guid, List<Guid>> ofIncident = [];

    /// <summary>Begins with the reports to link.</summary>
    /// <param name="reports">New reports, and those whose date or text changed.</param>
    /// <param name="most">So many near reports are followed at most: it bounds the work where everything is like everything.</param>
    /// <param name="scores">Scores that are known already, and remembered for the next time.</param>
    public NeighbourSearch(IEnumerable<Member> reports, int most = 2000, PairScores? scores = null)
    {
        (this.most, this.scores) = (most, scores ?? new PairScores());
        foreach (var member in reports)
        {
            Put(member);
            Follow(member.Report);
        }
    }

    /// <summary>
    /// All reports gathered so far. Only what would join is followed, so what else was found may have neighbours that were not
    /// looked at: a bystander, whose incident must not be arranged anew.
    /// </summary>
    public IReadOnlyCollection<Member> Members => [.. members.Values.Select(member => member with { IsBystander = !near.Contains(member.Report.ReportId) })];

    /// <summary>The near reports whose neighbours were not looked for yet; none when the search is done.</summary>
    public IReadOnlyList<ReportFeatures> Frontier => frontier;

    /// <summary>
    /// Keys of the frontier not asked for yet, sorted. None does not mean that the search is done: a report whose keys were all asked
    /// for by others may be the only one that something found before is near to.
    /// </summary>
    public long[] NextKeys()
    {
        var keys = frontier.SelectMany(BlockKeys.Asked).Where(asked.Add).ToArray();
        Array.Sort(keys);
        return keys;
    }

    /// <summary>Takes in what was found under the keys, and moves the frontier on; with each report those of the same incident should come, in this or a later call.</summary>
    public void Add(IEnumerable<Member> found)
    {
        foreach (var member in found) Put(member);
        var next = new SortedSet<Guid>();
        foreach (var report in frontier)
        {
            if (members[report.ReportId].IncidentId is { } id) next.UnionWith(ofIncident[id]);
            // Who would join shares a key; comparing with all that was found would cost their product.
            var compared = new HashSet<Guid>();
            foreach (var key in BlockKeys.Asked(report))
                foreach (var other in byKey.GetValueOrDefault(key) ?? [])
                    if (!near.Contains(other) && compared.Add(other) && scores.WouldJoin(report, members[other].Report)) next.Add(other);
        }
        frontier.Clear();
        foreach (var id in next) Follow(members[id].Report);
    }

    private void Put(Member member)
    {
        if (!members.TryAdd(member.Report.ReportId, member)) return;
        foreach (var key in BlockKeys.Written(member.Report)) Under(byKey, key).Add(member.Report.ReportId);
        if (member.IncidentId is { } id) Under(ofIncident, id).Add(member.Report.ReportId);
    }

    private static List<Guid> Under<TKey>(Dictionary<TKey, List<Guid>> index, TKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var found)) index.Add(key, found = []);
        return found;
    }

    private void Follow(ReportFeatures report)
    {
        if (near.Count < most && near.Add(report.ReportId)) frontier.Add(report);
    }
}

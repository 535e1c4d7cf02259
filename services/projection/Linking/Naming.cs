namespace Platform.Projection.Linking;

/// <summary>Under which present incident each cluster goes on.</summary>
internal static class Naming
{
    /// <summary>
    /// The incident with most of a cluster's reports: what a person spoke of first, then by number of reports, then what was there before, then by id. Each
    /// incident goes on in one cluster, each cluster under one incident.
    /// </summary>
    public static List<Cluster> Name(Member[] members, List<List<int>> groups, IReadOnlyDictionary<Guid, StandingIncident> standing, PairScores scores)
    {
        var claims = groups
            .SelectMany((group, index) => group.Select(i => members[i].IncidentId).OfType<Guid>().GroupBy(id => id).Select(same => (Index: index, Id: same.Key, Count: same.Count())))
            .OrderByDescending(claim => standing.TryGetValue(claim.Id, out var incident) && incident.IsAnchored)
            .ThenByDescending(claim => claim.Count).ThenBy(claim => standing.TryGetValue(claim.Id, out var incident) && incident.IsNew).ThenBy(claim => claim.Id).ThenBy(claim => claim.Index);
        var (names, taken) = (new Guid?[groups.Count], new HashSet<Guid>());
        foreach (var claim in claims)
        {
            if (names[claim.Index] is not null || !taken.Add(claim.Id)) continue;
            names[claim.Index] = claim.Id;
        }
        return groups.Select((group, index) => new Cluster(
            names[index],
            group.ConvertAll(i => members[i].Report.ReportId),
            [.. group.Where(i => names[index] is null ? group.Count > 1 && i != group[0] : members[i].IncidentId != names[index]).Select(i => Join(members, group, i, scores))])).ToList();
    }

    private static Joined Join(Member[] members, List<int> group, int index, PairScores scores)
    {
        var (best, like) = (-1.0, -1);
        foreach (var other in group)
        {
            if (other == index) continue;
            var score = scores.Of(members[index].Report, members[other].Report).Value;
            if (score > best) (best, like) = (score, other);
        }
        return new Joined(members[index].Report.ReportId, best, members[like].Report.ReportId, PairScore.Reasons(members[index].Report, members[like].Report));
    }
}

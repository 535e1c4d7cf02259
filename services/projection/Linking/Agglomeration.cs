namespace Platform.Projection.Linking;

/// <summary>
/// Constrained agglomerative clustering: the two likest clusters are joined until none are like enough. How like two clusters are is
/// the mean of the best and of the average score of their pairs; a final veto between any two reports, or a person's word, keeps them apart, and so do
/// their days, unless more pairs agree in them than contradict each other: a report without a day is no word for either, and days that follow each other make no chain.
/// </summary>
internal sealed class Agglomeration
{
    /// <summary>In place of a score: a veto that nothing outweighs.</summary>
    public const float Final = -1;

    private const double JustNotMerged = Linker.MergeThreshold - 0.01;

    private readonly Member[] members;
    private readonly IReadOnlyDictionary<Guid, StandingIncident> standing;
    private readonly float[] scores;
    private readonly Days[] days;
    private readonly int count;
    private readonly List<List<int>> clusters = [];

    private Agglomeration(List<int> component, Member[] all, IReadOnlyDictionary<Guid, StandingIncident> standing, HashSet<(int, int)> candidates, PairScores pairs)
    {
        (members, this.standing, count) = ([.. component.Select(index => all[index])], standing, component.Count);
        (scores, days) = (new float[count * count], new Days[count * count]);
        for (var i = 0; i < count; i++)
            for (var k = i + 1; k < count; k++)
            {
                var score = pairs.Of(members[i].Report, members[k].Report);
                // Who shares no key is found only by who else is near, so it must not decide: the order of arrival would.
                var value = candidates.Contains((component[i], component[k])) ? score.Value : Math.Min(score.Value, Linker.SuspicionThreshold);
                scores[i * count + k] = scores[k * count + i] = score.IsFinal ? Final : (float)value;
                days[i * count + k] = days[k * count + i] = score.Days;
            }
    }

    /// <summary>Groups of indexes, each ascending, in order of their first; and pairs of groups that may be one.</summary>
    public static (List<List<int>> Groups, List<Suspicion> Suspicions) Run(Member[] members, IReadOnlyDictionary<Guid, StandingIncident> standing, PairScores pairs)
    {
        var (groups, suspicions) = (new List<List<int>>(), new List<Suspicion>());
        var candidates = Candidates(members);
        foreach (var component in Components(members, standing, candidates, pairs))
        {
            var run = new Agglomeration(component, members, standing, candidates, pairs);
            run.Cluster();
            var at = groups.Count;
            groups.AddRange(run.clusters.Select(cluster => cluster.ConvertAll(index => component[index])));
            suspicions.AddRange(run.Suspicions(at));
        }
        var order = Enumerable.Range(0, groups.Count).OrderBy(index => groups[index][0]).ToList();
        var place = new int[groups.Count];
        for (var i = 0; i < order.Count; i++) place[order[i]] = i;
        return (order.ConvertAll(index => groups[index]), suspicions.ConvertAll(s =>
            s with { First = Math.Min(place[s.First], place[s.Second]), Second = Math.Max(place[s.First], place[s.Second]) }));
    }

    /// <summary>Pairs of indexes, the smaller first, that share a key.</summary>
    private static HashSet<(int, int)> Candidates(Member[] members)
    {
        var byKey = new Dictionary<long, List<int>>();
        for (var i = 0; i < members.Length; i++)
            foreach (var key in BlockKeys.Written(members[i].Report))
            {
                if (!byKey.TryGetValue(key, out var list)) byKey.Add(key, list = []);
                list.Add(i);
            }
        var candidates = new HashSet<(int, int)>();
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].IsBystander) continue;
            foreach (var key in BlockKeys.Asked(members[i].Report))
                foreach (var k in byKey.GetValueOrDefault(key) ?? [])
                    if (k != i) candidates.Add((Math.Min(i, k), Math.Max(i, k)));
        }
        return candidates;
    }

    /// <summary>Members that share a key and may be one or a suspicion, and those that a person put together.</summary>
    private static List<List<int>> Components(Member[] members, IReadOnlyDictionary<Guid, StandingIncident> standing, HashSet<(int, int)> candidates, PairScores pairs)
    {
        var parent = Enumerable.Range(0, members.Length).ToArray();
        int Find(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }
        var byIncident = new Dictionary<Guid, int>();
        for (var i = 0; i < members.Length; i++)
            if (HeldTogether(members[i], standing) is { } id && !byIncident.TryAdd(id, i)) parent[Find(i)] = Find(byIncident[id]);
        foreach (var (i, k) in candidates)
            if (Find(i) != Find(k) && pairs.Of(members[i].Report, members[k].Report).Value >= Linker.SuspicionThreshold) parent[Find(i)] = Find(k);
        return [.. Enumerable.Range(0, members.Length).GroupBy(Find).Select(group => group.ToList())];
    }

    /// <summary>The incident whose reports stay together: a person's word, or nothing was looked at that could change it.</summary>
    private static Guid? HeldTogether(Member member, IReadOnlyDictionary<Guid, StandingIncident> standing) =>
        member.IncidentId is { } id && (member.IsBystander || (standing.TryGetValue(id, out var incident) && incident.IsAnchored)) ? id : null;

    private void Cluster()
    {
        var anchors = new Dictionary<Guid, List<int>>();
        for (var i = 0; i < count; i++)
        {
            if (AnchorOf(i) is { } id && anchors.TryGetValue(id, out var cluster))
            {
                cluster.Add(i);
                continue;
            }
            clusters.Add([i]);
            if (AnchorOf(i) is { } own) anchors.Add(own, clusters[^1]);
        }
        var pairs = new ClusterPairs(clusters, scores, days, count, Bar);
        while (pairs.Likest(Linker.MergeThreshold) is { } likest)
        {
            pairs.Join(likest.First, likest.Second);
            clusters[likest.First].AddRange(clusters[likest.Second]);
            clusters[likest.First].Sort();
            clusters[likest.Second].Clear();
        }
        clusters.RemoveAll(cluster => cluster.Count == 0);
    }

    private Guid? AnchorOf(int index) => HeldTogether(members[index], standing);

    /// <summary>Null when a veto stands between them. What only its days keep apart is for a person to decide.</summary>
    private double? Likeness(List<int> one, List<int> two)
    {
        var (sum, best, agreed, contradicted) = (0.0, 0.0, 0, 0);
        foreach (var i in one)
            foreach (var k in two)
            {
                var score = scores[i * count + k];
                if (score == Final) return null;
                sum += score;
                best = Math.Max(best, score);
                if (days[i * count + k] == Days.Same) agreed++;
                else if (days[i * count + k] == Days.Other) contradicted++;
            }
        var likeness = (best + sum / (one.Count * two.Count)) / 2;
        return contradicted > 0 && contradicted >= agreed ? Math.Min(likeness, JustNotMerged) : likeness;
    }

    /// <summary>Whether a person's word stands between two reports, or one of them was not looked at closely enough.</summary>
    private bool Bar(int i, int k)
    {
        if (members[i].IsBystander || members[k].IsBystander) return true;
        if (members[i].IncidentId is not { } a || members[k].IncidentId is not { } b || a == b) return false;
        return (AnchorOf(i) is not null && AnchorOf(k) is not null) || AreKeptApart(a, b);
    }

    private bool AreKeptApart(Guid a, Guid b)
    {
        var (one, two) = (standing.GetValueOrDefault(a), standing.GetValueOrDefault(b));
        return one?.IsKeptFrom(b, two) == true || two?.IsKeptFrom(a, one) == true;
    }

    private IEnumerable<Suspicion> Suspicions(int at)
    {
        for (var i = 0; i < clusters.Count; i++)
            for (var k = i + 1; k < clusters.Count; k++)
            {
                if (members[clusters[i][0]].IsBystander && members[clusters[k][0]].IsBystander) continue;
                if (Likeness(clusters[i], clusters[k]) is not { } score || score < Linker.SuspicionThreshold) continue;
                if (clusters[i].Exists(x => clusters[k].Exists(y => members[x].IncidentId is { } a && members[y].IncidentId is { } b && a != b && AreKeptApart(a, b)))) continue;
                var (one, two) = Likest(clusters[i], clusters[k]);
                yield return new Suspicion(at + i, at + k, score, PairScore.Reasons(members[one].Report, members[two].Report));
            }
    }

    private (int One, int Two) Likest(List<int> one, List<int> two)
    {
        var likest = (One: one[0], Two: two[0]);
        foreach (var i in one)
            foreach (var k in two)
                if (scores[i * count + k] > scores[likest.One * count + likest.Two]) likest = (i, k);
        return likest;
    }
}

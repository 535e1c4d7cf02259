using Platform.Projection.Dating;
using Platform.Projection.Linking;

namespace Platform.Projection.Incidents;

/// <summary>
/// Undated articles that share keys, directly or over others: dates are found out within such a group. A group that is too large is
/// given up; the others are not held up by it.
/// </summary>
/// <param name="most">Articles of a group that is looked through.</param>
public sealed class UndatedGroups(int most)
{
    private readonly Dictionary<Guid, Guid> parents = [];
    private readonly Dictionary<Guid, int> sizes = [];
    private readonly HashSet<Guid> joined = [];

    /// <summary>Articles seen so far.</summary>
    public int Count => parents.Count;

    /// <summary>The articles of groups of which all neighbours were looked at.</summary>
    public IReadOnlySet<Guid> Complete
    {
        get
        {
            var open = parents.Keys.Where(a => !joined.Contains(a)).Select(Find).ToHashSet();
            return parents.Keys.Where(a => !IsTooLarge(a) && !open.Contains(Find(a))).ToHashSet();
        }
    }

    /// <summary>Articles whose neighbours are still to be looked at: those of the world that no group has, or that came last.</summary>
    public IReadOnlyCollection<Guid> Next(LinkWorld world)
    {
        foreach (var row in world.Reports)
            if (row.IsUndated && parents.TryAdd(row.ArticleId, row.ArticleId))
                sizes[row.ArticleId] = 1;
        return [.. parents.Keys.Where(a => !joined.Contains(a) && !IsTooLarge(a)).Order()];
    }

    /// <summary>Takes in what was found near some articles.</summary>
    public void Join(LinkWorld world, IReadOnlyCollection<Guid> articles)
    {
        Next(world);
        foreach (var article in articles)
        {
            joined.Add(article);
            foreach (var near in world.Under(KeysOf(world, article)))
                if (near.IsUndated)
                    Union(article, near.ArticleId);
        }
    }

    /// <summary>The keys under which what dates an article is found: those of its reports as it tells them itself.</summary>
    public static IEnumerable<long> KeysOf(LinkWorld world, Guid article) =>
        world.OfArticle(article).SelectMany(r => BlockKeys.Asked(DatableReport.Of(r.Features).Features));

    private bool IsTooLarge(Guid article) => sizes[Find(article)] > most;

    private Guid Find(Guid article)
    {
        while (parents[article] != article)
            article = parents[article] = parents[parents[article]];
        return article;
    }

    private void Union(Guid a, Guid b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b)
            return;
        parents[b] = a;
        sizes[a] += sizes[b];
    }
}

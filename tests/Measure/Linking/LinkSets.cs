using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Projection.Linking;

namespace Platform.Tests.Measure;

/// <summary>Linking over the shared sets: as the projection does it, article by article, and scored by the scorers beside the sets.</summary>
internal static class LinkSets
{
    private const int Seed = 20240101;

    /// <summary>Puts the figures of linking into the table.</summary>
    public static async Task MeasureAsync(Run run, FigureTable table, CancellationToken cancel)
    {
        var half = run.Halves[^1];
        var dev = ReadArticle.All(run, "dev/articles", "links-dev.ndjson");
        await SeedsAsync(run, table, half, [.. dev.Where(article => article.Id.StartsWith("seed-", StringComparison.Ordinal))], cancel);
        var all = await LinksAsync(run, dev, "", cancel);
        table.Add("linking dev", "pair F1", half, all["pair_f1"]);
        table.Add("linking dev", "F1 of pairs extracted", half, all["matched_pair_f1"]);
        run.List("links-dev", half, all.Errors);
        await ArchiveAsync(run, table, cancel);
        UndatedSeeds.Measure(run, table);
    }

    private static async Task SeedsAsync(Run run, FigureTable table, string half, List<ReadArticle> seeds, CancellationToken cancel)
    {
        var orders = Orders(seeds).ToList();
        var partitions = orders.Select(order => Partition(LinkWorld.Of(order))).ToList();
        // One order is scored for each partition that comes out; the scorer says whether it is the gold's.
        var exact = 0.0;
        foreach (var same in partitions.Select((partition, index) => (partition, index)).GroupBy(pair => pair.partition, pair => pair.index))
        {
            var score = await LinksAsync(run, orders[same.First()], "seed-", cancel);
            if (score["pair_f1"] == 1) exact += same.Count();
            else if (run.ListErrors) run.List("links-seeds", half, score.Errors);
        }
        table.Add("linking seeds", "orders exact", half, exact / orders.Count, new Goal(1, 1));
        table.Add("linking seeds", "incidents", half, LinkWorld.Of(seeds).IncidentOf.Values.Distinct().Count());
    }

    private static async Task<Scores> LinksAsync(Run run, IEnumerable<ReadArticle> articles, string only, CancellationToken cancel)
    {
        var clusters = Path.Combine(run.Out, $"links-{only}clusters.json");
        await WriteAsync(clusters, LinkWorld.Of(articles), cancel);
        return await Python.ScoreAsync(Path.Combine(run.Eval, "links.py"), [Path.Combine(run.Out, "links-dev.ndjson"), clusters, "--only", only, "--errors"], cancel);
    }

    private static async Task ArchiveAsync(Run run, FigureTable table, CancellationToken cancel)
    {
        var articles = ReadArticle.All(run, "gva-dev", "links-gva.ndjson");
        var gold = File.ReadLines(Path.Combine(run.Eval, "gva-dev.gold.ndjson")).ToDictionary(line => (string)JsonNode.Parse(line)!["id"]!, line => (Line: line, Incident: (string)JsonNode.Parse(line)!["incidentId"]!));
        var (one, two) = (Shuffled(articles, Seed), Shuffled(articles, Seed + 1));
        var world = LinkWorld.Of(one);
        var clusters = Path.Combine(run.Out, "links-gva-clusters.json");
        await WriteAsync(clusters, world, cancel);
        foreach (var half in run.Halves)
        {
            var part = Path.Combine(run.Out, $"links-gva-{half}.gold.ndjson");
            await File.WriteAllLinesAsync(part, gold.Values.Where(value => Halves.Has(half, value.Incident)).Select(value => value.Line), cancel);
            var score = await Python.ScoreAsync(Path.Combine(run.Eval, "cluster_score.py"), [part, clusters, "--extract", Path.Combine(run.Out, "links-gva.ndjson")], cancel);
            table.Add("linking GVA", "CoNLL", half, score["conll"], new Goal(0.85, 0.92));
            table.Add("linking GVA", "pairwise F1", half, score["pairwise_f1"], new Goal(0.75, 0.85));
            table.Add("linking GVA", "pairwise precision", half, score["pairwise_p"]);
            table.Add("linking GVA", "pairwise recall", half, score["pairwise_r"]);
            var pairs = GoldPairs(articles.Where(article => Halves.Has(half, gold[article.Id].Incident)), article => gold[article.Id].Incident);
            table.Add("linking GVA", "pairs of one incident that share a key", half, pairs.Average(pair => ShareKey(pair.One, pair.Two) ? 1.0 : 0));
            table.Add("linking GVA", "pairs that score as one but share no key", half, pairs.Average(pair => !ShareKey(pair.One, pair.Two) && PairScore.Of(pair.One, pair.Two).Value >= Linker.MergeThreshold ? 1.0 : 0));
        }
        table.Add("linking GVA", "pairs that another order puts otherwise", run.Halves[^1], Differing(world, LinkWorld.Of(two)), new Goal(0.02, 0, LowIsGood: true));
        table.Add("linking GVA", "reports looked at for an article, mean", run.Halves[^1], world.Found.Average());
        if (run.ListErrors) run.List("links-gva", run.Halves[^1], LinkErrors.Of(articles, id => gold[id].Incident, world));
    }

    private static List<(ReportFeatures One, ReportFeatures Two)> GoldPairs(IEnumerable<ReadArticle> articles, Func<ReadArticle, string> incident) =>
        [.. articles.Where(article => article.Lead is not null).GroupBy(incident).SelectMany(group => group.SelectMany((one, i) => group.Skip(i + 1).Select(two => (one.Lead!, two.Lead!))))];

    private static bool ShareKey(ReportFeatures one, ReportFeatures two) => BlockKeys.Asked(one).Intersect(BlockKeys.Written(two)).Any();

    /// <summary>Of the pairs of reports that either world puts together, the share that the other does not.</summary>
    private static double Differing(LinkWorld one, LinkWorld two)
    {
        HashSet<(Guid, Guid)> Pairs(LinkWorld world) => [.. world.IncidentOf.GroupBy(pair => pair.Value, pair => pair.Key)
            .SelectMany(group => group.SelectMany(a => group.Where(b => a.CompareTo(b) < 0).Select(b => (a, b))))];
        var (first, second) = (Pairs(one), Pairs(two));
        var both = first.Intersect(second).Count();
        return first.Count + second.Count == 0 ? 0 : 1 - (double)both / (first.Count + second.Count - both);
    }

    private static string Partition(LinkWorld world) =>
        string.Join('|', world.IncidentOf.GroupBy(pair => pair.Value, pair => pair.Key).Select(group => string.Join(' ', group.Order())).Order(StringComparer.Ordinal));

    private static IEnumerable<List<ReadArticle>> Orders(List<ReadArticle> articles) => articles.Count <= 1
        ? [articles]
        : articles.SelectMany(first => Orders([.. articles.Where(article => article != first)]).Select(rest => (List<ReadArticle>)[first, .. rest]));

    private static List<ReadArticle> Shuffled(List<ReadArticle> articles, int seed)
    {
#pragma warning disable CA5394 // an order that every run has alike
        var shuffled = articles.ToArray();
        new Random(seed).Shuffle(shuffled);
#pragma warning restore CA5394
        return [.. shuffled];
    }

    private static Task WriteAsync(string path, LinkWorld world, CancellationToken cancel) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(world.IncidentOf.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString())), cancel);
}

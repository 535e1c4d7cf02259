using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Projection.Linking;

namespace Platform.Tests.Measure;

/// <summary>
/// Fits the weights of linking: logistic regression on pairs of articles of half a of GVA. The archive's incidents lie far apart, the
/// world's do not, so pairs of other incidents are also moved to one day and place: what is told must tell them apart.
/// </summary>
internal static class LinkFit
{
    private const int Steps = 3000;
    private const double Rate = 0.5;

    /// <summary>Weight of the squared distance of a weight from where it was, in pairs: features the archive does not have keep theirs.</summary>
    private const double Shrink = 3;

    /// <summary>Pairs of other incidents taken for each article, and what each way of moving them together weighs.</summary>
    private const int MovedPairs = 3;
    private const double MovedShare = 0.05;

    /// <summary>Highest base: two reports that share a key are seldom of one event in a world where much happens.</summary>
    private const double Surest = -4;

    /// <summary>A weight keeps at least this share of what it was.</summary>
    private const double Least = 0.7;

    private sealed record Sample(double[] Values, bool Same, double Weight);

    /// <summary>Fits and writes the source file of the weights.</summary>
    public static void Write(Run run)
    {
        var articles = ReadArticle.All(run, "gva-dev", "links-gva.ndjson").Where(article => article.Lead is not null).ToList();
        var gold = File.ReadLines(Path.Combine(run.Eval, "gva-dev.gold.ndjson")).Select(line => JsonNode.Parse(line)!).ToDictionary(node => (string)node["id"]!, node => (string)node["incidentId"]!);
        var samples = Samples([.. articles.Where(article => Halves.Has("a", gold[article.Id]))], gold);
        var prior = PairWeights.Values.ToArray();
        var weights = Descend(samples, prior);
        Console.WriteLine(FormattableString.Invariant($"half a: {samples.Count} pairs, {samples.Count(sample => sample.Same)} of one incident, loss {Loss(samples, prior):0.0000} before, {Loss(samples, weights):0.0000} after"));
        var unseen = Samples([.. articles.Where(article => Halves.Has("b", gold[article.Id]))], gold);
        Console.WriteLine(FormattableString.Invariant($"half b, not fitted on: loss {Loss(unseen, prior):0.0000} before, {Loss(unseen, weights):0.0000} after"));
        var path = Path.Combine(Folders.Root(), "services", "projection", "Linking", "PairWeights.cs");
        File.WriteAllText(path, Source(weights));
        Console.WriteLine($"Written: {path}");
    }

    private static List<Sample> Samples(List<ReadArticle> articles, Dictionary<string, string> gold)
    {
        var samples = new List<Sample>();
        for (var i = 0; i < articles.Count; i++)
            for (var k = i + 1; k < articles.Count; k++)
            {
                var (one, two) = (articles[i].Lead!, articles[k].Lead!);
                var same = gold[articles[i].Id] == gold[articles[k].Id];
                if (same || BlockKeys.Asked(one).AsSpan().ContainsAny(BlockKeys.Written(two))) samples.Add(new Sample(Values(one, two), same, 1));
                // A few of each: the next in the list is as good as any.
                else if (k - i <= MovedPairs)
                {
                    samples.Add(new Sample(Values(one, two), false, 1));
                    samples.Add(new Sample(Values(one, MovedInTime(two, one)), false, MovedShare));
                    samples.Add(new Sample(Values(one, MovedInSpace(two, one)), false, MovedShare));
                    samples.Add(new Sample(Values(one, MovedInSpace(MovedInTime(two, one), one)), false, MovedShare));
                }
            }
        return samples;
    }

    /// <summary>The one told of as if it had been when the other was.</summary>
    private static ReportFeatures MovedInTime(ReportFeatures report, ReportFeatures to) => report with { Start = to.Start, End = to.End, Precision = to.Precision, Published = to.Published };

    /// <summary>The one told of as if it had been where the other was.</summary>
    private static ReportFeatures MovedInSpace(ReportFeatures report, ReportFeatures to) => report with
    {
        Place = to.Place,
        PlacePrecision = to.PlacePrecision,
        Lat = to.Lat,
        Lon = to.Lon,
        Admin1 = to.Admin1,
        Country = to.Country,
    };

    private static double[] Values(ReportFeatures one, ReportFeatures two)
    {
        var values = new double[PairEvidence.FeatureCount];
        PairEvidence.Read(one, two, values);
        return values;
    }

    private static double Loss(List<Sample> samples, double[] weights) =>
        samples.Sum(sample => -sample.Weight * Math.Log(Math.Max(1e-9, sample.Same ? PairScore.Of(sample.Values, weights) : 1 - PairScore.Of(sample.Values, weights)))) / samples.Sum(sample => sample.Weight);

    private static double[] Descend(List<Sample> samples, double[] prior)
    {
        var weights = prior.ToArray();
        var gradient = new double[weights.Length];
        var total = samples.Sum(sample => sample.Weight);
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < weights.Length; i++) gradient[i] = i == (int)PairFeature.Base ? 0 : Shrink * (weights[i] - prior[i]);
            foreach (var sample in samples)
            {
                var off = sample.Weight * (PairScore.Of(sample.Values, weights) - (sample.Same ? 1 : 0));
                for (var i = 0; i < weights.Length; i++) gradient[i] += off * sample.Values[i];
            }
            for (var i = 0; i < weights.Length; i++) weights[i] = Bound((PairFeature)i, weights[i] - Rate * gradient[i] / total, prior[i]);
        }
        return weights;
    }

    /// <summary>
    /// What speaks for one event keeps doing so, and what speaks against it, too: the archive has its quirks. Day and place never
    /// count for more than they did: they tell its incidents apart, which lie years and states apart, but not those of a war.
    /// </summary>
    private static double Bound(PairFeature feature, double weight, double prior) => feature switch
    {
        PairFeature.Base => Math.Min(Surest, weight),
        <= PairFeature.WithinArea when prior > 0 => Math.Clamp(weight, Least * prior, prior),
        _ => prior < 0 ? Math.Min(Least * prior, weight) : Math.Max(Least * prior, weight),
    };

    private static string Source(double[] weights)
    {
        var source = new StringBuilder("""
            namespace Platform.Projection.Linking;

            /// <summary>The weights of <see cref="PairFeature"/>, written by <c>tests/Measure --fit-links</c>.</summary>
            internal static class PairWeights
            {
                /// <summary>In the order of the features.</summary>
                public static ReadOnlySpan<double> Values =>
                [

            """);
        for (var i = 0; i < weights.Length; i++)
            source.AppendLine(CultureInfo.InvariantCulture, $"        {weights[i]:0.00;-0.00;0.00}, // {(PairFeature)i}");
        return source.Append("    ];\n}\n").ToString();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Tests.Gold;

namespace Platform.Tests.Measure;

/// <summary>
/// Fits the weights of confidence: logistic regression by plain gradient descent from zero,
/// on dev, half a of GVA and the gold set of the repository; half b of GVA is for checking. No chance in it.
/// </summary>
internal static class Fit
{
    private const int Steps = 4000;
    private const double Rate = 0.5;

    /// <summary>Weight of the squared weights, in reports.</summary>
    private const double Shrink = 2;

    /// <summary>World news are few in the sets but are what the platform reads: together they weigh as half of GVA's half a.</summary>
    private const double WorldShare = 0.5;

    private sealed record Sample(double[] Features, bool Right, double Weight);

    /// <summary>Fits on the judged reports of the shared sets and writes the source file of the weights.</summary>
    public static void Write(Run run, IReadOnlyCollection<Judged> judged)
    {
        var known = Features(run, "dev/articles").Concat(Features(run, "gva-dev")).ToDictionary(pair => pair.Key, pair => pair.Value);
        List<Sample> Of(Func<Judged, bool> which) => [.. judged.Where(which).Select(report => new Sample(known[(report.Id, report.Ordinal)], report.Right, 1))];
        var world = Of(report => report.Set == "dev");
        world.AddRange(OwnGold());
        var local = Of(report => report.Set == "gva" && Halves.Has("a", report.Key));
        var weigh = WorldShare * local.Count / world.Count;
        var weights = Descend([.. local, .. world.Select(sample => sample with { Weight = weigh })]);
        foreach (var (name, samples) in new[] { ("world news", world), ("GVA half a", local), ("GVA half b, not fitted on", Of(report => report.Set == "gva" && Halves.Has("b", report.Key))) })
            Console.WriteLine(FormattableString.Invariant($"{name}: {samples.Count} reports, {samples.Average(sample => sample.Right ? 1.0 : 0):0.000} right, error {Calibration.Error([.. samples.Select(sample => (ConfidenceScore.Of(sample.Features, weights), sample.Right ? 1.0 : 0))]):0.000}"));
        var path = Path.Combine(Folders.Root(), "services", "extraction", "Engine", "Confidence", "ConfidenceWeights.cs");
        File.WriteAllText(path, Source(weights));
        Console.WriteLine($"Written: {path}");
    }

    private static double[] Descend(IReadOnlyList<Sample> samples)
    {
        var weights = new double[ConfidenceFeatures.Count];
        var gradient = new double[weights.Length];
        var total = samples.Sum(sample => sample.Weight);
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < weights.Length; i++) gradient[i] = i == (int)ConfidenceFeature.Base ? 0 : Shrink * weights[i];
            foreach (var sample in samples)
            {
                var off = sample.Weight * (ConfidenceScore.Of(sample.Features, weights) - (sample.Right ? 1 : 0));
                for (var i = 0; i < weights.Length; i++) gradient[i] += off * sample.Features[i];
            }
            for (var i = 0; i < weights.Length; i++) weights[i] = Bound((ConfidenceFeature)i, weights[i] - Rate * gradient[i] / total);
        }
        return weights;
    }

    /// <summary>What can only speak for a report never gets a weight against it, and the other way round: the sets have their quirks.</summary>
    private static double Bound(ConfidenceFeature feature, double weight) => feature switch
    {
        ConfidenceFeature.Base or ConfidenceFeature.WideDate or ConfidenceFeature.WideArea => weight,
        ConfidenceFeature.OpenKind or ConfidenceFeature.WeakWord => Math.Min(0, weight),
        _ => Math.Max(0, weight),
    };

    private static string Source(double[] weights)
    {
        var source = new StringBuilder("""
            namespace Platform.Extraction.Engine;

            /// <summary>The weights of <see cref="ConfidenceFeature"/>, written by <c>tests/Measure --fit</c>.</summary>
            internal static class ConfidenceWeights
            {
                /// <summary>In the order of the features.</summary>
                public static ReadOnlySpan<double> Values =>
                [

            """);
        for (var i = 0; i < weights.Length; i++)
            source.AppendLine(CultureInfo.InvariantCulture, $"        {weights[i]:0.00;-0.00;0.00}, // {(ConfidenceFeature)i}");
        return source.Append("    ];\n}\n").ToString();
    }

    private static IEnumerable<KeyValuePair<(string Id, int Ordinal), double[]>> Features(Run run, string set)
    {
        var engine = new ExtractionEngine();
        foreach (var line in File.ReadLines(Path.Combine(run.Eval, set + ".ndjson")))
        {
            using var json = JsonDocument.Parse(line);
            var id = ArticleJson.Id(json.RootElement)!;
            var watch = new Watch();
            engine.Extract(ArticleJson.Read(json.RootElement, id)!, watch);
            for (var i = 0; i < watch.Features.Count; i++) yield return new((id, i), watch.Features[i]);
        }
    }

    private static List<Sample> OwnGold()
    {
        var engine = new ExtractionEngine();
        var watched = new Dictionary<(Guid, int), double[]>();
        var score = GoldScore.Of(GoldSet.Load(), article =>
        {
            var watch = new Watch();
            var result = engine.Extract(article, watch);
            for (var i = 0; i < watch.Features.Count; i++) watched[(article.ArticleId, i)] = watch.Features[i];
            return result;
        });
        return score.Judged.ConvertAll(judged => new Sample(watched[(judged.Article.Article.ArticleId, judged.Report.Ordinal)], judged.Right, 1));
    }

    /// <summary>Takes down the features of each report.</summary>
    private sealed class Watch : ITrace
    {
        public List<double[]> Features { get; } = [];

        public void Read(Document document, Frame frame, ResolvedDate? date, FrameOutcome outcome, IncidentDraft? incident, IReadOnlyList<IncidentDraft> incidents)
        {
        }

        public void Finished(Document document, IReadOnlyList<IncidentDraft> told, IReadOnlyList<IncidentDraft> kept, ExtractionResult result)
        {
            foreach (var draft in kept)
            {
                var features = new double[ConfidenceFeatures.Count];
                ConfidenceFeatures.Read(document, draft, features);
                Features.Add(features);
            }
        }
    }
}

using System.Text.Json;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Contracts;
using Platform.Projection.Dating;
using Platform.Projection.Linking;

namespace Platform.Tests.Measure;

/// <summary>The seeds without their dates, in every order: whether the main incident of each is dated to the right day and month once all are in.</summary>
internal static class UndatedSeeds
{
    private sealed record Seed(string Id, DateOnly Day, List<DatableReport> Reports);

    /// <summary>Puts the figures into the table; the worst of all orders counts.</summary>
    public static void Measure(Run run, FigureTable table)
    {
        var seeds = Read(run);
        if (seeds.Count == 0) return;
        var half = run.Halves[^1];
        var alone = Right(seeds, [.. seeds.SelectMany(seed => Dates.Find(seed.Reports))]);
        var all = Orders(seeds).Select(order => Right(seeds, Dates.Find(order.SelectMany(seed => seed.Reports)))).ToList();
        table.Add("undated seeds", "main days right, each alone", half, (double)alone.Days / seeds.Count);
        table.Add("undated seeds", "main days right, all orders", half, all.Min(right => (double)right.Days / seeds.Count), new Goal(0.6, 1));
        table.Add("undated seeds", "main months right, all orders", half, all.Min(right => (double)right.Months / seeds.Count), new Goal(1, 1));
    }

    private static (int Days, int Months) Right(List<Seed> seeds, IReadOnlyList<FoundDate> found)
    {
        var (days, months) = (0, 0);
        foreach (var seed in seeds)
        {
            if (seed.Reports.Find(report => report.Features.IsMain) is not { } main) continue;
            var date = found.FirstOrDefault(date => date.ReportId == main.Features.ReportId)?.Date;
            var (start, end) = date is null ? (main.Features.Start, main.Features.End) : (date.Start, date.End);
            if (start == seed.Day && end == seed.Day) days++;
            if ((start?.Year, start?.Month, end?.Year, end?.Month) == (seed.Day.Year, seed.Day.Month, seed.Day.Year, seed.Day.Month)) months++;
        }
        return (days, months);
    }

    private static List<Seed> Read(Run run)
    {
        var path = Path.Combine(run.Eval, "dev", "articles-undated.ndjson");
        if (!File.Exists(path)) return [];
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Eval, "dev", "gold.json")));
        var days = gold.RootElement.GetProperty("articles").EnumerateArray().Where(article => article.GetProperty("id").GetString()!.StartsWith("seed-", StringComparison.Ordinal))
            .ToDictionary(article => article.GetProperty("id").GetString()!, article => article.GetProperty("incidents").EnumerateArray().First(incident => incident.GetProperty("isMain").GetBoolean()).GetProperty("date").GetProperty("start").GetString()!);
        var engine = new ExtractionEngine();
        return File.ReadLines(path).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var id = ArticleJson.Id(json.RootElement)!;
            var article = ArticleJson.Read(json.RootElement, id)!;
            var result = engine.Extract(article);
            var reference = new ArticleReference { ArticleId = article.ArticleId, Revision = 1, ReceivedAt = DateTimeOffset.UnixEpoch };
            return new Seed(id, DateOnly.ParseExact(days[id], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), [.. result.Reports.Select(report =>
                DatableReport.Of(ReportFeatures.Of(new LinkedReport(report, reference, DateTimeOffset.UnixEpoch), result.Clues[report.Ordinal]), result.Clues[report.Ordinal]))]);
        }).ToList();
    }

    private static IEnumerable<List<Seed>> Orders(List<Seed> seeds) => seeds.Count <= 1
        ? [seeds]
        : seeds.SelectMany(first => Orders([.. seeds.Where(seed => seed != first)]).Select(rest => (List<Seed>)[first, .. rest]));
}

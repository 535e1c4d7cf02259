using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Projection.Linking;

namespace Platform.Tests.Measure;

/// <summary>An article as the projection sees it: its reports' features.</summary>
/// <param name="Id">The set's id.</param>
/// <param name="Reports">By ordinal.</param>
internal sealed record ReadArticle(string Id, IReadOnlyList<ReportFeatures> Reports)
{
    /// <summary>The report its article is scored by: the first main one, or the first.</summary>
    public ReportFeatures? Lead => Reports.FirstOrDefault(report => report.IsMain) ?? (Reports.Count > 0 ? Reports[0] : null);

    /// <summary>Reads a set with the engine of this build; writes what extract would, for the scorers.</summary>
    public static List<ReadArticle> All(Run run, string set, string output)
    {
        var engine = new ExtractionEngine();
        using var writer = File.CreateText(Path.Combine(run.Out, output));
        return File.ReadLines(Path.Combine(run.Eval, set + ".ndjson")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var id = ArticleJson.Id(json.RootElement)!;
            var article = ArticleJson.Read(json.RootElement, id)!;
            var result = engine.Extract(article);
            writer.WriteLine($$"""{"id":{{JsonSerializer.Serialize(id)}},"incidents":{{JsonSerializer.Serialize(result.Reports, ContractJson.Default.IReadOnlyListIncidentReport)}},"aggregates":[]}""");
            var reference = new ArticleReference
            {
                ArticleId = article.ArticleId,
                Revision = 1,
                Title = article.Title,
                Outlet = article.Outlet,
                PublishedAt = article.PublishedAt,
                ReceivedAt = DateTimeOffset.UnixEpoch,
            };
            return new ReadArticle(id, [.. result.Reports.Select(report => ReportFeatures.Of(new LinkedReport(report, reference, DateTimeOffset.UnixEpoch), result.Clues[report.Ordinal]))]);
        }).ToList();
    }
}

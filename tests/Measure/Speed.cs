using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Tests.Gold;

namespace Platform.Tests.Measure;

/// <summary>Speed and allocation of the engine on one thread, as processor time, so that other work on the machine matters little.</summary>
internal static class Speed
{
    private const double ArticleBytes = 3000;

    /// <summary>Puts articles of 3 KB a second and bytes allocated per byte of text into the table.</summary>
    public static void Measure(Run run, FigureTable table)
    {
        var articles = Articles(run);
        var bytes = articles.Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));
        var engine = new ExtractionEngine();
        void Pass()
        {
            foreach (var article in articles) engine.Extract(article);
        }
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(4);) Pass();
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var (cpu, allocated, passes) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread(), 0);
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(4); passes++) Pass();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        process.Refresh();
        var seconds = (process.TotalProcessorTime - cpu).TotalSeconds;
        table.Add("speed", "articles of 3 KB a second, one core", run.Halves[^1], bytes * passes / ArticleBytes / seconds, new Goal(2000, 5000));
        table.Add("speed", "bytes allocated per input byte", run.Halves[^1], (double)allocated / (bytes * passes), new Goal(20, 8, LowIsGood: true));
    }

    private static List<Article> Articles(Run run)
    {
        var path = Path.Combine(run.Eval, "gva-dev.ndjson");
        if (!File.Exists(path)) return GoldSet.Load().ConvertAll(article => article.Article);
        return File.ReadLines(path).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return ArticleJson.Read(json.RootElement, ArticleJson.Id(json.RootElement)!)!;
        }).ToList();
    }
}

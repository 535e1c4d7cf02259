using System.Diagnostics;
using Platform.Extraction.Engine;
using Platform.Tests.Benchmarks;

if (args is ["loop", var file, var seconds])
{
    // For a profiler: the engine and nothing else.
    var articles = file == "-" ? ArticleSource.Generate(200, 3000) : ArticleSource.Read(file, 3000);
    var engine = new ExtractionEngine();
    foreach (var article in articles) engine.Extract(article);
    var clock = Stopwatch.StartNew();
    long done = 0, bytes = 0;
    var allocated = GC.GetAllocatedBytesForCurrentThread();
    while (clock.Elapsed.TotalSeconds < double.Parse(seconds))
    {
        foreach (var article in articles)
        {
            engine.Extract(article);
            bytes += System.Text.Encoding.UTF8.GetByteCount(article.Text);
        }
        done += articles.Length;
    }
    allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
    Console.WriteLine($"{done / clock.Elapsed.TotalSeconds:F0} articles/s, {bytes / 1e6 / clock.Elapsed.TotalSeconds:F1} MB/s, {(double)allocated / bytes:F1} B/B");
}

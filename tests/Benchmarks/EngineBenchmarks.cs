using BenchmarkDotNet.Attributes;
using Platform.Extraction;
using Platform.Extraction.Engine;

namespace Platform.Tests.Benchmarks;

/// <summary>The engine on a set of articles, one thread, beside what bounds it: the text copied, each character looked at, the first stages alone.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private readonly ExtractionEngine engine = new();
    private Article[] articles = [];
    private string lines = "";
    private char[] copy = [];

    /// <summary>One of <see cref="ArticleSets.Names"/>.</summary>
    [ParamsSource(nameof(Sets))]
    public string Set { get; set; } = "";

    /// <summary>The sets that are there.</summary>
    public static IEnumerable<string> Sets => ArticleSets.Names;

    /// <summary>Loads the set.</summary>
    [GlobalSetup]
    public void Setup()
    {
        articles = ArticleSets.Of(Set);
        lines = ArticleSets.Lines(Set);
        copy = new char[articles.Max(article => article.Text.Length)];
    }

    /// <summary>Limit: the text copied in memory.</summary>
    [Benchmark]
    public int Copy()
    {
        foreach (var article in articles) article.Text.CopyTo(copy);
        return copy[0];
    }

    /// <summary>Limit: one look at each UTF-16 code unit, one after the other, to count words.</summary>
    [Benchmark]
    public int Scan()
    {
        var words = 0;
        foreach (var article in articles)
        {
            var inWord = false;
            foreach (var c in article.Text)
            {
                var letter = char.IsLetterOrDigit(c);
                if (letter && !inWord) words++;
                inWord = letter;
            }
        }
        return words;
    }

    /// <summary>Part: text, tokens and lexicons.</summary>
    [Benchmark]
    public int FirstStages()
    {
        var matches = 0;
        foreach (var article in articles)
        {
            var document = Document.Rent(article, Lexicon.Shared);
            matches += document.Matches.Count;
            document.Return();
        }
        return matches;
    }

    /// <summary>The whole engine.</summary>
    [Benchmark(Baseline = true)]
    public int Extract()
    {
        var reports = 0;
        foreach (var article in articles) reports += engine.Extract(article).Reports.Count;
        return reports;
    }

    /// <summary>The whole engine between the lines that the extract command reads and writes.</summary>
    [Benchmark]
    public int Command() => ExtractCommand.RunAsync(new StringReader(lines), Stream.Null, workers: 1).GetAwaiter().GetResult();
}

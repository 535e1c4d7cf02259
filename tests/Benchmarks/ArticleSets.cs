using System.Text;
using System.Text.Json;
using Platform.Extraction;
using Platform.Extraction.Engine;

namespace Platform.Tests.Benchmarks;

/// <summary>The sets of articles that are measured: our own always, those of the shared data where they lie beside the repository.</summary>
public static class ArticleSets
{
    /// <summary>Length of an article in characters, as the goals are written for.</summary>
    public const int Length = 3000;

    private const string Own = "own";
    private static readonly Dictionary<string, Article[]> Loaded = [];

    /// <summary>"own", and the names of the files that are there.</summary>
    public static IEnumerable<string> Names => [Own, .. new[] { "gva-dev", "muc4-dev" }.Where(name => File.Exists(PathOf(name)))];

    /// <summary>The articles of a set, read or made once.</summary>
    public static Article[] Of(string name)
    {
        if (!Loaded.TryGetValue(name, out var articles))
            Loaded[name] = articles = name == Own ? ArticleSource.Generate(300, Length) : ArticleSource.Read(PathOf(name), Length);
        return articles;
    }

    /// <summary>The articles of a set of the shared data as they are, whatever their length.</summary>
    public static Article[] Whole(string name) => ArticleSource.Read(PathOf(name));

    /// <summary>UTF-8 bytes of all texts of a set.</summary>
    public static long Bytes(string name) => Of(name).Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));

    /// <summary>A set as the extract command takes it.</summary>
    public static string Lines(string name)
    {
        var lines = new StringBuilder();
        foreach (var article in Of(name))
            lines.Append(JsonSerializer.Serialize(new { id = article.ArticleId, text = article.Text, publishedAt = article.PublishedAt })).Append('\n');
        return lines.ToString();
    }

    private static string PathOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Platform.sln"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", "..", "shared", "eval", name + ".ndjson");
    }
}

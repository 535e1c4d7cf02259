using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Extraction.Engine;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>
/// The articles of the shared data, each as it was published. When all were sent they come again, of other people and twenty years earlier: copies under
/// the same names are one event whatever their dates say, and linking them all to each other is work that no news makes.
/// </summary>
public sealed partial class RealArticles
{
    private const int YearsApart = 20;

    /// <summary>After so many rounds the years come again, on other days.</summary>
    private const int Years = 5, DaysApart = 97;
    private static readonly DateTime FirstDay = new(2004, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Earliest = new(1901, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly (Article Article, HashSet<string> Names)[] articles;

    private RealArticles((Article, HashSet<string>)[] articles) => this.articles = articles;

    /// <summary>The articles as they are.</summary>
    public IEnumerable<Article> Originals => articles.Select(a => a.Article);

    /// <summary>Mean length of a text, in characters.</summary>
    public double MeanLength => Originals.Average(a => a.Text.Length);

    /// <summary>Reads them, or where there are none takes made ones.</summary>
    public static RealArticles Read(ExtractionEngine engine)
    {
        string[] shared = [.. ArticleSets.Names.Skip(1)];
        var all = shared.Length > 0 ? shared.SelectMany(ArticleSets.Whole).ToArray() : ArticleSets.Of(ArticleSets.Names.First());
        new Random(1).Shuffle(all);
        return new([.. all.Select(a => (a, engine.Extract(a).Clues.SelectMany(c => c.People).SelectMany(name => name.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase)))]);
    }

    /// <summary>The text of the <paramref name="n"/>th to send, as JSON, and its day.</summary>
    public (byte[] Text, DateTime Published) this[long n]
    {
        get
        {
            var (article, names) = articles[n % articles.Length];
            var round = (int)(n / articles.Length);
            var text = round == 0 || names.Count == 0 ? article.Text : Word().Replace(article.Text, word => names.Contains(word.Value) ? Renamed(word.Value, round) : word.Value);
            var published = (article.PublishedAt?.UtcDateTime ?? FirstDay).AddYears(round % Years * -YearsApart).AddDays(round / Years * -DaysApart);
            return (JsonSerializer.SerializeToUtf8Bytes(text), published < Earliest ? Earliest : published);
        }
    }

    /// <summary>Another name in each round, in upper case where the name is.</summary>
    private static string Renamed(string name, int round)
    {
        var ending = string.Concat(round.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('b' + (digit - '0'))));
        return name + (char.IsUpper(name[^1]) ? ending.ToUpperInvariant() : ending);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}

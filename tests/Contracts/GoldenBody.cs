using System.Text.Json;
using Platform.Contracts;

namespace Platform.Tests.Contracts;

/// <summary>One golden body: a file of <c>contracts/examples</c> named <c>name.version.case.json</c>.</summary>
internal sealed record GoldenBody(string File, string Name, string Version, string Case)
{
    /// <summary>Every file of the folder.</summary>
    public static IReadOnlyList<GoldenBody> All { get; } =
        [.. Directory.EnumerateFiles(Repository.Examples).Select(path => Parse(Path.GetFileName(path))).OrderBy(golden => golden.File, StringComparer.Ordinal)];

    /// <summary>The articles of the golden bodies, by id and revision.</summary>
    public static IReadOnlyDictionary<(Guid, int), ArticleReceived> Articles { get; } = FindArticles();

    /// <summary>The record it is a body of.</summary>
    public Type Type => Contract.Messages.Single(type => Contract.NameOf(type) == Name);

    /// <summary>Address of its schema.</summary>
    public string Schema => $"{Contract.SchemaBase}{Name}.{Version}.json";

    /// <summary>The file's JSON.</summary>
    public JsonElement Body => Repository.ReadJson(Path.Combine(Repository.Examples, File));

    /// <summary>The file as its record.</summary>
    public object Read() => Body.Deserialize(Contract.Metadata(Type))!;

    /// <summary>The golden body of a file.</summary>
    public static GoldenBody Of(string file) => All.Single(golden => golden.File == file);

    private static GoldenBody Parse(string file) => file.Split('.') is [var name, var version, var @case, "json"]
        ? new GoldenBody(file, name, version, @case)
        : throw new FormatException($"{file} is not named name.version.case.json.");

    private static Dictionary<(Guid, int), ArticleReceived> FindArticles() => All
        .Select(golden => golden.Name switch
        {
            "article-received" => (ArticleReceived)golden.Read(),
            "article-revised" => ((ArticleRevised)golden.Read()).Article,
            _ => null,
        })
        .OfType<ArticleReceived>()
        .DistinctBy(article => (article.ArticleId, article.Revision)) // one may be published again, to be read again
        .ToDictionary(article => (article.ArticleId, article.Revision));
}

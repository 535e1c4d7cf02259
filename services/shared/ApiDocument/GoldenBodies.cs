using System.Text.Json.Nodes;

namespace Platform.ApiDocument;

/// <summary>The golden bodies of <c>contracts/examples</c>: the examples of the documents are made of them, so that all tell one story.</summary>
public static class GoldenBodies
{
    /// <summary>The article, in its second revision.</summary>
    public static JsonNode Article => Read("article-revised.v1.full.json", "article");

    /// <summary>What the extraction of it found as a whole.</summary>
    public static JsonNode Extraction => Read("article-extracted.v1.full.json", "extraction");

    /// <summary>The incident it tells of.</summary>
    public static JsonNode Incident => Read("incident-changed.v1.full.json", "incident");

    /// <summary>The message that tells of it.</summary>
    public static JsonNode Change => Read("incident-changed.v1.full.json");

    /// <summary>What became of one report when its article was read again.</summary>
    public static JsonNode Difference => Read("report-difference.v1.full.json");

    private static JsonNode Read(string file, string? part = null)
    {
        using var stream = typeof(GoldenBodies).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"No golden body {file}.");
        var body = JsonNode.Parse(stream)!;
        return part is null ? body : body[part]!.DeepClone();
    }
}

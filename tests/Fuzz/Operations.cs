using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Tests.Harness;

namespace Platform.Tests.Fuzz;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">query, path or header.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Example">Its example, as text.</param>
internal sealed record Parameter(string Name, string Place, JsonObject Schema, string? Example)
{
    /// <summary>A value the document allows.</summary>
    public string Sound(Random dice)
    {
        if (Example is not null && dice.Hits(0.6))
            return Example;
        var schema = Schema["items"] as JsonObject ?? Schema;
        if (schema["enum"] is JsonArray { Count: > 0 } values)
            return values[dice.Next(values.Count)]!.ToString();
        return schema["type"]?.ToString() switch
        {
            "integer" => dice.Next((int)Bound("minimum", 0), (int)Math.Min(Bound("maximum", 1000), 100_000) + 1).ToString(CultureInfo.InvariantCulture),
            "number" => (Bound("minimum", 0) + (dice.NextDouble() * (Bound("maximum", 1) - Bound("minimum", 0)))).ToString("R", CultureInfo.InvariantCulture),
            _ => Example ?? dice.Of(["2021-03-07", "Example Wire", "IQ", "-killed", "title,date", "year,type", "a"]),
        };

        double Bound(string name, double otherwise) => schema[name]?.GetValue<double>() ?? otherwise;
    }
}

/// <summary>One operation of an OpenAPI document.</summary>
/// <param name="Document">Its document, which is its service.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Parameters">All of them.</param>
/// <param name="Bodies">Media type and example of each body it takes.</param>
internal sealed record Operation(string Document, string Method, string Path, IReadOnlyList<Parameter> Parameters, IReadOnlyList<(string Type, JsonNode Example)> Bodies)
{
    /// <summary>Every operation of both documents.</summary>
    public static IReadOnlyList<Operation> All { get; } = [.. new[] { "ingest", "read-api" }.SelectMany(Read)];

    private static IEnumerable<Operation> Read(string document)
    {
        var api = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Repository.Root, "contracts", "openapi", document + ".json")))!.AsObject();
        JsonObject Schema(JsonNode? schema)
        {
            while (schema?["$ref"] is { } reference)
                schema = api["components"]!["schemas"]![reference.ToString().Split('/')[^1]];
            if (schema?["items"]?["$ref"] is not null)
                schema = new JsonObject { ["items"] = Schema(schema["items"]).DeepClone() };
            return schema as JsonObject ?? [];
        }
        foreach (var (path, methods) in api["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
                yield return new Operation(
                    document, method.ToUpperInvariant(), path,
                    [.. (operation!["parameters"] as JsonArray ?? []).Select(p => new Parameter(
                        p!["name"]!.ToString(), p["in"]!.ToString(), Schema(p["schema"]), p["example"] is JsonArray list ? string.Join(',', list) : p["example"]?.ToString()))],
                    [.. (operation["requestBody"]?["content"]?.AsObject() ?? []).Select(c => (c.Key, c.Value!["example"]!))]);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Tests.Contracts.Json;

namespace Platform.Tests.Contracts.OpenApi;

/// <summary>One OpenAPI document: as it is committed, and as the build of its service made it.</summary>
/// <param name="File">Its file in <c>contracts/openapi</c>.</param>
/// <param name="Project">Folder of the service.</param>
internal sealed record OpenApiDocument(string File, string Project)
{
    private const string Id = "https://platform.example/openapi";

    /// <summary>Both, by file.</summary>
    public static IReadOnlyDictionary<string, OpenApiDocument> All { get; } =
        new[] { new OpenApiDocument("ingest.json", "ingest"), new OpenApiDocument("read-api.json", "projection") }.ToDictionary(document => document.File);

    /// <summary>As it is committed.</summary>
    public JsonElement Committed { get; } = Repository.ReadJson(Path.Combine(Repository.OpenApi, File));

    /// <summary>As the build that also built this test made it.</summary>
    public JsonElement Generated => Repository.ReadJson(Path.Combine(Repository.Root, "services", Project, "obj", "openapi", File));

    /// <summary>The named schemas.</summary>
    public JsonElement Components => Committed.GetProperty("components").GetProperty("schemas");

    /// <summary>Every operation: "get /incidents".</summary>
    public IEnumerable<(string Name, JsonElement Operation)> Operations =>
        from path in Committed.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select ($"{method.Name} {path.Name}", method.Value);

    /// <summary>Every example with its schema: of bodies, answers, parameters and headers.</summary>
    public IEnumerable<Example> Examples => Operations.SelectMany(o => ExamplesIn(o.Operation, o.Name));

    /// <summary>What is wrong with a value in the eyes of a schema of this document.</summary>
    public IReadOnlyList<string> Validate(JsonElement schema, JsonElement value)
    {
        // The validator knows schema documents: the components become definitions, the schema in question one more.
        var document = new JsonObject { ["$id"] = Id, ["$defs"] = JsonNode.Parse(Components.GetRawText()) };
        document["$defs"]!["it"] = JsonNode.Parse(schema.GetRawText());
        var text = document.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        return new JsonSchemas([JsonDocument.Parse(text).RootElement]).Validate(Id + "#/$defs/it", value);
    }

    private static IEnumerable<Example> ExamplesIn(JsonElement node, string path)
    {
        if (node.ValueKind == JsonValueKind.Array)
            return node.EnumerateArray().SelectMany((item, index) => ExamplesIn(item, $"{path} {index}"));
        if (node.ValueKind != JsonValueKind.Object) return [];
        var found = new List<Example>();
        if (node.TryGetProperty("schema", out var schema))
        {
            if (node.TryGetProperty("example", out var one)) found.Add(new(path, schema, one));
            if (node.TryGetProperty("examples", out var several))
                found.AddRange(several.EnumerateObject().Select(named => new Example($"{path} {named.Name}", schema, named.Value.GetProperty("value"))));
            return found;
        }
        return node.EnumerateObject().SelectMany(member => ExamplesIn(member.Value, $"{path} {member.Name}"));
    }

    /// <summary>An example, where it stands, and what it is an example of.</summary>
    internal sealed record Example(string Path, JsonElement Schema, JsonElement Value)
    {
        /// <summary>Names of the components it may be; none for a plain value.</summary>
        public IEnumerable<string> Components =>
            (Schema.TryGetProperty("anyOf", out var choices) ? choices.EnumerateArray() : Enumerable.Repeat(Schema, 1))
            .Where(choice => choice.TryGetProperty("$ref", out _)).Select(choice => choice.GetProperty("$ref").GetString()!.Split('/')[^1]);
    }
}

using System.Text.Json.Nodes;

namespace Platform.Tests.Contracts.AsyncApi;

/// <summary>The AsyncAPI document, with its references followed.</summary>
internal static class AsyncApiDocument
{
    /// <summary>The whole document as it is written.</summary>
    public static JsonObject Root { get; } = Yaml.ReadFile(Path.Combine(Repository.Contracts, "asyncapi.yaml"));

    /// <summary>Channels by name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Channels { get; } = Section(Root["channels"]);

    /// <summary>Operations by name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Operations { get; } = Section(Root["operations"]);

    /// <summary>Messages by name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Messages { get; } = Section(Root["components"]!["messages"]);

    /// <summary>True for a channel on the broker, false for one over HTTP.</summary>
    public static bool IsOnTheBroker(string channel) => Channels[channel]["bindings"]?["amqp"] is not null;

    /// <summary>Every <c>$ref</c> of the document.</summary>
    public static IReadOnlyList<string> References { get; } = [.. ReferencesIn(Root)];

    /// <summary>The object itself, or the one it refers to.</summary>
    public static JsonObject Follow(JsonNode? node) =>
        node!.AsObject()["$ref"] is { } reference ? Follow(Resolve(reference.GetValue<string>())) : node.AsObject();

    /// <summary>What a reference leads to, in the document or in a file beside it.</summary>
    /// <exception cref="KeyNotFoundException">It leads nowhere.</exception>
    public static JsonNode Resolve(string reference)
    {
        var (file, pointer) = reference.Split('#') is [var f, var p] ? (f, p) : (reference, "");
        var path = Path.Combine(Repository.Contracts, file);
        JsonNode? node = file.Length == 0 ? Root
            : File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))
            : throw new KeyNotFoundException($"No file {file}.");
        foreach (var step in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node is JsonObject inner && inner[step] is { } next ? next : throw new KeyNotFoundException($"Nothing at {reference}.");
        return node ?? throw new KeyNotFoundException($"Nothing at {reference}.");
    }

    private static Dictionary<string, JsonObject> Section(JsonNode? section) =>
        section!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.AsObject());

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject body => body.SelectMany(pair => pair.Key == "$ref" ? [pair.Value!.GetValue<string>()] : ReferencesIn(pair.Value)),
        JsonArray list => list.SelectMany(ReferencesIn),
        _ => [],
    };
}

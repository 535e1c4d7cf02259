using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Tests.Contracts.AsyncApi;

/// <summary>YAML as JSON nodes: the part of YAML that JSON can hold, aliases resolved, read by the core schema.</summary>
internal static class Yaml
{
    /// <summary>Reads the one document of a file.</summary>
    /// <exception cref="YamlException">Not YAML, or a key twice in one mapping.</exception>
    public static JsonObject ReadFile(string path) => ReadAll(File.ReadAllText(path)).ShouldHaveSingleItem();

    /// <summary>Reads every document of a text.</summary>
    /// <exception cref="YamlException">Not YAML, or a key twice in one mapping.</exception>
    public static IReadOnlyList<JsonObject> ReadAll(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(d => ToJson(d.RootNode)!.AsObject())];
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => FromPlain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"{node.NodeType} at {node.Start}"),
    };

    private static JsonValue? FromPlain(string value) => value switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => JsonValue.Create(integer),
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(value),
    };
}

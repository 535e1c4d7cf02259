using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>Which properties of an incident are answered: names with dots between, <c>place.name</c>; a name alone is all of it.</summary>
internal sealed class FieldSelection
{
    private readonly Dictionary<string, FieldSelection?> chosen = [];

    /// <summary>Reads the parameter <c>fields</c>; null when all is asked for.</summary>
    public static FieldSelection? Read(QueryReader query)
    {
        if (query.Many("fields") is not { } paths)
            return null;
        var selection = new FieldSelection();
        foreach (var path in paths)
            if (Unknown(path.Split('.')) is { } wrong)
                query.Refuse("fields", $"An incident has no '{QueryReader.Cut(path)}'. {wrong}");
            else
                selection.Add(path.Split('.'));
        return selection;
    }

    /// <summary>Writes the chosen properties of a value; of a list those of each item.</summary>
    public void Write(ref Utf8JsonReader json, Utf8JsonWriter writer)
    {
        if (json.TokenType == JsonTokenType.StartArray)
        {
            writer.WriteStartArray();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                Write(ref json, writer);
            writer.WriteEndArray();
            return;
        }
        writer.WriteStartObject();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (!chosen.TryGetValue(name, out var within))
            {
                json.Skip();
                continue;
            }
            writer.WritePropertyName(name);
            if (within is not null && json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                within.Write(ref json, writer);
            else
                JsonElement.ParseValue(ref json).WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private void Add(ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            chosen[path[0]] = null;
            return;
        }
        if (!chosen.TryGetValue(path[0], out var within))
            chosen[path[0]] = within = new FieldSelection();
        within?.Add(path[1..]);
    }

    /// <summary>What there is instead of a name that is not there; null when the whole path is known.</summary>
    private static string? Unknown(string[] path)
    {
        var type = (JsonTypeInfo)ContractJson.Default.Incident;
        foreach (var name in path)
        {
            if (type.Kind == JsonTypeInfoKind.Enumerable)
                type = ContractJson.Default.Options.GetTypeInfo(type.ElementType!);
            if (type.Properties.FirstOrDefault(p => p.Name == name) is not { } property)
                return type.Properties.Count == 0 ? "There is nothing within." : $"Known are: {string.Join(", ", type.Properties.Select(p => p.Name))}.";
            type = ContractJson.Default.Options.GetTypeInfo(property.PropertyType);
        }
        return null;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Tests.Contracts.Json;

/// <summary>
/// Validates JSON against a set of schemas in the part of JSON Schema draft 2020-12 that the contracts use.
/// A keyword, type or format outside that part is refused when the schemas are loaded, so none is ever ignored.
/// </summary>
internal sealed class JsonSchemas
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description", "examples"];
    private static readonly string[] Assertions =
    [
        "$ref", "type", "enum", "const", "required", "properties", "items", "uniqueItems",
        "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "additionalProperties", "anyOf",
    ];
    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];
    private static readonly string[] Formats = ["uuid", "date", "date-time", "uri", "int32", "int64", "double", "byte"];

    private readonly Dictionary<string, JsonElement> _documents = [];

    /// <summary>Takes in whole schema documents; each needs an absolute <c>$id</c>.</summary>
    /// <exception cref="NotSupportedException">A keyword, type or format that this validator does not know.</exception>
    /// <exception cref="KeyNotFoundException">A <c>$ref</c> that leads nowhere.</exception>
    public JsonSchemas(IEnumerable<JsonElement> documents)
    {
        foreach (var document in documents)
            _documents.Add(document.GetProperty("$id").GetString()!, document);
        foreach (var (id, document) in _documents)
            foreach (var (schema, path) in SubschemasOf(document, "#"))
                Refuse(schema, new Uri(id), path);
    }

    /// <summary>Every schema within a schema, itself first, with its JSON pointer.</summary>
    public static IEnumerable<(JsonElement Schema, string Path)> SubschemasOf(JsonElement schema, string path)
    {
        yield return (schema, path);
        var inner = new List<(JsonElement, string)>();
        foreach (var container in new[] { "properties", "$defs" })
            if (schema.TryGetProperty(container, out var members))
                inner.AddRange(members.EnumerateObject().Select(m => (m.Value, $"{path}/{container}/{m.Name}")));
        foreach (var one in new[] { "items", "additionalProperties" })
            if (schema.TryGetProperty(one, out var items) && items.ValueKind == JsonValueKind.Object) inner.Add((items, $"{path}/{one}"));
        if (schema.TryGetProperty("anyOf", out var choices))
            inner.AddRange(choices.EnumerateArray().Select((choice, index) => (choice, $"{path}/anyOf/{index}")));
        foreach (var (child, childPath) in inner)
            foreach (var found in SubschemasOf(child, childPath))
                yield return found;
    }

    /// <summary>What is wrong with a body, each with the JSON pointer of the place; empty when it is valid.</summary>
    /// <param name="reference">Absolute <c>$id</c> of the schema, with a fragment where only a part of it is meant.</param>
    /// <param name="body">The body.</param>
    public IReadOnlyList<string> Validate(string reference, JsonElement body)
    {
        var errors = new List<string>();
        var (schema, root) = Resolve(new Uri(reference), "");
        Check(schema, root, body, "", errors);
        return errors;
    }

    /// <summary>The schema a reference leads to, and the absolute address it has.</summary>
    /// <exception cref="KeyNotFoundException">No such document or part of it.</exception>
    public (JsonElement Schema, Uri Address) Resolve(Uri from, string reference)
    {
        var address = reference.Length == 0 ? from : new Uri(from, reference);
        if (!_documents.TryGetValue(address.GetLeftPart(UriPartial.Query), out var schema))
            throw new KeyNotFoundException($"No schema {address}.");
        foreach (var step in Uri.UnescapeDataString(address.Fragment).TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            schema = schema.TryGetProperty(step, out var next) ? next : throw new KeyNotFoundException($"No schema {address}.");
        return (schema, address);
    }

    private void Refuse(JsonElement schema, Uri id, string path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Annotations.Contains(keyword.Name) && !Assertions.Contains(keyword.Name))
                throw new NotSupportedException($"{id}{path}: unknown keyword '{keyword.Name}'.");
            if (keyword.Name == "additionalProperties" && keyword.Value.ValueKind != JsonValueKind.Object)
                throw new NotSupportedException($"{id}{path}: additionalProperties is known as a schema only.");
            if (keyword.Name == "$ref") Resolve(id, keyword.Value.GetString()!);
            if (keyword.Name == "format" && !Formats.Contains(keyword.Value.GetString()))
                throw new NotSupportedException($"{id}{path}: unknown format {keyword.Value}.");
            if (keyword.Name == "type" && TypesOf(keyword.Value).FirstOrDefault(t => !Types.Contains(t)) is { } type)
                throw new NotSupportedException($"{id}{path}: unknown type '{type}'.");
        }
    }

    private void Check(JsonElement schema, Uri id, JsonElement value, string at, List<string> errors)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    var (target, address) = Resolve(id, keyword.Value.GetString()!);
                    Check(target, address, value, at, errors);
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in keyword.Value.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var member))
                            Check(property.Value, id, member, $"{at}/{property.Name}", errors);
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (index, item) in value.EnumerateArray().Index())
                        Check(keyword.Value, id, item, $"{at}/{index}", errors);
                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject())
                        if (!schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(property.Name, out _))
                            Check(keyword.Value, id, property.Value, $"{at}/{property.Name}", errors);
                    break;
                case "anyOf" when !keyword.Value.EnumerateArray().Any(choice => IsValid(choice, id, value)):
                    errors.Add($"{(at.Length == 0 ? "/" : at)}: none of anyOf holds for {value.GetRawText()}");
                    break;
                default:
                    if (Assertions.Contains(keyword.Name) && !Holds(keyword.Name, keyword.Value, value))
                        errors.Add($"{(at.Length == 0 ? "/" : at)}: {keyword.Name} {keyword.Value.GetRawText()} does not hold for {value.GetRawText()}");
                    break;
            }
        }
    }

    private bool IsValid(JsonElement schema, Uri id, JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, id, value, "", errors);
        return errors.Count == 0;
    }

    // A keyword for another type of value holds, as the standard has it.
    private static bool Holds(string keyword, JsonElement expected, JsonElement value) => (keyword, value.ValueKind) switch
    {
        ("type", _) => TypesOf(expected).Any(type => IsOfType(value, type)),
        ("enum", _) => expected.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        ("const", _) => JsonElement.DeepEquals(expected, value),
        ("required", JsonValueKind.Object) => expected.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        ("uniqueItems", JsonValueKind.Array) => !expected.GetBoolean() || AllDiffer([.. value.EnumerateArray()]),
        ("minLength", JsonValueKind.String) => value.GetString()!.EnumerateRunes().Count() >= expected.GetInt32(),
        ("maxLength", JsonValueKind.String) => value.GetString()!.EnumerateRunes().Count() <= expected.GetInt32(),
        ("pattern", JsonValueKind.String) => Matches(expected.GetString()!, value.GetString()!),
        ("format", JsonValueKind.String) => HasFormat(expected.GetString()!, value.GetString()!),
        ("minimum", JsonValueKind.Number) => value.GetDouble() >= expected.GetDouble(),
        ("format", JsonValueKind.Number) => expected.GetString() switch
        {
            "int32" => value.TryGetInt32(out _),
            "int64" => value.TryGetInt64(out _),
            _ => true,
        },
        ("maximum", JsonValueKind.Number) => value.GetDouble() <= expected.GetDouble(),
        _ => true,
    };

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(t => t.GetString()!);

    private static bool IsOfType(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value.GetDouble()),
        _ => false,
    };

    private static bool AllDiffer(JsonElement[] items) =>
        !items.Where((item, index) => items.Skip(index + 1).Any(other => JsonElement.DeepEquals(item, other))).Any();

    // The end anchor of a schema is the end of the text; that of .NET also stands before a last line feed.
    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant);

    private static bool HasFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$", text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase),
        "byte" => System.Buffers.Text.Base64.IsValid(text),
        _ => false,
    };
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Projection.Incidents;

/// <summary>
/// Compares JSON with the type it shall be read as, and tells every fault with its place. The serializer tells the first only, in
/// words about the code, and passes over names it does not know, which in a person's input are typing errors.
/// </summary>
internal static class JsonForm
{
    /// <summary>Characters of a name, which indexes are to take, and of other words.</summary>
    public const int LongestName = 300, LongestText = 2_000;

    /// <summary>Adds what is wrong with a value.</summary>
    public static void Check(JsonElement value, JsonTypeInfo type, string path, List<CorrectionError> errors)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (plain.IsEnum) CheckName(value, plain, path, errors);
        else if (type.Kind == JsonTypeInfoKind.Object) CheckObject(value, type, path, errors);
        else if (type.Kind == JsonTypeInfoKind.Enumerable) CheckList(value, type, path, errors);
        else CheckPlain(value, type, plain, path, errors);
    }

    private static void CheckName(JsonElement value, Type type, string path, List<CorrectionError> errors)
    {
        var names = Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList();
        if (value.ValueKind != JsonValueKind.String || !names.Contains(value.GetString()!))
            errors.Add(new CorrectionError(path, $"must be one of {string.Join(", ", names)}"));
    }

    private static void CheckObject(JsonElement value, JsonTypeInfo type, string path, List<CorrectionError> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new CorrectionError(path, "must be an object"));
            return;
        }
        foreach (var property in type.Properties.Where(p => p.IsRequired && !value.TryGetProperty(p.Name, out _)))
            errors.Add(new CorrectionError($"{path}.{property.Name}", "is missing"));
        foreach (var member in value.EnumerateObject())
        {
            if (type.Properties.FirstOrDefault(p => p.Name == member.Name) is not { } property)
                errors.Add(new CorrectionError($"{path}.{member.Name}", $"is not known here; known are {string.Join(", ", type.Properties.Select(p => p.Name))}"));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Check(member.Value, type.Options.GetTypeInfo(property.PropertyType), $"{path}.{member.Name}", errors);
            else if (property.IsRequired)
                errors.Add(new CorrectionError($"{path}.{member.Name}", "must not be null"));
        }
    }

    private static void CheckList(JsonElement value, JsonTypeInfo type, string path, List<CorrectionError> errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new CorrectionError(path, "must be a list"));
            return;
        }
        foreach (var (index, item) in value.EnumerateArray().Index())
            Check(item, type.Options.GetTypeInfo(type.ElementType!), $"{path}[{index}]", errors);
    }

    private static void CheckPlain(JsonElement value, JsonTypeInfo type, Type plain, string path, List<CorrectionError> errors)
    {
        try
        {
            var read = value.Deserialize(type);
            if (read is null or string { Length: 0 }) errors.Add(new CorrectionError(path, "must not be empty"));
            var isText = path.EndsWith(".text", StringComparison.Ordinal);
            var longest = isText ? LongestText : LongestName;
            if (read is string words && words.Length > longest) errors.Add(new CorrectionError(path, $"must have at most {longest} characters, not {words.Length}"));
            if (read is string signs && signs.Any(c => char.IsControl(c) && !(isText && c is ('\t' or '\n' or '\r'))))
                errors.Add(new CorrectionError(path, $"must have no control characters{(isText ? " but tabs and the ends of lines" : "")}"));
        }
        catch (JsonException)
        {
            errors.Add(new CorrectionError(path,
                plain == typeof(string) ? "must be text"
                : plain == typeof(int) ? "must be a whole number"
                : plain == typeof(double) ? "must be a number"
                : plain == typeof(DateOnly) ? "must be a day, yyyy-MM-dd"
                : $"must be a {plain.Name}"));
        }
    }
}

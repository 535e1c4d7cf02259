using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Platform.Projection.Api.Commands;

/// <summary>Reads the body of a command and says what is wrong with it, property by property.</summary>
internal static class CommandBody
{
    /// <summary>Largest body in bytes.</summary>
    public const int Largest = 256 * 1024;

    private const string NotStorable = "has a name or string with half a surrogate pair or the character NUL in it";

    /// <summary>The body's bytes; null when there are more than <see cref="Largest"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Largest)
            return null;
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (whole.Length + read > Largest)
                return null;
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }

    /// <summary>What the body says; null with errors.</summary>
    public static T? Parse<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json, Action<T, Dictionary<string, string[]>> check, Dictionary<string, string[]> errors)
        where T : class
    {
        if (!Utf8.IsValid(body.Span))
        {
            errors["body"] = ["is not UTF-8"];
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors["body"] = ["must be a JSON object"];
                return null;
            }
            if (!IsStorable(document.RootElement))
            {
                errors["body"] = [NotStorable];
                return null;
            }
            CheckNames(document.RootElement, json, errors);
            if (errors.Count > 0)
                return null;
            var command = document.RootElement.Deserialize(json)!;
            check(command, errors);
            return errors.Count == 0 ? command : null;
        }
        catch (InvalidOperationException)
        {
            errors["body"] = [NotStorable]; // a name that is half a surrogate pair: the search for names given twice reads them
            return null;
        }
        catch (JsonException e)
        {
            errors[e.Path is { Length: > 2 } path ? path[2..] : "body"] = [e.Path is { Length: > 2 } ? "has not the type that the API document gives" : "is not JSON, or has a property twice"];
            return null;
        }
    }

    /// <summary>Whether names and strings are text that JSON documents and tables can hold: an escape can make what is none.</summary>
    private static bool IsStorable(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(p => !p.Name.Contains('\0', StringComparison.Ordinal) && IsStorable(p.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsStorable),
                JsonValueKind.String => !value.GetString()!.Contains('\0', StringComparison.Ordinal),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false; // half a surrogate pair
        }
    }

    private static void CheckNames<T>(JsonElement body, JsonTypeInfo<T> json, Dictionary<string, string[]> errors)
    {
        var known = json.Properties.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var given = body.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in given.Except(known))
            errors[name] = [$"is not known here; known are {string.Join(", ", known)}"];
        foreach (var property in json.Properties.Where(p => p.IsRequired && !given.Contains(p.Name)))
            errors[property.Name] = ["is missing"];
    }
}

using System.Collections.Frozen;
using System.Text.Json;

namespace Platform.Extraction.Engine;

/// <summary>Enumeration values by their snake_case names, as lexicon files and JSON write them.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByName =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <summary>The value of a name, or null when there is none.</summary>
    public static T? Find(string? name) => name is not null && ByName.TryGetValue(name, out var value) ? value : null;
}

using System.Text.Json;

namespace Platform.Tests.Contracts.OpenApi;

/// <summary>Where two JSON documents differ in meaning: order of properties and white space are none, order of items is one.</summary>
internal static class Difference
{
    /// <summary>One line a difference, with the JSON pointer of the place; empty when both mean the same.</summary>
    public static IEnumerable<string> Between(JsonElement committed, JsonElement generated, string at = "")
    {
        if (committed.ValueKind == JsonValueKind.Object && generated.ValueKind == JsonValueKind.Object)
        {
            var names = committed.EnumerateObject().Concat(generated.EnumerateObject()).Select(property => property.Name).Distinct();
            return names.SelectMany(name => (committed.TryGetProperty(name, out var old), generated.TryGetProperty(name, out var now)) switch
            {
                (true, true) => Between(old, now, Down(at, name)),
                (true, false) => [$"- {Down(at, name)}: {Short(old)}"],
                _ => [$"+ {Down(at, name)}: {Short(now)}"],
            });
        }
        if (committed.ValueKind == JsonValueKind.Array && generated.ValueKind == JsonValueKind.Array && committed.GetArrayLength() == generated.GetArrayLength())
            return committed.EnumerateArray().Zip(generated.EnumerateArray()).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{at}/{index}"));
        return JsonElement.DeepEquals(committed, generated) ? [] : [$"! {at}: {Short(committed)} is now {Short(generated)}"];
    }

    private static string Down(string at, string name) => $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 120 } text ? text[..120] + "…" : value.GetRawText();
}

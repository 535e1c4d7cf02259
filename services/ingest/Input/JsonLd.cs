using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Platform.Ingest.Input;

/// <summary>What a page's JSON-LD (schema.org) says about its article.</summary>
internal sealed record JsonLd(string? DatePublished, string? Headline, string? Publisher, string? Language)
{
    private const int MaxScripts = 20;

    /// <summary>The first object with a publication date; null when there is none that can be read.</summary>
    public static JsonLd? Read(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json' i]").Take(MaxScripts))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 32 });
                if (Find(json.RootElement) is { } found) return found;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken JSON-LD, or half a surrogate pair in it: as if it were not there.
            }
        }
        return null;
    }

    private static JsonLd? Find(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(Find).FirstOrDefault(f => f is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (String(element, "datePublished") is { } date)
        {
            var publisher = element.TryGetProperty("publisher", out var p) && p.ValueKind == JsonValueKind.Object ? String(p, "name") : null;
            return new JsonLd(date, String(element, "headline"), publisher, String(element, "inLanguage"));
        }
        return new[] { "@graph", "mainEntity", "mainEntityOfPage" }
            .Select(name => element.TryGetProperty(name, out var inner) ? Find(inner) : null).FirstOrDefault(f => f is not null);
    }

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

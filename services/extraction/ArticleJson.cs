using System.Globalization;
using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>An article as the <c>extract</c> command takes it: id, text; optional title, publishedAt, outlet, url.</summary>
public static class ArticleJson
{
    /// <summary>The id, or null when there is none.</summary>
    /// <exception cref="FormatException">It is not a string.</exception>
    public static string? Id(JsonElement json) => Text(json, "id");

    /// <summary>The article, or null when it has no text. An id that is no UUID gives an article id made of it.</summary>
    /// <exception cref="FormatException">A property is not a string, or publishedAt no date.</exception>
    public static Article? Read(JsonElement json, string id)
    {
        if (Text(json, "text") is not { } text) return null;
        var articleId = Guid.TryParse(id, out var given) ? given : DeterministicId.Create(DeterministicId.Namespace, "extract\n" + id);
        return new Article(articleId, 1, Text(json, "title"), text, PublishedAt(json), Text(json, "outlet"), Text(json, "url"));
    }

    private static string? Text(JsonElement article, string name)
    {
        if (!article.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new FormatException($"{name} is not a string");
        return value.GetString();
    }

    private static DateTimeOffset? PublishedAt(JsonElement article)
    {
        if (Text(article, "publishedAt") is not { } written) return null;
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        // Anything else .NET makes a date of with today's day or year: another one tomorrow.
        return IsIso(written) && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, styles, out var at)
            ? at
            : throw new FormatException("publishedAt is not an ISO 8601 date or time");
    }

    private static bool IsIso(ReadOnlySpan<char> written) =>
        written is [_, _, _, _, '-', _, _, '-', _, _, ..] && !written[..4].ContainsAnyExceptInRange('0', '9') && (written.Length == 10 || written[10] is 'T' or 't' or ' ');
}

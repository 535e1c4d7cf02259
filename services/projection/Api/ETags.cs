using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Projection.Api;

/// <summary>Answers that need not be sent again.</summary>
internal static class ETags
{
    /// <summary>A tag of what an answer is made of.</summary>
    public static string Of(IEnumerable<string> parts) => Tag(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    /// <summary>An answer whose ETag follows from what it says: 304 to who has it already. It is made all the same, only not sent.</summary>
    /// <param name="http">Request and response.</param>
    /// <param name="value">The answer.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="tagged">The answer without what says nothing of it, for a weak tag; null for one of all of it.</param>
    public static IResult Json<T>(HttpContext http, T value, JsonTypeInfo<T> type, T? tagged = null) where T : class
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return IsKnown(http, Tag(tagged is null ? json : JsonSerializer.SerializeToUtf8Bytes(tagged, type)), isWeak: tagged is not null) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(json, "application/json; charset=utf-8");
    }

    /// <summary>Sets the ETag; true when the request has that answer already.</summary>
    /// <param name="http">Request and response.</param>
    /// <param name="etag">The tag.</param>
    /// <param name="isWeak">True when two answers of one tag say the same in other bytes.</param>
    public static bool IsKnown(HttpContext http, string etag, bool isWeak = false)
    {
        http.Response.Headers.ETag = isWeak ? "W/" + etag : etag;
        return http.Request.Headers.IfNoneMatch.SelectMany(h => (h ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Any(given => given == "*" || (given.StartsWith("W/", StringComparison.Ordinal) ? given[2..] : given) == etag);
    }

    private static string Tag(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"";
}

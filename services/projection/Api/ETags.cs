using System.Security.Cryptography;
using System.Text;

namespace Platform.Projection.Api;

/// <summary>Answers that need not be sent again.</summary>
internal static class ETags
{
    /// <summary>A tag of what an answer is made of.</summary>
    public static string Of(IEnumerable<string> parts) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 12))}\"";

    /// <summary>Sets the ETag; true when the request has that answer already.</summary>
    public static bool IsKnown(HttpContext http, string etag)
    {
        http.Response.Headers.ETag = etag;
        return http.Request.Headers.IfNoneMatch.SelectMany(h => (h ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Any(given => given == "*" || (given.StartsWith("W/", StringComparison.Ordinal) ? given[2..] : given) == etag);
    }
}

using System.Security.Cryptography;
using System.Text;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>The header <c>Idempotency-Key</c>.</summary>
public static class IdempotencyHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>Set to true on an answer that repeats the one of an earlier request.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private const int MaxChars = 255;

    /// <summary>The key; null when the header is absent.</summary>
    /// <exception cref="ProblemException">400: not one value of 1 to 255 visible ASCII characters.</exception>
    public static string? Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Name, out var values)) return null;
        if (values.Count == 1 && values[0] is { Length: > 0 and <= MaxChars } key && key.All(c => c is > ' ' and <= '~')) return key;
        throw new ProblemException(Problems.BadHeader(Name, "Send it once, with 1 to 255 visible ASCII characters, e.g. a UUID; or leave it out."));
    }

    /// <summary>
    /// The key with the hash of the request: media type, body, and the query where it carries metadata, since the same text
    /// with another title is another request. A charset of UTF-8 that is said is the same as one that is not: libraries add it or leave it out.
    /// </summary>
    public static IdempotencyKey Bind(string key, string? caller, RequestMedia media, string query, byte[] body)
    {
        var charset = media.Charset?.ToLowerInvariant();
        return new IdempotencyKey(key, caller, Hash(charset), charset switch { null => Hash("utf-8"), "utf-8" => Hash(null), _ => null });

        string Hash(string? said)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes($"{media.Type};{said}\n{query}\n"));
            hash.AppendData(body);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }
}

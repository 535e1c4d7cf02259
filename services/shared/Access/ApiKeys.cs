using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Platform.Access;

/// <summary>The keys that are configured, by their hashes.</summary>
internal sealed class ApiKeys(IOptions<AccessOptions> options)
{
    /// <summary>Every key begins so: a token is told from a key by it, and scanners find one that was published.</summary>
    public const string Prefix = "ipk_";

    /// <summary>A header for the key alone, beside <c>Authorization: Bearer</c>.</summary>
    public const string Header = "X-Api-Key";

    private readonly (string Name, byte[] Hash, IReadOnlyList<string> Scopes)[] keys =
        [.. options.Value.Keys.Select(k => (k.Key, Convert.FromHexString(k.Value.Hash), k.Value.ScopeList))];

    /// <summary>Whose key it is. Takes the same time whichever it is and wherever it differs.</summary>
    public (string Name, IReadOnlyList<string> Scopes)? Find(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        var found = -1;
        for (var i = 0; i < keys.Length; i++)
            found = CryptographicOperations.FixedTimeEquals(hash, keys[i].Hash) ? i : found;
        return found < 0 ? null : (keys[found].Name, keys[found].Scopes);
    }

    /// <summary>The key a request shows, or its token; null for none.</summary>
    public static string? Shown(HttpRequest request) =>
        request.Headers[Header] is [{ } own] ? own.Trim() : BearerOf(request);

    /// <summary>What stands behind <c>Authorization: Bearer</c>; null for nothing.</summary>
    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..].Trim() : null;
}

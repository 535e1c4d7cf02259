using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Platform.Projection.Api.Commands;

/// <summary>The headers of a command.</summary>
internal static class CommandHeaders
{
    /// <summary>Names what the sender wants done once.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Set to true on an answer that repeats the one of an earlier request.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private const int LongestKey = 255;

    /// <summary>The version in If-Match; or the problem with it.</summary>
    public static (long Version, IResult? Problem) Version(StringValues given)
    {
        if (given.Count == 0)
            return (0, CommandProblems.PreconditionRequired());
        return given is [{ Length: > 2 } tag] && tag[0] == '"' && tag[^1] == '"'
            && long.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, null) : (0, CommandProblems.InvalidHeader("If-Match", "Send the ETag of the incident as it was given, such as \"3\". Neither * nor several are taken: a decision is made on one version that somebody has seen."));
    }

    /// <summary>The idempotency key, null when there is none; or the problem with it.</summary>
    public static (string? Key, IResult? Problem) Key(HttpRequest request) =>
        !request.Headers.TryGetValue(IdempotencyKey, out var given) ? (null, null)
        : given is [{ Length: > 0 and <= LongestKey } key] && key.All(c => c is > ' ' and <= '~') ? (key, null)
        : (null, CommandProblems.InvalidHeader(IdempotencyKey, $"Send it once, with 1 to {LongestKey} visible ASCII characters, e.g. a UUID; or leave it out."));

    /// <summary>What two requests under one key must share. If-Match is not part of it: who repeats may have read the incident again.</summary>
    public static string Hash(string path, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

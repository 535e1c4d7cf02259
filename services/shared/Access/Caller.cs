using System.Globalization;
using System.Security.Claims;
using Platform.Words;

namespace Platform.Access;

/// <summary>Who sent a request.</summary>
public static class Caller
{
    /// <summary>How much clocks may differ: so long after its end a token is still taken.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int Longest = 200;
    private const string Expiry = "exp";

    /// <summary>Name of the key's holder, or of the token's subject; null when keys are not asked for, so that nobody knows.</summary>
    public static string? CallerName(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : null;

    /// <summary>Until when the caller's token is taken; null when it was let in by something that does not end, such as a key.</summary>
    public static DateTimeOffset? LetInUntil(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst(Expiry)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds() - ClockSkew.TotalSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) + ClockSkew : null;

    internal static ClaimsIdentity Of(string scheme, string? name, IEnumerable<string> scopes) =>
        new(scopes.Select(s => new Claim(Scopes.Claim, s)).Concat(name is null ? [] : [new Claim(ClaimTypes.Name, name)]), scheme, ClaimTypes.Name, null);

    /// <summary>
    /// The caller a token speaks of. Scopes come as <c>scope</c>, words in one text as OAuth 2 has it (RFC 9068), or as <c>scp</c>. The
    /// subject alone cannot be changed by its owner, so it stands beside the name, which persons can read.
    /// </summary>
    internal static ClaimsPrincipal OfToken(ClaimsPrincipal token)
    {
        var scopes = token.FindAll("scope").Concat(token.FindAll("scp")).SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var (name, subject) = (Text(token, "name") ?? Text(token, "preferred_username"), Text(token, "sub") ?? Text(token, "client_id"));
        var shown = name is null ? subject : subject is null ? name : $"{name} ({subject})";
        var caller = Of("Bearer", shown?.CutTo(Longest), scopes);
        if (token.FindFirst(Expiry) is { } expiry)
            caller.AddClaim(new Claim(Expiry, expiry.Value));
        return new ClaimsPrincipal(caller);
    }

    private static string? Text(ClaimsPrincipal token, string claim) =>
        token.FindFirst(claim)?.Value is { } value && new string([.. value.Where(c => !char.IsControl(c))]).Trim() is { Length: > 0 } text ? text : null;
}

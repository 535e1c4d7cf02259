using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Platform.Access;

/// <summary>What a caller may do. No scope includes another one.</summary>
public static class Scopes
{
    /// <summary>Send articles.</summary>
    public const string Ingest = "ingest";

    /// <summary>Read incidents and articles.</summary>
    public const string Read = "read";

    /// <summary>Decide on incidents: confirm, correct, merge, split.</summary>
    public const string Analyst = "analyst";

    /// <summary>Run the platform: have articles read again, decide on dead letters, register webhooks.</summary>
    public const string Operate = "operate";

    /// <summary>Every scope there is.</summary>
    public static readonly IReadOnlyList<string> All = [Ingest, Read, Analyst, Operate];

    /// <summary>Type of the claim that holds one scope.</summary>
    internal const string Claim = "scope";

    /// <summary>
    /// Lets only callers in that have a scope; for one endpoint or a whole group. An endpoint that has neither a scope nor
    /// <c>AllowAnonymous()</c> ends the start of its service.
    /// </summary>
    /// <param name="endpoints">The endpoint or group.</param>
    /// <param name="scope">One of <see cref="All"/>.</param>
    public static T RequireScope<T>(this T endpoints, string scope)
        where T : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(scope).WithMetadata(new ScopeMetadata(scope));
}

/// <summary>The scope an endpoint asks for.</summary>
/// <param name="Scope">One of <see cref="Scopes.All"/>.</param>
public sealed record ScopeMetadata(string Scope);

using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Access;

/// <summary>The answers to who may not: problem+json, with <c>WWW-Authenticate</c> as RFC 6750 has it. Whatever was shown is never repeated.</summary>
public sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    /// <summary>Seconds to wait when the issuer of tokens does not answer.</summary>
    public const int RetryAfterSeconds = 5;

    private const string Prefix = "urn:incident-platform:problem:";
    private const string Realm = "Bearer realm=\"incident-platform\"";

    /// <summary>401: nothing was shown.</summary>
    public static ProblemDetails CredentialsRequired() => Make(401, "credentials-required", "A key or token is required",
        "Send an API key in Authorization: Bearer or X-Api-Key, or a token in Authorization: Bearer.");

    /// <summary>401: what was shown does not let in.</summary>
    public static ProblemDetails CredentialsInvalid(string why) => Make(401, "credentials-invalid", "The key or token is not valid", why);

    /// <summary>403: the caller is known and lacks the scope.</summary>
    public static ProblemDetails ScopeMissing(string scope) => Make(403, "scope-missing", "The key or token does not reach so far",
        $"This needs the scope '{scope}'. Use a key or token that has it.");

    /// <summary>503: tokens cannot be checked now.</summary>
    public static ProblemDetails IssuerUnavailable() => Make(503, "issuer-unavailable", "The issuer of tokens does not answer",
        $"The token could not be checked. Send the request again in {RetryAfterSeconds} seconds.");

    /// <inheritdoc/>
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }
        var scope = context.GetEndpoint()?.Metadata.GetMetadata<ScopeMetadata>()?.Scope;
        // The middleware before keeps only successes; the handlers remember for the request what they found.
        await (authorizeResult.Forbidden
            ? WriteAsync(context, ScopeMissing(scope ?? "none"), $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"")
            : (await context.AuthenticateAsync()).Failure switch
            {
                null => WriteAsync(context, CredentialsRequired(), Realm),
                IssuerUnavailableException => WriteAsync(context, IssuerUnavailable(), null),
                { } failure => WriteAsync(context, CredentialsInvalid(Why(failure)), $"{Realm}, error=\"invalid_token\""),
            });
    }

    private static string Why(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => "The token has expired. Get a new one.",
        SecurityTokenNotYetValidException => "The token is not valid yet. Compare the clocks.",
        SecurityTokenInvalidAudienceException => "The token is for another audience.",
        SecurityTokenInvalidIssuerException => "The token is of another issuer.",
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => "The token is not signed by a key of its issuer.",
        AuthenticationFailureException => failure.Message, // ours
        _ => "The token cannot be read or is not valid.",
    };

    private static ProblemDetails Make(int status, string name, string title, string detail) => new()
    {
        Type = Prefix + name,
        Title = title,
        Status = status,
        Detail = detail,
        Extensions = { ["traceId"] = Activity.Current?.TraceId.ToHexString() ?? "" },
    };

    private static Task WriteAsync(HttpContext http, ProblemDetails problem, string? challenge)
    {
        http.Response.StatusCode = problem.Status!.Value;
        http.Response.Headers.CacheControl = "no-store";
        if (challenge is not null)
            http.Response.Headers.WWWAuthenticate = challenge;
        if (problem.Status == 503)
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", http.RequestAborted);
    }
}

/// <summary>The issuer of tokens does not answer, so a token can be neither taken nor refused.</summary>
internal sealed class IssuerUnavailableException(Exception inner) : Exception("The issuer of tokens does not answer.", inner);

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Access;

/// <summary>Lets in who shows a key that is configured.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Headers[ApiKeys.Header].Count > 1 || (Request.Headers.ContainsKey(ApiKeys.Header) && Request.Headers.ContainsKey("Authorization"))
            ? AuthenticateResult.Fail("Show one key, once.")
        : ApiKeys.Shown(Request) is not { } shown
            ? Request.Headers.ContainsKey("Authorization") ? AuthenticateResult.Fail("Authorization must be 'Bearer' and a key or token.") : AuthenticateResult.NoResult()
        : keys.Find(shown) is { } key
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Caller.Of(Name, key.Name, key.Scopes)), Name))
        : AuthenticateResult.Fail("The key is not known here."));
}

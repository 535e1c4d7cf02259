using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Access;

/// <summary>Development without keys: whoever is on this machine may do everything, and has no name.</summary>
internal sealed class KeylessHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<AccessOptions> access)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Keyless";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(IsFromHere(Context, access.Value.PublishedOnLoopback)
        ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Caller.Of(Name, null, Scopes.All)), Name))
        : AuthenticateResult.Fail("Without keys only programs on this machine may call; a page of another site is none of them."));

    /// <summary>
    /// A browser on this machine runs the pages of strangers: they give themselves away by their origin, or, when a name of theirs was
    /// made to lead here, by the host they ask for.
    /// </summary>
    private static bool IsFromHere(HttpContext http, bool isPublished) =>
        (isPublished || (IsLoopback(http.Connection.LocalIpAddress) && IsLoopback(http.Connection.RemoteIpAddress))) && IsLoopback(http.Request.Host.Host)
        && http.Request.Headers.Origin.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopback(uri.Host));

    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address); // null: within the process

    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

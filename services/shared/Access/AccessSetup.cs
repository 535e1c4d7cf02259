using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Access;

/// <summary>Who may use a service: ASP.NET Core's authentication and authorization, set up the same way everywhere.</summary>
public static class AccessSetup
{
    private const string Chooser = "Access";

    /// <summary>Keys and tokens from the sections <c>Access</c> and <c>Authentication:Schemes:Bearer</c>; a policy a scope; what has neither scope nor <c>AllowAnonymous()</c> is closed.</summary>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        services.AddHostedService<AccessCheck>();
        services.Configure<KestrelServerOptions>(o => o.AddServerHeader = false);

        var tokens = HasTokens(builder.Configuration);
        var keyless = builder.Configuration.GetValue<bool>($"{AccessOptions.Section}:{nameof(AccessOptions.Keyless)}");
        var authentication = services.AddAuthentication(Chooser)
            .AddPolicyScheme(Chooser, null, o => o.ForwardDefaultSelector = http => Choose(http.Request, tokens, keyless))
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Name, null)
            .AddScheme<AuthenticationSchemeOptions, KeylessHandler>(KeylessHandler.Name, null);
        // Nothing here is protected by it; at the start it would write a key into the user's home.
        foreach (var protection in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(protection);
        if (tokens)
            AddTokens(authentication, builder.Configuration);

        var authorization = services.AddAuthorizationBuilder()
            // A wrong method or an unknown path is told so, to everybody: the API documents are open too.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(c => c.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build());
        foreach (var scope in Scopes.All)
            authorization.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireClaim(Scopes.Claim, scope));
        return builder;
    }

    /// <summary>Security headers on every answer, then the doors. After what gives the request's span its name.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            // At the last moment: what handles an exception clears the headers that are there.
            http.Response.OnStarting(Harden, http);
            // What one caller may see is not for a shared cache, which knows nothing of X-Api-Key. An endpoint may say more.
            if (http.GetEndpoint()?.Metadata.GetMetadata<ScopeMetadata>() is not null)
                http.Response.Headers.CacheControl = "private, no-cache";
            return next(http);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    private static Task Harden(object context)
    {
        var http = (HttpContext)context;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'"; // answers are data, not pages; the console's pages say their own
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }

    /// <summary>True when an issuer of tokens is configured.</summary>
    internal static bool HasTokens(IConfiguration configuration) => TokenSection(configuration).Exists();

    private static IConfigurationSection TokenSection(IConfiguration configuration) =>
        configuration.GetSection($"Authentication:Schemes:{JwtBearerDefaults.AuthenticationScheme}");

    private static string Choose(HttpRequest request, bool tokens, bool keyless) =>
        tokens && !request.Headers.ContainsKey(ApiKeys.Header) && ApiKeys.BearerOf(request) is { } bearer && !bearer.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal)
            ? JwtBearerDefaults.AuthenticationScheme
        : keyless && !request.Headers.ContainsKey(ApiKeys.Header) && !request.Headers.ContainsKey("Authorization") ? KeylessHandler.Name
        : ApiKeyHandler.Name;

    private static void AddTokens(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var section = TokenSection(configuration);
        var hasAudience = section["ValidAudience"] is { Length: > 0 } || section.GetSection("ValidAudiences").GetChildren().Any();
        var hasIssuer = section["Authority"] is { Length: > 0 } || section["MetadataAddress"] is { Length: > 0 }
            || ((section["ValidIssuer"] is { Length: > 0 } || section.GetSection("ValidIssuers").GetChildren().Any()) && section.GetSection("SigningKeys").GetChildren().Any());
        if (!hasAudience || !hasIssuer)
            throw new InvalidOperationException(
                "Authentication__Schemes__Bearer needs the audience (ValidAudiences__0) and the issuer (Authority; or ValidIssuer and SigningKeys): else tokens meant for others would be taken.");
        // The framework reads the section itself.
        authentication.AddJwtBearer(o =>
        {
            o.MapInboundClaims = false;
            o.TokenValidationParameters.ClockSkew = Caller.ClockSkew;
            o.TokenValidationParameters.RequireExpirationTime = true;
            o.BackchannelTimeout = TimeSpan.FromSeconds(5);
            o.RequireHttpsMetadata = !(Uri.TryCreate(section["Authority"] ?? section["MetadataAddress"], UriKind.Absolute, out var issuer) && KeylessHandler.IsLoopback(issuer.Host));
            o.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    // RFC 7515, 4.1.11: what its issuer marks as critical has to be understood, and the library understands none of it.
                    if (context.SecurityToken is JsonWebToken token && token.TryGetHeaderValue<object>("crit", out _))
                        context.Fail("The token's header has critical extensions, which are not understood here.");
                    else
                        context.Principal = Caller.OfToken(context.Principal!);
                    return Task.CompletedTask;
                },
                OnAuthenticationFailed = async context =>
                {
                    // An issuer whose keys could not be had is told by the library as one that is not known, or a key that is not found.
                    if (context.Exception is (SecurityTokenInvalidIssuerException or SecurityTokenSignatureKeyNotFoundException) && context.Options.ConfigurationManager is { } issuer)
                    {
                        try
                        {
                            await issuer.GetConfigurationAsync(context.HttpContext.RequestAborted);
                        }
                        catch (InvalidOperationException e)
                        {
                            context.Fail(new IssuerUnavailableException(e));
                        }
                    }
                },
            };
        });
    }
}

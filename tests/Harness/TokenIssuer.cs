using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Tests.Harness;

/// <summary>An OpenID Connect issuer, as far as a service that checks its tokens sees one: its metadata and its keys.</summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    /// <summary>The audience the services are configured for.</summary>
    public const string Audience = "incident-platform";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
    private readonly WebApplication app;

    private TokenIssuer(WebApplication app, string address) => (this.app, Address) = (app, address);

    /// <summary>Its address, and its name in tokens.</summary>
    public string Address { get; }

    /// <summary>Variables that make a service take its tokens.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["Authentication__Schemes__Bearer__Authority"] = Address,
        ["Authentication__Schemes__Bearer__ValidAudiences__0"] = Audience,
    };

    /// <summary>Starts to listen.</summary>
    public static async Task<TokenIssuer> StartAsync()
    {
        var address = $"http://127.0.0.1:{Ports.Free(1)}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var issuer = new TokenIssuer(builder.Build(), address);
        var parameters = issuer.key.Rsa.ExportParameters(false);
        issuer.app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = address, jwks_uri = address + "/keys" }));
        issuer.app.MapGet("/keys", () => Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "test", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } },
        }));
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>A token.</summary>
    /// <param name="scope">Its scopes, with spaces between them.</param>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="issuer">Who it says made it; null for this one.</param>
    /// <param name="expires">How long from now it holds.</param>
    /// <param name="signed">False for one without a signature.</param>
    /// <param name="other">True for one signed by another key of the same name.</param>
    /// <param name="critical">An extension its header marks as critical; null for none.</param>
    public string Token(string scope, string audience = Audience, string? issuer = null, TimeSpan? expires = null, bool signed = true, bool other = false, string? critical = null)
    {
        var until = DateTime.UtcNow + (expires ?? TimeSpan.FromMinutes(10));
        using var stranger = RSA.Create(2048);
        var by = other ? new RsaSecurityKey(stranger) { KeyId = "test", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } } : key;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = until.AddHours(-2),
            IssuedAt = until.AddHours(-2),
            Expires = until,
            AdditionalHeaderClaims = critical is null ? null : new Dictionary<string, object> { ["crit"] = new[] { critical }, [critical] = true },
            Claims = new Dictionary<string, object> { ["sub"] = "subject-42", ["name"] = "Tess Token", ["scope"] = scope },
            SigningCredentials = signed ? new SigningCredentials(by, SecurityAlgorithms.RsaSha256) : null,
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>
/// Secrets of webhooks as they stand in the database. They are needed as they are to sign, so they cannot be hashed; with a key from the configuration
/// they are encrypted (AES-256-GCM, bound to the id of their webhook), so that a copy of the database or a backup signs nothing. The first key encrypts,
/// the others only decrypt what was encrypted before. Without a key they stand there as they are.
/// </summary>
internal sealed class WebhookSecrets : IHealthCheck, IDisposable
{
    private const string Mark = "aesgcm1:";
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly List<AesGcm> keys = [];
    private readonly Lock gate = new(); // a cipher is not for several threads

    /// <exception cref="InvalidOperationException">A key is none.</exception>
    public WebhookSecrets(IOptions<WebhookOptions> options)
    {
        foreach (var (n, text) in options.Value.SecretKeys.Where(k => !string.IsNullOrWhiteSpace(k)).Index())
        {
            var key = new byte[32];
            if (!Convert.TryFromBase64String(text, key, out var length) || length != key.Length)
                throw new InvalidOperationException($"Webhooks__SecretKeys__{n} must be 32 bytes in base64: openssl rand -base64 32 makes one.");
            keys.Add(new AesGcm(key, Tag));
        }
    }

    /// <summary>Why the secrets of some webhooks cannot be read; null when all can. Nothing is sent before.</summary>
    public string? Trouble { get; set; }

    /// <summary>True when a secret stands in the database as it should by now: encrypted with the first key, or as it is when there is none.</summary>
    public bool IsSealed(Guid webhook, string stored) => keys.Count == 0 ? !IsEncrypted(stored) : IsEncrypted(stored) && TryOpen(keys[0], webhook, stored) is not null;

    /// <summary>A secret as it is to stand in the database.</summary>
    public string Seal(Guid webhook, string secret)
    {
        if (keys.Count == 0)
            return secret;
        var plain = Encoding.ASCII.GetBytes(secret);
        var whole = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        lock (gate)
            keys[0].Encrypt(whole.AsSpan(0, Nonce), plain, whole.AsSpan(Nonce, plain.Length), whole.AsSpan(Nonce + plain.Length), webhook.ToByteArray());
        return Mark + Convert.ToBase64String(whole);
    }

    /// <summary>The secret of what stands in the database.</summary>
    /// <exception cref="CryptographicException">It was encrypted with a key that is not configured.</exception>
    public string Open(Guid webhook, string stored) => TryOpen(webhook, stored)
        ?? throw new CryptographicException($"The secret of webhook {webhook} was encrypted with a key that is none of Webhooks__SecretKeys: configure that key too, or give the webhook a new secret (POST /webhooks/{webhook}/secret).");

    /// <summary>The same; null when no key opens it.</summary>
    public string? TryOpen(Guid webhook, string stored) => !IsEncrypted(stored) ? stored
        : keys.Select(key => TryOpen(key, webhook, stored)).FirstOrDefault(secret => secret is not null);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Trouble is { } trouble ? HealthCheckResult.Degraded(trouble) : HealthCheckResult.Healthy());

    /// <inheritdoc/>
    public void Dispose() => keys.ForEach(key => key.Dispose());

    private static bool IsEncrypted(string stored) => stored.StartsWith(Mark, StringComparison.Ordinal);

    private string? TryOpen(AesGcm key, Guid webhook, string stored)
    {
        var whole = Convert.FromBase64String(stored[Mark.Length..]);
        var plain = new byte[whole.Length - Nonce - Tag];
        try
        {
            lock (gate)
                key.Decrypt(whole.AsSpan(0, Nonce), whole.AsSpan(Nonce, plain.Length), whole.AsSpan(Nonce + plain.Length), plain, webhook.ToByteArray());
            return Encoding.ASCII.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

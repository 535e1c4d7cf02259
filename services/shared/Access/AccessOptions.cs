using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Platform.Access;

/// <summary>Who may use a service; configuration section <c>Access</c>. Tokens are configured in <c>Authentication:Schemes:Bearer</c>, ASP.NET Core's own section.</summary>
public sealed partial class AccessOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Access";

    /// <summary>
    /// True: callers on this machine need no key and may do everything. For development alone; refused when the service listens on
    /// anything but loopback.
    /// </summary>
    public bool Keyless { get; set; }

    /// <summary>
    /// True: the service runs in a container whose port is published on the host's loopback alone. Then <see cref="Keyless"/> is let be
    /// though the container listens on all of its addresses, and callers come from its network. The service cannot check it.
    /// </summary>
    public bool PublishedOnLoopback { get; set; }

    /// <summary>The keys by the names of their holders, which are the actors of what is done with them. <c>deploy/key</c> makes one.</summary>
    public Dictionary<string, KeyOptions> Keys { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, key) in Keys)
        {
            if (!Sha256().IsMatch(key.Hash))
                yield return new($"Access:Keys:{name}:Hash is not the SHA-256 of a key, 64 hexadecimal digits; deploy/key makes both.");
            if (key.ScopeList.Count == 0 || key.ScopeList.Except(Scopes.All).Any())
                yield return new($"Access:Keys:{name}:Scopes must be one or more of {string.Join(", ", Scopes.All)}, with commas between them.");
        }
        if (Keys.Values.Select(k => k.Hash.ToLowerInvariant()).Distinct().Count() < Keys.Count)
            yield return new("Access:Keys has the same key twice; each holder needs a key of their own.");
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$")]
    private static partial Regex Sha256();
}

/// <summary>One key.</summary>
public sealed class KeyOptions
{
    /// <summary>SHA-256 of the key in 64 hexadecimal digits. A key has 256 random bits, so the plain hash is as safe as a slow one.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What it may do: some of <see cref="Scopes.All"/>, with commas or spaces between them.</summary>
    public string Scopes { get; set; } = "";

    internal IReadOnlyList<string> ScopeList => Scopes.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}

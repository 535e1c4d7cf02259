using System.Net;

namespace Platform.Projection.WebConsole;

/// <summary>Where the console finds the other services; configuration section <c>WebConsole</c>.</summary>
internal sealed class WebConsoleOptions
{
    public const string Section = "WebConsole";

    /// <summary>Address of ingest as this service reaches it, e.g. <c>http://127.0.0.1:7101</c>; without it the drop box says that it is closed.</summary>
    public string? Ingest { get; set; }

    /// <summary>The same of extraction, of which the console shows the health.</summary>
    public string? Extraction { get; set; }

    /// <summary>Networks (CIDR) that feeds may be in although they are not public, and that may be reached without TLS. Empty: public addresses over https only.</summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Seconds that a feed may take to come.</summary>
    public double FeedSeconds { get; set; } = 30;

    /// <summary>True when each address is absent or one that can be asked, and each network one.</summary>
    internal bool IsValid => AllowedNetworks.All(network => IPNetwork.TryParse(network, out _)) && FeedSeconds > 0 && new[] { Ingest, Extraction }.All(url => string.IsNullOrEmpty(url) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"));
}

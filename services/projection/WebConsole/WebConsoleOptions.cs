namespace Platform.Projection.WebConsole;

/// <summary>Where the console finds the other services; configuration section <c>WebConsole</c>.</summary>
internal sealed class WebConsoleOptions
{
    public const string Section = "WebConsole";

    /// <summary>Address of ingest as this service reaches it, e.g. <c>http://127.0.0.1:7101</c>; without it the drop box says that it is closed.</summary>
    public string? Ingest { get; set; }

    /// <summary>The same of extraction, of which the console shows the health.</summary>
    public string? Extraction { get; set; }

    /// <summary>True when each is absent or an address that can be asked.</summary>
    internal bool IsValid => new[] { Ingest, Extraction }.All(url => string.IsNullOrEmpty(url) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"));
}

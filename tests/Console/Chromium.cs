using Microsoft.Playwright;

namespace Platform.Tests.WebConsole;

/// <summary>The system's Chromium, without a window and without what a browser does for itself on the network.</summary>
internal static class Chromium
{
    /// <summary>Where Debian's package puts it.</summary>
    public const string Path = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">It is not there; says how to get it.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, TimeSpan patience) => File.Exists(Path)
        ? playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments, Timeout = (float)patience.TotalMilliseconds })
        : throw new InvalidOperationException($"The console needs a real browser here, and there is no {Path}: install the package chromium (deploy/local/install --tests does).");
}

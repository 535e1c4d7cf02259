using Microsoft.Playwright;

namespace Platform.Tests.WebConsole;

/// <summary>The system's Chromium or Chrome, without a window and without what a browser does for itself on the network.</summary>
internal static class Chromium
{
    /// <summary>Where distributions put it: Debian, Ubuntu (a snap), Google's own packages. deploy/local/install looks for the same.</summary>
    internal static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Where it is: what the variable <c>CHROMIUM</c> names, else the first place that has one; null when there is none.</summary>
    public static string? Path => Find(Environment.GetEnvironmentVariable("CHROMIUM"), File.Exists);

    /// <summary>What is said when there is none.</summary>
    public static string Missing => $"The console needs a real browser here, and there is none ({string.Join(", ", Places)}): install Chromium or Chrome (deploy/local/install --tests does), or name it in the variable CHROMIUM.";

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">It is not there; says how to get it.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, TimeSpan patience) => Path is { } path
        ? playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Timeout = (float)patience.TotalMilliseconds })
        : throw new InvalidOperationException(Missing);

    /// <summary>The one named, which goes before all, or the first that exists.</summary>
    internal static string? Find(string? named, Func<string, bool> exists) =>
        string.IsNullOrEmpty(named) ? Array.Find(Places, place => exists(place)) : exists(named) ? named : null;
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using Platform.Tests.Contracts.AsyncApi;

namespace Platform.Tests.Contracts.Kubernetes;

/// <summary>The manifests of deploy/kubernetes.</summary>
internal static class Manifests
{
    /// <summary>Where they are.</summary>
    public static readonly string Folder = Path.Combine(Repository.Root, "deploy", "kubernetes");

    /// <summary>The overlay with the operators.</summary>
    public static readonly string Overlay = Path.Combine(Folder, "overlays", "operators");

    private static readonly Lazy<string> Printed = new(PrintSecrets);

    /// <summary>What the overlay makes and what <c>deploy/kubernetes/secrets</c> prints beside it, anew at each call.</summary>
    public static List<JsonObject> Objects() => [.. Kustomization.Build(Overlay, _ => { }), .. Secrets()];

    /// <summary>What <c>deploy/kubernetes/secrets</c> printed, run once.</summary>
    public static IReadOnlyList<JsonObject> Secrets() => Yaml.ReadAll(Printed.Value);

    /// <summary>Runs <c>deploy/kubernetes/secrets</c>.</summary>
    public static string PrintSecrets()
    {
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Folder, "secrets")) { RedirectStandardOutput = true })!;
        var printed = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        script.ExitCode.ShouldBe(0);
        return printed;
    }
}

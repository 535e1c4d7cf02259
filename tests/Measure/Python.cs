using System.Diagnostics;
using System.Text.Json;

namespace Platform.Tests.Measure;

/// <summary>What a scorer said.</summary>
/// <param name="Metrics">Its figures by name.</param>
/// <param name="Errors">Its error list; empty when it gives none.</param>
internal sealed record Scores(JsonElement Metrics, IReadOnlyList<string> Errors)
{
    /// <summary>A figure, or null when there is none.</summary>
    public double? this[string name] => Metrics.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}

/// <summary>Runs the scorers, which are Python scripts.</summary>
internal static class Python
{
    /// <summary>Runs a scorer with --json.</summary>
    public static async Task<Scores> ScoreAsync(string script, IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var json = JsonDocument.Parse(await RunAsync(script, [.. arguments, "--json"], cancel));
        var errors = json.RootElement.TryGetProperty("errors", out var list) ? list.EnumerateArray().Select(error => error.GetString()!).ToList() : [];
        return new Scores(json.RootElement.GetProperty("metrics").Clone(), errors);
    }

    /// <summary>Runs a script and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It ended with another status than 0; the message has its standard error.</exception>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("python3", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{Path.GetFileName(script)} ended with {process.ExitCode}: {await error}");
    }
}

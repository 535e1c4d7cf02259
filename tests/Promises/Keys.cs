using System.Diagnostics;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Keys as <c>deploy/key</c> makes them.</summary>
internal sealed class Keys
{
    private readonly Dictionary<string, string> shown = [];

    /// <summary>Variables that make a service ask for keys.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["Access__Keyless"] = "false" };

    /// <summary>All of them, as they were shown once.</summary>
    public IReadOnlyCollection<string> All => shown.Values;

    /// <summary>The key of a holder.</summary>
    public string this[string name] => shown[name];

    /// <summary>Makes one for each holder, with the scopes given.</summary>
    public static async Task<Keys> MakeAsync(params (string Name, string[] Scopes)[] holders)
    {
        var keys = new Keys();
        var file = Path.Combine(Path.GetTempPath(), "keys-" + Guid.NewGuid().ToString("N"));
        foreach (var (name, scopes) in holders)
        {
            var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", "key"), ["add", name, .. scopes.SelectMany(s => new[] { "--scope", s }), "--file", file])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            keys.shown[name] = (await process.StandardOutput.ReadToEndAsync()).Trim();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0);
        }
        foreach (var line in await File.ReadAllLinesAsync(file))
            keys.Environment[line.Split('=', 2)[0]] = line.Split('=', 2)[1];
        File.Delete(file);
        return keys;
    }
}

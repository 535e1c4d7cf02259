using System.Collections.Concurrent;
using System.Diagnostics;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>deploy/samples/subscribers as its readers run it: each prints the change of an article that is posted meanwhile, and is short.</summary>
[Collection(Collection.Name)]
public sealed class Samples_of_subscribers_run(Infrastructure infrastructure)
{
    private const int MostLines = 40;
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "samples", "subscribers");

    [Fact]
    public async Task The_CSharp_sample_prints_a_change() =>
        await PrintsAsync("csharp/Program.cs", "dotnet", [Path.Combine(Folder, "csharp", "bin", "Release", "net10.0", "Subscriber.dll")]);

    [NodeFact]
    public async Task The_Node_sample_prints_a_change()
    {
        // In a copy: npm writes beside what it installs for.
        var copy = Directory.CreateTempSubdirectory("subscriber-sample-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Folder, "node")))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            await Scripts.RunAsync("npm", "ci", "--no-audit", "--no-fund", "--prefix", copy);
            await PrintsAsync("node/subscriber.mjs", "node", [Path.Combine(copy, "subscriber.mjs")]);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [PikaFact]
    public async Task The_Python_sample_prints_a_change() =>
        await PrintsAsync("python/subscriber.py", PikaFactAttribute.Python!, [Path.Combine(Folder, "python", "subscriber.py")]);

    private async Task PrintsAsync(string file, string program, string[] arguments)
    {
        (await File.ReadAllLinesAsync(Path.Combine(Folder, file))).Length.ShouldBeLessThan(MostLines);
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var subscriber = await Subscriber.AddAsync(platform, "sample");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AMQP_URL"] = subscriber.Address.ToString();
        using var sample = Process.Start(start)!;
        try
        {
            var (printed, said) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
            sample.OutputDataReceived += (_, line) => printed.Enqueue(line.Data ?? "");
            sample.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
            sample.BeginOutputReadLine();
            sample.BeginErrorReadLine();
            await Eventually.Holds("the sample to wait", () => sample.HasExited
                ? throw new TimeoutException($"{file} ended with {sample.ExitCode}: {string.Join('\n', said)}")
                : Task.FromResult(said.Any(line => line.StartsWith("Waiting for changes", StringComparison.Ordinal))));

            await platform.PostAsync(Articles.Attack(1));
            await Eventually.Holds("the change", () => Task.FromResult(!printed.IsEmpty));

            printed.ShouldHaveSingleItem().ShouldMatch("^[0-9a-f-]{36} v1 opened: rocket_attack in .+$");
        }
        finally
        {
            if (!sample.HasExited)
                sample.Kill();
            await sample.WaitForExitAsync();
        }
    }
}

/// <summary>Skips it where there is no Node, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Looks for node and npm.</summary>
    public NodeFactAttribute()
    {
        if (!Programs.Runs("node", "--version") || !Programs.Runs("npm", "--version"))
            Skip = "Node.js with npm is missing, so its sample is not run. Install Node.js 18 or later.";
    }
}

/// <summary>Skips it where there is no Python with pika, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PikaFactAttribute : FactAttribute
{
    /// <summary>Looks for a Python that has pika.</summary>
    public PikaFactAttribute()
    {
        if (Python is null)
            Skip = "No Python here has pika, so its sample is not run. Install it: apt-get install python3-pika, or pip install pika.";
    }

    /// <summary>The first Python that has pika; null when none has.</summary>
    public static string? Python { get; } = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Programs.Runs(python, "-c", "import pika"));
}

/// <summary>Looks for programs.</summary>
internal static class Programs
{
    /// <summary>True when a program is there and ends well.</summary>
    public static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>What the runs of the matrix have in common.</summary>
internal static class Matrix
{
    /// <summary>Name of the trait of those that <c>deploy/test</c> runs also without <c>--faults</c>: at least one of each row, without those of time, which take minutes, and of poison, which Promises has.</summary>
    public const string Trait = "Matrix";

    /// <summary>Value of the trait.</summary>
    public const string Third = "third";

    /// <summary>Ends the load, then the total-queue check, which ends the services; no request may have been refused in an unclear way.</summary>
    /// <param name="load">What was sent.</param>
    /// <param name="platform">Where to.</param>
    /// <param name="output">Is told the numbers.</param>
    /// <param name="run">Its name there.</param>
    /// <param name="others">More processes of the platform's services.</param>
    public static async Task CloseAsync(this Load load, TestPlatform platform, ITestOutputHelper output, [CallerMemberName] string run = "", params ServiceProcess[] others)
    {
        var accepted = await load.StopAsync();
        var watch = Stopwatch.StartNew();
        await platform.ExplainedAsync(() => TotalQueue.CheckAsync(platform, accepted, others));
        output.WriteLine($"{run}: {accepted.Count} articles accepted, {load.AnsweredWith(503)} requests answered 503, {load.Broken} without answer, settled and checked {watch.Elapsed.TotalSeconds:F1} s after the load ended.");
        load.Unexpected.ShouldBeEmpty();
    }

    /// <summary>Waits until the readiness answer of a service holds a text.</summary>
    public static Task SaysAsync(this ServiceProcess service, string text) => Eventually.Holds(
        $"{service.Name} to say \"{text}\"", async () => (await service.HealthAsync()).Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(180));
}

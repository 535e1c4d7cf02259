using System.Text;
using Platform.Extraction.Engine;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P9: services are replaced under load, one process by another, and nobody notices.</summary>
[Collection(Lane.Processes)]
public sealed class Deployments(Infrastructure infrastructure, ITestOutputHelper output)
{
    [Fact]
    public async Task A_rolling_restart_of_all_three_refuses_nothing()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var ingest = new ServiceProcess("ingest", platform.EnvironmentOf("ingest"));
        await using var extraction = new ServiceProcess("extraction", platform.EnvironmentOf("extraction"));
        await using var projection = new ServiceProcess("projection", platform.EnvironmentOf("projection"));
        ServiceProcess[] others = [ingest, extraction, projection];
        foreach (var other in others)
            other.Start();
        await Task.WhenAll(others.Select(other => other.ReadyAsync()));
        await using var load = await Load.StartAsync(platform, "rolling");
        await load.FlowsAsync(50);

        foreach (var (one, other) in platform.Services.Zip(others))
        {
            await RestartAsync(one, other);
            await RestartAsync(other, one);
        }

        load.Refused.ShouldBe(0);
        await load.CloseAsync(platform, output, others: others);

        async Task RestartAsync(ServiceProcess service, ServiceProcess instead)
        {
            if (service.Name == "ingest")
                await load.SendToAsync(instead);
            await load.FlowsAsync(20);
            var took = await service.TerminateAsync();
            service.ExitCode.ShouldBe(0, $"{service.Name} after {took.TotalSeconds:F1} s: {string.Join('\n', service.Log.TakeLast(5))}");
            output.WriteLine($"{service.Name} drained and ended {took.TotalSeconds:F1} s after SIGTERM.");
            await service.Start().ReadyAsync();
        }
    }

    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task An_old_and_a_new_extractor_side_by_side_read_each_article_once()
    {
        var folder = Directory.CreateTempSubdirectory("incident-platform-old-");
        try
        {
            await using var platform = await TestPlatform.StartAsync(infrastructure);
            await using var old = new ServiceProcess("extraction", platform.EnvironmentOf("extraction"), OfAnotherVersion(folder.FullName));
            await using var load = await Load.StartAsync(platform, "versions");
            await load.FlowsAsync(50);
            await old.Start().ReadyAsync();
            await load.FlowsAsync(150);
            await old.TerminateAsync();
            old.ExitCode.ShouldBe(0);
            await load.FlowsAsync(50);

            load.Refused.ShouldBe(0);
            await load.CloseAsync(platform, output);
            (await platform.CountAsync("select count(distinct data->'extraction'->>'extractor') from incidents.mt_events where type = 'article_extracted'")).ShouldBe(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The built extraction in another folder, and there under another version: one that is as long, put in the place of its own.</summary>
    private static string OfAnotherVersion(string folder)
    {
        var built = Repository.Service("extraction");
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(built)!, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Path.GetDirectoryName(built)!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var program = Path.Combine(folder, Path.GetFileName(built));
        var (bytes, version) = (File.ReadAllBytes(program), Encoding.Unicode.GetBytes(ExtractionEngine.Version));
        var place = bytes.AsSpan().IndexOf(version);
        place.ShouldBeGreaterThan(0);
        Encoding.Unicode.GetBytes(ExtractionEngine.Version[..^1] + "~").CopyTo(bytes, place);
        File.WriteAllBytes(program, bytes);
        return program;
    }
}

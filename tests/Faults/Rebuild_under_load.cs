using Platform.EventStore;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P6: read models are rebuilt while articles come in, and a rebuild that dies goes on where it was.</summary>
[Collection(Lane.Processes)]
public sealed class Rebuild_under_load(Infrastructure infrastructure, ITestOutputHelper output)
{
    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task Killed_half_way_it_goes_on_and_the_tables_are_identical()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "rebuild");
        await load.FlowsAsync(200);
        await Eventually.Holds("incidents", async () => await platform.CountAsync("select count(*) from incidents.incident_list") > 50, TimeSpan.FromSeconds(180));

        using (var killed = platform.Start(["rebuild"], (CrashPoint.Variable, $"{CrashPoint.RebuildPart}:3")))
        {
            var said = Task.WhenAll(killed.StandardOutput.ReadToEndAsync(), killed.StandardError.ReadToEndAsync());
            await killed.WaitForExitAsync();
            killed.ExitCode.ShouldNotBe(0, string.Concat(await said));
        }
        (await platform.CountAsync("select count(*) from incidents_rebuild.position where incidents > 0 or articles > 0")).ShouldBeGreaterThan(0);
        var done = await platform.CountAsync("select min(started_at) is not null and count(*) = 1 and max(state) <> 'done' from incidents.rebuild");
        done.ShouldBe(1, "it was half-way");
        await load.FlowsAsync(50);
        var (status, said2) = await platform.RunAsync("rebuild");
        status.ShouldBe(0, said2);
        await load.FlowsAsync(50);
        await load.CloseAsync(platform, output);

        var before = (await platform.RunAsync("checksum")).Output;
        (await platform.RebuildAsync()).ShouldBe(0);
        (await platform.RunAsync("checksum")).Output.ShouldBe(before);
    }
}

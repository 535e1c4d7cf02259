using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P9: kill -9 of any process at any point loses nothing and repeats nothing; SIGTERM drains.</summary>
[Collection(Lane.Processes)]
public sealed class P9_Killed_at_any_moment(Infrastructure infrastructure, ITestOutputHelper output)
{
    private const int Loops = 20;

    [Theory]
    [InlineData("ingest")]
    [InlineData("extraction")]
    [InlineData("projection")]
    public async Task Twenty_kills_under_load_lose_nothing_and_repeat_nothing(string victim)
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, victim);
        var service = platform.Services.Single(s => s.Name == victim);
        // The moments differ from loop to loop and are the same in every run.
        var random = new Random(20_26);
        for (var loop = 0; loop < Loops; loop++)
        {
            await load.FlowsAsync(5);
            await Eventually.Moment(random.Next(0, 150));
            service.Kill();
            service.Start();
            await service.ReadyAsync();
        }

        load.Accepted.ShouldBeGreaterThan(Loops * 5);
        await load.CloseAsync(platform, output, $"{victim}, {Loops} kills");
    }

    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task SIGTERM_under_load_ends_each_service_in_order_and_with_status_zero()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "sigterm");
        foreach (var service in platform.Services)
        {
            await load.FlowsAsync(50);
            await service.TerminateAsync();
            service.ExitCode.ShouldBe(0, $"{service.Name}: {string.Join('\n', service.Log.TakeLast(5))}");
            service.Start();
            await service.ReadyAsync();
        }

        await load.CloseAsync(platform, output);
    }
}

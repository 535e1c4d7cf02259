using Platform.EventStore;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P9: a process that dies between two steps that belong together loses nothing and repeats nothing.</summary>
[Collection(Lane.Database)]
public sealed class Crashes_at_named_points(Infrastructure infrastructure, ITestOutputHelper output)
{
    private const int Crashes = 5;

    [Theory]
    [InlineData("ingest", CrashPoint.BeforeCommit)]
    [InlineData("ingest", CrashPoint.AfterCommit)]
    [InlineData("projection", CrashPoint.BeforeCommit)]
    [InlineData("projection", CrashPoint.AfterCommit)]
    [InlineData("projection", CrashPoint.AfterPublish)]
    public Task Around_a_commit_and_after_a_publish(string victim, string point) => RunAsync(victim, point);

    [Theory]
    [InlineData("ingest", CrashPoint.AfterPublish)]
    [InlineData("projection", CrashPoint.BeforeAck)]
    public Task After_what_is_seen_outside_and_before_it_is_noted(string victim, string point) => RunAsync(victim, point);

    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public Task After_the_reports_of_an_article_and_before_it_is_acknowledged() => RunAsync("extraction", CrashPoint.BeforeAck);

    private async Task RunAsync(string victim, string point)
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var service = platform.Services.Single(s => s.Name == victim);
        await using var load = await Load.StartAsync(platform, victim);
        await load.FlowsAsync(20);
        var random = new Random(20_26);
        var armed = true;
        service.Restarting = () =>
        {
            if (service.Crashes < Crashes)
                service.Variables[CrashPoint.Variable] = $"{point}:{random.Next(1, 6)}";
            else if (armed)
                armed = !service.Variables.TryRemove(CrashPoint.Variable, out _);
        };
        service.Kill();
        service.Variables[CrashPoint.Variable] = $"{point}:1";
        service.Start();

        await Eventually.Holds($"{Crashes} crashes", () => Task.FromResult(service.Crashes >= Crashes), TimeSpan.FromSeconds(240));
        await service.ReadyAsync();
        await load.FlowsAsync(20);
        await load.CloseAsync(platform, output, $"{victim}, {point}, {Crashes} crashes");
        service.Exits.ShouldBe(Enumerable.Repeat(ServiceProcess.Killed, Crashes), "nothing but the crashes ended it");
    }
}

using System.Diagnostics;
using Platform.Tests.Harness;

namespace Platform.Tests.Faults;

/// <summary>A run of the tests that is killed leaves no servers behind.</summary>
public sealed class Killed_runs
{
    [Fact]
    public async Task Take_their_servers_and_services_with_them()
    {
        using var run = Process.Start("sleep", "600");
        using var service = Process.Start("sleep", "601");
        using var another = Process.Start("sleep", "602");
        var folder = Directory.CreateTempSubdirectory("incident-platform-killed-").FullName;
        var server = Path.Combine(folder, "postgres");
        var port = Ports.Free(1);
        var watchdog = new Watchdog(run.Id);
        watchdog.Server("postgres", server, port);
        watchdog.Service(service.Id, "601");
        watchdog.Service(another.Id, "another program has this id by now");
        try
        {
            await Scripts.LocalAsync("postgres", "start", server, port);
            service.HasExited.ShouldBeFalse();

            run.Kill();

            await Eventually.Holds("the service to be ended", () => Task.FromResult(service.HasExited));
            await Eventually.Holds("the server and its folder to be removed", () => Task.FromResult(!Directory.Exists(folder)));
            another.HasExited.ShouldBeFalse();
        }
        finally
        {
            if (Directory.Exists(server))
                await Scripts.LocalAsync("postgres", "remove", server, port);
            foreach (var one in new[] { run, service, another })
                one.Kill();
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P8: while the database cannot store, 503 with Retry-After; nothing accepted is lost, no message given up, no event passed over.</summary>
[Collection(Lane.Database)]
public sealed class Database_faults(Infrastructure infrastructure, ITestOutputHelper output)
{
    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task Killed_and_started_again()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "killed");
        await load.FlowsAsync(50);
        await infrastructure.Postgres("kill");
        try
        {
            await RefusedAsync(load);
        }
        finally
        {
            await infrastructure.Postgres("start");
            NpgsqlConnection.ClearAllPools();
        }
        await load.FlowsAsync(50);
        await load.CloseAsync(platform, output);
    }

    [Fact]
    public async Task Failover_to_a_standby_at_another_address()
    {
        await using var primary = await PostgresServer.StartAsync();
        await using var standby = await primary.StartStandbyAsync();
        await using var platform = await StartOnAsync(primary, standby);
        await using var load = await Load.StartAsync(platform, "failover");
        await load.FlowsAsync(100);

        await primary.DoAsync("kill");
        await RefusedAsync(load);
        await standby.ExecuteAsync("select pg_promote()");

        await load.FlowsAsync(100);
        await load.CloseAsync(platform, output);
    }

    [Fact]
    public async Task Nothing_is_accepted_that_only_the_primary_has_while_the_standby_is_away()
    {
        await using var primary = await PostgresServer.StartAsync();
        await using var standby = await primary.StartStandbyAsync();
        await using var platform = await StartOnAsync(primary, standby);
        await using var load = await Load.StartAsync(platform, "alone");
        await load.FlowsAsync(100);

        await standby.DoAsync("kill");
        await RefusedAsync(load);
        var then = load.Accepted;
        // Long enough for commits that waited to be given up and sent again, more than once.
        await RefusedAsync(load, 12);
        load.Accepted.ShouldBe(then);
        (await primary.CountAsync("select count(*) from ingest.mt_streams")).ShouldBe(then, "what the standby does not have is seen by nobody");

        await primary.DoAsync("kill");
        await standby.DoAsync("start");
        await standby.ExecuteAsync("select pg_promote()");
        NpgsqlConnection.ClearAllPools();
        await load.FlowsAsync(100);
        await load.CloseAsync(platform, output);
    }

    [Fact]
    public async Task Nothing_beside_the_log_is_called_done_that_only_the_primary_has_while_the_standby_is_away()
    {
        await using var primary = await PostgresServer.StartAsync();
        await using var standby = await primary.StartStandbyAsync();
        await using var platform = await StartOnAsync(primary, standby);
        var letters = Enumerable.Range(0, 2).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var letter in letters)
            await primary.ExecuteAsync($"insert into incidents.dead_letter (id, queue, reason, body, headers, at) values ('{letter}', 'projection.incident-detected', 'made up', 'x', jsonb_build_object(), now())");
        var answers = new List<(string What, Task<HttpResponseMessage> Answer)>();
        await standby.DoAsync("kill");
        answers.Add(("webhook", platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = "https://192.0.32.1/hook" })));
        answers.AddRange(letters.Select(letter => ("discard", platform.Projection.Http.PostAsJsonAsync($"dead-letters/{letter}/discard", new { actor = "Op", reason = "made up" }))));

        foreach (var (what, answer) in answers)
            (await answer).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, what);
        (await primary.CountAsync("select count(*) from incidents.webhook")).ShouldBe(0);
        (await primary.CountAsync("select count(*) from incidents.dead_letter where state = 'waiting'")).ShouldBe(2, "what the standby does not have is seen by nobody");

        await standby.DoAsync("start");
        await Eventually.Equals(1, "the webhook, when the standby has it", () => primary.CountAsync("select count(*) from incidents.webhook"));
        await Eventually.Equals(2, "discarded letters", () => primary.CountAsync("select count(*) from incidents.dead_letter where state = 'discarded'"));
    }

    [Fact]
    public async Task A_storm_of_connections_leaves_none_for_the_services()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "storm");
        await load.FlowsAsync(50);
        var (storm, before) = (new List<NpgsqlConnection>(), load.AnsweredWith(503));
        try
        {
            await using var keeper = await platform.Database.OpenConnectionAsync();
            await Eventually.Holds("articles to be refused", async () =>
            {
                // Whatever connection the services get back is taken from them.
                await using var end = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('ingest', 'projection')", keeper);
                await end.ExecuteNonQueryAsync();
                while (await OpenAsync(platform.ConnectionString) is { } one)
                    storm.Add(one);
                return load.AnsweredWith(503) > before;
            }, TimeSpan.FromSeconds(180));
        }
        finally
        {
            foreach (var one in storm)
                await one.DisposeAsync();
        }
        storm.Count.ShouldBeGreaterThan(100);
        await load.FlowsAsync(50);
        await load.CloseAsync(platform, output);

        static async Task<NpgsqlConnection?> OpenAsync(string connectionString)
        {
            var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
            try
            {
                await connection.OpenAsync();
                return connection;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await connection.DisposeAsync();
                return null;
            }
        }
    }

    [MountFact]
    public async Task Its_disk_is_full()
    {
        var folder = Directory.CreateTempSubdirectory("incident-platform-small-disk-").FullName;
        await Scripts.RunAsync("mount", "-t", "tmpfs", "-o", "size=300m,mode=755", "none", folder);
        try
        {
            await using var server = await PostgresServer.StartAsync(Directory.CreateDirectory(Path.Combine(folder, "server")).FullName);
            await using var platform = await TestPlatform.CreateAsync(infrastructure, database: server.ConnectionString);
            await platform.ReadyAsync();
            await using var load = await Load.StartAsync(platform, "disk");
            await load.FlowsAsync(50);

            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            await RefusedAsync(load);
            File.Delete(filler);
            // It ends when it cannot even write what it needs to start again.
            await server.DoAsync("start");

            await load.FlowsAsync(50);
            await load.CloseAsync(platform, output);
        }
        finally
        {
            await Scripts.RunAsync("umount", "-l", folder);
            Directory.Delete(folder);
        }

        static void Fill(string path)
        {
            using var file = File.Create(path, bufferSize: 1);
            for (var size = 1 << 20; size > 0;)
            {
                try
                {
                    file.Write(new byte[size]);
                }
                catch (IOException)
                {
                    size /= 2;
                }
            }
        }
    }

    [Fact]
    public async Task Its_disk_is_slow()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "slow");
        await load.FlowsAsync(50);
        // Every commit waits a tenth of a second before it is on disk.
        await platform.ExecuteAsync("alter system set commit_delay = 100000");
        await platform.ExecuteAsync("alter system set commit_siblings = 0");
        await platform.ExecuteAsync("select pg_reload_conf()");
        try
        {
            await load.FlowsAsync(200);
        }
        finally
        {
            await platform.ExecuteAsync("alter system reset commit_delay");
            await platform.ExecuteAsync("alter system reset commit_siblings");
            await platform.ExecuteAsync("select pg_reload_conf()");
        }
        load.Refused.ShouldBe(0);
        await load.CloseAsync(platform, output);
    }

    [Fact]
    public async Task A_long_transaction_keeps_everybody_from_writing()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "long");
        await load.FlowsAsync(50);
        await using (var connection = await platform.Database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("create table long_transaction (); lock table ingest.mt_events, incidents.mt_events in share mode", connection, transaction);
            await hold.ExecuteNonQueryAsync();
            await RefusedAsync(load);
        }
        await load.FlowsAsync(50);
        await load.CloseAsync(platform, output);
    }

    /// <summary>The tests look at the standby, the services are told of both.</summary>
    private async Task<TestPlatform> StartOnAsync(PostgresServer primary, PostgresServer standby)
    {
        var both = new NpgsqlConnectionStringBuilder(standby.ConnectionString) { Host = $"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}" };
        var platform = await TestPlatform.CreateAsync(
            infrastructure, new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = both.ConnectionString }, database: standby.ConnectionString);
        await platform.ReadyAsync();
        return platform;
    }

    /// <summary>Waits until so many more are refused: one may have been before the fault.</summary>
    private static Task RefusedAsync(Load load, int more = 1)
    {
        var before = load.AnsweredWith(503);
        return Eventually.Holds($"{more} more articles to be refused", () => Task.FromResult(load.AnsweredWith(503) >= before + more), TimeSpan.FromSeconds(180));
    }
}

/// <summary>A test that mounts a small file system, which only root may.</summary>
public sealed class MountFactAttribute : FactAttribute
{
    /// <summary>Skips it where nothing can be mounted, and says so.</summary>
    public MountFactAttribute()
    {
        if (!CanMount.Value)
            Skip = "A small disk can be mounted by root only. Run as root, or in a container with the capability SYS_ADMIN.";
    }

    private static Lazy<bool> CanMount { get; } = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("incident-platform-mount-").FullName;
        try
        {
            using var mount = Process.Start(new ProcessStartInfo("sh", ["-c", "mount -t tmpfs -o size=1m none \"$0\" && umount \"$0\"", folder]) { RedirectStandardError = true })!;
            mount.WaitForExit();
            return mount.ExitCode == 0;
        }
        finally
        {
            Directory.Delete(folder);
        }
    });
}

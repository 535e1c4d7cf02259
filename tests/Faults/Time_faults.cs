using Npgsql;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>Work that takes too long, and a clock that jumps.</summary>
[Collection(Lane.Processes)]
public sealed class Time_faults(Infrastructure infrastructure, ITestOutputHelper output)
{
    [Fact]
    public async Task Handlers_slower_than_the_consumer_timeout_make_the_watchdog_restart_the_service()
    {
        try
        {
            await using var platform = await TestPlatform.CreateAsync(infrastructure);
            // The broker reads the timeout when a channel is opened, so it holds for the projection's first life and nobody else.
            await infrastructure.RabbitCtl("eval", "application:set_env(rabbit, consumer_timeout, 10000), application:set_env(rabbit, channel_tick_interval, 2000).");
            await platform.Projection.Start().ReadyAsync();
            await infrastructure.RabbitCtl("eval", "application:set_env(rabbit, consumer_timeout, 3600000).");
            await Task.WhenAll(platform.Ingest.Start().ReadyAsync(), platform.Extraction.Start().ReadyAsync());
            await using var load = await Load.StartAsync(platform, "slow handler");
            await load.FlowsAsync(50);
            await using (var connection = await platform.Database.OpenConnectionAsync())
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                await using var hold = new NpgsqlCommand("lock table incidents.mt_events in share mode", connection, transaction);
                await hold.ExecuteNonQueryAsync();
                await Eventually.Holds("the projection to be restarted", () => Task.FromResult(platform.Projection.Restarts > 0), TimeSpan.FromSeconds(180));
            }
            platform.Projection.Log.ShouldContain(line => line.Contains("ending the process, to be started anew", StringComparison.Ordinal));
            await load.FlowsAsync(50);

            load.Refused.ShouldBe(0);
            await load.CloseAsync(platform, output);
        }
        finally
        {
            await infrastructure.RabbitCtl("eval", "application:set_env(rabbit, consumer_timeout, 3600000), application:set_env(rabbit, channel_tick_interval, 60000).");
        }
    }

    [FalseTimeFact]
    public async Task The_clock_jumps_back_an_hour_and_forth_again()
    {
        var clock = Path.GetTempFileName();
        await File.WriteAllTextAsync(clock, "+0");
        try
        {
            await using var platform = await TestPlatform.CreateAsync(infrastructure);
            foreach (var service in platform.Services)
            {
                service.Variables["LD_PRELOAD"] = FalseTimeFactAttribute.Library!;
                service.Variables["FAKETIME_TIMESTAMP_FILE"] = clock;
                service.Variables["FAKETIME_CACHE_DURATION"] = "1";
                // Timers do not follow the clock on the wall.
                service.Variables["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            }
            await platform.ReadyAsync();
            await using var load = await Load.StartAsync(platform, "clock");
            await load.FlowsAsync(50);

            await File.WriteAllTextAsync(clock, "-3600");
            await Eventually.Holds("articles of the hour before", async () =>
                await platform.CountAsync("select count(*) from ingest.mt_events where timestamp < now() - interval '50 minutes'") > 50);
            await Eventually.Holds("incidents of the hour before", async () =>
                await platform.CountAsync("select count(*) from incidents.mt_events where timestamp < now() - interval '50 minutes'") > 50, TimeSpan.FromSeconds(180));
            await File.WriteAllTextAsync(clock, "+0");
            await load.FlowsAsync(50);
            await load.CloseAsync(platform, output);

            (await platform.CountAsync("select count(*) from (select timestamp < lag(timestamp) over (order by seq_id) as back from ingest.mt_events) as e where back")).ShouldBeGreaterThan(0, "the log tells of the jump");
        }
        finally
        {
            File.Delete(clock);
        }
    }
}

/// <summary>A test that gives processes a clock of their own, with libfaketime.</summary>
public sealed class FalseTimeFactAttribute : FactAttribute
{
    /// <summary>Skips it where the library is missing, and says so.</summary>
    public FalseTimeFactAttribute()
    {
        if (Library is null)
            Skip = "libfaketime is missing; deploy/test installs it where apt-get is: apt-get install faketime.";
    }

    /// <summary>Path of the library.</summary>
    public static string? Library { get; } = Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        : null;
}

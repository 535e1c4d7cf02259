using System.Net;
using Platform.Bus;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P8: whatever befalls the broker, ingest goes on accepting, health says what is wrong, and the backlog drains.</summary>
[Collection(Lane.Broker)]
public sealed class Broker_faults(Infrastructure infrastructure, ITestOutputHelper output)
{
    /// <summary>Nothing that comes back within these seconds is late: short, so that a test need not wait for the minute of production.</summary>
    private static readonly Dictionary<string, string> SoonLate = new() { ["LateArticles__After"] = "00:00:06" };

    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task Killed_and_back_after_five_seconds()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "broker");
        await load.FlowsAsync(50);
        try
        {
            await infrastructure.Rabbit("kill");
            await Eventually.Moment(5000);
            await load.FlowsAsync(50);
        }
        finally
        {
            await StartAsync();
        }
        await load.FlowsAsync(50);

        load.Refused.ShouldBe(0);
        await load.CloseAsync(platform, output);
    }

    /// <summary>Nothing is lost, since the stream for subscribers, with which the broker confirms a report, is declared after the projection's queue.</summary>
    [Fact]
    public async Task Absent_when_the_services_start()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.WitnessAsync();
        var away = true;
        try
        {
            await infrastructure.Rabbit("stop");
            foreach (var service in platform.Services)
                service.Start();
            await platform.Ingest.ReadyAsync();
            await platform.Ingest.SaysAsync("Nobody answers at the broker");
            await Eventually.Holds("extraction and projection to say they are not ready", async () =>
                await platform.Extraction.ReadinessAsync() == HttpStatusCode.ServiceUnavailable && await platform.Projection.ReadinessAsync() == HttpStatusCode.ServiceUnavailable);
            await using var load = await Load.StartAsync(platform, "broker");
            await load.FlowsAsync(100);
            await StartAsync();
            away = false;
            await load.FlowsAsync(50);

            load.Refused.ShouldBe(0);
            await load.CloseAsync(platform, output);
        }
        finally
        {
            if (away)
                await StartAsync();
        }
    }

    [Fact]
    public async Task In_an_alarm_it_takes_no_messages_and_no_service_restarts_for_that()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var load = await Load.StartAsync(platform, "alarm");
        await load.FlowsAsync(50);
        await AlarmAsync("memory", "set_vm_memory_high_watermark absolute 1MB", "set_vm_memory_high_watermark absolute 768MB", 25_000);
        await AlarmAsync("disk", "set_disk_free_limit 900000GB", "set_disk_free_limit 256MB", 0);

        load.Refused.ShouldBe(0);
        await load.CloseAsync(platform, output);

        // Both alarms are one to the services; one of them lasts longer than the watchdog's patience.
        async Task AlarmAsync(string kind, string raise, string end, int milliseconds)
        {
            var before = platform.Services.Select(service => service.Restarts).ToArray();
            try
            {
                await infrastructure.RabbitCtl(raise.Split(' '));
                await platform.Ingest.SaysAsync($"The broker takes no messages: low on {kind}");
                await Eventually.Moment(milliseconds);
                await load.FlowsAsync(50);
                platform.Services.Zip(before).ShouldAllBe(s => s.First.Restarts == s.Second, kind);
            }
            finally
            {
                await infrastructure.RabbitCtl(end.Split(' '));
            }
            await load.FlowsAsync(50);
        }
    }

    [Fact]
    public async Task A_binding_that_was_deleted_is_said_and_nothing_is_lost_until_it_is_back()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure, SoonLate);
        await using var load = await Load.StartAsync(platform, "binding");
        await load.FlowsAsync(50);
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();

        // The queue's own exchange is bound to the one that is published to.
        await channel.ExchangeUnbindAsync(Topology.Queues.ArticleReceived, Topology.Exchanges.ArticleReceived, "");
        await platform.Ingest.SaysAsync("No queue is bound for ArticleReceived");
        await load.FlowsAsync(20);
        await AnewAsync(platform.Extraction);

        // Subscribers' stream still takes the reports, so the broker confirms them: only that nothing comes back tells of it.
        await channel.ExchangeUnbindAsync(Topology.Queues.IncidentDetected, Topology.Exchanges.IncidentDetected, "#");
        await load.FlowsAsync(20);
        await platform.Projection.SaysAsync($"is the queue {Topology.Queues.IncidentDetected} bound to {Topology.Exchanges.IncidentDetected}?");
        await AnewAsync(platform.Projection);

        load.Refused.ShouldBe(0);
        await load.CloseAsync(platform, output);
    }

    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task What_somebody_purges_from_the_queues_is_sent_again()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure, SoonLate);
        platform.Extraction.Kill();
        await using var load = await Load.StartAsync(platform, "purged");
        await load.FlowsAsync(50);
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Eventually.Holds("articles to be purged", async () => await channel.QueuePurgeAsync(Topology.Queues.ArticleReceived) > 0);

        await platform.Extraction.Start().ReadyAsync();
        await load.FlowsAsync(50);
        load.Refused.ShouldBe(0);
        await load.CloseAsync(platform, output);
    }

    private static async Task AnewAsync(ServiceProcess service)
    {
        await service.TerminateAsync();
        await service.Start().ReadyAsync();
    }

    private async Task StartAsync()
    {
        await infrastructure.Rabbit("start");
        await infrastructure.ManagementAnswersAsync();
    }
}

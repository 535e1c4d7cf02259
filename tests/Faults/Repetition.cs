using System.Text.Json;
using Npgsql;
using Platform.Bus;
using Platform.EventStore;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>P4 and P6: however often and by however many a message is handed on or taken in, the read model is the same.</summary>
[Collection(Lane.Database)]
public sealed class Repetition(Infrastructure infrastructure, ITestOutputHelper output)
{
    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task Every_message_three_times_and_shuffled_gives_the_same_read_model()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.Projection.TerminateAsync();
        await using var load = await Load.StartAsync(platform, "three times");
        await load.FlowsAsync(150);
        var accepted = await load.StopAsync();
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var messages = await TakeAllAsync(accepted, channel);
        messages.Count.ShouldBeGreaterThanOrEqualTo(accepted.Count);

        await RepublishAsync(channel, messages);
        await platform.Projection.Start().ReadyAsync();
        await load.CloseAsync(platform, output);
        var once = (await platform.RunAsync("checksum")).Output;

        BasicGetResult[] three = [.. messages, .. messages, .. messages];
        new Random(20_26).Shuffle(three);
        await RepublishAsync(channel, three);
        await platform.Projection.Start().ReadyAsync();
        await TotalQueue.CheckAsync(platform, accepted);
        (await platform.RunAsync("checksum")).Output.ShouldBe(once);
    }

    [Fact]
    public async Task Two_relays_while_the_connection_of_the_leader_is_ended_again_and_again()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var second = new ServiceProcess("ingest", platform.EnvironmentOf("ingest"));
        await second.Start().ReadyAsync();
        await using var load = await Load.StartAsync(platform, "two relays");
        await EndLeadersAsync(platform, load, new StoreSchema("ingest", []), Relay.Checkpoint);
        await load.CloseAsync(platform, output, others: second);
    }

    [Fact]
    public async Task Two_projections_on_one_queue_while_leaders_are_ended_and_one_is_killed()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var second = new ServiceProcess("projection", platform.EnvironmentOf("projection"));
        await second.Start().ReadyAsync();
        await using var load = await Load.StartAsync(platform, "two projections");
        await EndLeadersAsync(platform, load, new StoreSchema("incidents", []), Relay.Checkpoint);
        second.Kill();
        await load.FlowsAsync(50);
        await second.Start().ReadyAsync();
        await load.FlowsAsync(50);
        await load.CloseAsync(platform, output, others: second);
    }

    private static async Task EndLeadersAsync(TestPlatform platform, Load load, StoreSchema log, string reader)
    {
        var ended = new HashSet<int>();
        for (var time = 0; time < 8; time++)
        {
            await load.FlowsAsync(20);
            await Eventually.Holds("another leader, and its end", async () =>
            {
                await using var command = platform.Database.CreateCommand("""
                    select pid from pg_locks where locktype = 'advisory' and objsubid = 1 and granted
                    and database = (select oid from pg_database where datname = current_database()) and (classid::bigint << 32) | objid::bigint = $1
                    """);
                command.Parameters.Add(new NpgsqlParameter { Value = log.LeaderLock(reader) });
                if (await command.ExecuteScalarAsync() is not int pid || !ended.Add(pid))
                    return false;
                await platform.ExecuteAsync($"select pg_terminate_backend({pid})");
                return true;
            });
        }
        await load.FlowsAsync(20);
    }

    /// <summary>Takes what the extraction publishes out of the projection's queues, until every report of every accepted article is there.</summary>
    private static async Task<List<BasicGetResult>> TakeAllAsync(IReadOnlyCollection<Guid> accepted, IChannel channel)
    {
        var messages = new List<BasicGetResult>();
        var reports = new Dictionary<Guid, int>();
        await Eventually.Holds("every article to be extracted", async () =>
        {
            foreach (var queue in new[] { Topology.Queues.IncidentDetected, Topology.Queues.NoIncidentDetected })
                while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
                {
                    messages.Add(message);
                    using var body = JsonDocument.Parse(message.Body);
                    reports[body.RootElement.GetProperty("article").GetProperty("articleId").GetGuid()] = Math.Max(1, body.RootElement.GetProperty("extraction").GetProperty("reportIds").GetArrayLength());
                }
            return reports.Count == accepted.Count && messages.DistinctBy(m => m.BasicProperties.MessageId).Count() == reports.Values.Sum();
        }, TimeSpan.FromSeconds(240));
        return messages;
    }

    private static async Task RepublishAsync(IChannel channel, IReadOnlyCollection<BasicGetResult> messages)
    {
        foreach (var message in messages)
            await channel.BasicPublishAsync(message.Exchange, message.RoutingKey, mandatory: true, new BasicProperties(message.BasicProperties), message.Body);
    }
}

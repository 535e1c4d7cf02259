using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>Past one machine: three brokers in one cluster, quorum queues with a member on each. What is accepted comes through whatever happens to one of them or between two.</summary>
[Collection(Lane.Processes)]
public sealed class Broker_cluster_faults(Infrastructure infrastructure, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private BrokerCluster cluster = null!;
    private TestPlatform platform = null!;

    public async Task InitializeAsync()
    {
        cluster = await BrokerCluster.StartAsync();
        platform = await TestPlatform.CreateAsync(infrastructure, broker: cluster.Address);
        foreach (var service in platform.Services)
            service.Start();
        await Task.WhenAll(platform.Services.Select(s => s.ReadyAsync()));
    }

    public async Task DisposeAsync()
    {
        await platform.DisposeAsync();
        await cluster.DisposeAsync();
    }

    [Fact]
    public async Task A_node_killed_under_load_loses_nothing_and_two_go_on_without_it()
    {
        await using var load = await Load.StartAsync(platform, "node");
        await Eventually.Holds("load to flow", () => Task.FromResult(load.Accepted > 50), Patience);

        await cluster.DoAsync("kill", 1);
        var then = load.Accepted;
        await FlowsAsync(then); // with two of three
        await cluster.DoAsync("start", 1);
        await cluster.DoAsync("kill", 2);
        await FlowsAsync(load.Accepted); // with another two: what the first had missed it has caught up with
        await cluster.DoAsync("start", 2);

        await CheckAsync(load);
    }

    [Fact]
    public async Task A_partition_between_two_nodes_loses_nothing_and_flows_again_once_it_heals()
    {
        await using var load = await Load.StartAsync(platform, "partition");
        await Eventually.Holds("load to flow", () => Task.FromResult(load.Accepted > 50), Patience);

        await cluster.DoAsync("cut", 1, 2);
        await Eventually.Holds("both ends of the cut to stand still", () => Task.FromResult(!cluster.Takes(1) && !cluster.Takes(2)), Patience);
        var then = load.Accepted;
        await Eventually.Holds("ingest to accept all the same", () => Task.FromResult(load.Accepted > then + 20), Patience);
        await cluster.DoAsync("heal", 1, 2);
        await Eventually.Holds("all nodes to take connections", () => Task.FromResult(Enumerable.Range(1, 3).All(cluster.Takes)), Patience);

        await CheckAsync(load);
    }

    /// <summary>Articles accepted after a moment come out as incidents.</summary>
    private async Task FlowsAsync(int then)
    {
        var applied = await platform.CountAsync("select count(*) from incidents.inbox");
        await Eventually.Holds($"articles to be applied after number {then}", async () => await platform.CountAsync("select count(*) from incidents.inbox") > applied + 20, Patience);
    }

    private async Task CheckAsync(Load load)
    {
        await load.CloseAsync(platform, output);
        output.WriteLine($"Services restarted {platform.Services.Sum(s => s.Restarts)} times.");
    }
}

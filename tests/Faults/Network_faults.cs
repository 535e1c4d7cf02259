using Npgsql;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Faults;

/// <summary>Connections that break, fall silent or are slow: services connect anew and lose nothing.</summary>
[Collection(Lane.Broker)]
public sealed class Network_faults(Infrastructure infrastructure, ITestOutputHelper output)
{
    [Theory]
    [InlineData("broker")]
    [InlineData("database")]
    public Task Connections_are_cut_and_refused_for_a_while(string server) => RunAsync(server, async (line, load, _) =>
    {
        for (var cut = 0; cut < 3; cut++)
        {
            await Eventually.Holds("connections to cut", () => Task.FromResult(line.Connections > 0));
            line.Cut();
            await Eventually.Moment(1500);
            line.Heal();
            await load.FlowsAsync(50);
        }
    });

    [Fact]
    public Task Connections_to_the_broker_are_half_open() => HalfOpenAsync("broker");

    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public Task Connections_to_the_database_are_half_open() => HalfOpenAsync("database");

    [Theory]
    [InlineData("broker")]
    [InlineData("database")]
    public Task Everything_arrives_late(string server) => RunAsync(server, async (line, load, platform) =>
    {
        line.Delay = TimeSpan.FromMilliseconds(150);
        var before = await AppliedAsync();
        await load.FlowsAsync(100);
        await Eventually.Holds("articles to come all the way meanwhile", async () => await AppliedAsync() > before + 20);
        line.Delay = TimeSpan.Zero;

        Task<long> AppliedAsync() => platform.CountAsync("select count(*) from incidents.inbox");
    });

    private Task HalfOpenAsync(string server) => RunAsync(server, async (line, load, _) =>
    {
        line.Connections.ShouldBeGreaterThan(0);
        line.Forget();
        await load.FlowsAsync(100);
    });

    private async Task RunAsync(string server, Func<TcpProxy, Load, TestPlatform, Task> fault)
    {
        var (database, broker) = (await infrastructure.NewDatabaseAsync(), await infrastructure.NewVirtualHostAsync());
        await using var toDatabase = new TcpProxy(new NpgsqlConnectionStringBuilder(database).Port);
        await using var toBroker = new TcpProxy(broker.Port);
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__Postgres"] = toDatabase.Through(database),
            ["ConnectionStrings__RabbitMq"] = toBroker.Through(broker).ToString(),
        };
        await using var platform = await TestPlatform.CreateAsync(infrastructure, environment, broker, database);
        await platform.ReadyAsync();
        await using var load = await Load.StartAsync(platform, server);
        await load.FlowsAsync(50);

        await fault(server == "broker" ? toBroker : toDatabase, load, platform);

        await load.FlowsAsync(50);
        if (server == "broker")
            load.AnsweredWith(503).ShouldBe(0);
        await load.CloseAsync(platform, output, $"{server}, network");
    }
}

using System.Net.Sockets;

namespace Platform.Tests.Harness;

/// <summary>
/// Three brokers in one cluster (deploy/local/rabbitmq-cluster), and one address that leads to whichever takes connections, as the
/// service of a cluster does.
/// </summary>
public sealed class BrokerCluster : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("incident-platform-cluster-").FullName;
    private readonly int port = Ports.Free(30);
    private readonly TcpProxy front;
    private readonly CancellationTokenSource stop = new();
    private Task following = Task.CompletedTask;

    private BrokerCluster() => front = new TcpProxy(port);

    /// <summary>The one address.</summary>
    public Uri Address { get; private set; } = new("amqp://127.0.0.1/");

    /// <summary>Starts the three.</summary>
    public static async Task<BrokerCluster> StartAsync()
    {
        var cluster = new BrokerCluster();
        Watchdog.OfThisRun.Server("rabbitmq-cluster", cluster.folder, cluster.port);
        await cluster.DoAsync("start");
        cluster.Address = cluster.front.Through(new Uri((await cluster.DoAsync("url")).Split('\n')[0]));
        cluster.following = Task.Run(cluster.FollowAsync);
        return cluster;
    }

    /// <summary>Whether a node takes connections: one that stands in a minority does not.</summary>
    public bool Takes(int node)
    {
        try
        {
            using var probe = new TcpClient();
            probe.Connect("127.0.0.1", PortOf(node));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>kill or start a node; cut or heal the line between two.</summary>
    public Task<string> DoAsync(string action, params int[] nodes) =>
        Scripts.LocalAsync("rabbitmq-cluster", action, folder, port, [.. nodes.Select(n => n.ToString())]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        await front.DisposeAsync();
        await DoAsync("remove");
        Directory.Delete(folder, recursive: true);
        stop.Dispose();
    }

    private int PortOf(int node) => port + 10 * (node - 1);

    /// <summary>Sends new connections to the first node that takes them.</summary>
    private async Task FollowAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            if (Enumerable.Range(1, 3).FirstOrDefault(Takes) is > 0 and var node)
                front.Target = PortOf(node);
            await Task.Delay(200, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Platform.Tests.Harness;

/// <summary>A network that fails: stands between services and a server on 127.0.0.1, and cuts, silences, delays or redirects what goes through.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Pair, byte> pairs = new();
    private readonly Task accepting;
    private volatile bool refusing;

    /// <summary>Begins to listen on a free port.</summary>
    /// <param name="port">Where the server listens.</param>
    public TcpProxy(int port)
    {
        Target = port;
        listener.Start();
        accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Its own port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Port of the server; a change holds for connections that begin after it.</summary>
    public int Target { get; set; }

    /// <summary>Time by which everything arrives later, one way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Connections that go through at present.</summary>
    public int Connections => pairs.Count;

    /// <summary>A connection string that leads through it.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    /// <summary>An address that leads through it.</summary>
    public Uri Through(Uri address) => new UriBuilder(address) { Host = "127.0.0.1", Port = Port }.Uri;

    /// <summary>Resets every connection, on both sides; new ones are refused until <see cref="Heal"/>.</summary>
    public void Cut()
    {
        refusing = true;
        foreach (var pair in pairs.Keys)
            pair.Reset();
    }

    /// <summary>Lets new connections through again.</summary>
    public void Heal() => refusing = false;

    /// <summary>
    /// Every present connection becomes half-open: the server's end is reset, the client's stays open and silent, as when a
    /// firewall between them has forgotten it. New ones go through.
    /// </summary>
    public void Forget()
    {
        foreach (var pair in pairs.Keys)
            pair.Forget();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        foreach (var pair in pairs.Keys)
            pair.Reset();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptSocketAsync(stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // It stops, or a client was gone before it was taken.
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var pair = new Pair(client, server);
        pairs.TryAdd(pair, 0);
        try
        {
            if (refusing)
                return;
            await server.ConnectAsync(IPAddress.Loopback, Target, stop.Token);
            client.NoDelay = server.NoDelay = true;
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
            if (pair.Forgotten)
                await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody answers at the target.
        }
        finally
        {
            pair.Reset();
            pairs.TryRemove(pair, out _);
        }
    }

    /// <summary>Copies until either end is gone. Bytes wait their delay one portion after another, so order is kept and a slow line is slow.</summary>
    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, stop.Token) is > 0 and var count)
            {
                if (Delay > TimeSpan.Zero)
                    await Task.Delay(Delay, stop.Token);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }

    private sealed class Pair(Socket client, Socket server)
    {
        public volatile bool Forgotten;

        public void Forget()
        {
            Forgotten = true;
            server.Close(0);
        }

        public void Reset()
        {
            client.Close(0);
            server.Close(0);
        }
    }
}

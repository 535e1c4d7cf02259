using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Tests.Benchmarks.Subscribers;

/// <summary>Many clients of an event stream, each a bare socket: what is measured is the server.</summary>
public sealed class EventClients : IDisposable
{
    private readonly List<Socket> sockets = [];
    private readonly List<List<long>> arrivals = [];
    private int connected;

    /// <summary>Clients whose stream has begun.</summary>
    public int Connected => Volatile.Read(ref connected);

    /// <summary>Connects so many and reads from each, fifty at a time.</summary>
    public async Task ConnectAsync(Uri address, string path, int count)
    {
        for (var n = 0; n < count; n += 50)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(50, count - n)).Select(_ => OpenAsync(address, path)));
            while (Connected < sockets.Count) await Task.Delay(1);
        }
    }

    /// <summary>Stopwatch ticks at which each client had the n-th event whole; clients that have not are left out.</summary>
    public long[] ArrivalsOf(int n)
    {
        lock (arrivals) return [.. arrivals.Select(a => { lock (a) return a.Count > n ? a[n] : 0; }).Where(t => t > 0)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in sockets) socket.Dispose();
    }

    private async Task OpenAsync(Uri address, string path)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address.Host), address.Port));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
        var times = new List<long>();
        lock (arrivals)
        {
            sockets.Add(socket);
            arrivals.Add(times);
        }
        _ = ReadAsync(socket, times);
    }

    /// <summary>An event ends with a brace and two line breaks, wherever a read ends.</summary>
    private async Task ReadAsync(Socket socket, List<long> times)
    {
        var buffer = new byte[4096];
        var (matched, begun) = (0, false);
        try
        {
            int read;
            while ((read = await socket.ReceiveAsync(buffer)) > 0)
            {
                var now = Stopwatch.GetTimestamp();
                if (!begun) Interlocked.Increment(ref connected);
                begun = true;
                for (var i = 0; i < read; i++)
                {
                    matched = buffer[i] == "}\n\n"[matched] ? matched + 1 : buffer[i] == '}' ? 1 : 0;
                    if (matched < 3) continue;
                    matched = 0;
                    lock (times) times.Add(now);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Tests.Benchmarks.Admission;

/// <summary>What became of a load that was offered for some time.</summary>
/// <param name="Seconds">How long it was.</param>
/// <param name="Sent">Requests sent.</param>
/// <param name="NotSent">Requests whose time came while every connection still waited for an answer.</param>
/// <param name="Refused">Answers 429.</param>
/// <param name="Other">Answers that are neither 202 nor 429.</param>
/// <param name="Latencies">Of the accepted, from sending to the answer, in milliseconds, sorted.</param>
internal sealed record Offered(double Seconds, long Sent, long NotSent, long Refused, long Other, IReadOnlyList<double> Latencies)
{
    /// <summary>Accepted in a second.</summary>
    public double Accepted => Latencies.Count / Seconds;

    /// <summary>A percentile of the latencies; 0 when nothing was accepted.</summary>
    public double Percentile(double part) => Latencies.Count == 0 ? 0 : Latencies[Math.Min(Latencies.Count - 1, (int)(part * Latencies.Count))];
}

/// <summary>
/// Posts articles over bare sockets, so that the generator costs little beside what it measures. Each request is another article of 3 KB.
/// With a rate the load is open: requests come at their time whatever became of earlier ones, and nobody heeds Retry-After.
/// </summary>
internal sealed class OfferedLoad(Uri ingest, int connections)
{
    private const int TextBytes = 3_000;
    private static readonly string s_words = string.Concat(Enumerable.Repeat("Three rockets hit the air base north of the town on Saturday, and two soldiers were wounded. ", TextBytes / 92 + 1))[..TextBytes];
    private static long s_article;
    private readonly List<double>[] latencies = [.. Enumerable.Range(0, connections).Select(_ => new List<double>())];
    private readonly SemaphoreSlim due = new(0);
    private long sent, notSent, refused, other;

    /// <summary>Offers it for some seconds.</summary>
    /// <param name="rate">Requests a second; null: each connection sends its next as soon as it has an answer.</param>
    /// <param name="duration">How long.</param>
    public async Task<Offered> RunAsync(double? rate, TimeSpan duration)
    {
        using var end = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var senders = Enumerable.Range(0, connections).Select(n => Task.Run(() => SendAsync(latencies[n], rate is not null, end.Token))).ToArray();
        if (rate is { } perSecond)
            await PaceAsync(perSecond, duration);
        else
            await Task.Delay(duration);
        var seconds = watch.Elapsed.TotalSeconds;
        var counts = (Sent: Interlocked.Read(ref sent), NotSent: Interlocked.Read(ref notSent), Refused: Interlocked.Read(ref refused), Other: Interlocked.Read(ref other));
        var accepted = latencies.SelectMany(l => { lock (l) return l.ToArray(); }).Order().ToList();
        await end.CancelAsync();
        await Task.WhenAll(senders);
        return new Offered(seconds, counts.Sent, counts.NotSent, counts.Refused, counts.Other, accepted);
    }

    private async Task PaceAsync(double perSecond, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        for (long released = 0; watch.Elapsed < duration; await Task.Delay(1))
        {
            var now = (int)((long)(watch.Elapsed.TotalSeconds * perSecond) - released);
            released += now;
            var free = Math.Max(0, Math.Min(now, connections - due.CurrentCount));
            if (free > 0)
                due.Release(free);
            notSent += now - free;
        }
    }

    private async Task SendAsync(List<double> accepted, bool paced, CancellationToken end)
    {
        var buffer = new byte[4096];
        try
        {
            while (!end.IsCancellationRequested)
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, ingest.Port, end);
                for (var open = true; open;)
                {
                    if (paced)
                        await due.WaitAsync(end);
                    var request = Request();
                    var began = Stopwatch.GetTimestamp();
                    Interlocked.Increment(ref sent);
                    await socket.SendAsync(request, end);
                    (var status, open) = await ReadAsync(socket, buffer, end);
                    if (status == 202)
                        lock (accepted) accepted.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    else
                        Interlocked.Increment(ref status == 429 ? ref refused : ref other);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>Reads one answer to its end; false when the connection ends with it.</summary>
    private static async Task<(int Status, bool Open)> ReadAsync(Socket socket, byte[] buffer, CancellationToken end)
    {
        for (var length = 0; ;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), end);
            length += read;
            if (read == 0 || length == buffer.Length)
                return (0, false);
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            // All answers of this endpoint are short JSON in chunks.
            if (text.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
                return (int.Parse(text.AsSpan(9, 3)), !text.Contains("Connection: close", StringComparison.Ordinal));
        }
    }

    private static byte[] Request()
    {
        var n = Interlocked.Increment(ref s_article);
        var body = $$"""{"externalId":"{{n}}","source":"load-{{Environment.ProcessId}}","outlet":"Example Wire","publishedAt":"2021-03-07","text":"{{s_words}}"}""";
        return Encoding.ASCII.GetBytes($"POST /articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}

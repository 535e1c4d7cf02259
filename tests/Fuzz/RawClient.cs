using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Platform.Tests.Fuzz;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>HTTP/1.1 byte by byte: no client library would send what is sent here. One connection, opened anew when the server has closed it.</summary>
internal sealed class RawClient(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private TcpClient? tcp;
    private BufferedStream? stream;

    /// <summary>Sends bytes and reads one answer; null when the server closed the connection without one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="end">True to say that nothing more will come: what is cut short is then known to be.</param>
    /// <exception cref="TimeoutException">No answer within a minute.</exception>
    public async Task<RawAnswer?> SendAsync(ReadOnlyMemory<byte> request, bool end)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (tcp is null)
            {
                tcp = new TcpClient { NoDelay = true };
                await tcp.ConnectAsync(address.Host, address.Port, patience.Token);
                stream = new BufferedStream(tcp.GetStream(), 16 * 1024);
            }
            try
            {
                await tcp.GetStream().WriteAsync(request, patience.Token);
                if (end)
                    tcp.Client.Shutdown(SocketShutdown.Send);
            }
            catch (IOException)
            {
                // It may have answered and closed before it had read all.
            }
            var answer = await ReadAsync(patience.Token);
            if (end || answer is null || answer.Headers.GetValueOrDefault("connection") == "close")
                Close();
            return answer;
        }
        catch (OperationCanceledException)
        {
            Close();
            throw new TimeoutException("No answer within a minute.");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            Close();
            return null;
        }
    }

    public void Dispose() => Close();

    private async Task<RawAnswer?> ReadAsync(CancellationToken stop)
    {
        int status;
        Dictionary<string, string> headers;
        do
        {
            if (await LineAsync(stop) is not { } first)
                return null;
            status = int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
            headers = [];
            while (await LineAsync(stop) is { Length: > 0 } line)
                headers[line[..line.IndexOf(':')].ToLowerInvariant()] = line[(line.IndexOf(':') + 1)..].Trim();
        }
        while (status == 100);
        using var body = new MemoryStream();
        if (status is 204 or 304)
            return new RawAnswer(status, headers, []);
        if (headers.GetValueOrDefault("content-type")?.StartsWith("text/event-stream", StringComparison.Ordinal) == true)
        {
            Close(); // it has no end
            return new RawAnswer(status, headers, []);
        }
        if (headers.GetValueOrDefault("transfer-encoding") == "chunked")
        {
            while (await LineAsync(stop) is { } size && int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
            {
                await CopyAsync(body, length, stop);
                await LineAsync(stop);
            }
            await LineAsync(stop);
        }
        else if (headers.TryGetValue("content-length", out var known))
            await CopyAsync(body, int.Parse(known, CultureInfo.InvariantCulture), stop);
        return new RawAnswer(status, headers, body.ToArray());
    }

    private async Task CopyAsync(MemoryStream to, int length, CancellationToken stop)
    {
        var buffer = new byte[length];
        await stream!.ReadExactlyAsync(buffer, stop);
        to.Write(buffer);
    }

    private async Task<string?> LineAsync(CancellationToken stop)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream!.ReadAsync(one, stop) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }

    private void Close()
    {
        stream?.Dispose();
        tcp?.Dispose();
        (stream, tcp) = (null, null);
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Platform.Tests.Unit.Ingest;

/// <summary>An HTTP/1.1 client that writes and reads one request independently, chunk by chunk.</summary>
internal sealed class RawHttp : IDisposable
{
    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;
    private readonly BufferedStream _reader;
    private readonly List<byte> _line = [];
    private int _chunk;
    private bool _first = true;

    private RawHttp(TcpClient tcp)
    {
        _tcp = tcp;
        _stream = tcp.GetStream();
        _reader = new BufferedStream(_stream, 64 * 1024);
    }

    public static async Task<RawHttp> ConnectAsync(Uri address)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(address.Host, address.Port);
        return new RawHttp(tcp);
    }

    public static async Task<RawHttp> BatchAsync(Uri address, string moreHeaders = "")
    {
        var client = await ConnectAsync(address);
        await client.SendAsync($"POST /articles/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n{moreHeaders}\r\n");
        return client;
    }

    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task ChunkAsync(ReadOnlyMemory<byte> body)
    {
        await SendAsync(body.Length.ToString("X", CultureInfo.InvariantCulture) + "\r\n");
        await _stream.WriteAsync(body);
        await SendAsync("\r\n");
    }

    public Task ChunkAsync(string body) => ChunkAsync(Encoding.UTF8.GetBytes(body));

    public Task EndAsync() => SendAsync("0\r\n\r\n");

    /// <summary>Status line and headers.</summary>
    public Task<string> ReadHeadAsync() => Task.Run(() =>
    {
        var head = new StringBuilder();
        while (ReadCrlf() is { Length: > 0 } line) head.Append(line).Append('\n');
        return head.ToString();
    }).WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The next line of the chunked body; null at its end.</summary>
    public Task<string?> ReadLineAsync() => Task.Run(ReadLine).WaitAsync(TimeSpan.FromSeconds(60));

    public string? ReadLine()
    {
        while (true)
        {
            if (_chunk == 0)
            {
                if (!_first) ReadCrlf();
                _first = false;
                _chunk = int.Parse(ReadCrlf(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (_chunk == 0) return null;
            }
            _chunk--;
            var b = Byte();
            if (b != '\n')
            {
                _line.Add(b);
                continue;
            }
            var line = Encoding.UTF8.GetString([.. _line]);
            _line.Clear();
            return line;
        }
    }

    private string ReadCrlf()
    {
        var line = new StringBuilder();
        for (var b = Byte(); b != '\n'; b = Byte()) line.Append((char)b);
        return line.ToString().TrimEnd('\r');
    }

    private byte Byte() => _reader.ReadByte() is var b and >= 0 ? (byte)b : throw new EndOfStreamException();

    public void Dispose() => _tcp.Dispose();
}

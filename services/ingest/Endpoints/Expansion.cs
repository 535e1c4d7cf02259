using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>Compares bytes on the wire with bytes after decompression.</summary>
internal sealed class Expansion(long free, int ratio)
{
    private long _wire;
    private long _plain;

    public void Wire(int bytes) => _wire += bytes;

    /// <exception cref="ProblemException">413: beyond the free bytes and the ratio.</exception>
    public void Plain(int bytes)
    {
        _plain += bytes;
        if (_plain > free && _plain / ratio > _wire) throw new ProblemException(Problems.ExpansionTooHigh(ratio));
    }
}

/// <summary>Counts the compressed bytes as the decompressor takes them.</summary>
internal sealed class WireStream(Stream inner, Expansion expansion) : ReadOnlyStream(inner)
{
    protected override void Seen(int bytes) => expansion.Wire(bytes);
}

/// <summary>Counts the decompressed bytes as the reader takes them.</summary>
internal sealed class PlainStream(Stream inner, Expansion expansion) : ReadOnlyStream(inner)
{
    protected override void Seen(int bytes) => expansion.Plain(bytes);

    /// <summary>gzip and deflate call broken data invalid data, Brotli an invalid operation.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new ProblemException(Problems.MalformedCompression());
        }
    }
}

/// <summary>A stream that is only read, asynchronously, and tells how much was.</summary>
internal abstract class ReadOnlyStream(Stream inner) : Stream
{
    protected abstract void Seen(int bytes);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Seen(read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }
}

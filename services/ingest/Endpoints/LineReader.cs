using System.Buffers;
using System.IO.Pipelines;

namespace Platform.Ingest.Endpoints;

/// <summary>What <see cref="LineReader.NextAsync"/> found.</summary>
public enum LineKind
{
    /// <summary>A line; <see cref="LineReader.Line"/> holds it until the next call.</summary>
    Line,

    /// <summary>A line longer than allowed; it was skipped.</summary>
    TooLong,

    /// <summary>There are no more lines.</summary>
    End,
}

/// <summary>Cuts a stream into lines at LF or CRLF. Holds at most one line and one read, whatever comes.</summary>
public sealed class LineReader(PipeReader pipe, int maxLineBytes)
{
    private ReadOnlySequence<byte> _rest;
    private bool _held;
    private bool _ended;
    private long _searched;

    /// <summary>The line without its end.</summary>
    public ReadOnlySequence<byte> Line { get; private set; }

    /// <summary>Number of the line last found, from 1; the last one read when the stream broke off.</summary>
    public long Number { get; private set; }

    /// <summary>Goes to the next line. A last line needs no line end.</summary>
    /// <param name="read">Reads the pipe; the caller puts its deadline here.</param>
    public async ValueTask<LineKind> NextAsync(Func<PipeReader, ValueTask<ReadResult>> read)
    {
        var skipping = false;
        while (true)
        {
            // What was searched before has no line end: searched anew after each read, a long line in small pieces would cost its length squared.
            if ((_searched == 0 ? _rest : _rest.Slice(_searched)).PositionOf((byte)'\n') is { } end)
            {
                _searched = 0;
                Number++;
                var line = _rest.Slice(0, end);
                _rest = _rest.Slice(_rest.GetPosition(1, end));
                return Found(line, skipping);
            }
            skipping |= _rest.Length > maxLineBytes + 1L;
            if (_ended)
            {
                if (_rest.IsEmpty && !skipping) return LineKind.End;
                Number++;
                var line = _rest;
                (_rest, _searched) = (default, 0);
                return Found(line, skipping);
            }
            _searched = skipping ? 0 : _rest.Length;
            if (_held) pipe.AdvanceTo(skipping ? _rest.End : _rest.Start, _rest.End);
            _held = false;
            var result = await read(pipe);
            _rest = result.Buffer;
            _held = true;
            _ended = result.IsCompleted;
        }
    }

    private LineKind Found(ReadOnlySequence<byte> line, bool skipped)
    {
        if (!line.IsEmpty && line.Slice(line.Length - 1).FirstSpan[0] == (byte)'\r') line = line.Slice(0, line.Length - 1);
        if (skipped || line.Length > maxLineBytes) return LineKind.TooLong;
        Line = line;
        return LineKind.Line;
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Platform.Ingest.Endpoints;

namespace Platform.Tests.Unit.Ingest;

public class LineReaderTests
{
    private static async Task<List<string>> ReadAsync(string input, int most = 8, int step = 3)
    {
        var reader = new LineReader(PipeReader.Create(new Dribble(Encoding.UTF8.GetBytes(input), step), new StreamPipeReaderOptions(bufferSize: 16, minimumReadSize: 1)), most);
        var lines = new List<string>();
        while (await reader.NextAsync(pipe => pipe.ReadAsync()) is var kind and not LineKind.End)
            lines.Add($"{reader.Number}:" + (kind == LineKind.TooLong ? "TOO LONG" : Encoding.UTF8.GetString(reader.Line.ToArray())));
        return lines;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task Lines_end_at_LF_or_CRLF_and_the_last_needs_no_end(int step)
    {
        (await ReadAsync("a\nbc\r\n\n\r\nlast", step: step)).ShouldBe(["1:a", "2:bc", "3:", "4:", "5:last"]);
        (await ReadAsync("a\n", step: step)).ShouldBe(["1:a"]);
        (await ReadAsync("", step: step)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1_000)]
    public async Task A_line_that_is_too_long_is_skipped_and_the_rest_is_read(int step) =>
        (await ReadAsync("12345678\n123456789\n" + new string('x', 500) + "\r\nok\n12345678\r\n" + new string('y', 40), step: step))
            .ShouldBe(["1:12345678", "2:TOO LONG", "3:TOO LONG", "4:ok", "5:12345678", "6:TOO LONG"]);

    [Fact]
    public async Task Each_byte_of_a_line_is_searched_once_in_however_small_pieces_it_comes()
    {
        const int Pieces = 2_000;
        var pipe = new SingleBytes(Pieces);
        var reader = new LineReader(pipe, 10_000);
        (await reader.NextAsync(p => p.ReadAsync())).ShouldBe(LineKind.Line);
        reader.Line.Length.ShouldBe(Pieces);
        pipe.Looks.ShouldBeLessThan(3 * Pieces);
    }

    /// <summary>A line in pieces of one byte each, which count how often they are looked at.</summary>
    private sealed class SingleBytes(int most) : PipeReader
    {
        private Piece? first;
        private Piece? last;
        private int given;

        public int Looks { get; private set; }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            if (given < most)
            {
                given++;
                last = new Piece(new Byte(() => Looks++).Memory, last);
                first ??= last;
            }
            return new(new ReadResult(new ReadOnlySequence<byte>(first!, 0, last!, 1), false, given == most));
        }

        public override void AdvanceTo(SequencePosition consumed)
        {
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => consumed.GetObject().ShouldBe(first);

        public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is null) return;
            before.Next = this;
            RunningIndex = before.RunningIndex + before.Memory.Length;
        }
    }

    private sealed class Byte(Action looked) : MemoryManager<byte>
    {
        private readonly byte[] content = [(byte)'x'];

        public override Span<byte> GetSpan()
        {
            looked();
            return content;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>Gives a few bytes a read, as a slow network does.</summary>
    private sealed class Dribble(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, step)], cancellationToken);
    }
}

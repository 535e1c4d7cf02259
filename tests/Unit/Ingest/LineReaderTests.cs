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

    /// <summary>Gives a few bytes a read, as a slow network does.</summary>
    private sealed class Dribble(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, step)], cancellationToken);
    }
}

using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>
/// The <c>extract</c> command: NDJSON articles in, one line of reports out for each, in input order. A bad line gives
/// an error line in its place and exit status 1 at the end. Starts no server.
/// </summary>
public static class ExtractCommand
{
    /// <summary>Longest line taken, in UTF-16 code units; a longer one is a bad line, so that memory stays bounded.</summary>
    public const int MaxLine = 16 * 1024 * 1024;

    /// <summary>A line buffer of more bytes is not kept for the next line.</summary>
    private const int MaxKept = 1 << 20;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? lineWriter;

    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 32 };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs <c>extract</c> with the arguments after that word.</summary>
    /// <returns>0; 1 when a line was bad or the arguments were wrong.</returns>
    public static int Run(string[] args)
    {
        var explain = new Option<string?>("--explain")
        {
            Description = "Show instead, sentence by sentence, what was found and why; from a file, or from standard input without one. Plain text is one article.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new RootCommand("Reads NDJSON articles on standard input, writes their incidents as NDJSON on standard output.") { explain };
        command.SetAction((arguments, cancel) =>
        {
            if (arguments.GetResult(explain) is not null) return Task.FromResult(ExplainCommand.Run(arguments.GetValue(explain)));
            var input = new StreamReader(Console.OpenStandardInput(), Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
            return RunAsync(input, Console.OpenStandardOutput(), Environment.ProcessorCount, cancel);
        });
        return command.Parse(args).Invoke();
    }

    /// <summary>Reads articles until the input ends and writes a line for each, in order.</summary>
    /// <param name="input">NDJSON.</param>
    /// <param name="output">Receives UTF-8 with \n after each line; flushed at the end and whenever no further line is waiting.</param>
    /// <param name="workers">How many articles are read at once, 1 or more; at most four times as many are held.</param>
    /// <param name="cancel">Ends the run.</param>
    /// <returns>0, or 1 when at least one line was bad.</returns>
    public static async Task<int> RunAsync(TextReader input, Stream output, int workers, CancellationToken cancel = default)
    {
        var engine = new ExtractionEngine();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var pending = Channel.CreateBounded<Task<Line>>(new BoundedChannelOptions(workers * 4) { SingleReader = true, SingleWriter = true });
        using var slots = new SemaphoreSlim(workers);
        var reading = Task.Run(() => ReadAsync(input, engine, slots, pending.Writer, stopped.Token), CancellationToken.None);
        var failed = false;
        try
        {
            await using var buffered = new BufferedStream(output, 1 << 16);
            await foreach (var task in pending.Reader.ReadAllAsync(cancel))
            {
                var line = await task;
                failed |= line.Failed;
                buffered.Write(line.Json);
                if (!pending.Reader.TryPeek(out _)) buffered.Flush();
            }
        }
        finally
        {
            await stopped.CancelAsync();
        }
        await reading;
        return failed ? 1 : 0;
    }

    private static async Task ReadAsync(TextReader input, ExtractionEngine engine, SemaphoreSlim slots, ChannelWriter<Task<Line>> pending, CancellationToken cancel)
    {
        try
        {
            var lines = new BoundedLines(input, MaxLine);
            while (await lines.NextAsync(cancel) is { } line)
            {
                await slots.WaitAsync(cancel);
                var work = Task.Run(() =>
                {
                    try
                    {
                        return Extract(engine, line);
                    }
                    finally
                    {
                        slots.Release();
                    }
                }, CancellationToken.None);
                await pending.WriteAsync(work, cancel);
            }
            pending.Complete();
        }
        catch (Exception error)
        {
            pending.Complete(error);
        }
    }

    /// <summary>One line of input to one line of output.</summary>
    private static Line Extract(ExtractionEngine engine, BoundedLine line)
    {
        if (line.TooLong) return Error(null, $"the line is longer than {MaxLine} characters");
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(line.Text, ReadOptions);
        }
        catch (JsonException error)
        {
            return Error(null, $"not JSON: {error.Message}");
        }
        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Error(null, "not a JSON object");
            string? id = null;
            try
            {
                id = ArticleJson.Id(json.RootElement);
                if (id is null) return Error(null, "id is missing");
                if (ArticleJson.Read(json.RootElement, id) is not { } article) return Error(id, "text is missing");
                return Write(writer =>
                {
                    var result = engine.Extract(article);
                    writer.WriteString("id", id);
                    writer.WritePropertyName("incidents");
                    JsonSerializer.Serialize(writer, result.Reports, ContractJson.Default.IReadOnlyListIncidentReport);
                    writer.WritePropertyName("aggregates");
                    JsonSerializer.Serialize(writer, result.Aggregates, ContractJson.Default.IReadOnlyListAggregate);
                }, failed: false);
            }
            // Whatever it is, the other lines are still done.
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                return Error(id, error.Message);
            }
        }
    }

    private static Line Error(string? id, string message) => Write(writer =>
    {
        writer.WriteString("id", id);
        writer.WriteString("error", message);
    }, failed: true);

    private static Line Write(Action<Utf8JsonWriter> body, bool failed)
    {
        // One buffer and writer a thread: a line costs its own bytes and no more.
        var (buffer, writer) = lineWriter ??= NewLineWriter();
        try
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
            writer.Flush();
            buffer.Write("\n"u8);
            return new Line(buffer.WrittenSpan.ToArray(), failed);
        }
        finally
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            if (buffer.Capacity > MaxKept) lineWriter = null;
        }
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewLineWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private readonly record struct Line(byte[] Json, bool Failed);
}

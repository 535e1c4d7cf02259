using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>
/// Sends articles of 3,000 characters, each another one, and holds back while more than a window of them are under way: a steady
/// load as high as the receiver takes, whatever it is.
/// </summary>
/// <param name="http">Client of the receiver.</param>
/// <param name="done">Articles that came through so far.</param>
/// <param name="articles">Real articles instead of made ones.</param>
public sealed class Feed(HttpClient http, Func<long> done, RealArticles? articles = null) : IAsyncDisposable
{
    /// <summary>Articles under way at most.</summary>
    public const int Window = 3000;

    private const int LinesPerRequest = 250;
    private const int Batches = 4;
    private const int Singles = 32;
    private static readonly byte[][] Texts = [.. ArticleSource.Generate(300, ArticleSets.Length).Select(a => JsonSerializer.SerializeToUtf8Bytes(a.Text))];
    private static readonly DateTime FirstDay = new(2004, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> senders = [];
    private readonly string source = Guid.NewGuid().ToString("N")[..8];
    private readonly long before = done();
    private long next;

    /// <summary>Starts to send batches of lines.</summary>
    public static Feed InBatches(HttpClient http, Func<long> done, RealArticles? articles = null) => new Feed(http, done, articles).Start(Batches, LinesPerRequest);

    /// <summary>Starts to send an article a request.</summary>
    public static Feed OneByOne(HttpClient http, Func<long> done) => new Feed(http, done).Start(Singles, 1);

    /// <summary>Article <paramref name="n"/> as JSON: days and places so many that hardly more than two tell of the same.</summary>
    public static byte[] Line(string source, long n) => Line(source, n, Texts[n % Texts.Length], FirstDay.AddDays(n * 7 % 7300));

    private static byte[] Line(string source, long n, byte[] text, DateTime published)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{{\"externalId\":\"{n}\",\"source\":\"{source}\",\"outlet\":\"Example Wire\",\"publishedAt\":\"{published:yyyy-MM-dd}\",\"title\":\"Report {n}\",\"text\":"));
        var line = new byte[head.Length + text.Length + 2];
        head.CopyTo(line, 0);
        text.CopyTo(line, head.Length);
        line[^2] = (byte)'}';
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>Some articles as the body of one request.</summary>
    public static ByteArrayContent Body(string source, long first, int count) => Body(first, count, n => Line(source, n));

    private static ByteArrayContent Body(long first, int count, Func<long, byte[]> line)
    {
        var lines = new MemoryStream(count * (ArticleSets.Length + 300));
        for (var i = 0; i < count; i++) lines.Write(line(first + i));
        return new ByteArrayContent(lines.GetBuffer(), 0, (int)lines.Length) { Headers = { ContentType = new MediaTypeHeaderValue(count == 1 ? "application/json" : "application/x-ndjson") } };
    }

    /// <summary>Completes when a sender fails; an answer that is no success ends the measurement.</summary>
    public Task Failed => Task.WhenAny(senders).Unwrap();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        stop.Dispose();
    }

    private Feed Start(int parallel, int lines)
    {
        for (var i = 0; i < parallel; i++) senders.Add(Task.Run(() => SendAsync(lines)));
        return this;
    }

    private byte[] Real(long n)
    {
        var (text, published) = articles![n];
        return Line(source, n, text, published);
    }

    private async Task SendAsync(int lines)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var first = Interlocked.Add(ref next, lines) - lines;
                while (first + lines - (done() - before) > Window) await Task.Delay(5, stop.Token);
                using var body = Body(first, lines, n => articles is null ? Line(source, n) : Real(n));
                using var answer = await http.PostAsync(lines == 1 ? "articles" : "articles/batch", body, CancellationToken.None);
                answer.EnsureSuccessStatusCode();
                if (lines > 1 && await answer.Content.ReadAsStringAsync() is var told && told.Contains("\"status\":4", StringComparison.Ordinal))
                    throw new InvalidOperationException($"A line of a batch was refused: {told.Split('\n').First(line => line.Contains("\"status\":4", StringComparison.Ordinal))}");
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}

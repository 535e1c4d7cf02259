using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Tests.Harness;

/// <summary>A span as it came over the wire.</summary>
public sealed record Span(string Service, string Scope, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Attributes, int Status);

/// <summary>Takes in the real OTLP export over HTTP and reads the protobuf messages by their field numbers.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private long bytes;
    private readonly ConcurrentQueue<Span> spans = new();
    private readonly ConcurrentDictionary<string, bool> metrics = new();
    private readonly ConcurrentDictionary<string, bool> prometheus = new();
    private readonly ConcurrentDictionary<string, bool> logTraces = new();
    private readonly ConcurrentQueue<byte[]> bodies = new();

    private OtlpReceiver(WebApplication app, int port)
    {
        this.app = app;
        Environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        };
    }

    /// <summary>Variables that make a service export here.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<Span> Spans => [.. spans];

    /// <summary>Names of all metrics so far, as <c>service/metric</c>.</summary>
    public ICollection<string> Metrics => metrics.Keys;

    /// <summary>All metrics so far as Prometheus calls them when it takes them in by OTLP: dots become underscores, unit and kind are appended; a histogram has three names.</summary>
    public ICollection<string> PrometheusNames => prometheus.Keys;

    /// <summary>Trace ids that log records carried.</summary>
    public ICollection<string> LogTraces => logTraces.Keys;

    /// <summary>Bytes that came so far.</summary>
    public long Bytes => Interlocked.Read(ref bytes);
    /// <summary>True when a text stands anywhere in what was exported: a span, a metric or a log record.</summary>
    public bool Saw(string text) => bodies.Any(body => body.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Starts to listen.</summary>
    /// <param name="keep">False to take everything in and keep nothing, as cheaply as goes.</param>
    public static async Task<OtlpReceiver> StartAsync(bool keep = true)
    {
        var port = Ports.Free(1);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var receiver = new OtlpReceiver(builder.Build(), port);
        Task Take(HttpRequest request, Action<string, ByteString> read) => keep ? receiver.TakeAsync(request, read) : receiver.DiscardAsync(request);
        receiver.app.MapPost("/v1/traces", (HttpRequest request) => Take(request, receiver.ReadSpans));
        receiver.app.MapPost("/v1/metrics", (HttpRequest request) => Take(request, receiver.ReadMetrics));
        receiver.app.MapPost("/v1/logs", (HttpRequest request) => Take(request, receiver.ReadLogs));
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task DiscardAsync(HttpRequest request)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (await request.Body.ReadAsync(buffer) is > 0 and var read)
            Interlocked.Add(ref bytes, read);
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
    }

    private async Task TakeAsync(HttpRequest request, Action<string, ByteString> read)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        bodies.Enqueue(body.ToArray());
        // ExportXServiceRequest: 1 = ResourceX { 1 = Resource { 1 = KeyValue }, 2 = ScopeX }
        foreach (var resource in Fields(ByteString.CopyFrom(body.ToArray()), 1))
        {
            var service = Fields(resource, 1).SelectMany(r => Attributes(r, 1)).FirstOrDefault(a => a.Key == "service.name").Value ?? "";
            foreach (var scope in Fields(resource, 2))
                read(service, scope);
        }
    }

    /// <summary>ScopeSpans { 1 = InstrumentationScope { 1 = name }, 2 = Span }</summary>
    private void ReadSpans(string service, ByteString scope)
    {
        var scopeName = Fields(scope, 1).SelectMany(s => Fields(s, 1)).Select(n => n.ToStringUtf8()).FirstOrDefault() ?? "";
        foreach (var span in Fields(scope, 2))
            spans.Enqueue(new Span(
                service, scopeName, Hex(span, 1), Hex(span, 2), Hex(span, 4), Fields(span, 5).Single().ToStringUtf8(),
                Attributes(span, 9).GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.Last().Value),
                (int)Fields(span, 15).SelectMany(s => Numbers(s, 3)).FirstOrDefault()));
    }

    /// <summary>ScopeMetrics { 2 = Metric { 1 = name, 3 = unit, 5 = gauge, 7 = Sum { 3 = is monotonic }, 9 = histogram } }</summary>
    private void ReadMetrics(string service, ByteString scope)
    {
        foreach (var metric in Fields(scope, 2))
        {
            var name = Fields(metric, 1).Single().ToStringUtf8();
            metrics[$"{service}/{name}"] = true;
            var unit = Fields(metric, 3).Select(u => u.ToStringUtf8()).FirstOrDefault() ?? "";
            var isCounter = Fields(metric, 7).SelectMany(s => Numbers(s, 3)).Contains(1);
            var called = Called(name, unit, isCounter, isGauge: Fields(metric, 5).Count > 0);
            foreach (var suffix in Fields(metric, 9).Count > 0 ? new[] { "_bucket", "_sum", "_count" } : [""])
                prometheus[called + suffix] = true;
        }
    }

    private static string Called(string name, string unit, bool isCounter, bool isGauge)
    {
        var called = name.Replace('.', '_');
        var word = unit switch { "s" => "seconds", "ms" => "milliseconds", "By" => "bytes", "1" when isGauge => "ratio", "1" or "" => "", _ when unit[0] == '{' => "", _ => unit };
        if (word.Length > 0 && !called.Split('_').Contains(word))
            called += "_" + word;
        return isCounter && !called.EndsWith("_total", StringComparison.Ordinal) ? called + "_total" : called;
    }

    /// <summary>ScopeLogs { 2 = LogRecord { 9 = trace_id } }</summary>
    private void ReadLogs(string service, ByteString scope)
    {
        foreach (var record in Fields(scope, 2))
            logTraces[Hex(record, 9)] = true;
    }

    private static string Hex(ByteString message, int field) => Convert.ToHexStringLower((Fields(message, field).FirstOrDefault() ?? ByteString.Empty).Span);

    /// <summary>KeyValue { 1 = key, 2 = AnyValue { 1 = string, 3 = int } }</summary>
    private static IEnumerable<KeyValuePair<string, string>> Attributes(ByteString message, int field) => Fields(message, field).Select(pair =>
    {
        var value = Fields(pair, 2).FirstOrDefault() ?? ByteString.Empty;
        var text = Fields(value, 1).Select(t => t.ToStringUtf8()).Concat(Numbers(value, 3).Select(n => n.ToString())).FirstOrDefault() ?? "";
        return KeyValuePair.Create(Fields(pair, 1).Single().ToStringUtf8(), text);
    });

    private static List<ByteString> Fields(ByteString message, int field) => Read(message, field, WireFormat.WireType.LengthDelimited, input => input.ReadBytes());

    private static List<long> Numbers(ByteString message, int field) => Read(message, field, WireFormat.WireType.Varint, input => input.ReadInt64());

    private static List<T> Read<T>(ByteString message, int field, WireFormat.WireType type, Func<CodedInputStream, T> read)
    {
        var found = new List<T>();
        using var input = message.CreateCodedInput();
        while (input.ReadTag() is not 0 and var tag)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == type)
                found.Add(read(input));
            else
                input.SkipLastField();
        }
        return found;
    }
}

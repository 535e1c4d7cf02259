using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Platform.Words;

namespace Platform.Telemetry.Spans;

/// <summary>
/// Hears spans as they end and holds them for the store, as many as there is room for; the rest is dropped and counted. Never waits, never throws.
/// A listener of its own beside that of the SDK: a trace is chosen where it begins, and a span that failed is kept even when its trace was not chosen,
/// which the SDK's processors never see.
/// </summary>
public sealed class SpanCollector : IDisposable
{
    /// <summary>Spans that are held at most.</summary>
    public const int Room = 10_000;

    /// <summary>Spans that failed outside of a recorded trace, kept a second: an outage fails them by the thousand, all alike.</summary>
    private const double ErrorsPerSecond = 20;

    /// <summary>About as many as an article has.</summary>
    private const int SpansOfATrace = 20;

    private const string Server = "Microsoft.AspNetCore";

    /// <summary>Without Npgsql and the HTTP client: many, and what they say stands in the spans around them.</summary>
    private static readonly HashSet<string> s_sources = [Names.Source, Server, "MassTransit"];

    private readonly string service;
    private readonly bool decides;
    private readonly Budget traces;
    private readonly Budget errors;
    private readonly Thinning thinning;
    private readonly ActivityListener listener;
    private readonly Channel<Activity> held = Channel.CreateBounded<Activity>(new BoundedChannelOptions(Room) { SingleReader = true });

    /// <summary>Begins to listen.</summary>
    /// <param name="service">One of <see cref="Names.Services"/>.</param>
    /// <param name="options">How much is recorded.</param>
    /// <param name="decides">True when it chooses the traces itself; false when the sampler of a collector does.</param>
    public SpanCollector(string service, TraceStoreOptions options, bool decides)
    {
        this.service = service;
        this.decides = decides;
        traces = new Budget(options.PerSecond, options.Burst, TimeProvider.System);
        thinning = new Thinning(options.PerSecond * SpansOfATrace, options.Burst * SpansOfATrace, TimeProvider.System);
        errors = new Budget(ErrorsPerSecond, 10 * ErrorsPerSecond, TimeProvider.System);
        listener = new ActivityListener { ShouldListenTo = source => s_sources.Contains(source.Name), Sample = Sample, ActivityStopped = Ended };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Spans that ended, in that order.</summary>
    public ChannelReader<Activity> Held => held.Reader;

    /// <summary>
    /// Decides on the trace of a request, whose method is known only now: reading is not recorded, what changes something is while the budget lasts,
    /// whatever its sender does about its own tracing.
    /// </summary>
    internal void Choose(Activity request, string method)
    {
        if (!decides)
            return;
        var chosen = method is "POST" or "PUT" or "DELETE" && traces.Take();
        request.IsAllDataRequested = chosen;
        request.ActivityTraceFlags = chosen ? request.ActivityTraceFlags | ActivityTraceFlags.Recorded : request.ActivityTraceFlags & ~ActivityTraceFlags.Recorded;
    }

    /// <summary>Counts spans that are not stored.</summary>
    public static void Dropped(long count, string reason) => Instruments.TraceSpansDropped.Add(count, new KeyValuePair<string, object?>(Names.Attributes.Kind, reason));

    /// <summary>What is sent of a span.</summary>
    public SpanRecord ToRecord(Activity span)
    {
        var attributes = new Dictionary<string, string>();
        foreach (var (name, value) in span.EnumerateTagObjects())
            if (value is not null && attributes.Count < 40)
                attributes[Cut(name, 100)] = Cut(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", 300);
        attributes.Remove(Names.Attributes.Retry, out var retry);
        attributes.Remove("error.type", out var type);
        var start = Microseconds(span.StartTimeUtc);
        return new SpanRecord
        {
            TraceId = span.TraceId.ToHexString(), SpanId = span.SpanId.ToHexString(), ParentId = span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(),
            Service = service, Name = Cut(span.DisplayName, 200), Kind = (int)span.Kind, Start = start, Duration = Math.Max(0, Microseconds(span.StartTimeUtc + span.Duration) - start),
            Error = span.Status != ActivityStatusCode.Error ? null : Cut(string.Join(": ", new[] { type, span.StatusDescription }.Where(t => !string.IsNullOrEmpty(t))) is { Length: > 0 } told ? told : "failed", 600),
            Retry = int.TryParse(retry, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 0,
            ArticleId = Guid.TryParse(attributes.GetValueOrDefault(Names.Attributes.ArticleId), out var article) ? article : null,
            Attributes = attributes.Count > 0 ? attributes : null,
            Links = span.Links.Take(20).Select(l => new SpanLink(l.Context.TraceId.ToHexString(), l.Context.SpanId.ToHexString())).ToList() is { Count: > 0 } links ? links : null,
            Moments = span.Events.Take(20).Select(e => new SpanMoment(Cut(e.Name, 100), Microseconds(e.Timestamp.UtcDateTime))).ToList() is { Count: > 0 } moments ? moments : null,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        held.Writer.TryComplete();
    }

    private ActivitySamplingResult Sample(ref ActivityCreationOptions<ActivityContext> options) =>
        // Not more than that for a request: Choose decides. With a collector its sampler has the say alone: a larger answer here would overrule it.
        !decides || options.Source.Name == Server ? ActivitySamplingResult.PropagationData
        : options.Parent.TraceId == default ? traces.Take() ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.PropagationData
        : options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.PropagationData;

    private void Ended(Activity span)
    {
        if (!span.Recorded || !span.IsAllDataRequested)
        {
            if (span.Status != ActivityStatusCode.Error)
                return;
            if (!errors.Take())
            {
                Dropped(1, "errors");
                return;
            }
        }
        else if (!decides && span.Status != ActivityStatusCode.Error && !thinning.Keeps(span.TraceId))
        {
            Dropped(1, "share");
            return;
        }
        if (!held.Writer.TryWrite(span))
            Dropped(1, "full");
    }

    private static long Microseconds(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Cut, and without the character NUL, which PostgreSQL has in no text.</summary>
    private static string Cut(string text, int most) => text.CutTo(most).Replace('\0', ' ');
}

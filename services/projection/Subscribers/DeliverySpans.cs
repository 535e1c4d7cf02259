using System.Diagnostics;
using Platform.Telemetry;

namespace Platform.Projection.Subscribers;

/// <summary>How the delivery of a change to an event stream ended.</summary>
internal enum Delivery
{
    /// <summary>It was written to the connection; whether the client has read it, only the client knows.</summary>
    Delivered,

    /// <summary>Too much waited for the client already: it was cut off, and comes back for it.</summary>
    CutOff,

    /// <summary>The client went before it was its turn.</summary>
    Left,
}

/// <summary>
/// One change on its way to the event streams, as spans in the trace that caused it, when that is recorded: one for each of the first streams, which
/// says who listens and for what, and one for all others together, with how many they were and how it ended for them. So a change that 2,000 listen to
/// makes nine spans: an operator sees that it went out, how long the slowest took, and whether somebody was cut off, and the store is not filled with
/// the same line 2,000 times. For any number of threads.
/// </summary>
/// <param name="traceParent">Trace context of the change.</param>
internal sealed class DeliverySpans(string? traceParent)
{
    /// <summary>Streams of a change that get a span of their own, also those that come back for it.</summary>
    public const int Single = 8;

    private readonly bool isRecorded = ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent) && parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded);
    private int begun;

    /// <summary>The delivery to a client begins; null when it has no span of its own.</summary>
    public DeliverySpan? Begin(FeedClient client)
    {
        if (!isRecorded || Volatile.Read(ref begun) >= Single || Interlocked.Increment(ref begun) > Single || Start() is not { } activity)
            return null;
        activity.SetTag(Names.Attributes.Subscriber, client.Subscriber);
        activity.SetTag(Names.Attributes.Filter, client.Query);
        activity.SetTag(Names.Attributes.StreamTrace, client.TraceId);
        return new DeliverySpan(activity, streams: 1);
    }

    /// <summary>The delivery to several clients together begins; null when there is nothing to record.</summary>
    public DeliverySpan? Begin(int streams)
    {
        if (!isRecorded || streams == 0 || Start() is not { } activity)
            return null;
        activity.SetTag(Names.Attributes.Streams, streams);
        return new DeliverySpan(activity, streams);
    }

    private Activity? Start()
    {
        var current = Activity.Current;
        var activity = Tracing.StartUnder(Names.Spans.EventStream, ActivityKind.Producer, traceParent);
        Activity.Current = current;
        return activity;
    }
}

/// <summary>A span of one delivery, or of several: it ends with the last of them.</summary>
internal sealed class DeliverySpan
{
    private readonly Activity activity;
    private readonly int streams;
    private readonly Lock gate = new();
    private int open;
    private int cutOff;
    private int left;

    public DeliverySpan(Activity activity, int streams) => (this.activity, this.streams, open) = (activity, streams, streams);

    /// <summary>One of the deliveries has ended.</summary>
    public void Ended(Delivery how)
    {
        lock (gate)
        {
            if (how == Delivery.CutOff)
                cutOff++;
            else if (how == Delivery.Left)
                left++;
            if (--open > 0)
                return;
        }
        // No fault of the change, and none of the platform: a client that was cut off, or went, comes back for it.
        activity.SetTag(Names.Attributes.Outcome, (cutOff, left) switch { (0, 0) => "delivered", (0, _) => "left", _ => "cut_off" });
        if (streams > 1 && cutOff > 0)
            activity.SetTag(Names.Attributes.StreamsCutOff, cutOff);
        if (streams > 1 && left > 0)
            activity.SetTag(Names.Attributes.StreamsLeft, left);
        var current = Activity.Current; // it ends on another thread's way than it began on
        activity.Dispose();
        Activity.Current = current;
    }
}

/// <summary>Bytes for one client, and the span that ends when they are written.</summary>
/// <param name="Bytes">What is written.</param>
/// <param name="Span">Of the delivery; null for a sign of life and when nothing is recorded.</param>
internal readonly record struct Frame(byte[] Bytes, DeliverySpan? Span = null);

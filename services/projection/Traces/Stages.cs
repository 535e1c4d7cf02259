using Platform.Telemetry;
using Platform.Telemetry.Spans;

namespace Platform.Projection.Traces;

/// <summary>
/// The way of an article in stages, read from the spans of its trace. What a service does is a span; the waits between the services are
/// the gaps between their spans, of two clocks when they run on two machines, so a gap below zero is shown as none.
/// </summary>
internal static class Stages
{
    /// <summary>All stages, by their start.</summary>
    public static IReadOnlyList<TraceStage> Of(Waterfall trace)
    {
        var stages = new List<(SpanRecord Span, string Name, string? Detail, long From, long To, bool Failed)>();
        void Add(SpanRecord span, string name, long from, long to, string? detail = null, bool failed = false) => stages.Add((span, name, detail, from, Math.Max(from, to), failed));
        foreach (var span in trace.Spans)
            switch (span.Name)
            {
                case Names.Spans.Append:
                    Add(span, "store", span.Start, span.End, failed: true);
                    break;
                case Names.Spans.Relay:
                    Relay(trace, span, Add);
                    break;
                case Names.Spans.Extract:
                    Extraction(trace, span, Add);
                    break;
                case Names.Spans.Project:
                    Projection(trace, span, Add);
                    break;
                case Names.Spans.Webhook:
                    Add(span, "webhook", span.Start, span.End, Text(span, Names.Attributes.WebhookId), failed: true);
                    break;
                case Names.Spans.EventStream:
                    Add(span, "event_stream", span.Start, span.End, Listeners(span));
                    break;
                case Names.Spans.KeepDeadLetter:
                    Add(span, "dead_letter", span.Start, span.End, Text(span, Names.Attributes.Endpoint), failed: true);
                    break;
                case Names.Spans.ReplayDeadLetter:
                    Add(span, "replay", span.Start, span.End, Text(span, Names.Attributes.Endpoint), failed: true);
                    break;
                case var name when span.Service == Names.Services.Ingest && trace.Parent(span) is null:
                    Add(span, "ingest", span.Start, span.End, name, failed: true);
                    break;
                case var name when span.Error is not null && span.Service == Names.Services.Extraction && !trace.ChildrenOf(span).Any(c => c.Error is not null || c.Name == Names.Spans.Extract):
                    Add(span, "extraction", span.Start, span.End, name, failed: true); // it failed before the engine was asked
                    break;
            }
        return [.. stages.OrderBy(s => s.From).ThenByDescending(s => s.To).Select(s => new TraceStage
        {
            Name = s.Name, Service = s.Span.Service, Detail = s.Detail, OffsetMs = Waterfall.Milliseconds(s.From - trace.Start), DurationMs = Waterfall.Milliseconds(s.To - s.From),
            Status = s.Failed && s.Span.Error is not null ? "error" : "ok", Error = s.Failed ? s.Span.Error : null, Attempt = trace.AttemptOf(s.Span),
            TraceId = s.Span.TraceId, SpanId = s.Span.SpanId,
        })];
    }

    private delegate void Adder(SpanRecord span, string name, long from, long to, string? detail = null, bool failed = false);

    /// <summary>From the commit, which the span begins with, to where it is sent; from there to the broker's confirm.</summary>
    private static void Relay(Waterfall trace, SpanRecord relay, Adder add)
    {
        var sent = Math.Clamp(trace.ChildrenOf(relay).Select(c => (long?)c.Start).Min() ?? relay.End, relay.Start, relay.End);
        add(relay, "relay_wait", relay.Start, sent);
        // Who of the subscribers takes it from there, the broker does not say.
        var message = trace.ChildrenOf(relay).MaxBy(c => c.End);
        var places = new[] { message is null ? null : Text(message, "messaging.destination.name"), message is null ? null : Text(message, "messaging.rabbitmq.destination.routing_key") };
        add(relay, "publish", sent, relay.End, places.OfType<string>().Any() ? string.Join(' ', places.OfType<string>()) : null, failed: true);
    }

    private static void Extraction(Waterfall trace, SpanRecord engine, Adder add)
    {
        var entry = EntryOf(trace, engine);
        if (SentAt(trace, entry) is { } sent)
            add(entry, "broker_wait", sent, entry.Start);
        // The consumer's own time before the engine belongs to it too.
        add(engine, "extraction", entry.Start, engine.End, failed: true);
        var step = engine.Start;
        foreach (var moment in engine.Moments ?? [])
        {
            add(engine, "extraction_step", step, moment.At, moment.Name);
            step = moment.At;
        }
        var published = trace.Upwards(engine).Skip(1).SelectMany(trace.ChildrenOf).Where(s => s != engine && s.Service == engine.Service && s.Start >= engine.End && s.Error is null).Select(s => (long?)s.End).Max();
        if (published is { } confirmed)
            add(engine, "publish", engine.End, confirmed);
    }

    private static void Projection(Waterfall trace, SpanRecord project, Adder add)
    {
        var detail = Text(project, Names.Attributes.ReportId);
        // The batch is received under the same parent as it is decided under: the message that was sent.
        var received = trace.Spans.Where(s => s.Service == project.Service && s != project && s.ParentId is not null && s.ParentId == project.ParentId && s.Name != Names.Spans.Project && s.Start <= project.Start)
            .MaxBy(s => s.Start);
        var entry = received?.Start ?? project.Start;
        if (SentAt(trace, project) is { } sent)
            add(received ?? project, "broker_wait", sent, entry, detail);
        if (received is not null)
            add(received, "batch_wait", entry, project.Start, detail);
        var linking = At(project, Names.Moments.Linking);
        var committing = At(project, Names.Moments.Committing);
        add(project, "lock_wait", project.Start, linking ?? project.End, detail, failed: linking is null);
        if (linking is { } turn)
            add(project, "linking", turn, committing ?? project.End, detail, failed: committing is null);
        if (committing is { } decided)
            add(project, "commit", decided, project.End, detail, failed: true);
    }

    /// <summary>The topmost span of the same service above it: where the message came in.</summary>
    private static SpanRecord EntryOf(Waterfall trace, SpanRecord span) => trace.Upwards(span).TakeWhile(s => s.Service == span.Service).Last();

    /// <summary>When the message was with the broker: at the end of the span of another service it was sent in. A fast consumer has it before the confirm is back.</summary>
    private static long? SentAt(Waterfall trace, SpanRecord entry) =>
        trace.Parent(entry) is { } sender && sender.Service != entry.Service ? Math.Min(sender.End, Math.Max(sender.Start, entry.Start)) : null;

    /// <summary>Who listens and to what; how many, where one span stands for them.</summary>
    private static string Listeners(SpanRecord span)
    {
        var outcome = Text(span, Names.Attributes.Outcome) is { } how and not "delivered" ? $" ({how})" : "";
        return Text(span, Names.Attributes.Streams) is { } streams ? $"{streams} more streams{outcome}" : $"{Text(span, Names.Attributes.Subscriber)} {Text(span, Names.Attributes.Filter)}".Trim() + outcome;
    }

    private static long? At(SpanRecord span, string moment) => span.Moments?.FirstOrDefault(m => m.Name == moment)?.At;

    private static string? Text(SpanRecord span, string attribute) => span.Attributes?.GetValueOrDefault(attribute);
}

using System.Diagnostics;
using Platform.Telemetry;
using Platform.Telemetry.Spans;

namespace Platform.Projection.Traces;

/// <summary>Spans put in order: who is below whom, which attempt each is, how the whole came out. Without I/O.</summary>
internal sealed class Waterfall
{
    private static readonly string[] Identities =
        [Names.Attributes.ReportId, Names.Attributes.WebhookId, Names.Attributes.MessageId, Names.Attributes.DeadLetterId, Names.Attributes.ArticleId];

    private readonly List<SpanRecord> own;
    private readonly List<SpanRecord> linked;
    private readonly Dictionary<string, SpanRecord> byId;
    private readonly ILookup<string, SpanRecord> children;
    private readonly Dictionary<SpanRecord, int> attempts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads the spans of one trace.</summary>
    /// <param name="own">Its spans, in any order.</param>
    /// <param name="linked">Spans of other traces that some of them are linked to.</param>
    public Waterfall(IEnumerable<SpanRecord> own, IEnumerable<SpanRecord>? linked = null)
    {
        this.own = [.. own.OrderBy(s => s.Start).ThenByDescending(s => s.Duration).ThenBy(s => s.SpanId, StringComparer.Ordinal)];
        this.linked = [.. (linked ?? []).OrderBy(s => s.Start)];
        byId = this.own.DistinctBy(s => s.SpanId).ToDictionary(s => s.SpanId);
        children = this.own.Where(s => Parent(s) is not null).ToLookup(s => s.ParentId!);
        Start = this.own.Count == 0 ? 0 : this.own[0].Start;
        var failed = this.own.Where(s => s.Error is not null).ToList();
        foreach (var span in this.own)
            attempts[span] = 1 + Math.Max(span.Retry, failed.Count(earlier => earlier.Start < span.Start && IsSameWork(earlier, span)));
    }

    /// <summary>Begin of the first span, in microseconds since 1970.</summary>
    public long Start { get; }

    /// <summary>All spans of the trace, by their start.</summary>
    public IReadOnlyList<SpanRecord> Spans => own;

    /// <summary>Spans that failed.</summary>
    public int Errors => own.Count(s => s.Error is not null);

    /// <summary>Spans that are a second or later attempt.</summary>
    public int Retries => own.Count(s => attempts[s] > 1);

    /// <summary>Which attempt a span is, from 1: as who did it knows, or by the failed ones before it that did the same work.</summary>
    public int AttemptOf(SpanRecord span) => attempts.GetValueOrDefault(span, 1);

    /// <summary>End of the last commit of a report; null while there is none.</summary>
    public long? Done => own.Where(IsDone).Select(s => (long?)s.End).Max();

    /// <summary>`none`, `running`, `ok`, `recovered` or `failed`.</summary>
    public string Status =>
        own.Count == 0 ? "none"
        : own.Where(s => s.Error is not null).ToList() is { Count: > 0 } failed ? failed.All(CameThrough) ? "recovered" : "failed"
        : Done is not null ? "ok" : "running";

    /// <summary>From the first span to the last commit, or to the last end; microseconds.</summary>
    public long Duration => own.Count == 0 ? 0 : (Done ?? own.Max(s => s.End)) - Start;

    /// <summary>The last span that failed.</summary>
    public SpanRecord? LastError => own.Where(s => s.Error is not null).MaxBy(s => s.End);

    /// <summary>The parent, when it is here.</summary>
    public SpanRecord? Parent(SpanRecord span) => span.ParentId is { } id && id != span.SpanId ? byId.GetValueOrDefault(id) : null;

    /// <summary>What lies directly below.</summary>
    public IEnumerable<SpanRecord> ChildrenOf(SpanRecord span) => children[span.SpanId];

    /// <summary>The span itself, then those above it that are here, nearest first.</summary>
    public IEnumerable<SpanRecord> Upwards(SpanRecord span)
    {
        // Ids come from outside too: a circle must not hold us.
        var seen = new HashSet<string>();
        for (SpanRecord? above = span; above is not null && seen.Add(above.SpanId); above = Parent(above))
            yield return above;
    }

    /// <summary>True when this span says that the article, or a report of it, is taken in.</summary>
    public static bool IsDone(SpanRecord span) => span is { Name: Names.Spans.Project, Error: null };

    /// <summary>Milliseconds, to the microsecond.</summary>
    public static double Milliseconds(long microseconds) => microseconds / 1000d;

    /// <summary>A moment.</summary>
    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The spans as they are shown: parents before children, siblings by their start; those of other traces first.</summary>
    public IReadOnlyList<TraceSpan> ToSpans()
    {
        var shown = new List<TraceSpan>(linked.Count + own.Count);
        shown.AddRange(linked.Select(s => ToSpan(s, 0, isLinked: true)));
        var left = new HashSet<SpanRecord>(own, ReferenceEqualityComparer.Instance);
        var stack = new Stack<(SpanRecord Span, int Depth)>(own.Where(s => Parent(s) is null).Reverse().Select(s => (s, 0)));
        while (left.Count > 0)
        {
            // What a circle of parents keeps from every root stands at the end.
            if (stack.Count == 0)
                stack.Push((own.First(left.Contains), 0));
            var (span, depth) = stack.Pop();
            if (!left.Remove(span))
                continue;
            shown.Add(ToSpan(span, depth, isLinked: false));
            foreach (var child in children[span.SpanId].Reverse())
                stack.Push((child, depth + 1));
        }
        return shown;
    }

    private TraceSpan ToSpan(SpanRecord span, int depth, bool isLinked) => new()
    {
        TraceId = span.TraceId, SpanId = span.SpanId, ParentId = span.ParentId, Service = span.Service, Name = span.Name,
        Kind = Enum.IsDefined((ActivityKind)span.Kind) ? ((ActivityKind)span.Kind).ToString().ToLowerInvariant() : "internal",
        StartedAt = Time(span.Start), OffsetMs = Milliseconds(span.Start - Start), DurationMs = Milliseconds(span.Duration), Depth = depth,
        Status = span.Error is null ? "ok" : "error", Error = span.Error, Attempt = AttemptOf(span), Linked = isLinked,
        Attributes = span.Attributes ?? new Dictionary<string, string>(), Links = span.Links?.Select(l => new TraceLink(l.TraceId, l.SpanId)).ToList(),
        Events = span.Moments?.Select(m => new TraceMoment(m.Name, Milliseconds(m.At - Start))).ToList(),
    };

    /// <summary>
    /// True when the same work was done later without a fault, or what it was part of was. A dead letter is made good by whatever was taken in after it:
    /// of another report that died, its own spans tell.
    /// </summary>
    private bool CameThrough(SpanRecord failed) => failed.Name == Names.Spans.KeepDeadLetter ? own.Any(later => IsDone(later) && later.Start >= failed.End) : Upwards(failed).TakeWhile(s => s.Error is not null)
        .Any(part => own.Any(later => later.Error is null && later.Start >= part.Start && IsSameWork(part, later)));

    /// <summary>The same service did the same for the same: told by what the spans name, or by their parent.</summary>
    private static bool IsSameWork(SpanRecord one, SpanRecord other)
    {
        if (ReferenceEquals(one, other) || one.Service != other.Service || one.Name != other.Name)
            return false;
        var told = false;
        foreach (var name in Identities)
            if (one.Attributes?.GetValueOrDefault(name) is { } its && other.Attributes?.GetValueOrDefault(name) is { } others)
            {
                if (its != others)
                    return false;
                told = true;
            }
        return told || (one.ParentId is not null && one.ParentId == other.ParentId);
    }
}

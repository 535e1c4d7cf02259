using System.Text.Json.Serialization;

namespace Platform.Projection.Traces;

/// <summary>A trace as a waterfall of spans, and the stages of the way they tell of. All offsets are from the trace's start.</summary>
public sealed record TraceView
{
    /// <summary>The article it is about; absent when it is about none, or nobody knows.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>W3C trace id: of an article that of its latest request.</summary>
    public required string TraceId { get; init; }

    /// <summary>All requests that the article was part of, the latest first; absent when a trace was asked for by its id.</summary>
    public IReadOnlyList<ArticleRequest>? Requests { get; init; }

    /// <summary>`none` (no span is kept), `running`, `ok`, `recovered` (something failed and then came through), or `failed`.</summary>
    public required string Status { get; init; }

    /// <summary>When its first span began, UTC; absent when no span is kept.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>From there to the last commit, or to the end of the last span while there is none; in milliseconds. Absent when no span is kept.</summary>
    public double? DurationMs { get; init; }

    /// <summary>Spans that failed; 0 or more.</summary>
    public required int Errors { get; init; }

    /// <summary>Spans that are a second or later attempt; 0 or more.</summary>
    public required int Retries { get; init; }

    /// <summary>True when there are more spans than are shown.</summary>
    public required bool Truncated { get; init; }

    /// <summary>The way, stage by stage, by offset; stages may overlap.</summary>
    public required IReadOnlyList<TraceStage> Stages { get; init; }

    /// <summary>The spans: parents before children, siblings by their start.</summary>
    public required IReadOnlyList<TraceSpan> Spans { get; init; }
}

/// <summary>A request that an article was part of.</summary>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="At">When it was accepted, UTC.</param>
/// <param name="Reason">`received`, `revised`, or `read_again`.</param>
public sealed record ArticleRequest(string TraceId, DateTimeOffset At, string Reason);

/// <summary>A stage of the way.</summary>
public sealed record TraceStage
{
    /// <summary>`ingest`, `store`, `relay_wait`, `publish`, `broker_wait`, `extraction`, `extraction_step`, `batch_wait`, `lock_wait`, `linking`, `commit`, `webhook`, `event_stream`, `dead_letter` or `replay`.</summary>
    public required string Name { get; init; }

    /// <summary>`ingest`, `extraction` or `projection`.</summary>
    public required string Service { get; init; }

    /// <summary>Which one, where there are several.</summary>
    public string? Detail { get; init; }

    /// <summary>Milliseconds from the trace's start to its own.</summary>
    public required double OffsetMs { get; init; }

    /// <summary>Milliseconds, 0 or more.</summary>
    public required double DurationMs { get; init; }

    /// <summary>`ok` or `error`.</summary>
    public required string Status { get; init; }

    /// <summary>What went wrong; absent when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Trace of the span it was read from.</summary>
    public required string TraceId { get; init; }

    /// <summary>The span it was read from.</summary>
    public required string SpanId { get; init; }
}

/// <summary>A span in its place in the waterfall.</summary>
public sealed record TraceSpan
{
    /// <summary>W3C trace id.</summary>
    public required string TraceId { get; init; }

    /// <summary>W3C span id.</summary>
    public required string SpanId { get; init; }

    /// <summary>The span it belongs under, shown or not; absent for a root.</summary>
    public string? ParentId { get; init; }

    /// <summary>The service it happened in.</summary>
    public required string Service { get; init; }

    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>`internal`, `server`, `client`, `producer` or `consumer`.</summary>
    public required string Kind { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Milliseconds from the trace's start to its own; negative only when `linked`.</summary>
    public required double OffsetMs { get; init; }

    /// <summary>Milliseconds, 0 or more.</summary>
    public required double DurationMs { get; init; }

    /// <summary>How many of the spans shown it is below; 0 or more.</summary>
    public required int Depth { get; init; }

    /// <summary>`ok` or `error`.</summary>
    public required string Status { get; init; }

    /// <summary>What went wrong; absent when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>True for a span of another trace that one here is linked to; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Linked { get; init; }

    /// <summary>What the span says of itself; values are text.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>Spans it comes from beside its parent; absent when there are none.</summary>
    public IReadOnlyList<TraceLink>? Links { get; init; }

    /// <summary>Moments in it; absent when there are none.</summary>
    public IReadOnlyList<TraceMoment>? Events { get; init; }
}

/// <summary>A span in whatever trace.</summary>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="SpanId">W3C span id.</param>
public sealed record TraceLink(string TraceId, string SpanId);

/// <summary>A moment in a span.</summary>
/// <param name="Name">What happened.</param>
/// <param name="OffsetMs">Milliseconds from the trace's start.</param>
public sealed record TraceMoment(string Name, double OffsetMs);

/// <summary>A page of traces.</summary>
/// <param name="Since">Traces that began then or later; of failed ones, that failed then or later.</param>
/// <param name="Items">The traces.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record TracePage(DateTimeOffset Since, IReadOnlyList<TraceItem> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>A trace in a list.</summary>
public sealed record TraceItem
{
    /// <summary>W3C trace id.</summary>
    public required string TraceId { get; init; }

    /// <summary>The article it is about; absent when it is about none, or nobody knows.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>The article's headline.</summary>
    public string? Title { get; init; }

    /// <summary>Who published the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>When its first span began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>As in the trace itself.</summary>
    public required double DurationMs { get; init; }

    /// <summary>As in the trace itself.</summary>
    public required string Status { get; init; }

    /// <summary>How many spans are kept; 1 or more.</summary>
    public required int Spans { get; init; }

    /// <summary>Spans that failed; 0 or more.</summary>
    public required int Errors { get; init; }

    /// <summary>Spans that are a second or later attempt; 0 or more.</summary>
    public required int Retries { get; init; }

    /// <summary>The last that went wrong; absent when nothing did.</summary>
    public TraceError? Error { get; init; }
}

/// <summary>What went wrong.</summary>
/// <param name="Service">The service it happened in.</param>
/// <param name="Span">Name of the span.</param>
/// <param name="Message">What was told.</param>
/// <param name="At">End of the span, UTC.</param>
public sealed record TraceError(string Service, string Span, string Message, DateTimeOffset At);

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Telemetry.Spans;

/// <summary>A span as the services send it to the trace store and as it is kept there. Ids in lower-case hexadecimal, times in microseconds.</summary>
public sealed record SpanRecord
{
    /// <summary>W3C trace id, 32 digits.</summary>
    public required string TraceId { get; init; }

    /// <summary>W3C span id, 16 digits.</summary>
    public required string SpanId { get; init; }

    /// <summary>Its parent's; absent for a root.</summary>
    public string? ParentId { get; init; }

    /// <summary>One of <see cref="Names.Services"/>.</summary>
    public required string Service { get; init; }

    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>As <see cref="System.Diagnostics.ActivityKind"/> numbers them.</summary>
    public int Kind { get; init; }

    /// <summary>Begin, since 1970, UTC.</summary>
    public required long Start { get; init; }

    /// <summary>0 or more.</summary>
    public required long Duration { get; init; }

    /// <summary>What went wrong; absent when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>How often it was tried before, as far as who did it knows.</summary>
    public int Retry { get; init; }

    /// <summary>The article it is about, where the span says so.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>The span's attributes, as text.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>Other spans it comes from.</summary>
    public IReadOnlyList<SpanLink>? Links { get; init; }

    /// <summary>Moments in it.</summary>
    public IReadOnlyList<SpanMoment>? Moments { get; init; }

    /// <summary>Its end.</summary>
    [JsonIgnore]
    public long End => Start + Duration;
}

/// <summary>A span in whatever trace.</summary>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="SpanId">W3C span id.</param>
public sealed record SpanLink(string TraceId, string SpanId);

/// <summary>A moment in a span.</summary>
/// <param name="Name">What happened.</param>
/// <param name="At">When, in microseconds since 1970, UTC.</param>
public sealed record SpanMoment(string Name, long At);

/// <summary>JSON of the spans, between the services and in the store. Unknown members are passed over: services one version apart run side by side.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<SpanRecord>))]
[JsonSerializable(typeof(SpanDetails))]
public sealed partial class SpanJson : JsonSerializerContext;

/// <summary>The part of a span that is kept as JSON.</summary>
/// <param name="Attributes">As in <see cref="SpanRecord"/>.</param>
/// <param name="Links">As there.</param>
/// <param name="Moments">As there.</param>
public sealed record SpanDetails(IReadOnlyDictionary<string, string>? Attributes, IReadOnlyList<SpanLink>? Links, IReadOnlyList<SpanMoment>? Moments);

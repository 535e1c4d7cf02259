using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>An article and what came of it.</summary>
public sealed record ArticleView
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary><c>received</c> until the latest revision has been read, then <c>extracted</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The latest revision, 1 or more.</summary>
    public required int Revision { get; init; }

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>Address.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The feed or system it came through.</summary>
    public string? Source { get; init; }

    /// <summary>The sender's id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The sender's labels.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When its latest revision was accepted, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>W3C trace id of that request, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>Who read it last; absent before the first reading.</summary>
    public string? Extractor { get; init; }

    /// <summary>When that was, UTC.</summary>
    public DateTimeOffset? ExtractedAt { get; init; }

    /// <summary>The text, which the evidence of its reports points into.</summary>
    public string? Text { get; init; }

    /// <summary>The statistics it gives.</summary>
    public required IReadOnlyList<Aggregate> Aggregates { get; init; }

    /// <summary>The incidents it tells of, in order of mention.</summary>
    public required IReadOnlyList<Incident> Incidents { get; init; }
}

/// <summary>JSON of the read API.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(SnakeCaseEnum<EventType>), typeof(SnakeCaseEnum<DatePrecision>), typeof(SnakeCaseEnum<PlacePrecision>),
        typeof(SnakeCaseEnum<WeaponType>), typeof(SnakeCaseEnum<TargetKind>), typeof(SnakeCaseEnum<PerpetratorKind>),
        typeof(SnakeCaseEnum<Stance>), typeof(SnakeCaseEnum<IncidentStatus>), typeof(SnakeCaseEnum<ActorKind>),
    ])]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(IncidentClaims))]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(DifferencePage))]
[JsonSerializable(typeof(Facets))]
[JsonSerializable(typeof(Stats))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(Commands.CommandResults))]
[JsonSerializable(typeof(DuplicatePage))]
[JsonSerializable(typeof(RebuildList))]
[JsonSerializable(typeof(DeadLetterPage))]
[JsonSerializable(typeof(DeadLetterView))]
[JsonSerializable(typeof(IReadOnlyList<DeadLetterAction>))]
[JsonSerializable(typeof(ReplayAnswer))]
[JsonSerializable(typeof(Traces.TraceView))]
[JsonSerializable(typeof(Traces.TracePage))]
internal sealed partial class ApiJson : JsonSerializerContext;

namespace Platform.Contracts;

/// <summary>
/// What one extraction of one article found as a whole. Every message of that extraction carries the same
/// summary, so a consumer knows all its reports from whichever message comes first.
/// </summary>
public sealed record ExtractionSummary
{
    /// <summary>Name and version of the extractor, e.g. <c>rules/1.0</c>.</summary>
    public required string Extractor { get; init; }

    /// <summary>When the extraction ran, UTC.</summary>
    public required DateTimeOffset ExtractedAt { get; init; }

    /// <summary>Ids of all reports of the article, in order of <see cref="IncidentReport.Ordinal"/>; empty when it tells of no incident.</summary>
    public required IReadOnlyList<Guid> ReportIds { get; init; }

    /// <summary>The request to read the article again that it answers; absent for the first reading of a revision.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Statistics the article gives, which are never reports.</summary>
    public IReadOnlyList<Aggregate> Aggregates { get; init => field = value ?? []; } = [];
}

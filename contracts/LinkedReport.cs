namespace Platform.Contracts;

/// <summary>A report as part of an incident: where it came from, and all it says.</summary>
public sealed record LinkedReport
{
    /// <summary>The report's id.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Id of the article it was read from.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>Revision of the article that was read.</summary>
    public required int Revision { get; init; }

    /// <summary>Headline of the article.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet of the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>When the outlet published the article, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When ingest accepted the article, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the report was linked, UTC.</summary>
    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>What the report says.</summary>
    public required IncidentReport Report { get; init; }
}

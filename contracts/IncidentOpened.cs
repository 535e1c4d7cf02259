namespace Platform.Contracts;

/// <summary>A report told of an incident not known before. First event of the incident's stream.</summary>
public sealed record IncidentOpened
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The report that opened it.</summary>
    public required IncidentReport Report { get; init; }

    /// <summary>The article of that report.</summary>
    public required ArticleReference Article { get; init; }

    /// <summary>What helps to link it to reports of other articles.</summary>
    public ReportClues? Clues { get; init; }

    /// <summary>Other incidents that may be the same event.</summary>
    public IReadOnlyList<PossibleDuplicate> PossibleDuplicates { get; init => field = value ?? []; } = [];

    /// <summary>How it stands to the earlier reading of its article; absent unless the article was read again on request.</summary>
    public ReportDifference? Difference { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
}

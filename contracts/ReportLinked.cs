namespace Platform.Contracts;

/// <summary>A report was linked to an incident that was there already.</summary>
public sealed record ReportLinked
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The report.</summary>
    public required IncidentReport Report { get; init; }

    /// <summary>The article of that report.</summary>
    public required ArticleReference Article { get; init; }

    /// <summary>The report of an earlier reading of the same article whose place it takes, if any.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What helps to link it to reports of other articles.</summary>
    public ReportClues? Clues { get; init; }

    /// <summary>Other incidents that may be the same event.</summary>
    public IReadOnlyList<PossibleDuplicate> PossibleDuplicates { get; init => field = value ?? []; } = [];

    /// <summary>0 to 1: how surely the rules take it for the same event; absent when it takes the place of an earlier report.</summary>
    public double? Score { get; init; }

    /// <summary>What speaks for it, in words for a person.</summary>
    public IReadOnlyList<string> Reasons { get; init => field = value ?? []; } = [];

    /// <summary>How it stands to the earlier reading of its article; absent unless the article was read again on request.</summary>
    public ReportDifference? Difference { get; init; }

    /// <summary>When it was linked, UTC.</summary>
    public required DateTimeOffset LinkedAt { get; init; }
}

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

    /// <summary>The report of an earlier revision of the same article whose place it takes, if any.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>When it was linked, UTC.</summary>
    public required DateTimeOffset LinkedAt { get; init; }
}

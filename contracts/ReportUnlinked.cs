namespace Platform.Contracts;

/// <summary>A report no longer belongs to an incident, e.g. because a later revision of its article does not tell of it.</summary>
public sealed record ReportUnlinked
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The report that was taken out.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>Who took it out; absent when a later reading of its article did.</summary>
    public Actor? Actor { get; init; }

    /// <summary>How it stands to the earlier reading of its article; absent unless it is gone because the article was read again on request.</summary>
    public ReportDifference? Difference { get; init; }

    /// <summary>When it was taken out, UTC.</summary>
    public required DateTimeOffset UnlinkedAt { get; init; }
}

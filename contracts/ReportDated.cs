namespace Platform.Contracts;

/// <summary>
/// The date of a report that its article alone could not give, or a better one: found out from what it shares with dated
/// incidents. In the stream of its incident.
/// </summary>
public sealed record ReportDated
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The date; absent when what it was found out from no longer holds.</summary>
    public EventDate? Date { get; init; }

    /// <summary>What it was found out from, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset DatedAt { get; init; }
}

namespace Platform.Contracts;

/// <summary>An analyst's word on one field of an incident; no later report overwrites it.</summary>
public sealed record IncidentCorrected
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The field, its value, who and why.</summary>
    public required Correction Correction { get; init; }
}

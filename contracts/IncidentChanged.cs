namespace Platform.Contracts;

/// <summary>
/// An incident changed. Published to the topic exchange <c>incident-changed.v1</c>, one message per event of an
/// incident's stream, at least once and in no global order: keep the highest <see cref="Version"/> per incident.
/// </summary>
public sealed record IncidentChanged
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Version of the incident's stream after this change; grows by one.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// What happened: <c>opened</c>, <c>report_linked</c>, <c>report_unlinked</c>, <c>report_dated</c>, <c>corrected</c>, <c>confirmed</c>,
    /// <c>rejected</c>, <c>reopened</c>, <c>merged</c>, <c>split</c> or <c>kept_apart</c>; new values may be added.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The incident as it stood at <see cref="Version"/>.</summary>
    public required Incident Incident { get; init; }
}

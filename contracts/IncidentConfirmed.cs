namespace Platform.Contracts;

/// <summary>A person vouches for the incident: it happened, and its values were looked at.</summary>
public sealed record IncidentConfirmed
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }
}

namespace Platform.Contracts;

/// <summary>A person takes back a confirmation or rejection.</summary>
public sealed record IncidentReopened
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ReopenedAt { get; init; }
}

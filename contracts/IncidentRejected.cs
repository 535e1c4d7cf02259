namespace Platform.Contracts;

/// <summary>A person says that this is no incident. It stays rejected whatever is reported, until a person reopens it.</summary>
public sealed record IncidentRejected
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RejectedAt { get; init; }
}

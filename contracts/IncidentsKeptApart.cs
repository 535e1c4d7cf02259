namespace Platform.Contracts;

/// <summary>A person says that two incidents are not one event: no rule merges them. In the streams of both.</summary>
public sealed record IncidentsKeptApart
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The other incident.</summary>
    public required Guid OtherId { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset KeptApartAt { get; init; }
}

namespace Platform.Contracts;

/// <summary>Another incident that may be the same event, for a person to decide.</summary>
public sealed record PossibleDuplicate
{
    /// <summary>The other incident.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>0 to 1: how surely the rules take them for one, below what merges by itself.</summary>
    public required double Score { get; init; }

    /// <summary>What speaks for and against, in words for a person.</summary>
    public IReadOnlyList<string> Reasons { get; init => field = value ?? []; } = [];
}

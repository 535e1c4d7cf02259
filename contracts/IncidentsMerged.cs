namespace Platform.Contracts;

/// <summary>Two incidents are one event. In the streams of both: the one goes on with the reports of the other, which is told of no more.</summary>
public sealed record IncidentsMerged
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The incident that was absorbed.</summary>
    public required Guid AbsorbedId { get; init; }

    /// <summary>The reports that came over.</summary>
    public required IReadOnlyList<LinkedReport> Reports { get; init; }

    /// <summary>Incidents whose reports came over with it, which it had absorbed before.</summary>
    public IReadOnlyList<Guid> AbsorbedBefore { get; init => field = value ?? []; } = [];

    /// <summary>What the absorbed incident was kept apart from by a person, which holds for the survivor too.</summary>
    public IReadOnlyList<Guid> KeptApart { get; init => field = value ?? []; } = [];

    /// <summary>What analysts corrected of the absorbed incident; it holds for the survivor in every field of which that has no correction of its own.</summary>
    public IReadOnlyList<Correction> Corrections { get; init => field = value ?? []; } = [];

    /// <summary>What the absorbed incident may have been the same event as: a person is still to decide it, now of the survivor.</summary>
    public IReadOnlyList<PossibleDuplicate> PossibleDuplicates { get; init => field = value ?? []; } = [];

    /// <summary>0 to 1: how surely a rule took them for one; absent when a person merged them.</summary>
    public double? Score { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset MergedAt { get; init; }
}

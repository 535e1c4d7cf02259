namespace Platform.Contracts;

/// <summary>Some reports of an incident tell of another event. In the streams of both: they leave the one and make up, or come back to, the other.</summary>
public sealed record IncidentSplit
{
    /// <summary>The incident's id.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The incident they make up: a new one, or one that was merged into this before.</summary>
    public required Guid Into { get; init; }

    /// <summary>The reports that left.</summary>
    public required IReadOnlyList<LinkedReport> Reports { get; init; }

    /// <summary>What the incident they make up is kept apart from, because a person said so of the one they leave; empty when a person splits.</summary>
    public IReadOnlyList<Guid> KeptApart { get; init => field = value ?? []; } = [];

    /// <summary>Corrections that came with the incident they come back to when it was merged, and leave with it.</summary>
    public IReadOnlyList<Correction> Corrections { get; init => field = value ?? []; } = [];

    /// <summary>Where the incident they come back to stood before it was merged, when a person had confirmed or rejected it: there it stands again.</summary>
    public IncidentStatus? StatusBefore { get; init; }

    /// <summary>What the incident they leave was kept apart from only because of the one they come back to, which takes it along.</summary>
    public IReadOnlyList<Guid> KeptApartBefore { get; init => field = value ?? []; } = [];

    /// <summary>Incidents that the one they come back to had absorbed before it was merged; they are part of that one again.</summary>
    public IReadOnlyList<Guid> AbsorbedBefore { get; init => field = value ?? []; } = [];

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset SplitAt { get; init; }
}

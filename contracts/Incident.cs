namespace Platform.Contracts;

/// <summary>
/// An incident as it stands at one version of its stream: what the read API answers, what
/// <see cref="IncidentChanged"/> carries, and the stored snapshot.
/// </summary>
public sealed record Incident
{
    /// <summary>The incident's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of its stream; 1 or more, one per event.</summary>
    public required long Version { get; init; }

    /// <summary>Where the incident stands.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>Kind of attack.</summary>
    public required EventType EventType { get; init; }

    /// <summary>When it happened.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Where it happened.</summary>
    public Place? Place { get; init; }

    /// <summary>What it was done with.</summary>
    public IReadOnlyList<Weapon> Weapons { get; init => field = value ?? []; } = [];

    /// <summary>What or who was attacked.</summary>
    public IReadOnlyList<Target> Targets { get; init => field = value ?? []; } = [];

    /// <summary>People killed, wounded, missing, kidnapped.</summary>
    public Casualties? Casualties { get; init; }

    /// <summary>What was damaged.</summary>
    public IReadOnlyList<Damage> Damage { get; init => field = value ?? []; } = [];

    /// <summary>Who did it, and who says so.</summary>
    public IReadOnlyList<Perpetrator> Perpetrators { get; init => field = value ?? []; } = [];

    /// <summary>0 to 1; that of the report the values are taken from.</summary>
    public required double Confidence { get; init; }

    /// <summary>When its first report was taken in, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last event happened, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Every report that tells of it, in order of linking.</summary>
    public required IReadOnlyList<LinkedReport> Reports { get; init; }
}

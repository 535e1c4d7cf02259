using System.Text.Json.Serialization;

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

    /// <summary>The incident it was merged into, when it was.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Headline of the report that tells most of it.</summary>
    public string? Title { get; init; }

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

    /// <summary>What the reports say of people harmed taken together: lowest, highest, latest, best.</summary>
    public CasualtyFigures? Figures { get; init; }

    /// <summary>What was damaged.</summary>
    public IReadOnlyList<Damage> Damage { get; init => field = value ?? []; } = [];

    /// <summary>Who did it, and who says so: one entry for each name and stance.</summary>
    public IReadOnlyList<Perpetrator> Perpetrators { get; init => field = value ?? []; } = [];

    /// <summary>The fields on which reports contradict each other, named as in a correction.</summary>
    public IReadOnlyList<string> Conflicts { get; init => field = value ?? []; } = [];

    /// <summary>What analysts corrected: the last word on each field.</summary>
    public IReadOnlyList<Correction> Corrections { get; init => field = value ?? []; } = [];

    /// <summary>Incidents that a person said are not the same event.</summary>
    public IReadOnlyList<Guid> KeptApart { get; init => field = value ?? []; } = [];

    /// <summary>Incidents that were merged into this one.</summary>
    public IReadOnlyList<Guid> Absorbed { get; init => field = value ?? []; } = [];

    /// <summary>True when a person said which reports belong together here: no rule takes one out. Absent means false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Fixed { get; init; }

    /// <summary>Independent outlets that tell of it: two articles of one outlet, or with the same words, count once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Outlets { get; init; }

    /// <summary>When its earliest report was published, or received when that is not known, UTC.</summary>
    public DateTimeOffset? FirstReportedAt { get; init; }

    /// <summary>When its latest report was published, or received when that is not known, UTC.</summary>
    public DateTimeOffset? LastReportedAt { get; init; }

    /// <summary>How surely it happened, from all its reports: 1 minus the chance that every independent outlet is wrong, 0 to 0.99.</summary>
    public required double Confidence { get; init; }

    /// <summary>When its first report was taken in, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last event happened, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Every report that tells of it, in order of linking.</summary>
    public required IReadOnlyList<LinkedReport> Reports { get; init; }
}

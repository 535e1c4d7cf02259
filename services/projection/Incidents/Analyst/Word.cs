using Platform.Contracts;

namespace Platform.Projection.Incidents.Analyst;

/// <summary>Who says something, why and when.</summary>
/// <param name="Cause">The command; the ids of its events hang on it.</param>
/// <param name="Actor">The person.</param>
/// <param name="Reason">Why, in words for a person.</param>
/// <param name="At">When, UTC.</param>
public sealed record Word(Cause Cause, Actor Actor, string Reason, DateTimeOffset At);

/// <summary>Why a command is not done.</summary>
public enum Refusal
{
    /// <summary>There is no such incident.</summary>
    Unknown,

    /// <summary>The incident has changed since the version the command was made on.</summary>
    Stale,

    /// <summary>The incident is told of as part of another one.</summary>
    Merged,

    /// <summary>The incident does not stand where the command needs it.</summary>
    Status,

    /// <summary>It goes against what a person said before, so it must be said explicitly.</summary>
    Force,

    /// <summary>The report is not one of the incident's.</summary>
    Report,

    /// <summary>The incident would be left without a report.</summary>
    Empty,

    /// <summary>The incident was not merged into this one.</summary>
    NotMergedHere,
}

/// <summary>A command that cannot be done as things stand. Nothing was changed.</summary>
/// <param name="why">The kind of refusal.</param>
/// <param name="incidentId">The incident that stands against it.</param>
/// <param name="message">What is the matter and what to do about it.</param>
public sealed class RefusedException(Refusal why, Guid incidentId, string message) : Exception(message)
{
    /// <summary>The kind of refusal.</summary>
    public Refusal Why { get; } = why;

    /// <summary>The incident that stands against it; for <see cref="Refusal.Merged"/> the survivor.</summary>
    public Guid IncidentId { get; } = incidentId;

    /// <summary>Present version of that incident, when that matters.</summary>
    public long? Version { get; init; }
}

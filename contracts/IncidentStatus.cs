namespace Platform.Contracts;

/// <summary>Where an incident stands.</summary>
public enum IncidentStatus
{
    /// <summary>Told by at least one report.</summary>
    Open,

    /// <summary>No report tells of it any more; kept with its history, not listed.</summary>
    Withdrawn,

    /// <summary>A person vouches for it.</summary>
    Confirmed,

    /// <summary>A person says that it is none; kept, and it stays so whatever is reported.</summary>
    Rejected,

    /// <summary>It is told of as part of another incident.</summary>
    Merged,
}

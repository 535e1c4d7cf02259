namespace Platform.Contracts;

/// <summary>Where an incident stands.</summary>
public enum IncidentStatus
{
    /// <summary>Told by at least one report.</summary>
    Open,

    /// <summary>No report tells of it any more; kept with its history, not listed.</summary>
    Withdrawn,
}

using Platform.Contracts;

namespace Platform.Projection.Incidents.Analyst;

/// <summary>What every command asks of the incidents it is about.</summary>
public static class Subject
{
    /// <summary>The incident, which a command may change.</summary>
    /// <param name="commit">Has it, and the incidents it was merged into.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="version">The version the command was made on.</param>
    /// <exception cref="RefusedException">There is none, it is part of another one, or it has another version.</exception>
    public static Incident Require(CommitBuilder commit, Guid incidentId, long version)
    {
        var incident = commit[incidentId] ?? throw Unknown(incidentId);
        if (incident.Status == IncidentStatus.Merged)
        {
            var survivor = SurvivorOf(commit, incidentId);
            throw new RefusedException(Refusal.Merged, survivor, $"Incident {incidentId} was merged into {survivor}. Send the command for that one, or take the merge back with a split of it.");
        }
        return incident.Version == version ? incident : throw new RefusedException(
            Refusal.Stale, incidentId, $"Incident {incidentId} has version {incident.Version}, not {version}. Read it again, and send the command with its ETag if it is still right.") { Version = incident.Version };
    }

    /// <summary>The incident under which one goes on, itself when it was not merged.</summary>
    public static Guid SurvivorOf(CommitBuilder commit, Guid incidentId)
    {
        while (commit[incidentId] is { Status: IncidentStatus.Merged, MergedInto: { } into })
            incidentId = into;
        return incidentId;
    }

    /// <summary>The refusal of an id that nothing is known of.</summary>
    public static RefusedException Unknown(Guid incidentId) => new(Refusal.Unknown, incidentId, $"No incident '{incidentId}' is known. Ids are the UUIDs of GET /incidents.");
}

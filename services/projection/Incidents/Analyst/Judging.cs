using System.Text.Json;
using Platform.Contracts;

namespace Platform.Projection.Incidents.Analyst;

/// <summary>A person's word on one incident: it happened, it did not, this value is another. Decisions, no I/O.</summary>
public static class Judging
{
    /// <summary>A person vouches for it.</summary>
    /// <exception cref="RefusedException">It was confirmed or rejected before.</exception>
    public static void Confirm(CommitBuilder commit, Incident incident, Word word)
    {
        RequireUnjudged(incident);
        commit.Append(word.Cause, incident.Id, new IncidentConfirmed { IncidentId = incident.Id, Actor = word.Actor, Reason = word.Reason, ConfirmedAt = word.At });
    }

    /// <summary>A person says that it is none.</summary>
    /// <exception cref="RefusedException">It was confirmed or rejected before.</exception>
    public static void Reject(CommitBuilder commit, Incident incident, Word word)
    {
        RequireUnjudged(incident);
        commit.Append(word.Cause, incident.Id, new IncidentRejected { IncidentId = incident.Id, Actor = word.Actor, Reason = word.Reason, RejectedAt = word.At });
    }

    /// <summary>A person takes back a confirmation or rejection.</summary>
    /// <exception cref="RefusedException">There is none to take back.</exception>
    public static void Reopen(CommitBuilder commit, Incident incident, Word word)
    {
        if (incident.Status is not (IncidentStatus.Confirmed or IncidentStatus.Rejected))
            throw Not(incident, "There is no confirmation or rejection to take back.");
        commit.Append(word.Cause, incident.Id, new IncidentReopened { IncidentId = incident.Id, Actor = word.Actor, Reason = word.Reason, ReopenedAt = word.At });
    }

    /// <summary>A person's word on one field.</summary>
    /// <param name="commit">Where the event goes.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="field">The field, checked.</param>
    /// <param name="value">The value, checked; null when it is not known.</param>
    /// <param name="word">Who and why.</param>
    public static void Correct(CommitBuilder commit, Incident incident, string field, JsonElement? value, Word word) =>
        commit.Append(word.Cause, incident.Id, new IncidentCorrected
        {
            IncidentId = incident.Id,
            Correction = new Correction { Field = field, Value = value, Actor = word.Actor, Reason = word.Reason, CorrectedAt = word.At },
        });

    private static void RequireUnjudged(Incident incident)
    {
        if (incident.Status is IncidentStatus.Confirmed or IncidentStatus.Rejected)
            throw Not(incident, "Reopen it first if that was wrong.");
    }

    private static RefusedException Not(Incident incident, string then) =>
        new(Refusal.Status, incident.Id, $"Incident {incident.Id} is {ReadModels.IncidentTables.Snake(incident.Status)}. {then}") { Version = incident.Version };
}

using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Projection.Incidents.Analyst;

/// <summary>A person says that incidents are one event, or that two are not. Decisions, no I/O.</summary>
public static class Merging
{
    /// <summary>One incident takes in others.</summary>
    /// <param name="commit">Where the events go.</param>
    /// <param name="survivor">The one that goes on.</param>
    /// <param name="others">The others, each with the version it was looked at in.</param>
    /// <param name="force">Also what a person rejected or kept apart.</param>
    /// <param name="word">Who and why.</param>
    /// <exception cref="RefusedException">One of them is not there, has changed, or a person said otherwise.</exception>
    public static void Merge(CommitBuilder commit, Incident survivor, IReadOnlyList<(Guid Id, long Version)> others, bool force, Word word)
    {
        var together = new List<Incident> { survivor };
        foreach (var (id, version) in others)
        {
            var other = Subject.Require(commit, id, version);
            if (!force && together.Select(one => Against(one, other)).FirstOrDefault(against => against is not null) is { } against)
                throw new RefusedException(Refusal.Force, id, $"{against} Send \"force\": true if they are one event all the same.") { Version = other.Version };
            together.Add(other);
        }
        foreach (var (id, _) in others)
            Events.Merge(commit, word.Cause, survivor.Id, id, null, word.Actor, word.Reason, word.At);
    }

    /// <summary>Two incidents are not one event: no rule merges them, and they are no possible duplicates any more.</summary>
    /// <exception cref="RefusedException">The other is not there or has changed, or it was said before.</exception>
    public static void KeepApart(CommitBuilder commit, Incident incident, Guid otherId, long version, Word word)
    {
        var other = Subject.Require(commit, otherId, version);
        if (AreApart(incident, other))
            throw new RefusedException(Refusal.Status, otherId, $"Incidents {incident.Id} and {otherId} are kept apart already.") { Version = other.Version };
        KeepApart(commit, incident.Id, otherId, word);
    }

    /// <summary>The event in the streams of both.</summary>
    internal static void KeepApart(CommitBuilder commit, Guid incidentId, Guid otherId, Word word)
    {
        var apart = new IncidentsKeptApart { IncidentId = incidentId, OtherId = otherId, Actor = word.Actor, Reason = word.Reason, KeptApartAt = word.At };
        commit.Append(word.Cause, incidentId, apart);
        commit.Append(word.Cause, otherId, apart);
    }

    private static string? Against(Incident one, Incident other) =>
        AreApart(one, other) ? $"A person said that {one.Id} and {other.Id} are not one event."
        : other.Status == IncidentStatus.Rejected ? $"Incident {other.Id} was rejected."
        : one.Status == IncidentStatus.Rejected ? $"Incident {one.Id} was rejected, and what is merged into it goes on as rejected."
        : null;

    private static bool AreApart(Incident one, Incident other)
    {
        var (a, b) = (StandingIncident.Of(one), StandingIncident.Of(other));
        return a.IsKeptFrom(b.Id, b) || b.IsKeptFrom(a.Id, a);
    }
}

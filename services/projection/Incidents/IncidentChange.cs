using Npgsql;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>An event of an incident's stream as subscribers are told it.</summary>
/// <param name="Stored">The event.</param>
/// <param name="Body">What they are told, with the incident as it stood right after it.</param>
/// <param name="Before">The incident right before it; null for the first of its stream.</param>
public sealed record IncidentChange(StoredEvent Stored, IncidentChanged Body, Incident? Before)
{
    /// <summary>Bytes of JSON that a report adds to its incident, with its claims.</summary>
    private const int ReportBytes = 3000;

    /// <summary>About how many bytes of JSON the body makes.</summary>
    public long Bytes => (1L + Body.Incident.Reports.Count) * ReportBytes;

    /// <summary>The change of each event, null for one that is not of an incident.</summary>
    /// <param name="log">Where the beginnings of the streams are read.</param>
    /// <param name="recent">Where the states are kept that the next part begins with; the caller's own.</param>
    /// <param name="connection">An open connection.</param>
    /// <param name="events">A part of the log, in order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UnknownEventException">A type this version does not know.</exception>
    public static async Task<IReadOnlyList<IncidentChange?>> ReadAsync(
        LogReader log, RecentIncidents recent, NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        // A stream that begins in this part, or goes on where it is known, is folded from it; only another one has to be read.
        var states = new Dictionary<(Guid Stream, long Version), Incident>();
        var unknown = new HashSet<Guid>();
        foreach (var first in events.Where(IsIncident).DistinctBy(e => e.StreamId).Where(e => e.Version > 1))
            if (recent.At(first.StreamId, first.Version - 1) is { } known)
                states.Add((known.Id, known.Version), known);
            else
                unknown.Add(first.StreamId);
        var sources = unknown.Count == 0 ? events : [.. events.Where(e => !unknown.Contains(e.StreamId)), .. await log.ReadStreamsAsync(connection, [.. unknown], cancellationToken)];
        foreach (var stream in sources.Where(IsIncident).GroupBy(e => e.StreamId))
        {
            Incident? state = null;
            foreach (var stored in stream)
            {
                state ??= states.GetValueOrDefault((stored.StreamId, stored.Version - 1));
                states[(stored.StreamId, stored.Version)] = state = IncidentStream.Apply(state, IncidentStream.Events.Read(stored)!);
            }
        }
        foreach (var last in events.Where(IsIncident).GroupBy(e => e.StreamId).Select(g => g.Last()))
            recent.Put(states[(last.StreamId, last.Version)]);
        return [.. events.Select(e => IsIncident(e) ? Of(e, states[(e.StreamId, e.Version)], states.GetValueOrDefault((e.StreamId, e.Version - 1))) : null)];
    }

    private static IncidentChange Of(StoredEvent stored, Incident after, Incident? before) => new(stored, new IncidentChanged
    {
        IncidentId = after.Id, Version = stored.Version, Change = IncidentStream.Changes[stored.Type], OccurredAt = stored.At, Incident = after,
    }, before);

    /// <exception cref="UnknownEventException">A type this version does not know.</exception>
    private static bool IsIncident(StoredEvent stored) => IncidentStream.IsOfIncident(stored)
        || (stored.Type == EventTypes.NameOf(typeof(ArticleExtracted)) ? false : throw new UnknownEventException(stored));
}

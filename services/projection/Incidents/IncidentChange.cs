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
    /// <summary>The change of each event, null for one that is not of an incident.</summary>
    /// <param name="log">Where the beginnings of the streams are read.</param>
    /// <param name="connection">An open connection.</param>
    /// <param name="events">A part of the log, in order.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UnknownEventException">A type this version does not know.</exception>
    public static async Task<IReadOnlyList<IncidentChange?>> ReadAsync(
        LogReader log, NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        // A stream that begins in this part is folded from it; only an older one has to be read.
        var older = events.Where(e => e.Version > 1 && IsIncident(e)).Select(e => e.StreamId).Distinct().ToArray();
        var states = new Dictionary<(Guid Stream, long Version), Incident>();
        var sources = older.Length == 0 ? events : [.. events.Where(e => !older.Contains(e.StreamId)), .. await log.ReadStreamsAsync(connection, older, cancellationToken)];
        foreach (var stream in sources.Where(IsIncident).GroupBy(e => e.StreamId))
        {
            Incident? state = null;
            foreach (var stored in stream)
                states[(stored.StreamId, stored.Version)] = state = IncidentStream.Apply(state, IncidentStream.Events.Read(stored)!);
        }
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

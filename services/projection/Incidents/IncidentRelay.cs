using Npgsql;
using Platform.Bus;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>Publishes every event of the incident streams with the incident as it stood right after it.</summary>
public sealed class IncidentRelay(
    NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, LogReader log, Publisher publisher, ILogger<IncidentRelay> logger)
    : Relay(database, schema, migration, publisher, logger)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Outgoing?>> ToMessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        // A stream that begins in this window is folded from it; only an older one has to be read.
        var older = events.Where(e => e.Version > 1 && IsIncident(e)).Select(e => e.StreamId).Distinct().ToArray();
        var states = new Dictionary<(Guid Stream, long Version), Incident>();
        var sources = older.Length == 0 ? events : [.. events.Where(e => !older.Contains(e.StreamId)), .. await log.ReadStreamsAsync(connection, older, cancellationToken)];
        foreach (var stream in sources.Where(IsIncident).GroupBy(e => e.StreamId))
        {
            Incident? state = null;
            foreach (var stored in stream)
                states[(stored.StreamId, stored.Version)] = state = IncidentStream.Apply(state, IncidentStream.Events.Read(stored)!);
        }
        return [.. events.Select(e => IsIncident(e) ? ToMessage(e, states[(e.StreamId, e.Version)]) : null)];
    }

    /// <exception cref="UnknownEventException">A type this version does not know.</exception>
    private static bool IsIncident(StoredEvent stored) => IncidentStream.Changes.ContainsKey(stored.Type)
        || (stored.Type == EventTypes.NameOf(typeof(ArticleExtracted)) ? false : throw new UnknownEventException(stored));

    private static Outgoing ToMessage(StoredEvent stored, Incident incident)
    {
        var change = IncidentStream.Changes[stored.Type];
        var body = new IncidentChanged { IncidentId = incident.Id, Version = stored.Version, Change = change, OccurredAt = stored.At, Incident = incident };
        // Not mandatory: nobody has to subscribe.
        return new Outgoing(body, stored.Id, Topology.RoutingKey(change, incident.EventType, incident.Place?.Country), Mandatory: false);
    }
}

using Npgsql;
using Platform.Bus;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>Publishes every event of the incident streams with the incident as it stood right after it.</summary>
public sealed class IncidentRelay(
    NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, LogReader log, Publisher publisher, ILogger<IncidentRelay> logger)
    : Relay(database, schema, migration, publisher, logger)
{
    private readonly RecentIncidents recent = new();

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Outgoing?>> ToMessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        [.. (await IncidentChange.ReadAsync(log, recent, connection, events, cancellationToken)).Select(change => change is null ? null : ToMessage(change))];

    // Not mandatory: nobody has to subscribe.
    private static Outgoing ToMessage(IncidentChange change) => new(change.Body, change.Stored.Id,
        Topology.RoutingKey(change.Body.Change, change.Body.Incident.EventType, change.Body.Incident.Place?.Country), Mandatory: false, change.Bytes);
}

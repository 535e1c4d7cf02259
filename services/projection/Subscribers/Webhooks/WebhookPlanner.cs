using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Api;
using Platform.Projection.Incidents;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>
/// Follows the log and notes what is to be delivered to whom, in the transaction that moves its checkpoint: each change once for each webhook
/// whose filter it meets, whatever is killed when. The sending follows from these rows alone.
/// </summary>
public sealed class WebhookPlanner(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, LogReader log, ILogger<WebhookPlanner> logger)
    : LogFollower(database, schema, schema, migration, logger)
{
    private readonly RecentIncidents recent = new();

    /// <summary>Name of its checkpoint.</summary>
    public const string Checkpoint = "webhooks";

    /// <inheritdoc/>
    public override string Name => Checkpoint;

    /// <summary>Reads a filter as it is registered; what is wrong with it in <paramref name="errors"/>.</summary>
    internal static ChangeFilter ParseFilter(string filter, out Dictionary<string, string[]> errors)
    {
        var query = new QueryReader(new QueryCollection(QueryHelpers.ParseQuery(filter)));
        var parsed = ChangeFilter.Read(query);
        query.RefuseUnknown();
        errors = query.Errors;
        return parsed;
    }

    /// <summary>The body of a change.</summary>
    internal static byte[] Body(IncidentChanged change) => JsonSerializer.SerializeToUtf8Bytes(
        new IncidentDelivery { Type = TypeOf(change), Timestamp = change.OccurredAt, Data = change }, ContractJson.Default.IncidentDelivery);

    /// <summary>Kind of message.</summary>
    internal static string TypeOf(IncidentChanged change) => "incident." + change.Change;

    /// <inheritdoc/>
    protected override async Task<Followed> HandleAsync(NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        var end = events[^1].Sequence;
        var webhooks = (await WebhookTable.ReadEnabledAsync(connection, cancellationToken)).Where(w => w.Position < end)
            .Select(w => (w.Id, w.Position, Filter: ParseFilter(w.Filter, out _))).ToList();
        if (webhooks.Count == 0)
            return new Followed(end, []);
        var changes = (await IncidentChange.ReadAsync(log, recent, connection, events, cancellationToken)).OfType<IncidentChange>().ToList();
        // Bodies are kept with the rows: what would be too many at once waits for the next part.
        var first = changes.Count == 0 ? [] : Portions.Of(changes, c => c.Bytes).First();
        if (first.Count < changes.Count)
            end = first[^1].Stored.Sequence;
        var plan = first.Select(c => new FeedChange(c)).SelectMany(change => webhooks.Where(w => change.Position > w.Position && w.Filter.Matches(change)).Select(w => (w.Id, change))).ToList();
        return new Followed(end, plan.Count == 0 ? [] : DeliveryTable.Plan(plan));
    }
}

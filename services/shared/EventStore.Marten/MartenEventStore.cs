using System.Runtime.ExceptionServices;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Marten.Services;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore.Marten;

/// <summary>The store on Marten: its session appends, its inline projections keep the snapshots; locks, keys and read models as everywhere.</summary>
public sealed class MartenEventStore(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, ILogger<MartenEventStore> log)
    : GroupedEventStore(database, schema, migration, log)
{
    private readonly DocumentStore store = MartenStore.Open(database, schema);
    private readonly Dictionary<string, AggregateType> aggregates = schema.Aggregates.ToDictionary(a => a.Name);

    /// <summary>The schema, and Marten's functions before a service begins: its role may make none.</summary>
    public static new async Task MigrateAsync(StoreSchema schema, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        // Marten's part is not safe against itself, and cannot be under the lock that the other two take: its connections are others.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var alone = new NpgsqlCommand($"set local idle_in_transaction_session_timeout = 0; select pg_advisory_xact_lock({schema.LeaderLock("migrate")})", connection, transaction) { CommandTimeout = 600 })
            await alone.ExecuteNonQueryAsync(cancellationToken);
        await schema.MigrateAsync(database, cancellationToken, complete: false);
        await using (var store = MartenStore.Open(database, schema))
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await schema.CompleteAsync(database, cancellationToken);
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync() => store.DisposeAsync();

    /// <inheritdoc/>
    protected override async Task AppendAsync(NpgsqlTransaction transaction, NpgsqlBatch rest, IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
            var events = commits.SelectMany(InOrder).ToList();
            var pending = new HashSet<Guid>();
            for (int first = 0, next; first < events.Count; first = next)
            {
                var (streamId, streamType, _, _) = events[first];
                for (next = first + 1; next < events.Count && events[next].StreamId == streamId;)
                    next++;
                // Marten joins what one save appends to a stream; a save between keeps the log in order.
                if (!pending.Add(streamId))
                {
                    await MartenStore.SaveAsync(session, cancellationToken);
                    pending = [streamId];
                }
                var aggregate = aggregates[streamType];
                session.Events.Append(streamId, events[next - 1].Version, events[first..next].Select(object (e) => Wrap(session, aggregate, e.Event)))
                    .AggregateType = aggregate.Json.Type;
            }
            await MartenStore.SaveAsync(session, cancellationToken);
        }
        catch (MartenCommandException e) when (e.InnerException is NpgsqlException inner)
        {
            // Callers tell outages and refused values apart by what Npgsql threw.
            ExceptionDispatchInfo.Throw(inner);
        }
    }

    private static IEvent Wrap(IDocumentSession session, AggregateType aggregate, NewEvent happened)
    {
        var wrapped = session.Events.BuildEvent(aggregate.Events.Read(happened));
        wrapped.Id = happened.Id;
        wrapped.Timestamp = happened.At;
        wrapped.CorrelationId = happened.Headers.CorrelationId;
        wrapped.CausationId = happened.Headers.CausationId;
        if (happened.Headers.TraceParent is { } traceParent)
            wrapped.SetHeader("traceparent", traceParent);
        return wrapped;
    }
}

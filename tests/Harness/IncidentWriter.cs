using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;

namespace Platform.Tests.Harness;

/// <summary>Writes incidents straight into the projection's store, events and read models in one commit as the projection does: for tests of reading.</summary>
public sealed class IncidentWriter : IAsyncDisposable
{
    private readonly Dictionary<Guid, Incident> states = [];
    private readonly NpgsqlEventStore store;

    private IncidentWriter(NpgsqlDataSource database, SchemaMigration migration) =>
        store = new NpgsqlEventStore(database, Schema.Incidents, migration, NullLogger<NpgsqlEventStore>.Instance);

    /// <summary>The incidents as they stand.</summary>
    public IReadOnlyCollection<Incident> States => states.Values;

    /// <summary>Trace context that the events carry, W3C; null for none.</summary>
    public string? TraceParent { get; set; }

    /// <summary>Makes the schema when it is not there.</summary>
    public static async Task<IncidentWriter> OpenAsync(NpgsqlDataSource database)
    {
        var migration = new SchemaMigration(database, Schema.Incidents, NullLogger<SchemaMigration>.Instance);
        await migration.StartAsync(CancellationToken.None);
        await migration.Done;
        return new IncidentWriter(database, migration);
    }

    /// <summary>Commits some events, several of one incident in order.</summary>
    public async Task WriteAsync(DateTimeOffset at, params (Guid Incident, object Happened)[] events)
    {
        var (folded, streams) = (new Folded(events.Select(e => e.Incident).Distinct().Where(states.ContainsKey).Select(id => states[id]), []), new List<StreamAppend>());
        foreach (var stream in events.GroupBy(e => e.Incident))
        {
            var before = states.GetValueOrDefault(stream.Key)?.Version ?? 0;
            foreach (var (id, happened) in stream)
                folded.Add(id, happened, at);
            states[stream.Key] = folded.Incident(stream.Key)!;
            streams.Add(new StreamAppend(stream.Key, IncidentStream.StreamType, before,
                [.. stream.Select(e => IncidentStream.Events.ToNew(Guid.NewGuid(), e.Happened, at, new EventHeaders(TraceParent)))],
                new Snapshot(JsonSerializer.Serialize(states[stream.Key], ContractJson.Default.Incident), EventTypes.DotnetName(typeof(Incident)))));
        }
        var result = await store.CommitAsync(new Commit(streams, [], ReadModel.LiveRows(folded, _ => null)), CancellationToken.None);
        if (result is not CommitResult.Committed)
            throw new InvalidOperationException($"Not written: {result}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();
}

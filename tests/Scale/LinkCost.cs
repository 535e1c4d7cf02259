using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.EventStore;
using Platform.Projection;
using Platform.Projection.Incidents;
using Platform.Tests.Harness.Generator;

namespace Platform.Tests.Scale;

/// <summary>What linking one report costs, from the message to the commit: events, snapshot and all read models, durable, with nobody else writing.</summary>
internal static class LinkCost
{
    private const int Warmup = 60, Measured = 600;

    /// <summary>Milliseconds a report: one of two tells of an incident that is there, the other of a new one.</summary>
    /// <param name="database">Where the log is.</param>
    /// <param name="incidents">Its size.</param>
    /// <param name="seed">What the reports tell: another one for each run on the same database, or nothing in them is new.</param>
    public static async Task<IReadOnlyCollection<double>> MeasureAsync(NpgsqlDataSource database, int incidents, int seed)
    {
        var migration = new SchemaMigration(database, Schema.Incidents, NullLogger<SchemaMigration>.Instance);
        await migration.StartAsync(CancellationToken.None);
        await migration.Done;
        await using var store = new NpgsqlEventStore(database, Schema.Incidents, migration, NullLogger<NpgsqlEventStore>.Instance);
        var projector = new IncidentProjector(store, new LogReader(Schema.Incidents), TimeProvider.System);
        var times = new List<double>();
        foreach (var detection in new GeneratedLog(incidents).Later(Warmup + Measured, seed))
        {
            var watch = Stopwatch.StartNew();
            await projector.ApplyAsync([detection], CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times[Warmup..];
    }
}

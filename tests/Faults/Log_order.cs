using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.EventStore;
using Platform.Tests.Harness;

namespace Platform.Tests.Faults;

/// <summary>P6: a fold of the log gives what was written live, so events of one commit are in it as they were decided.</summary>
[Collection(Lane.Database)]
public sealed class Log_order(Infrastructure infrastructure)
{
    [Fact]
    [Trait(Matrix.Trait, Matrix.Third)]
    public async Task Events_of_several_streams_in_one_commit_are_in_the_log_in_the_order_of_their_places()
    {
        await using var database = NpgsqlDataSource.Create(await infrastructure.NewDatabaseAsync());
        var schema = Projection.Schema.Incidents with { ReadModels = "" };
        using var migration = new SchemaMigration(database, schema, NullLogger<SchemaMigration>.Instance);
        await migration.StartAsync(CancellationToken.None);
        await migration.Done;
        await using var store = new NpgsqlEventStore(database, schema, migration, NullLogger<NpgsqlEventStore>.Instance);
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());

        (await store.CommitAsync(new Commit([Append(a, 0, 2), Append(b, 1, 3)], [], []), CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();

        await using var connection = await database.OpenConnectionAsync();
        var log = await new LogReader(schema).ReadAsync(connection, 0, 10, CancellationToken.None);
        log.Select(e => (e.StreamId, e.Version)).ShouldBe([(a, 1), (b, 1), (a, 2), (b, 2)]);
        await migration.StopAsync(CancellationToken.None);
    }

    private static StreamAppend Append(Guid stream, params int[] places) => new(
        stream, "incident", 0,
        [.. places.Select(place => new NewEvent(Guid.NewGuid(), "incident_opened", "T", "{}", DateTimeOffset.UnixEpoch, new EventHeaders(null)) { Place = place })],
        new Snapshot("{}", "T"));
}

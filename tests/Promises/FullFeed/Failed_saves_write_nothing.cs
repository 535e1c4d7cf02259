using Microsoft.Extensions.Logging.Abstractions;
using Platform.EventStore;
using Platform.EventStore.Marten;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises.FullFeed;

/// <summary>Marten fills the numbers of a save that failed with events of its own; our log has none of those.</summary>
[Collection(Collection.Name)]
public sealed class Failed_saves_write_nothing(Infrastructure infrastructure)
{
    [Fact]
    public async Task One_that_fails_while_its_snapshots_are_loaded_leaves_neither_event_nor_stream()
    {
        await using var database = Database.Open(await infrastructure.NewDatabaseAsync(), "test", NullLoggerFactory.Instance);
        var (stream, at) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        await using (var store = await Stores.OpenAsync(database, Tally.Schema, (d, s, m) => new MartenEventStore(d, s, m, NullLogger<MartenEventStore>.Instance)))
        {
            (await store.CommitAsync(new Commit([Tally.Append(stream, 0, at, 1)], [], []), default)).ShouldBeOfType<CommitResult.Committed>();
            await using (var spoil = database.CreateCommand("update tally.mt_doc_tally set data = '\"no object\"'"))
                await spoil.ExecuteNonQueryAsync();

            await Should.ThrowAsync<Exception>(store.CommitAsync(new Commit([Tally.Append(stream, 1, at, 2)], [], []), default));

            (await store.CommitAsync(new Commit([Tally.Append(Guid.NewGuid(), 0, at, 3)], [], []), default)).ShouldBeOfType<CommitResult.Committed>();
        }
        await using var count = database.CreateCommand("select (select count(*) from tally.mt_events where type = 'counted') || ' of ' || (select count(*) from tally.mt_events) || ' in ' || (select count(*) from tally.mt_streams)");
        (await count.ExecuteScalarAsync()).ShouldBe("2 of 2 in 2");
    }
}

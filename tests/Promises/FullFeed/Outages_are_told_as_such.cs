using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.EventStore;
using Platform.EventStore.Marten;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises.FullFeed;

/// <summary>P8: Marten tries a read that failed again, which in a transaction whose connection is gone can only hide that the store is away.</summary>
[Collection(Collection.Name)]
public sealed class Outages_are_told_as_such(Infrastructure infrastructure)
{
    [Fact]
    public async Task A_session_that_ends_while_snapshots_are_loaded_is_an_outage_and_the_commit_can_be_sent_again()
    {
        await using var database = Database.Open(await infrastructure.NewDatabaseAsync(), "test", NullLoggerFactory.Instance);
        await using var store = await Stores.OpenAsync(database, Tally.Schema, (d, s, m) => new MartenEventStore(d, s, m, NullLogger<MartenEventStore>.Instance));
        var (stream, at) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        (await store.CommitAsync(new Commit([Tally.Append(stream, 0, at, 1)], [], []), default)).ShouldBeOfType<CommitResult.Committed>();
        var next = new Commit([Tally.Append(stream, 1, at, 2)], [], []);

        Task<CommitResult> interrupted;
        await using (var holder = await database.OpenConnectionAsync())
        await using (var transaction = await holder.BeginTransactionAsync())
        {
            await using (var hold = new NpgsqlCommand("lock table tally.mt_doc_tally in access exclusive mode", holder))
                await hold.ExecuteNonQueryAsync();
            interrupted = store.CommitAsync(next, default);
            await using var end = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", holder);
            await Eventually.Holds("the commit to wait for the snapshots, and its session to be ended", async () => (long)(await end.ExecuteScalarAsync())! > 0);
            await Should.ThrowAsync<StoreUnavailableException>(interrupted);
        }

        (await store.CommitAsync(next, default)).ShouldBeOfType<CommitResult.Committed>();
    }
}

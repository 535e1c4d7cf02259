using Npgsql;

namespace Platform.EventStore;

/// <summary>What is written beside the log and told to somebody as done: as safe as a commit to the log, see <see cref="StoreTransaction"/>.</summary>
public static class AcknowledgedWrites
{
    /// <summary>Does some work in one transaction; completes when it is committed, with synchronous replication on the standby too.</summary>
    /// <param name="database">The database.</param>
    /// <param name="write">Runs statements on the connection that it gets; what it throws rolls them back.</param>
    /// <param name="cancellationToken">Ends the work, not the commit.</param>
    /// <exception cref="NpgsqlException">The database does not answer, or refuses.</exception>
    /// <exception cref="TimeoutException">The commit waits, for a standby that is away for instance: what becomes of it is open, and nobody sees it yet.</exception>
    public static async Task<T> WriteAsync<T>(this NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        await using var work = await StoreTransaction.BeginAsync(database, cancellationToken);
        var written = await write(work.Connection);
        await work.CommitAsync(work.CreateLastBatch());
        return written;
    }
}

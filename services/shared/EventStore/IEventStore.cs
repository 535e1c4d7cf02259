namespace Platform.EventStore;

/// <summary>
/// The one door for writing, narrow enough for a second adapter: <see cref="NpgsqlEventStore"/> writes the tables as Marten lays
/// them out, and one on Marten itself is to follow. Reading is plain SQL; see <see cref="LogReader"/>.
/// </summary>
public interface IEventStore
{
    /// <summary>Writes all of <paramref name="commit"/> in one transaction; completes after the commit is durable.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The database does not answer. Whether the commit was stored is not known; the same commit again finds out.
    /// </exception>
    /// <exception cref="Npgsql.PostgresException">The database refuses a value; nothing of this commit was written.</exception>
    Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken);
}

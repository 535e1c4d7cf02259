namespace Platform.EventStore;

/// <summary>
/// The one door for writing. Two adapters write the same rows: <see cref="NpgsqlEventStore"/>, and Marten's in a build with
/// the full feed. Reading is plain SQL; see <see cref="LogReader"/>.
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

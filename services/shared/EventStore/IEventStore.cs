using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// The one door for writing, narrow enough for two adapters: <see cref="NpgsqlEventStore"/> writes the tables as Marten lays them out,
/// MartenEventStore, in builds with <c>-p:FullFeed=true</c>, is on Marten itself. Reading is plain SQL; see <see cref="LogReader"/>.
/// </summary>
public interface IEventStore
{
    /// <summary>Writes all of <paramref name="commit"/> in one transaction; completes after the commit is durable.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The database does not answer. Whether the commit was stored is not known; the same commit again finds out.
    /// </exception>
    /// <exception cref="PostgresException">The database refuses a value; nothing of this commit was written.</exception>
    Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Decides what to write while nobody else can write to the schema, then writes it, all in one transaction. For decisions
    /// that rest on more than the streams they change, such as which incident a report belongs to.
    /// </summary>
    /// <param name="decide">
    /// Reads on the connection it is given and answers what to write; a null <see cref="Decision{T}.Commit"/> writes nothing.
    /// What it reads cannot change before the commit. It is called again after a lost connection.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the lock and the decision; what was decided is written to the end.</param>
    /// <exception cref="StoreUnavailableException">As for <see cref="CommitAsync"/>.</exception>
    /// <exception cref="PostgresException">The database refuses a value; nothing was written.</exception>
    Task<T> DecideAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<Decision<T>>> decide, CancellationToken cancellationToken);
}

/// <summary>What was decided.</summary>
/// <param name="Commit">What to write; null for nothing.</param>
/// <param name="Result">What the caller is told once it is written.</param>
public sealed record Decision<T>(Commit? Commit, T Result);

using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// A connection with a transaction in it, rolled back when it was not committed. Its commit is never cancelled: one that waits for a
/// standby is by then on the primary's disk, and the server answers a cancellation with success, though a failover would lose it. So
/// the caller is told that the store is away, and the commit is left to itself: nobody sees its rows before the standby has them.
/// </summary>
internal sealed class StoreTransaction : IAsyncDisposable
{
    /// <summary>How long a statement may take, and all of them with the commit until the caller is told: as the commands of <see cref="Database"/>.</summary>
    private const int Seconds = 15;

    private Task? commit;

    private StoreTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, Transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    public static async Task<StoreTransaction> BeginAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            return new(connection, await connection.BeginTransactionAsync(cancellationToken));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>For the statements that go with the commit. The server bounds each of them, but not the commit; the client, which would cancel either, bounds none.</summary>
    public NpgsqlBatch CreateLastBatch() => new(Connection) { Timeout = 0, BatchCommands = { new($"set local statement_timeout = '{Seconds}s'") } };

    /// <summary>Sends the batch and the commit in one round trip; the transaction object learns of it from the server's answer.</summary>
    /// <exception cref="TimeoutException">The server has not answered; what becomes of the commit is open.</exception>
    public Task CommitAsync(NpgsqlBatch batch)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        commit = SendAsync(batch);
        return commit.WaitAsync(TimeSpan.FromSeconds(Seconds));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (commit is { IsCompleted: false })
            _ = CloseAsync(); // when the server has answered, or the connection has broken
        else
            await CloseAsync();
    }

    private static async Task SendAsync(NpgsqlBatch batch)
    {
        await using (batch)
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task CloseAsync()
    {
        if (commit is not null)
            await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The pool takes a connection back with its transaction open and rolls it back before it is used again;
        // until then the writer lock would be held, so end it here.
        if (commit is not { IsCompletedSuccessfully: true } && Connection.FullState.HasFlag(System.Data.ConnectionState.Open))
            await RollbackAsync();
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private async Task RollbackAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("rollback", Connection) { CommandTimeout = 5 };
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and with it the transaction.
        }
    }
}

using Npgsql;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Subscribers;

/// <summary>Changes of the past, read from the log a page at a time; few clients at once, so that those that come back leave connections for others.</summary>
internal sealed class ChangeHistory(NpgsqlDataSource database, StoreSchema schema, LogReader log) : IDisposable
{
    private const int PageSize = 256;
    private readonly SemaphoreSlim readers = new(4);

    /// <summary>The changes after a place in the log; null when there are none.</summary>
    public async Task<(IReadOnlyList<FeedChange> Changes, long UpTo)?> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await readers.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var events = await log.ReadAsync(connection, after, PageSize, cancellationToken);
            if (events.Count == 0)
                return null;
            var changes = await IncidentChange.ReadAsync(log, new RecentIncidents(), connection, events, cancellationToken);
            return ([.. changes.OfType<IncidentChange>().Select(c => new FeedChange(c))], events[^1].Sequence);
        }
        finally
        {
            readers.Release();
        }
    }

    /// <summary>The last place in the log; null when the store does not answer.</summary>
    public async Task<long?> EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand($"select coalesce(max(seq_id), 0) from {schema.Name}.mt_events");
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => readers.Dispose();
}

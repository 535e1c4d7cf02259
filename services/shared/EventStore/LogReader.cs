using Npgsql;

namespace Platform.EventStore;

/// <summary>Reads the log of one schema. Plain SQL, whichever adapter wrote it.</summary>
public sealed class LogReader(StoreSchema schema)
{
    private readonly string columns =
        $"select seq_id, id, stream_id, version, type, data, timestamp, headers->>'traceparent' from {schema.Name}.mt_events";

    /// <summary>Events after a place in the log, in order.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="after">Sequence number of the last event already known; 0 for the beginning.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="bytes">No more when those there are have so many bytes of JSON; one event there is always.</param>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(NpgsqlConnection connection, long after, int limit, CancellationToken cancellationToken, long bytes = long.MaxValue)
    {
        await using var command = new NpgsqlCommand($"{columns} where seq_id > $1 order by seq_id limit $2", connection)
        {
            Parameters = { new() { Value = after }, new() { Value = limit } },
        };
        return await ReadAllAsync(command, cancellationToken, bytes);
    }

    /// <summary>All events of some streams, by stream and version.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadStreamsAsync(NpgsqlConnection connection, Guid[] streams, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{columns} where stream_id = any($1) order by stream_id, version", connection)
        {
            Parameters = { new() { Value = streams } },
        };
        return await ReadAllAsync(command, cancellationToken);
    }

    /// <summary>For each place in a stream the last event before it that is of one of some types; places without one are left out.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="places">Streams and versions in them.</param>
    /// <param name="types">Names of event types.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Dictionary<(Guid StreamId, long Version), StoredEvent>> ReadLastBeforeAsync(
        NpgsqlConnection connection, IReadOnlyList<(Guid StreamId, long Version)> places, string[] types, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            select l.*, p.version from unnest($1, $2) as p (stream_id, version) cross join lateral (
                {columns} as e where e.stream_id = p.stream_id and e.version < p.version and e.type = any($3) order by e.version desc limit 1) as l
            """, connection)
        {
            Parameters =
            {
                new() { Value = places.Select(p => p.StreamId).ToArray() },
                new() { Value = places.Select(p => p.Version).ToArray() },
                new() { Value = types },
            },
        };
        var found = new Dictionary<(Guid, long), StoredEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found[(reader.GetGuid(2), reader.GetInt64(8))] = Read(reader);
        return found;
    }

    /// <summary>The snapshots of some streams, as JSON; streams without one are left out.</summary>
    public async Task<Dictionary<Guid, (long Version, byte[] Json)>> ReadSnapshotsAsync(
        NpgsqlConnection connection, string name, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select id, mt_version, data from {schema.Name}.mt_doc_{name} where id = any($1)", connection)
        {
            Parameters = { new() { Value = ids } },
        };
        var found = new Dictionary<Guid, (long, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0), (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        return found;
    }

    private static async Task<IReadOnlyList<StoredEvent>> ReadAllAsync(NpgsqlCommand command, CancellationToken cancellationToken, long bytes = long.MaxValue)
    {
        var events = new List<StoredEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (long size = 0; size < bytes && await reader.ReadAsync(cancellationToken); size += events[^1].Data.Length)
            events.Add(Read(reader));
        return events;
    }

    private static StoredEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4),
        row.GetFieldValue<byte[]>(5), row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetString(7));
}

using Npgsql;

namespace Platform.Projection.Incidents;

/// <summary>The time of what is decided: the clock's, or just after the last event when the clock has gone back, so that what was at a time can be told from the log.</summary>
internal static class LogClock
{
    /// <summary>The time, UTC, for a decision within the writer lock; at least a microsecond, the least the database tells apart, after the last event of the log.</summary>
    public static async Task<DateTimeOffset> NextAsync(NpgsqlConnection connection, TimeProvider clock, CancellationToken cancellationToken)
    {
        var next = (await LastAsync(connection, cancellationToken))?.AddMicroseconds(1);
        var now = clock.GetUtcNow();
        return next > now ? next.Value : now;
    }

    /// <summary>The time of the last event, UTC; null while there is none. What is decided later has a later one.</summary>
    public static async Task<DateTimeOffset?> LastAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select timestamp from {Schema.Name}.mt_events order by seq_id desc limit 1", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime last ? new DateTimeOffset(last, TimeSpan.Zero) : null;
    }
}

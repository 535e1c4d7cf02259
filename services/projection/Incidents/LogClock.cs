using Npgsql;

namespace Platform.Projection.Incidents;

/// <summary>The time of what is decided: the clock's, or just after the last event when the clock has gone back, so that what was at a time can be told from the log.</summary>
internal static class LogClock
{
    /// <summary>The time, UTC, for a decision within the writer lock; at least a microsecond, the least the database tells apart, after the last event of the log.</summary>
    public static async Task<DateTimeOffset> NextAsync(NpgsqlConnection connection, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select timestamp from {Schema.Name}.mt_events order by seq_id desc limit 1", connection);
        var last = await command.ExecuteScalarAsync(cancellationToken) as DateTime?;
        var now = clock.GetUtcNow();
        return last?.AddMicroseconds(1) is { } next && next > now.UtcDateTime ? new DateTimeOffset(next, TimeSpan.Zero) : now;
    }
}

using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.Api;

/// <summary>When in the past: a moment, or a place in the log, which is the moment of the event there.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Sequence">Sequence number of an event.</param>
internal sealed record AsOf(DateTimeOffset? Time, long? Sequence)
{
    /// <summary>Reads the parameter <c>asOf</c>.</summary>
    public static AsOf? Read(QueryReader query)
    {
        if (query.One("asOf") is not { } given)
            return null;
        if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return new AsOf(null, sequence);
        if (QueryReader.TryTime(given, out var time))
            return new AsOf(time, null);
        query.Refuse("asOf", $"'{QueryReader.Cut(given)}' is neither a time such as 2031-03-01T12:00:00Z nor a number.");
        return null;
    }

    /// <summary>The moment; the beginning of all time for a place before the first event.</summary>
    public async Task<DateTimeOffset> MomentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (Time is { } time)
            return time;
        await using var command = new NpgsqlCommand($"select timestamp from {Schema.Name}.mt_events where seq_id <= $1 order by seq_id desc limit 1", connection)
        {
            Parameters = { new() { Value = Sequence!.Value, NpgsqlDbType = NpgsqlDbType.Bigint } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime moment ? new DateTimeOffset(moment, TimeSpan.Zero) : DateTimeOffset.UnixEpoch;
    }
}

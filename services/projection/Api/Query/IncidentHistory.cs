using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>An incident at an earlier time: its stream up to there.</summary>
internal static class IncidentHistory
{
    /// <summary>One incident as it is, or as it was at a time or in a version of its own; or the problem with that.</summary>
    public static async Task<((long Version, byte[] Json) Incident, IResult? Problem)> ReadAsync(NpgsqlConnection connection, LogReader log, Guid id, AsOf? asOf, CancellationToken cancellationToken)
    {
        var found = await log.ReadSnapshotsAsync(connection, IncidentStream.StreamType, [id], cancellationToken);
        if (!found.TryGetValue(id, out var incident))
            return (default, Problems.UnknownIncident(id.ToString()));
        if (asOf is null)
            return (incident, null);
        var events = await log.ReadStreamsAsync(connection, [id], cancellationToken);
        var then = PastIncident.After(events.TakeWhile(e => asOf.Sequence is { } version ? e.Version <= version : e.At <= asOf.Time));
        return then is null || asOf.Sequence > events.Count ? (default, Problems.UnknownThen(id.ToString()))
            : ((then.Version, JsonSerializer.SerializeToUtf8Bytes(then, ContractJson.Default.Incident)), null);
    }
}

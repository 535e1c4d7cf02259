using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>An incident at an earlier time: its stream up to there.</summary>
internal static class IncidentHistory
{
    /// <summary>The state after some events of one stream; null after none.</summary>
    public static Incident? Fold(IEnumerable<StoredEvent> events) =>
        events.Aggregate((Incident?)null, (state, stored) => IncidentStream.Events.Read(stored) is { } happened ? IncidentStream.Apply(state, happened) : state);
}

using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Tests.Unit.Projection;

/// <summary>What a newer version wrote is not passed over: the state without it would be wrong, and nobody would see it.</summary>
public sealed class PastIncidentTests
{
    [Fact]
    public void An_event_of_an_unknown_type_is_an_error_wherever_the_past_is_read()
    {
        var stored = new StoredEvent(1, Guid.NewGuid(), Guid.NewGuid(), 1, "incident_forgotten", "{}"u8.ToArray(), Told.Noon, null);

        Should.Throw<UnknownEventException>(() => PastIncident.After([stored]));
        Should.Throw<UnknownEventException>(() => PastIncident.At([stored], 1));
        PastIncident.After([]).ShouldBeNull();
    }
}

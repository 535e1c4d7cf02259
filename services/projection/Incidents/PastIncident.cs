using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>An incident as it was: its stream folded up to a version or a time. No I/O.</summary>
public static class PastIncident
{
    /// <summary>Every event of a stream with the state before and after it, in order.</summary>
    /// <param name="stream">Events of one incident, from its first on, by version.</param>
    /// <exception cref="UnknownEventException">A type this version does not know.</exception>
    public static IEnumerable<(StoredEvent Stored, object Event, Incident? Before, Incident After)> Steps(IEnumerable<StoredEvent> stream)
    {
        Incident? state = null;
        foreach (var stored in stream)
        {
            var happened = Read(stored);
            var before = state;
            state = IncidentStream.Apply(state, happened);
            yield return (stored, happened, before, state);
        }
    }

    /// <summary>The event of a stored row.</summary>
    /// <exception cref="UnknownEventException">A type this version does not know.</exception>
    public static object Read(StoredEvent stored) => IncidentStream.Events.Read(stored) ?? throw new UnknownEventException(stored);

    /// <summary>The incident after some events; null after none.</summary>
    /// <param name="stream">Events of one incident, from its first on, by version.</param>
    /// <exception cref="UnknownEventException">A type this version does not know: what it changed would be missing, and nobody would see it.</exception>
    public static Incident? After(IEnumerable<StoredEvent> stream) => Steps(stream).LastOrDefault().After;

    /// <summary>The incident at a version; null when the stream has no such version.</summary>
    public static Incident? At(IEnumerable<StoredEvent> stream, long version) =>
        After(stream.TakeWhile(e => e.Version <= version)) is { } state && state.Version == version ? state : null;
}

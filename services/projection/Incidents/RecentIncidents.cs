using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>Incidents as one reader of the log saw them last, so that it need not read a whole stream again for each new event. Not for several threads.</summary>
public sealed class RecentIncidents
{
    /// <summary>Incidents remembered; the first that came are forgotten first.</summary>
    private const int Most = 500;

    private readonly Dictionary<Guid, Incident> states = [];
    private readonly Queue<Guid> order = [];

    /// <summary>An incident when it is remembered exactly as it stood at that version; else null.</summary>
    public Incident? At(Guid id, long version) => states.TryGetValue(id, out var state) && state.Version == version ? state : null;

    /// <summary>Remembers an incident.</summary>
    public void Put(Incident state)
    {
        if (!states.ContainsKey(state.Id))
            order.Enqueue(state.Id);
        states[state.Id] = state;
        while (order.Count > Most)
            states.Remove(order.Dequeue());
    }
}

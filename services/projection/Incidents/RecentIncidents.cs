using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>Incidents as one reader of the log saw them last, so that it need not read a whole stream again for each new event. Not for several threads.</summary>
public sealed class RecentIncidents
{
    /// <summary>Incidents remembered. What was not changed for longest is forgotten first: what much is told of has a long stream, and must not be read again and again.</summary>
    private const int Most = 500;

    private readonly Dictionary<Guid, LinkedListNode<Incident>> states = [];
    private readonly LinkedList<Incident> order = [];

    /// <summary>An incident when it is remembered exactly as it stood at that version; else null.</summary>
    public Incident? At(Guid id, long version) => states.TryGetValue(id, out var state) && state.Value.Version == version ? state.Value : null;

    /// <summary>Remembers an incident.</summary>
    public void Put(Incident state)
    {
        if (states.TryGetValue(state.Id, out var before))
            order.Remove(before);
        states[state.Id] = order.AddLast(state);
        if (order.Count <= Most)
            return;
        states.Remove(order.First!.Value.Id);
        order.RemoveFirst();
    }
}

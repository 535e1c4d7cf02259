using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>What a merge covered of the incident it absorbed, and taken back uncovers. No I/O.</summary>
/// <param name="Status">Where it stood when a person had confirmed or rejected it; otherwise null.</param>
/// <param name="KeptApart">What the survivor is kept apart from only because of it.</param>
public sealed record Earlier(IncidentStatus? Status, IReadOnlyList<Guid> KeptApart)
{
    /// <summary>Of an incident that is merged now.</summary>
    /// <param name="source">The incident it ended up in.</param>
    /// <param name="ofSource">Events of that, in order.</param>
    /// <param name="absorbed">The incident.</param>
    /// <param name="ofAbsorbed">Events of its own, in order.</param>
    public static Earlier Of(Incident source, IEnumerable<object> ofSource, Incident absorbed, IEnumerable<object> ofAbsorbed) =>
        new(StatusOf(absorbed.Id, ofAbsorbed), [.. absorbed.KeptApart.Except(ByOthers(source.Id, ofSource, absorbed.Id)).Where(source.KeptApart.Contains)]);

    private static IncidentStatus? StatusOf(Guid id, IEnumerable<object> stream)
    {
        var (state, before) = ((Incident?)null, (IncidentStatus?)null);
        foreach (var happened in stream)
        {
            if (happened is IncidentsMerged merged && merged.AbsorbedId == id)
                before = state?.Status;
            state = IncidentStream.Apply(state, happened);
        }
        return before is IncidentStatus.Confirmed or IncidentStatus.Rejected ? before : null;
    }

    /// <summary>What an incident is kept apart from by its own, or because of others that are part of it still.</summary>
    private static HashSet<Guid> ByOthers(Guid id, IEnumerable<object> stream, Guid absorbedId)
    {
        var (own, came) = (new HashSet<Guid>(), new Dictionary<Guid, IReadOnlyList<Guid>>());
        foreach (var happened in stream)
            switch (happened)
            {
                case IncidentsKeptApart e:
                    own.Add(e.IncidentId == id ? e.OtherId : e.IncidentId);
                    break;
                case IncidentSplit e when e.Into == id:
                    own.UnionWith(e.KeptApart);
                    break;
                case IncidentSplit e:
                    came.Remove(e.Into);
                    break;
                case IncidentsMerged e when e.IncidentId == id:
                    came[e.AbsorbedId] = e.KeptApart;
                    break;
            }
        came.Remove(absorbedId);
        return [.. own, .. came.Values.SelectMany(k => k)];
    }
}

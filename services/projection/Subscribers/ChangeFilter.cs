using Platform.Contracts;
using Platform.Projection.Api;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Subscribers;

/// <summary>
/// Which changes a subscriber is told: the filters of the lists that one state of an incident meets or not, and what happened. A
/// change is told when the incident met them before it or after it, so that a subscriber hears of what leaves its filter too.
/// </summary>
/// <param name="Incident">What the incident has to be like.</param>
/// <param name="Changes">What has to have happened; null for anything.</param>
/// <param name="Ids">Which incidents; null for all. The one condition that no change of an incident can take away.</param>
internal sealed record ChangeFilter(IncidentFilter Incident, string[]? Changes, Guid[]? Ids = null)
{
    private readonly string[][] keys = [.. Incident.Keys().Select(k => k.ToArray())];

    /// <summary>Reads the parameters; what is wrong goes to the reader's errors. All states when <c>status</c> is absent: what was rejected or withdrawn is news.</summary>
    public static ChangeFilter Read(QueryReader query)
    {
        var incident = IncidentFilter.ReadState(query, IncidentFilter.Names<IncidentStatus>());
        var ids = query.Ids("incident", "an incident");
        return new ChangeFilter(incident, query.Known("change", [.. IncidentStream.Changes.Values], "a change"), ids);
    }

    /// <summary>Whether a change is told.</summary>
    public bool Matches(FeedChange change) =>
        Changes?.Contains(change.Name) != false && Ids?.Contains(change.Change.Body.IncidentId) != false && (Matches(change.After) || (change.Before is { } before && Matches(before)));

    private bool Matches(FeedState state)
    {
        var row = state.Row;
        return Incident.Statuses.Contains(state.Status)
            && keys.All(state.Keys.Overlaps)
            && (Incident.From is not { } from || row.Incident.Date?.End >= from)
            && (Incident.To is not { } to || row.Incident.Date?.Start <= to)
            && (Incident.KilledMin is not { } leastKilled || row.Killed.Min >= leastKilled)
            && (Incident.KilledMax is not { } mostKilled || (row.Killed.Max ?? row.Killed.Min) <= mostKilled)
            && (Incident.WoundedMin is not { } leastWounded || row.Wounded.Min >= leastWounded)
            && (Incident.WoundedMax is not { } mostWounded || (row.Wounded.Max ?? row.Wounded.Min) <= mostWounded)
            && (Incident.ConfidenceMin is not { } confidence || row.Incident.Confidence >= confidence)
            && (Incident.Box is not { } box || IsIn(box, row.Incident.Place))
            && (Incident.Near is not { } circle || IsIn(circle, row.Incident.Place));
    }

    private static bool IsIn(Box box, Place? place) => place is { Lat: { } lat, Lon: { } lon } && lat >= box.South && lat <= box.North
        && (box.West <= box.East ? lon >= box.West && lon <= box.East : lon >= box.West || lon <= box.East);

    /// <summary>Haversine, as the lists have it in SQL.</summary>
    private static bool IsIn(Circle circle, Place? place)
    {
        if (place is not { Lat: { } lat, Lon: { } lon })
            return false;
        var (down, across) = (Math.Sin(Radians(lat - circle.Lat) / 2), Math.Sin(Radians(lon - circle.Lon) / 2));
        var root = Math.Sqrt(down * down + Math.Cos(Radians(lat)) * Math.Cos(Radians(circle.Lat)) * across * across);
        return 12742.0176 * Math.Asin(Math.Min(1, root)) <= circle.Km;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

using System.Text.Json;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>Tells the events of one incident as changes a person can read. No I/O.</summary>
public static class IncidentChangelog
{
    /// <summary>Properties that every event moves, that the entry tells by itself, or that hold whole reports.</summary>
    private static readonly HashSet<string> NotTold = ["id", "version", "openedAt", "changedAt", "reports"];

    /// <summary>Every change, oldest first.</summary>
    /// <param name="stream">Events of one incident, from its first on, by version.</param>
    public static IEnumerable<HistoryEntry> Of(IEnumerable<StoredEvent> stream) => PastIncident.Steps(stream).Select(s => Entry(s.Stored, s.Event, s.Before, s.After));

    private static HistoryEntry Entry(StoredEvent stored, object happened, Incident? before, Incident after)
    {
        var entry = new HistoryEntry
        {
            Version = stored.Version,
            At = stored.At,
            Change = IncidentStream.Changes[stored.Type],
            Fields = Fields(before, after),
            // 00-<trace id>-<span id>-<flags>
            TraceId = stored.TraceParent?.Split('-') is [_, var trace, ..] ? trace : null,
        };
        return happened switch
        {
            IncidentOpened e => entry with { Article = Article(e.Article), ReportIds = [e.Report.ReportId] },
            ReportLinked e => entry with
            {
                Article = Article(e.Article),
                ReportIds = e.Replaces is { } replaced ? [e.Report.ReportId, replaced] : [e.Report.ReportId],
                Score = e.Score,
                Reason = e.Replaces is not null ? "A later reading of the article; takes the place of the earlier report." : e.Reasons.Count > 0 ? string.Join("; ", e.Reasons) : null,
                Actor = e.Replaces is null && e.Score is not null ? Events.Linker : null,
            },
            ReportUnlinked e => entry with { Article = ArticleOf(before, e.ReportId), ReportIds = [e.ReportId], Reason = e.Reason, Actor = e.Actor },
            ReportDated e => entry with { Article = ArticleOf(after, e.ReportId), ReportIds = [e.ReportId], Reason = e.Reason, Actor = Events.Linker },
            IncidentCorrected e => entry with { Actor = e.Correction.Actor, Reason = e.Correction.Reason },
            IncidentConfirmed e => entry with { Actor = e.Actor, Reason = e.Reason },
            IncidentRejected e => entry with { Actor = e.Actor, Reason = e.Reason },
            IncidentReopened e => entry with { Actor = e.Actor, Reason = e.Reason },
            IncidentsMerged e => entry with { Actor = e.Actor, Reason = e.Reason, Score = e.Score, OtherId = Other(after, e.IncidentId, e.AbsorbedId), ReportIds = Ids(e.Reports), Overruled = before is { } b && b.Id == e.IncidentId ? [.. IncidentStream.Overruled(b, e)] : [] },
            IncidentSplit e => entry with { Actor = e.Actor, Reason = e.Reason, OtherId = Other(after, e.IncidentId, e.Into), ReportIds = Ids(e.Reports) },
            IncidentsKeptApart e => entry with { Actor = e.Actor, Reason = e.Reason, OtherId = Other(after, e.IncidentId, e.OtherId) },
            _ => entry,
        };
    }

    private static IReadOnlyList<FieldChange> Fields(Incident? before, Incident after)
    {
        var (old, now) = (Values(before), Values(after));
        return [.. now.Keys.Union(old.Keys)
            .Where(name => !(old.TryGetValue(name, out var a) && now.TryGetValue(name, out var b) && JsonElement.DeepEquals(a, b)))
            .Select(name => new FieldChange(name, Find(old, name), Find(now, name)))];
    }

    private static JsonElement? Find(Dictionary<string, JsonElement> values, string name) => values.TryGetValue(name, out var value) ? value : null;

    /// <summary>By name; an empty list is as good as none.</summary>
    private static Dictionary<string, JsonElement> Values(Incident? incident) => incident is null ? []
        : JsonSerializer.SerializeToElement(incident with { Reports = [] }, ContractJson.Default.Incident).EnumerateObject()
            .Where(p => !NotTold.Contains(p.Name) && !(p.Value.ValueKind == JsonValueKind.Array && p.Value.GetArrayLength() == 0))
            .ToDictionary(p => p.Name, p => p.Value);

    private static Guid Other(Incident incident, Guid one, Guid two) => incident.Id == one ? two : one;

    private static IReadOnlyList<Guid> Ids(IReadOnlyList<LinkedReport> reports) => [.. reports.Select(r => r.ReportId)];

    private static HistoryArticle Article(ArticleReference a) => new(a.ArticleId, a.Revision, a.Title, a.Outlet, a.Url);

    private static HistoryArticle? ArticleOf(Incident? incident, Guid reportId) =>
        incident?.Reports.FirstOrDefault(r => r.ReportId == reportId) is { } r ? new HistoryArticle(r.ArticleId, r.Revision, r.Title, r.Outlet, r.Url) : null;
}

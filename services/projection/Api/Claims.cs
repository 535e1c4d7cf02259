using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>One value of a field, and who gives it: a report of an article, or a person who corrected the field.</summary>
public sealed record Claim
{
    /// <summary>The value, of the type the field has in the incident, one item of it when that is a list; absent when a person says that it is not known.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>True when the incident has this value.</summary>
    public required bool Best { get; init; }

    /// <summary>When the article was published, or received when that is not known; or when the person corrected it, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The words it was read from.</summary>
    public string? Words { get; init; }

    /// <summary>Where these stand in the article's text: the first UTF-16 code unit.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public int? End { get; init; }

    /// <summary>Of perpetrators: who says that they did it, and how surely.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The report that gives it; absent for a person's word.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>The article of the report.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>The revision of it that was read, 1 or more.</summary>
    public int? Revision { get; init; }

    /// <summary>Headline of the article.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet of the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>True when the article was written to report the incident, false when it tells of it as background; absent for a person's word.</summary>
    public bool? IsMain { get; init; }

    /// <summary>What the date was found out from when the article alone could not give it.</summary>
    public string? DateReason { get; init; }

    /// <summary>Who corrected it; absent for a report.</summary>
    public Actor? Actor { get; init; }

    /// <summary>Why the person corrected it.</summary>
    public string? Reason { get; init; }
}

/// <summary>All that is said of one field of an incident.</summary>
public sealed record FieldClaims
{
    /// <summary>The field, named as in a correction.</summary>
    public required string Field { get; init; }

    /// <summary>True when reports contradict each other on it.</summary>
    public required bool Conflict { get; init; }

    /// <summary>The corrections first, then what the reports say, the earliest first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }
}

/// <summary>Who says what of an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Version">Version of its stream these are the claims of; 1 or more.</param>
/// <param name="Outlets">Independent outlets that tell of it.</param>
/// <param name="Fields">The fields of which anything is said, in the order of the incident's properties.</param>
public sealed record IncidentClaims(Guid IncidentId, long Version, int Outlets, IReadOnlyList<FieldClaims> Fields)
{
    /// <summary>The claims of an incident, with the words of what only has a place in a text.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="texts">Texts of its articles, by article and revision.</param>
    internal static IncidentClaims Of(Incident incident, IReadOnlyDictionary<(Guid ArticleId, int Revision), string> texts) => new(incident.Id, incident.Version, incident.Outlets,
    [
        .. Claims.Of(incident).Select(field => field with
        {
            Claims = [.. field.Claims.Select(c => c is { Words: null, ArticleId: { } article, Revision: { } revision, Start: { } start, End: { } end }
                && texts.TryGetValue((article, revision), out var text) && end <= text.Length ? c with { Words = text[start..end] } : c)],
        }),
    ]);
}

/// <summary>Who says what of an incident, field by field.</summary>
public static class Claims
{
    /// <summary>The fields of which anything is said, in the order of the incident's properties.</summary>
    public static IReadOnlyList<FieldClaims> Of(Incident incident)
    {
        var reports = incident.Reports.OrderBy(At).ThenBy(r => r.ReportId).ToList();
        return [.. CorrectedField.All.Select(field => Field(incident, reports, field)).Where(field => field.Claims.Count > 0)];
    }

    private static FieldClaims Field(Incident incident, List<LinkedReport> reports, string field)
    {
        var corrections = incident.Corrections.Where(c => c.Field == field).Select(c => new Claim
        {
            Value = c.Value,
            Best = true,
            At = c.CorrectedAt,
            Actor = c.Actor,
            Reason = c.Reason,
        }).ToList();
        var told = reports.SelectMany(report => Told(incident, report, field)).Select(claim => corrections.Count > 0 ? claim with { Best = false } : claim);
        return new FieldClaims { Field = field, Conflict = incident.Conflicts.Contains(field), Claims = [.. corrections, .. told] };
    }

    private static IEnumerable<Claim> Told(Incident incident, LinkedReport report, string field)
    {
        var json = ContractJson.Default;
        Claim Of<T>(T value, JsonTypeInfo<T> type, string? words, bool best, int? item = null) => new()
        {
            Value = JsonSerializer.SerializeToElement(value, type),
            Best = best,
            At = At(report),
            Words = words,
            Start = Place(item)?.Start,
            End = Place(item)?.End,
            ReportId = report.ReportId,
            ArticleId = report.ArticleId,
            Revision = report.Revision,
            Title = report.Title,
            Outlet = report.Outlet,
            Url = report.Url,
            IsMain = report.IsMain,
        };
        Evidence? Place(int? item) => report.Evidence.FirstOrDefault(e => e.Field == (item is { } n ? $"{field}[{n}]" : field));
        IEnumerable<Claim> Count(Func<Casualties, CasualtyCount?> of)
        {
            if (report.Casualties is { } told && of(told) is { } count)
                yield return Of(count, json.CasualtyCount, count.Text, incident.Casualties is { } known && of(known) is { } best && best.Min == count.Min && best.Max == count.Max);
        }
        return field switch
        {
            CorrectedField.EventType => [Of(report.EventType, json.EventType, null, report.EventType == incident.EventType)],
            CorrectedField.Date when report.Date is { } date =>
                [Of(date, json.EventDate, date.Text, incident.Date is { } d && (d.Start, d.End) == (date.Start, date.End)) with { DateReason = report.DateReason }],
            CorrectedField.Place when report.Place is { } place =>
                [Of(place, json.Place, place.Text, incident.Place is { } p && Same(p.Name, place.Name) && p.Country == place.Country)],
            CorrectedField.Weapons => report.Weapons.Select((w, n) => Of(w, json.Weapon, w.Text, incident.Weapons.Any(other =>
                other.Type == w.Type && (w.Model is null || Same(other.Model, w.Model)) && ((w.Min ?? w.Max) is null || (other.Min, other.Max) == (w.Min, w.Max))), n)),
            CorrectedField.Targets => report.Targets.Select((t, n) => Of(t, json.Target, t.Text, incident.Targets.Any(other => Same(other.Name, t.Name)), n)),
            CorrectedField.Killed => Count(static c => c.Killed),
            CorrectedField.Wounded => Count(static c => c.Wounded),
            CorrectedField.Missing => Count(static c => c.Missing),
            CorrectedField.Kidnapped => Count(static c => c.Kidnapped),
            CorrectedField.Damage => report.Damage.Select((d, n) => Of(d, json.Damage, d.Text, incident.Damage.Contains(d), n)),
            CorrectedField.Perpetrators => report.Perpetrators.Select((p, n) =>
                Of(p, json.Perpetrator, p.Text, incident.Perpetrators.Any(other => Same(other.Name, p.Name) && other.Stance == p.Stance), n) with { Stance = p.Stance }),
            _ => [],
        };
    }

    private static DateTimeOffset At(LinkedReport report) => report.PublishedAt ?? report.ReceivedAt;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

using System.Globalization;
using System.Text.Json;
using System.Xml;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>GET /incidents.atom: a feed of changes, newest first, a page at a time.</summary>
internal static class GetFeed
{
    /// <summary>Media type of Atom.</summary>
    public const string MediaType = "application/atom+xml";

    private const string Itself = "incidents.atom";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string GeoRss = "http://www.georss.org/georss";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents.atom", Handle)
        .WithName("feedIncidents")
        .WithSummary("Incidents as an Atom feed, last changed first")
        .WithDescription("The incidents of a filter, a page at a time; the link `next` leads to the page after (RFC 5005). An entry is updated with every version of its incident.")
        .Produces<string>(200, MediaType).Produces(304)
        .ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeFeed();

    private static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database, LogReader log)
    {
        var (query, errors) = IncidentQuery.Parse(http.Request.Query, IncidentSort.LastChanged, paged: true, fields: false);
        if (query is null)
            return Problems.InvalidQuery(errors!);
        return await database.ReadAsync(http, async connection =>
        {
            await ReadModelAnswers.LimitAsync(connection, http.RequestAborted);
            var pages = new IncidentPages(connection, log, await IncidentSource.OpenAsync(connection, query, http.RequestAborted), query);
            var found = await pages.ReadAsync(query.After, query.Limit + 1, http.RequestAborted);
            if (found.Count == 0 && await ReadModelAnswers.RefuseEmptyWordsAsync(connection, query.Filter.Words, http.RequestAborted) is { } refusal)
                return refusal;
            var page = found.Take(query.Limit).ToList();
            if (ETags.IsKnown(http, ETags.Of(page.Select(i => $"{i.Id}/{i.Version}").Append(found.Count > page.Count ? "more" : "")), isWeak: found.Count > page.Count))
                return Results.StatusCode(304);
            var next = found.Count > query.Limit ? (await pages.BehindAsync(page[^1], http.RequestAborted)).For(query.Question) : null;
            return Results.Text(Write(http.Request.Query, page, next), MediaType + "; charset=utf-8");
        });
    }

    /// <summary>A page of the feed. Its links are relative to its address: how others reach this service, whether by TLS or under another path, is not known here.</summary>
    /// <param name="question">What was asked for.</param>
    /// <param name="page">Its incidents.</param>
    /// <param name="next">Cursor of the page after; null when there is none.</param>
    public static string Write(IQueryCollection question, IReadOnlyList<FoundIncident> page, string? next)
    {
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            var incidents = page.Select(i => JsonSerializer.Deserialize(i.Json, ContractJson.Default.Incident)!).ToList();
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "georss", null, GeoRss);
            xml.WriteElementString("id", Atom, IdOf(question));
            xml.WriteElementString("title", Atom, "Incidents");
            xml.WriteElementString("updated", Atom, Moment(incidents.Count > 0 ? incidents.Max(i => i.ChangedAt) : DateTimeOffset.UnixEpoch));
            Link(xml, "self", Itself + QueryString.Create(question));
            if (next is not null)
                Link(xml, "next", Itself + QueryString.Create(question.Where(p => !Is(p.Key, "cursor")).Append(new("cursor", next))));
            foreach (var incident in incidents)
                WriteEntry(xml, incident);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    /// <summary>The same for all pages of a filter, wherever they are asked for.</summary>
    private static string IdOf(IQueryCollection question) => "urn:uuid:" + DeterministicId.Create(DeterministicId.Namespace, "feed\n" + string.Join('&', question
        .Where(p => !Is(p.Key, "cursor") && !Is(p.Key, "limit")).OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v ?? "")}"))));

    private static bool Is(string parameter, string name) => parameter.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static void WriteEntry(XmlWriter xml, Incident incident)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:uuid:{incident.Id}");
        xml.WriteElementString("title", Atom, Clean(incident.Title ?? IncidentTables.Snake(incident.EventType)));
        xml.WriteElementString("updated", Atom, Moment(incident.ChangedAt));
        xml.WriteElementString("published", Atom, Moment(incident.OpenedAt));
        Link(xml, "alternate", $"incidents/{incident.Id}");
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(string.Join(", ", incident.Reports.Select(r => r.Outlet).OfType<string>().Distinct().DefaultIfEmpty("unknown"))));
        xml.WriteEndElement();
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", IncidentTables.Snake(incident.EventType));
        xml.WriteEndElement();
        xml.WriteElementString("summary", Atom, Clean(Summary(incident)));
        if (incident.Place is { Lat: { } lat, Lon: { } lon })
            xml.WriteElementString("point", GeoRss, string.Create(CultureInfo.InvariantCulture, $"{lat} {lon}"));
        xml.WriteEndElement();
    }

    /// <summary>When, where and how many, as far as known.</summary>
    private static string Summary(Incident incident)
    {
        var parts = new[]
        {
            incident.Date is { } date ? date.Start == date.End ? $"{date.Start:yyyy-MM-dd}" : $"{date.Start:yyyy-MM-dd} to {date.End:yyyy-MM-dd}" : null,
            incident.Place is { } place ? string.Join(", ", new[] { place.Name, place.Admin1, place.Country }.OfType<string>().Distinct()) : null,
            incident.Casualties?.Killed is { } killed ? $"killed: {killed.Text}" : null,
            incident.Casualties?.Wounded is { } wounded ? $"wounded: {wounded.Text}" : null,
            $"status: {IncidentTables.Snake(incident.Status)}",
        };
        return string.Join("; ", parts.OfType<string>());
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without the characters that XML has no way to write.</summary>
    private static string Clean(string text) => new([.. text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD')]);

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>What GET /duplicates is asked for: read from the query string, checked field by field.</summary>
internal sealed record DuplicateQuery(string[]? Types, string[]? Countries, double? MinScore, AsOf? AsOf, int Limit, DuplicateCursor? After)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    public static (DuplicateQuery? Query, Dictionary<string, string[]>? Errors) Parse(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var types = reader.Known("type", IncidentFilter.Names<EventType>(), "an event type");
        var countries = IncidentFilter.ReadCountries(reader);
        var least = reader.Number("minScore", 0, 1);
        var asOf = AsOf.Read(reader);
        var limit = reader.Whole("limit", 1, LargestLimit) ?? DefaultLimit;
        DuplicateCursor? after = null;
        if (reader.One("cursor") is { } place && (after = DuplicateCursor.Parse(place)) is null)
            reader.Refuse("cursor", "This is none of ours; use the value of next as it was given, or leave it out to begin anew.");
        reader.RefuseUnknown();
        return reader.Errors.Count > 0 ? (null, reader.Errors) : (new DuplicateQuery(types, countries, least, asOf, limit, after), null);
    }
}

/// <summary>Where a page of pairs ended, and which moment its list is of: a pair found anew has another score, so that without it one could be told twice or not at all.</summary>
/// <param name="Score">Score of the last pair.</param>
/// <param name="IncidentId">Its smaller id.</param>
/// <param name="OtherId">The other.</param>
/// <param name="Moment">UTC, to the microsecond; null in a cursor from before they had it.</param>
internal sealed record DuplicateCursor(double Score, Guid IncidentId, Guid OtherId, DateTimeOffset? Moment = null)
{
    /// <summary>As it is given to a client.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Score:R}|{IncidentId:N}|{OtherId:N}") + Cursor.Tail(Moment)));

    /// <summary>Reads one back; null when it is none.</summary>
    public static DuplicateCursor? Parse(string given) =>
        given.Length <= 200 && Base64Url.IsValid(given) && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(given)).Split('|') is [var score, var one, var other, .. var rest]
        && double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        && Guid.TryParseExact(one, "N", out var incidentId) && Guid.TryParseExact(other, "N", out var otherId)
        && Cursor.TryMoment(rest, out var moment)
            ? new DuplicateCursor(number, incidentId, otherId, moment) : null;
}

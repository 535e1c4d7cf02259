using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Platform.Contracts;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>What GET /incidents is asked for: read from the query string, checked field by field.</summary>
internal sealed record IncidentQuery(string[]? Types, string[]? Countries, DateOnly? From, DateOnly? To, int Limit, Cursor? After)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 500;

    private static readonly Dictionary<string, EventType> Known = Enum.GetValues<EventType>().ToDictionary(IncidentTables.Snake);

    public static (IncidentQuery? Query, Dictionary<string, string[]>? Errors) Parse(IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>();
        var types = Values(query, "type");
        if (types?.FirstOrDefault(t => !Known.ContainsKey(t)) is { } unknown)
            errors["type"] = [$"'{unknown}' is not an event type. Known are: {string.Join(", ", Known.Keys)}."];
        var countries = Values(query, "country")?.Select(c => c.ToUpperInvariant()).ToArray();
        if (countries?.FirstOrDefault(c => c.Length != 2 || !c.All(char.IsAsciiLetter)) is { } country)
            errors["country"] = [$"'{country}' is not an ISO 3166-1 alpha-2 code such as IQ."];
        var from = Date(query, "from", errors);
        var to = Date(query, "to", errors);
        if (from > to)
            errors["from"] = ["from is after to."];
        var limit = DefaultLimit;
        if (query["limit"] is [{ } given, ..] && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LargestLimit))
            errors["limit"] = [$"'{given}' is not a number from 1 to {LargestLimit}."];
        Cursor? after = null;
        if (query["cursor"] is [{ Length: > 0 } cursor, ..] && !Cursor.TryParse(cursor, out after))
            errors["cursor"] = ["The cursor is not one of ours. Use the value of next as it was given, or leave it out to begin anew."];
        foreach (var name in query.Keys.Except(["type", "country", "from", "to", "limit", "cursor"]))
            errors[name] = ["There is no such parameter. Known are type, country, from, to, limit and cursor."];
        return errors.Count > 0 ? (null, errors) : (new IncidentQuery(types, countries, from, to, limit, after), null);
    }

    private static string[]? Values(IQueryCollection query, string name) =>
        query[name] is { Count: > 0 } given
            ? [.. given.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : null;

    private static DateOnly? Date(IQueryCollection query, string name, Dictionary<string, string[]> errors)
    {
        if (query[name] is not [{ } given, ..])
            return null;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        errors[name] = [$"'{given}' is not a date; use yyyy-MM-dd."];
        return null;
    }
}

/// <summary>Where a page ended: the sort key of its last row, so that rows that come or go in between move nothing.</summary>
internal sealed record Cursor(DateOnly Date, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Date:yyyy-MM-dd}/{Id:N}"));

    public static bool TryParse(string text, out Cursor? cursor)
    {
        cursor = null;
        Span<byte> bytes = stackalloc byte[64];
        if (text.Length > 80 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || Encoding.ASCII.GetString(bytes[..length]).Split('/') is not [var date, var id]
            || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !Guid.TryParseExact(id, "N", out var guid))
            return false;
        cursor = new Cursor(day, guid);
        return true;
    }
}

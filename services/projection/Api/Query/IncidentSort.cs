using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.Api;

/// <summary>An order of the list: a key that every row has, then the id.</summary>
/// <param name="Name">As in the parameter <c>sort</c>; a minus sign in front turns it round.</param>
/// <param name="Key">SQL over the list's columns; there is an index of exactly this.</param>
/// <param name="Type">Its type.</param>
/// <param name="Descending">True when the greatest comes first.</param>
internal sealed record IncidentSort(string Name, string Key, NpgsqlDbType Type, bool Descending)
{
    /// <summary>Newest first.</summary>
    public static readonly IncidentSort Newest = new("date", "l.sort_date", NpgsqlDbType.Date, true);

    /// <summary>Last changed first.</summary>
    public static readonly IncidentSort LastChanged = new("changed", "l.changed_at", NpgsqlDbType.TimestampTz, true);

    private static readonly IncidentSort[] All =
    [
        Newest, LastChanged,
        new("reported", "coalesce(l.last_reported, l.opened_at)", NpgsqlDbType.TimestampTz, true),
        new("killed", "coalesce(l.killed_min, -1)", NpgsqlDbType.Integer, true),
        new("wounded", "coalesce(l.wounded_min, -1)", NpgsqlDbType.Integer, true),
        new("confidence", "l.confidence", NpgsqlDbType.Double, true),
    ];

    /// <summary>Every value of the parameter.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.SelectMany(s => new[] { "-" + s.Name, s.Name })];

    /// <summary>Reads the parameter <c>sort</c>.</summary>
    public static IncidentSort Read(QueryReader query, IncidentSort otherwise)
    {
        if (query.One("sort") is not { } given)
            return otherwise;
        if (All.FirstOrDefault(s => s.Name == given.TrimStart('-')) is { } sort && Names.Contains(given))
            return sort with { Descending = given.StartsWith('-') };
        query.Refuse("sort", $"'{QueryReader.Cut(given)}' is not an order. Known are: {string.Join(", ", Names)}.");
        return otherwise;
    }

    /// <summary>The least key that an incident of a filter can have, where the filter says: what is below need not be looked at.</summary>
    public object? Least(IncidentFilter filter) => Name switch
    {
        "changed" => filter.ChangedSince?.UtcDateTime,
        "killed" => filter.KilledMin,
        "wounded" => filter.WoundedMin,
        "confidence" => filter.ConfidenceMin,
        _ => null,
    };

    /// <summary>The greatest, likewise.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="until">Only what has not changed since, UTC.</param>
    public object? Most(IncidentFilter filter, DateTimeOffset? until) => Name switch
    {
        "date" => filter.To,
        "changed" => until?.UtcDateTime,
        "killed" => filter.KilledMax,
        "wounded" => filter.WoundedMax,
        _ => null,
    };

    /// <summary>As in the parameter.</summary>
    public override string ToString() => (Descending ? "-" : "") + Name;

    /// <summary><c>order by</c> over a key and an id.</summary>
    public string Order(string key, string id) => Descending ? $"{key} desc, {id} desc" : $"{key}, {id}";

    /// <summary>Two lists in this order as one. Ids are compared as the database does it, byte by byte.</summary>
    public IEnumerable<FoundIncident> Merge(IEnumerable<FoundIncident> one, IEnumerable<FoundIncident> other)
    {
        var rising = one.Concat(other).OrderBy(i => (IComparable)Parse(i.Key)!).ThenBy(i => i.Id);
        return Descending ? rising.Reverse() : rising;
    }

    /// <summary>The key of a row as text for a cursor.</summary>
    public string Read(NpgsqlDataReader row, int column) => Type switch
    {
        NpgsqlDbType.Date => row.GetFieldValue<DateOnly>(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NpgsqlDbType.TimestampTz => row.GetFieldValue<DateTime>(column).ToString("O", CultureInfo.InvariantCulture),
        NpgsqlDbType.Integer => row.GetInt32(column).ToString(CultureInfo.InvariantCulture),
        _ => row.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The key of a cursor as a value; null when it is none.</summary>
    public object? Parse(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return Type switch
        {
            NpgsqlDbType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? day : null,
            NpgsqlDbType.TimestampTz => DateTime.TryParseExact(text, "O", culture, DateTimeStyles.RoundtripKind, out var time) && time.Kind == DateTimeKind.Utc ? time : null,
            NpgsqlDbType.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null,
            _ => double.TryParse(text, NumberStyles.Float, culture, out var number) && double.IsFinite(number) ? number : null,
        };
    }
}

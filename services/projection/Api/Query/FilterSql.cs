using Npgsql;
using NpgsqlTypes;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>
/// A filter as SQL over the list's columns, alias <c>l</c>. What the index of words and keys can look up is kept apart from what
/// has to be asked of each row.
/// </summary>
internal sealed class FilterSql
{
    /// <summary>The columns that all indexes of an order carry or are ordered by, see IncidentTables.sql.</summary>
    public const string CoveredColumns = "l.id, l.status, l.event_type, l.country, l.lat, l.lon, l.date_start, l.date_end, l.killed_min, l.killed_max, l.wounded_min, l.wounded_max, l.confidence, l.changed_at, l.signature";

    private readonly IncidentFilter filter;
    private readonly List<string> indexed = [];
    private readonly List<string> exact = [];

    /// <summary>The conditions of a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="parameters">Where the values go.</param>
    /// <param name="first">The first day any incident is listed under, when known: it bounds a range that is open to the past.</param>
    /// <param name="last">The last one.</param>
    /// <param name="until">Only what has not changed since, UTC.</param>
    public FilterSql(IncidentFilter filter, NpgsqlParameterCollection parameters, DateOnly? first = null, DateOnly? last = null, DateTimeOffset? until = null)
    {
        Parameters = parameters;
        this.filter = filter;
        indexed.AddRange(filter.Keys().Select(Any));
        AddStatus(filter);
        AddDays(filter, first, last);
        AddPlace(filter);
        AddFigures(filter);
        if (filter.ConfidenceMin is { } confidence)
            exact.Add($"l.confidence >= {Add(confidence, NpgsqlDbType.Double)}");
        if (filter.ChangedSince is { } since)
            exact.Add($"l.changed_at >= {Add(since.UtcDateTime, NpgsqlDbType.TimestampTz)}");
        if (until is { } moment)
            exact.Add($"l.changed_at <= {Add(moment.UtcDateTime, NpgsqlDbType.TimestampTz)}");
        if (filter.Words is { } words)
            indexed.Add(Has(words));
    }

    /// <summary>Where the values go.</summary>
    public NpgsqlParameterCollection Parameters { get; }

    /// <summary>True when the index of words and keys narrows anything down.</summary>
    public bool IsIndexed => indexed.Count > 0;

    /// <summary>All of it.</summary>
    public string Where => string.Join(" and ", indexed.Concat(exact));

    /// <summary>What can be asked of <see cref="CoveredColumns"/> alone: of every incident that fits it is true, and of few others.</summary>
    public string Covered()
    {
        var conditions = exact.ToList();
        if (filter.Types is { } types)
            conditions.Add(OneOf("l.event_type", types));
        if (filter.Acled is { } acled)
            conditions.Add(OneOf("l.event_type", AcledTypes.Within(acled).Select(IncidentTables.Snake)));
        if (filter.Countries is { } countries)
            conditions.Add(OneOf("l.country", countries));
        conditions.AddRange(filter.SignedKeys().Select(keys => $"(l.signature is null or {string.Join(" or ", keys.Select(Signed))})"));
        return string.Join(" and ", conditions);
    }

    /// <summary>What <see cref="Covered"/> leaves to be asked of the row; null for nothing.</summary>
    public string? Uncovered()
    {
        var conditions = filter.SignedKeys().Select(Any).ToList();
        if (filter.Articles is { } articles)
            conditions.Add(Any(articles.Select(IncidentKeys.Article)));
        if (filter.Words is { } words)
            conditions.Add(Has(words));
        return conditions.Count == 0 ? null : string.Join(" and ", conditions);
    }

    /// <summary>A value as a parameter.</summary>
    public string Add(object value, NpgsqlDbType type)
    {
        Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        return "$" + Parameters.Count;
    }

    /// <summary>A condition: at least one of some keys.</summary>
    public string Any(IEnumerable<string> keys) => $"l.keys && {Add(keys.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)}";

    private string Has(string words) => $"l.search @@ websearch_to_tsquery('english', {Add(words, NpgsqlDbType.Text)})";

    private string Signed(string key)
    {
        var bits = Add(IncidentSignature.Of(key), NpgsqlDbType.Bigint);
        return $"l.signature & {bits} = {bits}";
    }

    private string OneOf(string column, IEnumerable<string> values) => $"{column} = any({Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)})";

    private void AddStatus(IncidentFilter filter)
    {
        exact.Add(OneOf("l.status", filter.Statuses));
        if (!filter.Statuses.Contains("open"))
            indexed.Add(Any(filter.Statuses.Select(IncidentKeys.Status)));
    }

    private void AddDays(IncidentFilter filter, DateOnly? first, DateOnly? last)
    {
        if (filter.From is { } from)
            exact.Add($"l.date_end >= {Add(from, NpgsqlDbType.Date)}");
        if (filter.To is { } to)
            exact.Add($"l.date_start <= {Add(to, NpgsqlDbType.Date)}");
        // No incident begins before the first day or after the last, so the bounds take none away.
        if ((filter.From ?? filter.To) is not null && (filter.From ?? first) is { } begin && (filter.To ?? last) is { } end)
            if (IncidentKeys.Overlapping(begin, begin > end ? begin : end) is { } keys)
                indexed.Add(Any(keys));
    }

    private void AddPlace(IncidentFilter filter)
    {
        if (filter.Box is { } box)
        {
            AddCells(box);
            exact.Add($"l.lat between {Add(box.South, NpgsqlDbType.Double)} and {Add(box.North, NpgsqlDbType.Double)}");
            var (west, east) = (Add(box.West, NpgsqlDbType.Double), Add(box.East, NpgsqlDbType.Double));
            exact.Add(box.West <= box.East ? $"l.lon between {west} and {east}" : $"(l.lon >= {west} or l.lon <= {east})");
        }
        if (filter.Near is { } near)
        {
            AddCells(Around(near));
            var (lat, lon) = (Add(near.Lat, NpgsqlDbType.Double), Add(near.Lon, NpgsqlDbType.Double));
            // Haversine; least() because rounding can carry the root past 1.
            exact.Add($"""
                12742.0176 * asin(least(1, sqrt(power(sind((l.lat - {lat}) / 2), 2)
                    + cosd(l.lat) * cosd({lat}) * power(sind((l.lon - {lon}) / 2), 2)))) <= {Add(near.Km, NpgsqlDbType.Double)}
                """);
        }
    }

    private void AddCells(Box box)
    {
        var cells = box.West <= box.East ? IncidentKeys.Cells(box.West, box.South, box.East, box.North)
            : IncidentKeys.Cells(box.West, box.South, 180, box.North) is { } west && IncidentKeys.Cells(-180, box.South, box.East, box.North) is { } east ? [.. west, .. east] : null;
        if (cells is not null)
            indexed.Add(Any(cells));
    }

    /// <summary>A box that holds a circle; all longitudes when it comes near a pole.</summary>
    private static Box Around(Circle circle)
    {
        const double KmADegree = 111.1;
        var high = circle.Km / KmADegree;
        var (south, north) = (circle.Lat - high, circle.Lat + high);
        var widest = Math.Cos(Math.Max(Math.Abs(south), Math.Abs(north)) * Math.PI / 180);
        var wide = high / Math.Max(widest, 1e-9);
        if (south < -89 || north > 89 || wide >= 179)
            return new Box(-180, Math.Max(south, -90), 180, Math.Min(north, 90));
        return new Box(Wrap(circle.Lon - wide), south, Wrap(circle.Lon + wide), north);
    }

    private static double Wrap(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;

    private void AddFigures(IncidentFilter filter)
    {
        foreach (var (column, key, least, most) in new[] { ("killed", "k", filter.KilledMin, filter.KilledMax), ("wounded", "x", filter.WoundedMin, filter.WoundedMax) })
        {
            if (least is { } low)
            {
                exact.Add($"l.{column}_min >= {Add(low, NpgsqlDbType.Integer)}");
                if (IncidentKeys.AtLeast(key, low) is { } step)
                    indexed.Add(Any([step]));
            }
            if (most is { } high)
                exact.Add($"coalesce(l.{column}_max, l.{column}_min) <= {Add(high, NpgsqlDbType.Integer)}");
        }
    }
}

using System.Globalization;
using Npgsql;
using Platform.Projection;
using Platform.Projection.Api;

namespace Platform.Tests.Scale;

/// <summary>Questions as a console asks them, with values that occur, common ones and rare ones.</summary>
internal sealed class Questions
{
    private static readonly (string Sort, string Key)[] Orders =
    [
        ("date", "sort_date"), ("changed", "changed_at"), ("reported", "coalesce(last_reported, opened_at)"),
        ("killed", "coalesce(killed_min, -1)"), ("wounded", "coalesce(wounded_min, -1)"), ("confidence", "confidence"),
    ];

    private readonly NpgsqlDataSource database;
    private readonly List<Row> rows = [];

    private Questions(NpgsqlDataSource database) => this.database = database;

    /// <summary>Kinds of questions by what the table calls them; each makes the next path.</summary>
    public IEnumerable<(string Row, Func<Random, Task<string>> Next)> Kinds =>
    [
        ("page, no filter, any order, first and deep", r => PageAsync(r, "")),
        ("page, one filter, any order, first and deep", r => PageAsync(r, Filter(r))),
        ("page, two to four filters, any order, first and deep", r => PageAsync(r, Several(r))),
        ("page, map (box or radius) and days", r => PageAsync(r, $"{Where(r)}&{Days(r)}")),
        ("page, as of a day, no filter", r => Task.FromResult($"incidents?asOf={Any(r).ChangedAt:yyyy-MM-dd}")),
        ("full text, one word", r => Task.FromResult($"incidents?q={Word(r)}")),
        ("full text, two or three words", r => Task.FromResult($"incidents?q={Word(r)}+{Word(r)}{(r.Next(2) == 0 ? "" : "+" + Word(r))}")),
        ("full text and filters, any order, first and deep", r => PageAsync(r, $"q={Word(r)}&{Filter(r)}")),
        ("articles, full text, one word", r => Task.FromResult($"articles?q={Word(r)}")),
        ("one incident", r => Task.FromResult($"incidents/{Any(r).Id}")),
        ("one incident, its history", r => Task.FromResult($"incidents/{Any(r).Id}/history")),
        ("facets, no filter", _ => Task.FromResult("incidents/facets")),
        ("facets of three filters", r => Task.FromResult($"incidents/facets?country={Any(r).Country}&{Days(r)}&type={Any(r).Type}")),
        ("facets of a country and a year", r => Task.FromResult($"incidents/facets?country={Any(r).Country}&{Year(Any(r).Day.Year)}")),
        ("stats of a country by year and type", r => Task.FromResult($"stats?by=year,type&country={Any(r).Country}")),
    ];

    /// <summary>Takes some hundred incidents as samples.</summary>
    public static async Task<Questions> OpenAsync(NpgsqlDataSource database)
    {
        var questions = new Questions(database);
        // Chosen first: words of all that there is, to take them from 400, took a million incidents longer than a statement may.
        await using var command = database.CreateCommand($"""
            select id, event_type, country, coalesce(lat, 0), coalesce(lon, 0), sort_date, killed_min, coalesce(perpetrators[1], ''), coalesce(weapons[1], 'bomb'), coalesce(outlet_names[1], ''), changed_at, place,
                array(select lexeme from unnest(search) where length(lexeme) > 2 and lexeme !~ '[^a-z]' and length(to_tsvector('english', lexeme)) > 0 order by md5(lexeme) limit 20), admin1
            from {Schema.Name}.incident_list where id in (select id from {Schema.Name}.incident_list where status in ('open', 'confirmed') order by md5(id::text) limit 400) order by md5(id::text)
            """);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            questions.rows.Add(new Row(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetFieldValue<DateOnly>(5), reader.IsDBNull(6) ? 0 : reader.GetInt32(6),
                reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetFieldValue<DateTime>(10), reader.GetString(11),
                reader.GetFieldValue<string[]>(12), reader.IsDBNull(13) ? null : reader.GetString(13)));
        return questions;
    }

    /// <summary>A first page, or one after a cursor at a random depth of the whole list.</summary>
    private async Task<string> PageAsync(Random random, string filter)
    {
        var (sort, key) = Orders[random.Next(Orders.Length)];
        var descending = random.Next(3) > 0;
        var query = string.Join('&', new[] { filter, $"sort={(descending ? "-" : "")}{sort}" }.Where(p => p.Length > 0));
        if (random.Next(2) == 0)
            return "incidents?" + query;
        // The place of a known incident is a place in every list of that order.
        await using var command = database.CreateCommand($"select {key} from {Schema.Name}.incident_list where id = $1");
        var id = Any(random).Id;
        command.Parameters.Add(new() { Value = id });
        var text = await command.ExecuteScalarAsync() switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day when sort == "date" => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
        };
        var asked = new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
        return $"incidents?{query}&cursor={new Cursor(text, id).For(Cursor.QuestionOf(asked))}";
    }

    private string Filter(Random random)
    {
        var row = Any(random);
        return random.Next(11) switch
        {
            0 => $"type={row.Type}",
            1 => $"country={row.Country}",
            2 => row.Admin1 is { } admin1 ? $"admin1={Uri.EscapeDataString(admin1)}" : $"country={row.Country}",
            3 => Days(random),
            4 => $"killedMin={row.Killed}",
            5 => $"killedMin={Math.Max(0, row.Killed - 3)}&killedMax={row.Killed}",
            6 => row.Perpetrator.Length > 0 ? $"perpetrator={Uri.EscapeDataString(row.Perpetrator)}" : "stance=claimed",
            7 => $"weapon={row.Weapon}",
            8 => $"outlet={Uri.EscapeDataString(row.Outlet)}",
            9 => $"confidenceMin=0.{random.Next(50, 99)}",
            _ => Where(random),
        };
    }

    private string Several(Random random)
    {
        // Filters of several parameters stay whole: by the name of the first.
        var filters = new Dictionary<string, string>();
        for (var n = random.Next(2, 5); filters.Count < n;)
        {
            var filter = Filter(random);
            filters.TryAdd(filter[..filter.IndexOf('=', StringComparison.Ordinal)], filter);
        }
        return string.Join('&', filters.Values);
    }

    private string Where(Random random)
    {
        var row = Any(random);
        return random.Next(2) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"near={row.Lat:0.###},{row.Lon:0.###}&radiusKm={random.Next(5, 200)}")
            : string.Create(CultureInfo.InvariantCulture, $"bbox={Math.Max(-180, row.Lon - 2):0.##},{Math.Max(-90, row.Lat - 1):0.##},{Math.Min(180, row.Lon + 2):0.##},{Math.Min(90, row.Lat + 1):0.##}");
    }

    private string Days(Random random)
    {
        var from = Any(random).Day;
        return $"from={from:yyyy-MM-dd}&to={from.AddDays(random.Next(1, 400)):yyyy-MM-dd}";
    }

    private static string Year(int year) => $"from={year}-01-01&to={year}-12-31";

    private string Word(Random random)
    {
        var row = Any(random);
        return random.Next(6) == 0 ? Uri.EscapeDataString(row.Place) : row.Words[random.Next(row.Words.Length)];
    }

    private Row Any(Random random) => rows[random.Next(rows.Count)];

    private sealed record Row(
        Guid Id, string Type, string Country, double Lat, double Lon, DateOnly Day, int Killed, string Perpetrator, string Weapon, string Outlet, DateTime ChangedAt, string Place, string[] Words, string? Admin1);
}

using Npgsql;

namespace Platform.Projection.Api;

/// <summary>GET /stats: incidents and people harmed, by period, country, type, perpetrator and more.</summary>
internal static class GetStats
{
    public const int MostGroups = 10_000;
    public const int MostDimensions = 3;

    /// <summary>What the indexes of the orders do not carry, so that the rows are read.</summary>
    private static readonly string[] Uncovered = ["admin1", "perpetrator", "weapon", "outlet"];

    /// <summary>Names that come in several spellings, which the filters take as one.</summary>
    private static readonly string[] Spelled = ["admin1", "perpetrator", "outlet"];

    /// <summary>Spellings of each group that are read at most, on average; so many groups at most are read.</summary>
    private const int MostSpellings = 10;

    /// <summary>What one can count by: the value of a row, and where it comes from when a row has several.</summary>
    private static readonly Dictionary<string, (string Value, string? From)> Dimensions = new()
    {
        ["day"] = ("to_char(l.date_start, 'YYYY-MM-DD')", null),
        ["week"] = ("to_char(l.date_start, 'IYYY-\"W\"IW')", null),
        ["month"] = ("to_char(l.date_start, 'YYYY-MM')", null),
        ["year"] = ("to_char(l.date_start, 'YYYY')", null),
        ["country"] = ("l.country", null),
        ["admin1"] = ("l.admin1", null),
        ["type"] = ("l.event_type", null),
        ["status"] = ("l.status", null),
        ["perpetrator"] = ("perpetrator", "l.perpetrators"),
        ["weapon"] = ("weapon", "l.weapons"),
        ["outlet"] = ("outlet", "l.outlet_names"),
    };

    /// <summary>Every value of the parameter <c>by</c>.</summary>
    public static IReadOnlyCollection<string> Names => Dimensions.Keys;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/stats", Handle)
        .WithName("incidentStatistics")
        .WithSummary("Incidents and people harmed, counted by period, country, type, perpetrator …")
        .WithDescription("""
            Exact sums over all incidents of the filter, a group for each combination of values that occurs. An incident stands under the
            first day it can have been; one without a value is in a group whose key lacks it; one with two perpetrators counts under both.
            Spellings of a name that differ in case or accents are one, told as the most frequent.
            """)
        .Produces<Stats>().Produces(304)
        .ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeStats();

    public static (IncidentFilter? Filter, string[] By, Dictionary<string, string[]> Errors) Parse(IQueryCollection given)
    {
        var query = new QueryReader(given);
        var by = query.Known("by", Dimensions.Keys, "something to count by") ?? [];
        if (by.Length is 0 or > MostDimensions)
            query.Refuse("by", $"Say by what to count, up to {MostDimensions} of: {string.Join(", ", Dimensions.Keys)}.");
        var filter = IncidentFilter.Read(query);
        query.RefuseUnknown();
        return (query.Errors.Count > 0 ? null : filter, by, query.Errors);
    }

    private static async Task<IResult> Handle(HttpRequest request, NpgsqlDataSource database)
    {
        var (filter, by, errors) = Parse(request.Query);
        if (filter is null)
            return Problems.InvalidQuery(errors);
        var stop = request.HttpContext.RequestAborted;
        return await database.ReadAsync(request.HttpContext, async connection =>
        {
            await ReadModelAnswers.LimitAsync(connection, stop);
            var source = await IncidentSource.OpenAsync(connection, filter.AsOf, stop);
            await using var byRows = Counting(connection, source, filter, by, covered: false)!;
            // What thousands of rows all over the table would tell, an index tells alone.
            await using var byIndex = source.IsPresent && !by.Intersect(Uncovered).Any() ? Counting(connection, source, filter, by, covered: true) : null;
            var command = await CheapestPlan.OfAsync(connection, byIndex is null ? [byRows] : [byIndex, byRows], stop);
            var groups = new List<StatsGroup>();
            await using (var row = await command.ExecuteReaderAsync(stop))
                while (await row.ReadAsync(stop))
                    groups.Add(new StatsGroup(
                        Enumerable.Range(0, by.Length).Where(n => !row.IsDBNull(n)).ToDictionary(n => by[n], row.GetString), row.GetInt64(by.Length),
                        new PeopleSum(row.GetInt64(by.Length + 1), row.GetInt64(by.Length + 2), row.GetInt64(by.Length + 3)),
                        new PeopleSum(row.GetInt64(by.Length + 4), row.GetInt64(by.Length + 5), row.GetInt64(by.Length + 6))));
            if (groups.Count == 0 && await ReadModelAnswers.RefuseEmptyWordsAsync(connection, filter.Words, stop) is { } refusal)
                return refusal;
            var told = groups.Count > MostRows(by) ? groups : Told(groups, by);
            return told.Count > MostGroups ? Problems.TooManyGroups(MostGroups) : ETags.Json(request.HttpContext, new Stats(by, told), ApiJson.Default.Stats);
        });
    }

    private static int MostRows(string[] by) => by.Intersect(Spelled).Any() ? MostSpellings * MostGroups : MostGroups;

    /// <summary>Groups whose names the filters take as one, as one.</summary>
    private static List<StatsGroup> Told(List<StatsGroup> groups, string[] by)
    {
        if (by.Intersect(Spelled).ToArray() is not { Length: > 0 } names)
            return groups;
        var told = names.ToDictionary(d => d, d => Spellings.Told(groups.Where(g => g.Key.ContainsKey(d)).Select(g => (g.Key[d], g.Incidents))));
        string? At(StatsGroup group, int n) => n < by.Length && group.Key.TryGetValue(by[n], out var value) ? told.TryGetValue(by[n], out var spelling) ? spelling[value] : value : null;
        var sums = groups.GroupBy(g => (At(g, 0), At(g, 1), At(g, 2)), (_, same) => new StatsGroup(
            Enumerable.Range(0, by.Length).Where(n => At(same.First(), n) is not null).ToDictionary(n => by[n], n => At(same.First(), n)!), same.Sum(g => g.Incidents),
            same.Select(g => g.Killed).Aggregate(PeopleSum.Add), same.Select(g => g.Wounded).Aggregate(PeopleSum.Add)));
        // The database ordered other spellings than those that are told.
        return [.. sums.Order(Comparer<StatsGroup>.Create((a, b) => by.Select(d => InOrder(a.Key.GetValueOrDefault(d), b.Key.GetValueOrDefault(d))).FirstOrDefault(c => c != 0)))];
    }

    private static int InOrder(string? one, string? other) =>
        one is null || other is null ? (one is null).CompareTo(other is null) : string.CompareOrdinal(one, other);

    /// <summary>The statement that counts; null when the filter asks for more than the columns that every order's index carries.</summary>
    private static NpgsqlCommand? Counting(NpgsqlConnection connection, IncidentSource source, IncidentFilter filter, string[] by, bool covered)
    {
        var command = new NpgsqlCommand { Connection = connection };
        var sql = new FilterSql(filter, command.Parameters);
        if (covered && sql.Uncovered() is not null)
            return null;
        var several = by.Where(d => Dimensions[d].From is not null).Select(d => $" left join lateral unnest({Dimensions[d].From}) as {d} on true");
        var places = string.Join(", ", Enumerable.Range(1, by.Length));
        command.CommandText = $"""
            select {string.Join(", ", by.Select(d => Dimensions[d].Value))}, count(*),
                coalesce(sum(l.killed_min), 0), coalesce(sum(coalesce(l.killed_max, l.killed_min)), 0), count(coalesce(l.killed_min, l.killed_max)),
                coalesce(sum(l.wounded_min), 0), coalesce(sum(coalesce(l.wounded_max, l.wounded_min)), 0), count(coalesce(l.wounded_min, l.wounded_max))
            from {source.Rows(sql)} l{string.Concat(several)} where {(covered ? sql.Covered() : sql.Where)} group by {places} order by {places} limit {MostRows(by) + 1}
            """;
        return command;
    }
}

/// <summary>Sums over all incidents of a filter.</summary>
/// <param name="By">What was counted by.</param>
/// <param name="Groups">In the order of their values.</param>
public sealed record Stats(IReadOnlyList<string> By, IReadOnlyList<StatsGroup> Groups);

/// <summary>The incidents that have the same values.</summary>
/// <param name="Key">The value of each of <c>by</c>; absent where the incidents have none.</param>
/// <param name="Incidents">How many they are.</param>
/// <param name="Killed">People killed, by the best figures.</param>
/// <param name="Wounded">People wounded, by the best figures.</param>
public sealed record StatsGroup(IReadOnlyDictionary<string, string> Key, long Incidents, PeopleSum Killed, PeopleSum Wounded);

/// <summary>People over several incidents.</summary>
/// <param name="Min">Sum of the lower bounds.</param>
/// <param name="Max">Sum of the upper bounds; where there is none, of the lower ones.</param>
/// <param name="Stated">Incidents that give a number; the others add nothing.</param>
public sealed record PeopleSum(long Min, long Max, long Stated)
{
    /// <summary>The people of both.</summary>
    public static PeopleSum Add(PeopleSum one, PeopleSum other) => new(one.Min + other.Min, one.Max + other.Max, one.Stated + other.Stated);
}

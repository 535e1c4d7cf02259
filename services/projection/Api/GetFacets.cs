using Npgsql;
using NpgsqlTypes;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>GET /incidents/facets: how many incidents of a filter have which value.</summary>
internal static class GetFacets
{
    public const int DefaultTop = 100;
    public const int LargestTop = 1000;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents/facets", Handle)
        .WithName("countIncidents")
        .WithSummary("How many incidents have which value")
        .WithDescription("""
            Exact counts over all incidents of the filter, by type, country, status, perpetrator, weapon, outlet, year and month.
            An incident with two weapons counts for both. Of the values of a facet the most frequent are told; `distinct` says how many there are.
            """)
        .Produces<Facets>().Produces(304)
        .ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeFacets();

    public static (IncidentFilter? Filter, int Top, Dictionary<string, string[]> Errors) Parse(IQueryCollection given)
    {
        var query = new QueryReader(given);
        var filter = IncidentFilter.Read(query);
        var top = query.Whole("top", 1, LargestTop) ?? DefaultTop;
        query.RefuseUnknown();
        return (query.Errors.Count > 0 ? null : filter, top, query.Errors);
    }

    private static async Task<IResult> Handle(HttpRequest request, NpgsqlDataSource database)
    {
        var (filter, top, errors) = Parse(request.Query);
        if (filter is null)
            return Problems.InvalidQuery(errors);
        var stop = request.HttpContext.RequestAborted;
        return await database.ReadAsync(request.HttpContext, async connection =>
        {
            await ReadModelAnswers.LimitAsync(connection, stop);
            await using var command = new NpgsqlCommand { Connection = connection };
            if (filter.IsWhole && await IsCountedAsync(connection, stop))
                command.CommandText = Counted(command, filter);
            else
                command.CommandText = Counting(await IncidentSource.OpenAsync(connection, filter.AsOf, stop), new FilterSql(filter, command.Parameters));
            var rows = new List<(string Facet, string? Value, long Count)>();
            await using (var reader = await command.ExecuteReaderAsync(stop))
                while (await reader.ReadAsync(stop))
                    rows.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2)));
            var total = rows.Single(r => r.Facet == "total").Count;
            if (total == 0 && await ReadModelAnswers.RefuseEmptyWordsAsync(connection, filter.Words, stop) is { } refusal)
                return refusal;
            var facets = rows.ToLookup(r => r.Facet, r => (r.Value, r.Count));
            return ETags.Json(request.HttpContext, new Facets(total, Of(facets["type"], top), Of(facets["country"], top), Of(facets["status"], top), Of(Folded(facets["perpetrator"]), top),
                Of(facets["weapon"], top), Of(Folded(facets["outlet"]), top), InOrder(facets["year"]), InOrder(facets["month"])), ApiJson.Default.Facets);
        });
    }

    /// <summary>SQL that goes through the incidents of a filter.</summary>
    private static string Counting(IncidentSource source, FilterSql sql) => $"""
        with found as materialized (
            select event_type, country, status, perpetrators, weapons, outlet_names, date_start from {source.Rows(sql)} l where {sql.Where})
        select 'total', null, count(*) from found
        union all select 'type', event_type, count(*) from found group by 2
        union all select 'country', country, count(*) from found group by 2
        union all select 'status', status, count(*) from found group by 2
        union all select 'perpetrator', value, count(*) from found left join lateral unnest(perpetrators) as value on true group by 2
        union all select 'weapon', value, count(*) from found left join lateral unnest(weapons) as value on true group by 2
        union all select 'outlet', value, count(*) from found left join lateral unnest(outlet_names) as value on true group by 2
        union all select 'year', to_char(date_start, 'YYYY'), count(*) from found group by 2
        union all select 'month', to_char(date_start, 'YYYY-MM'), count(*) from found group by 2
        """;

    /// <summary>SQL that reads the counts of the whole list.</summary>
    private static string Counted(NpgsqlCommand command, IncidentFilter filter)
    {
        command.Parameters.Add(new() { Value = filter.Statuses, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return $"""
            with found as (select * from {Schema.Name}.incident_count where status = any($1))
            select facet, nullif(value, ''), sum(incidents)::bigint from found where facet <> '{CountTable.Total}' group by 1, 2
            union all select '{CountTable.Total}', null, coalesce(sum(incidents), 0)::bigint from found where facet = '{CountTable.Total}'
            union all select 'status', status, incidents from found where facet = '{CountTable.Total}'
            """;
    }

    /// <summary>False after an update of the platform until the counts are built.</summary>
    private static async Task<bool> IsCountedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select exists (select from {Schema.Name}.incident_count where status = '' and facet = '{CountTable.Whole}')", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Names as the filter takes them.</summary>
    private static IEnumerable<(string? Value, long Count)> Folded(IEnumerable<(string? Value, long Count)> rows)
    {
        var told = Spellings.Told(rows.Where(r => r.Value is not null).Select(r => (r.Value!, r.Count)));
        return rows.GroupBy(r => r.Value is null ? null : told[r.Value], (value, all) => (value, all.Sum(r => r.Count)));
    }

    private static Facet Of(IEnumerable<(string? Value, long Count)> rows, int top)
    {
        var all = rows.Where(r => r.Value is not null).OrderByDescending(r => r.Count).ThenBy(r => r.Value, StringComparer.Ordinal).ToList();
        return new Facet([.. all.Take(top).Select(r => new FacetValue(r.Value!, r.Count))], all.Count, rows.FirstOrDefault(r => r.Value is null).Count);
    }

    private static Facet InOrder(IEnumerable<(string? Value, long Count)> rows)
    {
        var facet = Of(rows, int.MaxValue);
        return facet with { Values = [.. facet.Values.OrderBy(v => v.Value, StringComparer.Ordinal)] };
    }
}

/// <summary>Counts over all incidents of a filter.</summary>
/// <param name="Total">Incidents of the filter.</param>
/// <param name="Type">By kind of attack.</param>
/// <param name="Country">By country, ISO 3166-1 alpha-2.</param>
/// <param name="Status">By status.</param>
/// <param name="Perpetrator">By perpetrator, whatever the stance.</param>
/// <param name="Weapon">By kind of weapon.</param>
/// <param name="Outlet">By outlet that tells of it.</param>
/// <param name="Year">By year of the first day it can have been, all of them in order.</param>
/// <param name="Month">By month of the first day it can have been, all of them in order.</param>
public sealed record Facets(long Total, Facet Type, Facet Country, Facet Status, Facet Perpetrator, Facet Weapon, Facet Outlet, Facet Year, Facet Month);

/// <summary>The values of one facet.</summary>
/// <param name="Values">The most frequent first.</param>
/// <param name="Distinct">How many values there are; more than are told when <c>top</c> cut them.</param>
/// <param name="Missing">Incidents of the filter without any.</param>
public sealed record Facet(IReadOnlyList<FacetValue> Values, int Distinct, long Missing);

/// <summary>A value and how many incidents have it.</summary>
/// <param name="Value">As the filter of that name takes it.</param>
/// <param name="Count">Incidents.</param>
public sealed record FacetValue(string Value, long Count);

using System.Globalization;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>The table <c>incident_count</c>: the facets of the whole list, kept up with every change, because to count a million incidents takes seconds.</summary>
public static class CountTable
{
    /// <summary>The facet that counts each incident once.</summary>
    public const string Total = "total";

    /// <summary>The facet that is there when all incidents are counted.</summary>
    public const string Whole = "whole";

    /// <summary>What changes of incidents add to the counts and take from them.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="changes">Incidents before and after, each at most once.</param>
    public static IEnumerable<RowWrite> Rows(string schema, IEnumerable<(Incident? Before, Incident After)> changes)
    {
        var counts = new Dictionary<(string Status, string Facet, string Value), long>();
        foreach (var (before, after) in changes)
        {
            if (before is not null)
                Add(counts, before, -1);
            Add(counts, after, 1);
        }
        var moved = counts.Where(c => c.Value != 0).OrderBy(c => c.Key.Status, StringComparer.Ordinal).ThenBy(c => c.Key.Facet, StringComparer.Ordinal).ThenBy(c => c.Key.Value, StringComparer.Ordinal).ToList();
        if (moved.Count == 0)
            yield break;
        yield return new RowWrite(
            $"""
            insert into {schema}.incident_count as c (status, facet, value, incidents) select * from unnest($1, $2, $3, $4)
            on conflict (status, facet, value) do update set incidents = c.incidents + excluded.incidents
            """,
            moved.Column(NpgsqlDbType.Text, c => c.Key.Status), moved.Column(NpgsqlDbType.Text, c => c.Key.Facet), moved.Column(NpgsqlDbType.Text, c => c.Key.Value), moved.Column(NpgsqlDbType.Bigint, c => c.Value));
        // A value that is gone leaves no row, as if it had never been.
        if (moved.Where(c => c.Value < 0).ToList() is { Count: > 0 } less)
            yield return new RowWrite(
                $"""
                delete from {schema}.incident_count c using unnest($1, $2, $3) as n (status, facet, value)
                where c.status = n.status and c.facet = n.facet and c.value = n.value and c.incidents = 0
                """,
                less.Column(NpgsqlDbType.Text, c => c.Key.Status), less.Column(NpgsqlDbType.Text, c => c.Key.Facet), less.Column(NpgsqlDbType.Text, c => c.Key.Value));
    }

    private static void Add(Dictionary<(string, string, string), long> counts, Incident incident, int sign)
    {
        var status = IncidentTables.Snake(incident.Status);
        foreach (var (facet, values) in Of(incident))
            foreach (var value in values.Length > 0 ? values : [""])
            {
                var key = (status, facet, value);
                counts[key] = counts.GetValueOrDefault(key) + sign;
            }
    }

    /// <summary>The values of an incident as its row in the list has them.</summary>
    private static IEnumerable<(string Facet, string[] Values)> Of(Incident incident) =>
    [
        (Total, []),
        ("type", [IncidentTables.Snake(incident.EventType)]),
        ("country", incident.Place?.Country is { } country ? [country] : []),
        ("perpetrator", IncidentRow.Perpetrators(incident)),
        ("weapon", IncidentRow.Weapons(incident)),
        ("outlet", IncidentRow.Outlets(incident)),
        ("year", incident.Date is { } date ? [date.Start.ToString("yyyy", CultureInfo.InvariantCulture)] : []),
        ("month", incident.Date is { } day ? [day.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture)] : []),
    ];
}

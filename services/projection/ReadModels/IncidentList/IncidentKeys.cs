using Platform.Contracts;
using Platform.Words;

namespace Platform.Projection.ReadModels;

/// <summary>
/// The keys of an incident: everything one can filter by that an inverted index can look up. They lie in one index with the words
/// of the search, so that any combination of filters is an intersection of short lists. Ranges are looked up by steps and
/// cells, which the query then narrows to the exact range.
/// </summary>
public static class IncidentKeys
{
    /// <summary>Dates that span more days are looked up by year.</summary>
    public const int LongDays = 62;

    /// <summary>Years that an incident or a filter can span and still be looked up.</summary>
    public const int MostYears = 100;

    /// <summary>Side of a large cell, degrees.</summary>
    public const int LargeCell = 10;

    private static readonly int[] Steps = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>The keys of an incident.</summary>
    /// <param name="incident">The state.</param>
    /// <param name="sortDate">The day it is listed under.</param>
    /// <param name="killed">Lower bound of the best figure.</param>
    /// <param name="wounded">Lower bound of the best figure.</param>
    public static string[] Of(Incident incident, DateOnly sortDate, int? killed, int? wounded)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal)
        {
            Type(IncidentTables.Snake(incident.EventType)), Acled(AcledTypes.Of(incident.EventType).Type), Acled(AcledTypes.Of(incident.EventType).SubType),
            Year(sortDate.Year), Month(sortDate.Year, sortDate.Month),
        };
        // Nearly all are open: a list of them would only be long.
        if (incident.Status != IncidentStatus.Open)
            keys.Add(Status(IncidentTables.Snake(incident.Status)));
        if (incident.Place is { } place)
            AddPlace(keys, place);
        if (incident.Date is { } date)
            keys.UnionWith(DaysOf(date.Start, date.End));
        foreach (var perpetrator in incident.Perpetrators)
            keys.UnionWith([Perpetrator(perpetrator.Name), Stance(IncidentTables.Snake(perpetrator.Stance)), Perpetrator(perpetrator.Name, IncidentTables.Snake(perpetrator.Stance))]);
        foreach (var weapon in incident.Weapons)
            keys.Add(Weapon(IncidentTables.Snake(weapon.Type)));
        foreach (var report in incident.Reports)
        {
            keys.Add(Article(report.ArticleId));
            if (report.Outlet is { } outlet)
                keys.Add(Outlet(outlet));
        }
        keys.UnionWith(StepsOf("k", killed));
        keys.UnionWith(StepsOf("x", wounded));
        return [.. keys];
    }

    /// <summary>Status; none for open.</summary>
    public static string Status(string status) => "s:" + status;

    /// <summary>Kind of attack, snake_case.</summary>
    public static string Type(string type) => "t:" + type;

    /// <summary>ACLED's event type or sub-event type.</summary>
    public static string Acled(string type) => "e:" + Folding.Fold(type);

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public static string Country(string country) => "c:" + country;

    /// <summary>First-level division.</summary>
    public static string Admin1(string admin1) => "a:" + Folding.Fold(admin1);

    /// <summary>Perpetrator, whatever the stance.</summary>
    public static string Perpetrator(string name) => "p:" + Folding.Fold(name);

    /// <summary>Perpetrator with the stance taken to it.</summary>
    public static string Perpetrator(string name, string stance) => $"q:{stance}:{Folding.Fold(name)}";

    /// <summary>Stance to any perpetrator.</summary>
    public static string Stance(string stance) => "r:" + stance;

    /// <summary>Kind of weapon.</summary>
    public static string Weapon(string type) => "w:" + type;

    /// <summary>Outlet that tells of it.</summary>
    public static string Outlet(string outlet) => "o:" + Folding.Fold(outlet);

    /// <summary>Article that tells of it.</summary>
    public static string Article(Guid id) => $"n:{id:N}";

    /// <summary>Year of the day it is listed under.</summary>
    public static string Year(int year) => $"y:{year:0000}";

    /// <summary>Month of the day it is listed under.</summary>
    public static string Month(int year, int month) => $"m:{year:0000}-{month:00}";

    /// <summary>The largest step not above a lower bound of killed or wounded; null when there is none.</summary>
    /// <param name="figure"><c>k</c> for killed, <c>x</c> for wounded.</param>
    /// <param name="least">The lower bound.</param>
    public static string? AtLeast(string figure, int least) => StepsOf(figure, least).LastOrDefault();

    /// <summary>Keys of which an incident that overlaps the days has at least one; null when they are too many to look up.</summary>
    public static IReadOnlyList<string>? Overlapping(DateOnly from, DateOnly to)
    {
        if (to.Year - from.Year >= MostYears)
            return null;
        var years = Enumerable.Range(from.Year, to.Year - from.Year + 1);
        if (to.DayNumber - from.DayNumber > 3 * 366)
            return ["dy:*", .. years.Select(y => $"dy:{y:0000}")];
        return ["dl:*", .. years.Select(y => $"dl:{y:0000}"), .. Months(from, to).Select(m => $"dm:{m.Year:0000}-{m.Month:00}")];
    }

    /// <summary>Cells that cover a box; null when they are too many to look up.</summary>
    public static IReadOnlyList<string>? Cells(double minLon, double minLat, double maxLon, double maxLat) =>
        Cells(minLon, minLat, maxLon, maxLat, 1, 144) ?? Cells(minLon, minLat, maxLon, maxLat, LargeCell, 200);

    private static IReadOnlyList<string>? Cells(double minLon, double minLat, double maxLon, double maxLat, int side, int most)
    {
        var (west, east, south, north) = (CellOf(minLon, side), CellOf(maxLon, side), CellOf(minLat, side), CellOf(maxLat, side));
        if ((east - west + 1L) * (north - south + 1L) > most)
            return null;
        return [.. from y in Enumerable.Range(south, north - south + 1) from x in Enumerable.Range(west, east - west + 1) select Cell(side, x, y)];
    }

    private static void AddPlace(SortedSet<string> keys, Place place)
    {
        if (place.Country is { } country)
            keys.Add(Country(country));
        if (place.Admin1 is { } admin1)
            keys.Add(Admin1(admin1));
        if (place is { Lat: { } lat, Lon: { } lon })
            foreach (var side in new[] { 1, LargeCell })
                keys.Add(Cell(side, CellOf(lon, side), CellOf(lat, side)));
    }

    /// <summary>Each year it overlaps; and the months when it is short, else the years as those of a long one.</summary>
    private static IEnumerable<string> DaysOf(DateOnly start, DateOnly end)
    {
        if (end.Year - start.Year >= MostYears)
            return ["dy:*", "dl:*"];
        var years = Enumerable.Range(start.Year, end.Year - start.Year + 1).ToList();
        return years.Select(y => $"dy:{y:0000}").Concat(end.DayNumber - start.DayNumber > LongDays
            ? years.Select(y => $"dl:{y:0000}")
            : Months(start, end).Select(m => $"dm:{m.Year:0000}-{m.Month:00}"));
    }

    private static IEnumerable<(int Year, int Month)> Months(DateOnly from, DateOnly to)
    {
        for (var month = from.Year * 12 + from.Month - 1; month <= to.Year * 12 + to.Month - 1; month++)
            yield return (month / 12, month % 12 + 1);
    }

    private static IEnumerable<string> StepsOf(string figure, int? value) => Steps.TakeWhile(s => s <= value).Select(s => $"{figure}:{s}");

    private static int CellOf(double degrees, int side) => (int)Math.Floor(degrees / side);

    private static string Cell(int side, int x, int y) => $"g{side}:{x}:{y}";
}

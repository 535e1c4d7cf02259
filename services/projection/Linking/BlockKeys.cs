using System.Runtime.CompilerServices;
using Platform.Contracts;

namespace Platform.Projection.Linking;

/// <summary>
/// Hashed keys under which a report is found: two reports that may be of one event share one. Each kind is symmetric: what a
/// asks for and b writes, b asks for and a writes, so that it does not matter who came first.
/// </summary>
public static class BlockKeys
{
    /// <summary>Longest range of days that is written day by day.</summary>
    private const int MostDays = 3;

    /// <summary>Side of a place cell in degrees of latitude, about 28 km.</summary>
    private const double CellDegrees = 0.25;

    private const int MostPeople = 5;
    private const int MostCounts = 4;
    private const int MostPaired = 3;
    private const int MostMonths = 13;

    /// <summary>Terms per hash of similar texts, and how many hashes.</summary>
    private const int BandRows = 2;
    private const int Bands = 3;

    /// <summary>A text with fewer terms has too little to be recognised by.</summary>
    private const int LeastTerms = 12;

    private enum Kind : long
    {
        NameDay, CellDay, StateDay, StateDayWide, CountryDay, CountryDayWide, CountMonth, CountMonthWide, CountsOfDated, CountsOfUndated, Person, Text, TextWide, TextDay,
    }

    // Arranging asks for the keys of the same report again and again, and hashing its words takes longer than all else.
    private static readonly ConditionalWeakTable<ReportFeatures, long[]> s_written = [], s_asked = [];

    /// <summary>The keys under which a report is stored; at most about 24. Not to be changed.</summary>
    public static long[] Written(ReportFeatures report) => s_written.GetValue(report, static r => Keys(r, asking: false));

    /// <summary>The keys under which reports like it are found; at most about 70. Not to be changed.</summary>
    public static long[] Asked(ReportFeatures report) => s_asked.GetValue(report, static r => Keys(r, asking: true));

    private static long[] Keys(ReportFeatures report, bool asking)
    {
        var keys = new HashSet<long>();
        PlaceDays(keys, report, asking);
        Counts(keys, report, asking);
        foreach (var person in report.People.Take(MostPeople)) Add(keys, Kind.Person, LinkHash.Of(person));
        Text(keys, report, asking);
        var sorted = keys.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static void Add(HashSet<long> keys, Kind kind, params ReadOnlySpan<long> parts) => keys.Add(LinkHash.Of((long)kind, LinkHash.Of(parts)));

    private static void PlaceDays(HashSet<long> keys, ReportFeatures report, bool asking)
    {
        if (Days(report) is not { } days) return;
        var (first, last) = asking ? (days.First - 1, days.Last + 1) : days;
        var name = report.Place is { } place ? LinkHash.Of(place) : 0;
        var country = report.Country is { } code ? LinkHash.Of(code) : 0;
        var state = report.Admin1 is { } admin1 ? LinkHash.Of(country, LinkHash.Of(admin1)) : 0;
        for (var day = first; day <= last; day++)
        {
            if (name != 0) Add(keys, Kind.NameDay, country, name, day);
            if (report is { Lat: { } lat, Lon: { } lon })
            {
                var (row, column) = Cell(lat, lon);
                var reach = asking ? 1 : 0;
                for (var r = row - reach; r <= row + reach; r++)
                    for (var c = column - reach; c <= column + reach; c++) Add(keys, Kind.CellDay, r, c, day);
            }
            // Who knows only the state or country asks for all in it, and all ask for who knows no more; in a whole country only with a number.
            if (state != 0) AddWide(keys, Kind.StateDay, Kind.StateDayWide, report.Lat is null, asking, state, day);
            if (country == 0) continue;
            foreach (var count in CountHashes(report).Take(MostCounts / 2))
                AddWide(keys, Kind.CountryDay, Kind.CountryDayWide, state == 0 && report.Lat is null, asking, LinkHash.Of(country, count), day);
        }
    }

    /// <summary>Who knows little asks for all, and all ask for who knows little: then only few keys are written and asked.</summary>
    private static void AddWide(HashSet<long> keys, Kind narrow, Kind wide, bool isWide, bool asking, long area, long what)
    {
        if (isWide || asking) Add(keys, wide, area, what);
        if (isWide || !asking) Add(keys, narrow, area, what);
    }

    /// <summary>Whatever the numbers are, the cells around can be counted through: past the ends of <see cref="long"/> that would never end.</summary>
    private static (long Row, long Column) Cell(double lat, double lon) => ((long)Math.Floor(Math.Clamp(lat, -90, 90) / CellDegrees), (long)Math.Floor(Math.Clamp(lon, -360, 360) / CellDegrees));

    /// <summary>The days it can have been, when they are few. News without a date tells of the last days before it.</summary>
    private static (int First, int Last)? Days(ReportFeatures report)
    {
        if (report is { Start: { } start, End: { } end }) return end.DayNumber - start.DayNumber < MostDays ? (start.DayNumber, end.DayNumber) : null;
        return report is { IsMain: true, Published: { } published } ? (published.DayNumber - 1, published.DayNumber) : null;
    }

    /// <summary>A specific count in a place and month: finds "in January eight rockets" from the news of the day and the other way round. News of two days find each other by day.</summary>
    private static void Counts(HashSet<long> keys, ReportFeatures report, bool asking)
    {
        if ((report.Admin1 ?? report.Place ?? report.Country) is not { } where) return;
        var area = LinkHash.Of(where);
        var counts = CountHashes(report).Take(MostCounts).ToList();
        if (report is { Start: { } start, End: { } end })
        {
            var (from, to) = (start.Year * 12 + start.Month, end.Year * 12 + end.Month);
            if (to - from >= MostMonths) return;
            for (var month = from; month <= to; month++)
                foreach (var count in counts) AddWide(keys, Kind.CountMonth, Kind.CountMonthWide, Days(report) is null, asking, LinkHash.Of(area, count), month);
        }
        for (var i = 0; i < counts.Count && i < MostPaired; i++)
            for (var k = i + 1; k < counts.Count && k < MostPaired; k++)
                AddWide(keys, Kind.CountsOfDated, Kind.CountsOfUndated, report.Start is null, asking, area, LinkHash.Of(counts[i], counts[k]));
    }

    private static IEnumerable<long> CountHashes(ReportFeatures report)
    {
        if (report.Wounded is { Min: > 0 and var wounded }) yield return LinkHash.Of(1, wounded);
        if (report.Killed is { Min: > 0 and var killed }) yield return LinkHash.Of(2, killed);
        foreach (var weapon in report.Weapons)
            if (weapon.Min is > 1 and var many) yield return LinkHash.Of(3, many);
        if (report.Kidnapped is { Min: > 0 and var kidnapped }) yield return LinkHash.Of(4, kidnapped);
    }

    /// <summary>
    /// Min-hashes over the terms: texts with half of them in common share one more often than not. What is dated is found by day, since
    /// the same words of another day are another event; without that, whatever is told in the same words for years would be under one key.
    /// </summary>
    private static void Text(HashSet<long> keys, ReportFeatures report, bool asking)
    {
        if (report.Terms.Count < LeastTerms) return;
        var days = Days(report);
        Span<long> least = stackalloc long[BandRows];
        for (var band = 0; band < Bands; band++)
        {
            least.Fill(long.MaxValue);
            for (var row = 0; row < BandRows; row++)
                foreach (var term in report.Terms) least[row] = Math.Min(least[row], LinkHash.Of(term, band * BandRows + row));
            var text = LinkHash.Of(least);
            AddWide(keys, Kind.Text, Kind.TextWide, days is null, asking, band, text);
            if (days is not { } range) continue;
            var reach = asking ? 1 : 0;
            for (var day = range.First - reach; day <= range.Last + reach; day++) Add(keys, Kind.TextDay, band, text, day);
        }
    }
}

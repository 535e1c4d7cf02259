using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Linking;

/// <summary>Shorthand for invented reports, each of an article of its own unless one is given.</summary>
internal static class Told
{
    /// <summary>A rocket attack on an invented base, with nothing but day and place.</summary>
    public static ReportFeatures Of(int id, string? day = "2031-05-04", string place = "Camp Orla", EventType type = EventType.RocketAttack) => new ReportFeatures
    {
        ReportId = Id(id),
        ArticleId = Id(1000 + id),
        IsMain = true,
        Confidence = 0.8,
        Type = type,
        Published = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(1),
        Place = place,
        PlacePrecision = PlacePrecision.Site,
        Lat = place == "Camp Orla" ? 33.9 : 35.4,
        Lon = place == "Camp Orla" ? 44.3 : 43.1,
        Admin1 = place == "Camp Orla" ? "Norvia" : "Sudria",
        Country = "IQ",
    }.On(day);

    public static ReportFeatures On(this ReportFeatures report, string? from, string? to = null, DatePrecision precision = DatePrecision.Day) =>
        report.Dated(from is null ? null : new EventDate
        {
            Start = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            End = DateOnly.Parse(to ?? from, System.Globalization.CultureInfo.InvariantCulture),
            Precision = precision,
            Text = "then",
        });

    public static ReportFeatures Rockets(this ReportFeatures report, int number) => report with { Weapons = [new WeaponFeature(WeaponType.Rocket, number, number)] };

    public static ReportFeatures Killed(this ReportFeatures report, int number) => report with { Killed = new CountFeature(number, number) };

    public static ReportFeatures Wounded(this ReportFeatures report, int number) => report with { Wounded = new CountFeature(number, number) };

    public static ReportFeatures Naming(this ReportFeatures report, params string[] people) => report with { People = people };

    public static ReportFeatures Saying(this ReportFeatures report, params string[] terms) => report with { Terms = [.. terms.Select(term => (int)LinkHash.Of(term))] };

    public static Member New(this ReportFeatures report) => new(report, null);

    public static Member In(this ReportFeatures report, int incident) => new(report, Id(incident));

    public static StandingIncident Standing(int id, bool isFixed = false, IncidentStatus status = IncidentStatus.Open, params int[] keptApart) =>
        new(Id(id), isFixed, status, [.. keptApart.Select(Id)], []);

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>The clusters as numbers of reports: "1 2|3".</summary>
    public static string Text(this Arrangement arrangement) => string.Join('|', arrangement.Clusters.Select(cluster => string.Join(' ', cluster.ReportIds.Select(Number))));

    /// <summary>The arrangement of reports nobody has spoken of.</summary>
    public static string Arrange(params ReportFeatures[] reports) => Linker.Arrange(reports.Select(New), []).Text();

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}

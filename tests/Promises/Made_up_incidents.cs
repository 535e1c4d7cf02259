using Platform.Contracts;

namespace Platform.Tests.Promises;

/// <summary>Incidents of every kind, the same for the same seed.</summary>
internal sealed class Made_up_incidents(int seed)
{
    private static readonly (string Country, string Admin1, string Name, double Lat, double Lon)[] Places =
    [
        ("IQ", "Salah ad-Din", "Balad", 34.01, 44.14), ("SY", "Idlib", "Idlib", 35.93, 36.63), ("FJ", "Northern", "Somosomo", -16.77, -179.97), ("FJ", "Western", "Nadi", -17.8, 179.9),
    ];

    private readonly Random random = new(seed);

    /// <summary>An event that opens an incident.</summary>
    public IncidentOpened Opened(DateTimeOffset at)
    {
        var report = Report();
        return new IncidentOpened { IncidentId = Guid.NewGuid(), Report = report, Article = Article(report.ArticleId, at), OpenedAt = at };
    }

    /// <summary>A report more of an incident.</summary>
    public ReportLinked Linked(Guid incident, DateTimeOffset at)
    {
        var report = Report();
        return new ReportLinked { IncidentId = incident, Report = report, Article = Article(report.ArticleId, at), LinkedAt = at };
    }

    private ArticleReference Article(Guid id, DateTimeOffset at) => new()
    {
        ArticleId = id,
        Revision = 1,
        Title = $"Report of {Pick("Monday", "Tuesday")} on the =attack, number {random.Next(1000)}",
        Outlet = Pick("Example Wire", "The Post, Inc", "=Formula News"),
        PublishedAt = at,
        ReceivedAt = at,
    };

    private IncidentReport Report()
    {
        var start = new DateOnly(2021, 1, 1).AddDays(random.Next(900));
        var place = Pick([.. Places]);
        return new IncidentReport
        {
            ReportId = Guid.NewGuid(),
            ArticleId = Guid.NewGuid(),
            Ordinal = 0,
            IsMain = true,
            EventType = Pick(EventType.RocketAttack, EventType.Shooting, EventType.ArmedClash, EventType.Arson),
            Date = random.Next(8) == 0 ? null : new EventDate { Start = start, End = start.AddDays(Pick(0, 0, 0, 6, 29, 364)), Precision = DatePrecision.Day, Text = "then" },
            Place = random.Next(8) == 0 ? null : new Place
            {
                Name = place.Name,
                Admin1 = place.Admin1,
                Country = place.Country,
                Lat = random.Next(8) == 0 ? null : place.Lat + random.NextDouble() / 50,
                Lon = place.Lon,
                Precision = PlacePrecision.Settlement,
                Text = place.Name,
            },
            Casualties = random.Next(4) == 0 ? null : new Casualties { Killed = Count(), Wounded = random.Next(2) == 0 ? null : Count() },
            Weapons = random.Next(3) == 0 ? [] : [new Weapon { Type = Pick(WeaponType.Rocket, WeaponType.Firearm), Text = "weapon" }],
            Perpetrators = random.Next(3) == 0 ? [] : [new Perpetrator { Name = Pick("Katā'ib Hezbollah", "Islamic State"), Kind = PerpetratorKind.ArmedGroup, Stance = Pick(Stance.Claimed, Stance.Accused, Stance.Denied), Text = "they" }],
            Targets = [new Target { Name = Pick("market", "air base"), Kind = TargetKind.Other, Text = "it" }],
            Confidence = random.Next(1, 100) / 100d,
            Extractor = "test/1",
        };
    }

    private CasualtyCount Count()
    {
        var min = random.Next(20);
        return new CasualtyCount { Min = min, Max = Pick<int?>(min, min + 3, null), Text = "some" };
    }

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}

using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Tests.Unit.Projection;

/// <summary>Reports and incidents for tests of what follows from them.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Noon = new(2031, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A main report of an article and outlet of its own, published some hours after noon.</summary>
    public static LinkedReport Report(int n, EventType type = EventType.OtherAttack, double confidence = 0.8, double hours = 0) => new()
    {
        ReportId = new Guid(n, 0, 0, new byte[8]),
        ArticleId = new Guid(n, 1, 0, new byte[8]),
        Ordinal = 0,
        IsMain = true,
        EventType = type,
        Confidence = confidence,
        Extractor = "test/1",
        Revision = 1,
        Outlet = $"Outlet {n}",
        Title = $"Headline {n}",
        PublishedAt = Noon.AddHours(hours),
        ReceivedAt = Noon.AddHours(hours + 1),
        LinkedAt = Noon.AddHours(hours + 2),
    };

    public static Incident Incident(params LinkedReport[] reports) => new()
    {
        Id = new Guid(99, 0, 0, new byte[8]),
        Version = 1,
        Status = IncidentStatus.Open,
        EventType = reports.Length > 0 ? reports[0].EventType : EventType.OtherAttack,
        Confidence = 0,
        OpenedAt = Noon,
        ChangedAt = Noon,
        Reports = reports,
    };

    /// <summary>What the reports say taken together.</summary>
    public static Incident Together(params LinkedReport[] reports) => Consolidation.Of(Incident(reports));

    public static Incident Corrected(Incident incident, string field, string? value) => Consolidation.Of(incident with
    {
        Corrections =
        [
            .. incident.Corrections.Where(c => c.Field != field),
            new Correction
            {
                Field = field,
                Value = value is null ? null : JsonElement.Parse(value),
                Actor = new Actor { Kind = ActorKind.Person, Name = "A. Analyst" },
                Reason = "Seen with my own eyes.",
                CorrectedAt = Noon.AddDays(3),
            },
        ],
    });

    public static EventDate Day(int day, string? timeOfDay = null) => Between(day, day, DatePrecision.Day) with { TimeOfDay = timeOfDay };

    public static EventDate Between(int first, int last, DatePrecision precision) =>
        new() { Start = new DateOnly(2031, 3, first), End = new DateOnly(2031, 3, last), Precision = precision, Text = $"March {first} to {last}" };

    public static Place Town(string name, double lat, double lon, string country = "IQ", PlacePrecision precision = PlacePrecision.Settlement) =>
        new() { Name = name, Country = country, Lat = lat, Lon = lon, Precision = precision, Text = name };

    public static Casualties Killed(int? min, int? max) => new() { Killed = new CasualtyCount { Min = min, Max = max, Text = $"killed {min} to {max}" } };

    public static Weapon Arm(WeaponType type, string? model = null, int? count = null) =>
        new() { Type = type, Model = model, Min = count, Max = count, Text = $"{count} {model} {type}" };

    public static Perpetrator Actor(string name, Stance stance, string? accuser = null) =>
        new() { Name = name, Kind = PerpetratorKind.ArmedGroup, Stance = stance, Accuser = accuser, Text = $"{name} {stance}" };
}

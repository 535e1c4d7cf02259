using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Projection.Linking;

/// <summary>What linking knows of one report: small, comparable, without its texts. Stored beside the report.</summary>
public sealed record ReportFeatures
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Its article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>Outlet of the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>Whether the article was written to report it.</summary>
    public bool IsMain { get; init; }

    /// <summary>0 to 1, as the report has it.</summary>
    public double Confidence { get; init; }

    /// <summary>Kind of attack.</summary>
    public required EventType Type { get; init; }

    /// <summary>First day it can have been; absent when unknown.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day it can have been, inclusive.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How closely the text dates it; absent without a date.</summary>
    public DatePrecision? Precision { get; init; }

    /// <summary>Part of the day or HH:mm.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Day the article was published, UTC.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Canonical name of the place.</summary>
    public string? Place { get; init; }

    /// <summary>What the place is.</summary>
    public PlacePrecision? PlacePrecision { get; init; }

    /// <summary>Latitude, degrees; of a site or settlement only.</summary>
    public double? Lat { get; init; }

    /// <summary>Longitude, degrees; of a site or settlement only.</summary>
    public double? Lon { get; init; }

    /// <summary>First-level division.</summary>
    public string? Admin1 { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Weapons and how many.</summary>
    public IReadOnlyList<WeaponFeature> Weapons { get; init => field = value ?? []; } = [];

    /// <summary>People killed.</summary>
    public CountFeature? Killed { get; init; }

    /// <summary>People wounded.</summary>
    public CountFeature? Wounded { get; init; }

    /// <summary>People missing.</summary>
    public CountFeature? Missing { get; init; }

    /// <summary>People kidnapped.</summary>
    public CountFeature? Kidnapped { get; init; }

    /// <summary>Hashes of the names of what was attacked.</summary>
    public IReadOnlyList<long> Targets { get; init => field = value ?? []; } = [];

    /// <summary>Hashes of the names of who is said to have done it, denials left out.</summary>
    public IReadOnlyList<long> Perpetrators { get; init => field = value ?? []; } = [];

    /// <summary>Names of people, from <see cref="ReportClues.People"/>: few, and read by the person who asks why.</summary>
    public IReadOnlyList<string> People { get; init => field = value ?? []; } = [];

    /// <summary>The date its article gives, when <see cref="Start"/> and the rest are of a date found out from others; only of undated articles.</summary>
    public EventDate? OwnDate { get; init; }

    /// <summary>Its words relative to the day of writing; only of undated articles.</summary>
    public RelativeDate? Relative { get; init; }

    /// <summary>First day its article can have been written; only of undated articles.</summary>
    public DateOnly? WrittenFrom { get; init; }

    /// <summary>Last day its article can have been written, inclusive; only of undated articles.</summary>
    public DateOnly? WrittenTo { get; init; }

    /// <summary>Hashes of telling words, most telling first.</summary>
    [JsonConverter(typeof(PackedHashes))]
    public IReadOnlyList<int> Terms { get; init => field = value ?? []; } = [];

    /// <summary>The features of a report.</summary>
    /// <param name="report">The report with its article.</param>
    /// <param name="clues">What its article gives for linking beside it.</param>
    public static ReportFeatures Of(LinkedReport report, ReportClues? clues)
    {
        var isPoint = report.Place?.Precision is Contracts.PlacePrecision.Site or Contracts.PlacePrecision.Settlement;
        return new ReportFeatures
        {
            ReportId = report.ReportId,
            ArticleId = report.ArticleId,
            Outlet = report.Outlet,
            IsMain = report.IsMain,
            Confidence = report.Confidence,
            Type = report.EventType,
            TimeOfDay = report.Date?.TimeOfDay,
            Published = report.PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
            Place = report.Place?.Name,
            PlacePrecision = report.Place?.Precision,
            Lat = isPoint ? report.Place?.Lat : null,
            Lon = isPoint ? report.Place?.Lon : null,
            Admin1 = report.Place?.Admin1,
            Country = report.Place?.Country,
            Weapons = [.. report.Weapons.Select(weapon => new WeaponFeature(weapon.Type, weapon.Min, weapon.Max))],
            Killed = Count(report.Casualties?.Killed),
            Wounded = Count(report.Casualties?.Wounded),
            Missing = Count(report.Casualties?.Missing),
            Kidnapped = Count(report.Casualties?.Kidnapped),
            Targets = [.. report.Targets.Select(target => LinkHash.Of(target.Name)).Distinct()],
            Perpetrators = [.. report.Perpetrators.Where(p => p.Stance != Stance.Denied).Select(p => LinkHash.Of(p.Name)).Distinct()],
            OwnDate = report.PublishedAt is null ? report.Date : null,
            Relative = report.PublishedAt is null ? clues?.Relative : null,
            WrittenFrom = report.PublishedAt is null ? clues?.WrittenFrom : null,
            WrittenTo = report.PublishedAt is null ? clues?.WrittenTo : null,
            People = clues?.People ?? [],
            Terms = (clues?.Terms ?? []).Select(term => (int)LinkHash.Of(term)).Distinct().ToArray(),
        }.Dated(report.Date);
    }

    /// <summary>The same with another date, or with none.</summary>
    public ReportFeatures Dated(EventDate? date) => this with
    {
        Start = date?.Start,
        End = date?.End,
        Precision = date?.Precision,
        TimeOfDay = date?.TimeOfDay ?? TimeOfDay,
    };

    private static CountFeature? Count(CasualtyCount? count) => count is null ? null : new CountFeature(count.Min, count.Max);
}

/// <summary>A weapon and how many; absent bounds are unknown.</summary>
/// <param name="Type">Kind.</param>
/// <param name="Min">At least.</param>
/// <param name="Max">At most.</param>
public sealed record WeaponFeature(WeaponType Type, int? Min, int? Max);

/// <summary>How many people; 0/0 none, both absent: some, without a number.</summary>
/// <param name="Min">At least.</param>
/// <param name="Max">At most.</param>
public sealed record CountFeature(int? Min, int? Max);

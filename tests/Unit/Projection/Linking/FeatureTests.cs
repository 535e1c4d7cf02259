using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Linking;

/// <summary>Features of a report and the keys it is found under.</summary>
public sealed class FeatureTests
{
    private static readonly DateTimeOffset At = new(2031, 5, 5, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Features_hold_what_the_report_says()
    {
        var features = ReportFeatures.Of(Report(), new ReportClues { People = ["ilse marek"], Terms = ["mill street", "age 31"] });

        features.Start.ShouldBe(new DateOnly(2031, 5, 4));
        features.Published.ShouldBe(new DateOnly(2031, 5, 5));
        features.Wounded.ShouldBe(new CountFeature(2, null));
        features.Killed.ShouldBeNull();
        features.Weapons.ShouldBe([new WeaponFeature(WeaponType.Rocket, 4, 4)]);
        features.People.ShouldBe(["ilse marek"]);
        features.Terms.ShouldBe([(int)LinkHash.Of("mill street"), (int)LinkHash.Of("age 31")]);
    }

    [Fact]
    public void Coordinates_of_a_whole_province_are_not_taken_for_a_spot() =>
        ReportFeatures.Of(Report() with { Place = new Place { Name = "Norvia", Precision = PlacePrecision.Admin1, Lat = 1, Lon = 2, Text = "Norvia" } }, null).Lat.ShouldBeNull();

    [Fact]
    public void A_denied_perpetrator_is_none()
    {
        var denied = Report() with { Perpetrators = [new Perpetrator { Name = "Red Banner", Kind = PerpetratorKind.ArmedGroup, Stance = Stance.Denied, Text = "Red Banner" }] };

        ReportFeatures.Of(denied, null).Perpetrators.ShouldBeEmpty();
    }

    [Fact]
    public void Features_are_the_same_after_a_round_trip_through_JSON()
    {
        var features = ReportFeatures.Of(Report(), new ReportClues { People = ["ilse marek"], Terms = ["mill", "street"] });

        var json = JsonSerializer.Serialize(features, LinkingJson.Default.ReportFeatures);

        JsonSerializer.Serialize(JsonSerializer.Deserialize(json, LinkingJson.Default.ReportFeatures), LinkingJson.Default.ReportFeatures).ShouldBe(json);
        JsonSerializer.Deserialize(json, LinkingJson.Default.ReportFeatures)!.Terms.ShouldBe(features.Terms);
    }

    [Fact]
    public void Features_of_an_undated_article_are_read_as_they_were_written()
    {
        var clues = new ReportClues { Relative = new RelativeDate { FromDaysBefore = 0, ToDaysBefore = 0, Text = "today" } };
        var features = ReportFeatures.Of(Report() with { PublishedAt = null }, clues);

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(features, LinkingJson.Default.ReportFeatures), LinkingJson.Default.ReportFeatures)!;

        (read.OwnDate, read.Relative).ShouldBe((features.OwnDate, features.Relative));
        features.OwnDate!.Precision.ShouldBe(default);
    }

    [Fact]
    public void A_date_found_out_later_takes_the_place_of_the_old_one()
    {
        var dated = ReportFeatures.Of(Report(), null).Dated(new EventDate { Start = new DateOnly(2031, 6, 1), End = new DateOnly(2031, 6, 30), Precision = DatePrecision.Month, Text = "last month" });

        (dated.Start, dated.End, dated.Precision).ShouldBe((new DateOnly(2031, 6, 1), new DateOnly(2031, 6, 30), DatePrecision.Month));
        dated.Dated(null).Start.ShouldBeNull();
    }

    [Fact]
    public void Hashes_are_those_that_are_stored()
    {
        LinkHash.Of("Camp Orla").ShouldBe(LinkHash.Of("camp orla"));
        LinkHash.Of("a").ShouldBe(-9033471704281723301);
    }

    [Fact]
    public void Keys_are_few()
    {
        var full = Told.Of(1).Killed(3).Wounded(2).Rockets(4).Naming([.. Enumerable.Range(0, 32).Select(i => $"person {i}")]).Saying([.. Enumerable.Range(0, 96).Select(i => $"word{i}")]);

        BlockKeys.Written(full).Length.ShouldBeLessThanOrEqualTo(24);
        BlockKeys.Asked(full).Length.ShouldBeLessThanOrEqualTo(70);
    }

    private static LinkedReport Report() => new()
    {
        ReportId = Told.Id(1),
        ArticleId = Told.Id(2),
        Ordinal = 0,
        IsMain = true,
        EventType = EventType.RocketAttack,
        Date = new EventDate { Start = new DateOnly(2031, 5, 4), End = new DateOnly(2031, 5, 4), Precision = DatePrecision.Day, Text = "Sunday" },
        Place = new Place { Name = "Camp Orla", Country = "IQ", Precision = PlacePrecision.Site, Lat = 33.9, Lon = 44.3, Text = "Camp Orla" },
        Weapons = [new Weapon { Type = WeaponType.Rocket, Min = 4, Max = 4, Text = "four rockets" }],
        Casualties = new Casualties { Wounded = new CasualtyCount { Min = 2, Max = null, Text = "at least two" } },
        Confidence = 0.8,
        Extractor = "test/1",
        Revision = 1,
        PublishedAt = At,
        ReceivedAt = At,
        LinkedAt = At,
    };
}

using Platform.Contracts;
using Platform.Projection.ReadModels;

namespace Platform.Tests.Unit.Projection;

public sealed class IncidentKeysTests
{
    [Fact]
    public void Every_kind_of_attack_has_its_ACLED_types() =>
        Enum.GetValues<EventType>().ShouldAllBe(type => AcledTypes.Names.Contains(AcledTypes.Of(type).Type) && AcledTypes.Names.Contains(AcledTypes.Of(type).SubType));

    [Theory]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-01", "2024-02-29", true)]
    [InlineData("2024-02-25", "2024-03-02", "2024-03-01", "2024-03-31", true)]
    [InlineData("2024-01-01", "2024-12-31", "2024-07-04", "2024-07-04", true)]
    [InlineData("2023-12-31", "2024-12-31", "2024-07-04", "2031-07-04", true)]
    [InlineData("0001-01-01", "9999-12-31", "2024-07-04", "2024-07-04", true)]
    [InlineData("2024-07-01", "2024-07-31", "1990-01-01", "2050-01-01", true)]
    [InlineData("2023-01-01", "2023-12-31", "2024-01-01", "2024-01-31", false)]
    [InlineData("2024-05-01", "2024-05-02", "2024-07-01", "2024-07-02", false)]
    public void Days_that_overlap_share_a_key(string start, string end, string from, string to, bool found)
    {
        var keys = IncidentKeys.Of(Dated(start, end), DateOnly.Parse(start), null, null);

        IncidentKeys.Overlapping(DateOnly.Parse(from), DateOnly.Parse(to))!.Intersect(keys).Any().ShouldBe(found);
    }

    [Fact]
    public void A_point_in_a_box_is_in_one_of_its_cells_whatever_the_size_of_the_box()
    {
        var random = new Random(7);
        for (var n = 0; n < 2000; n++)
        {
            var (lat, lon) = (random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);
            var (height, width) = (random.NextDouble() * 40, random.NextDouble() * 40);
            var keys = IncidentKeys.Of(At(lat, lon), new DateOnly(2024, 1, 1), null, null);

            IncidentKeys.Cells(lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2)!.ShouldContain(cell => keys.Contains(cell));
        }
    }

    [Fact]
    public void The_largest_step_below_a_bound_is_a_key_of_all_that_reach_the_bound()
    {
        for (var least = 0; least < 1200; least++)
            if (IncidentKeys.AtLeast("k", least) is { } step)
                IncidentKeys.Of(At(0, 0), new DateOnly(2024, 1, 1), least, null).ShouldContain(step);
        IncidentKeys.AtLeast("k", 0).ShouldBeNull();
        IncidentKeys.AtLeast("k", 7).ShouldBe("k:5");
    }

    [Fact]
    public void A_name_is_found_however_it_is_spelt() =>
        IncidentKeys.Perpetrator("Katā'ib Hezbollah").ShouldBe(IncidentKeys.Perpetrator("kataib hezbollah"));

    private static Incident Dated(string start, string end) => At(0, 0) with
    {
        Date = new EventDate { Start = DateOnly.Parse(start), End = DateOnly.Parse(end), Precision = DatePrecision.Day, Text = "then" },
    };

    private static Incident At(double lat, double lon) => new()
    {
        Id = Guid.Empty,
        Version = 1,
        Status = IncidentStatus.Open,
        EventType = EventType.Bombing,
        Confidence = 1,
        OpenedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
        Reports = [],
        Place = new Place { Name = "x", Lat = lat, Lon = lon, Precision = PlacePrecision.Site, Text = "x" },
    };
}

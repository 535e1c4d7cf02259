using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Linking;

/// <summary>Attacks of other days stay apart, whatever is told between them.</summary>
public sealed class DaysApartTests
{
    private static ReportFeatures Attack(int id, string? day) => Told.Of(id, day).Rockets(4).Killed(4).Wounded(9);

    [Theory]
    [InlineData("2031-05-11")]
    [InlineData("2032-07-01")]
    public void A_report_without_a_day_does_not_make_one_of_attacks_of_two_days(string other)
    {
        foreach (var order in new[] { new[] { 1, 2, 3, 4 }, [3, 1, 2, 4], [2, 4, 3, 1] })
        {
            ReportFeatures[] reports = [Attack(1, "2031-05-04"), Attack(2, other), Attack(3, null), Attack(4, null)];

            var arrangement = Linker.Arrange(order.Select(n => reports[n - 1].New()), []);

            arrangement.Clusters.Count(c => c.ReportIds.Contains(Told.Id(1)) && c.ReportIds.Contains(Told.Id(2))).ShouldBe(0);
            arrangement.Clusters.Count.ShouldBe(2);
            // It may be the other one's: that is for a person to decide.
            arrangement.Suspicions.ShouldHaveSingleItem().Score.ShouldBeLessThan(Linker.MergeThreshold);
        }
    }

    [Fact]
    public void Attacks_of_days_that_follow_each_other_do_not_become_one_by_and_by()
    {
        var clusters = Linker.Arrange(Enumerable.Range(1, 6).Select(n => Attack(n, $"2031-05-0{n}").New()), []).Clusters;

        foreach (var cluster in clusters)
            cluster.ReportIds.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void The_night_between_two_days_is_one_attack() =>
        Told.Arrange(Attack(1, "2031-05-04"), Attack(2, "2031-05-05"), Attack(3, "2031-05-04"), Attack(4, "2031-05-05")).ShouldBe("1 2 3 4");

    [Theory]
    [InlineData(1e308, -1e308)]
    [InlineData(-1e308, 1e308)]
    [InlineData(95, 200)]
    public void Places_off_the_earth_have_keys_like_others(double lat, double lon) =>
        BlockKeys.Asked(Attack(1, "2031-05-04") with { Lat = lat, Lon = lon }).Length.ShouldBeLessThan(100);
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>An article that has told its news goes back to an attack of an earlier time.</summary>
public sealed class EarlierNewsTests
{
    [Theory]
    [InlineData("A rocket has hit a base north of Kirkuk, the army said. Last month, four rockets hit a camp in Taji.")]
    [InlineData("A drone has hit the airport in Erbil, a source said. Last week three drones hit the same airport.")]
    [InlineData("A missile has struck a refinery in Jizan. In May, two missiles struck a depot in Najran.")]
    public void The_news_does_not_take_the_time_of_the_attack_before_it(string text)
    {
        var result = Reading.Extract(text);
        result.Reports.Count.ShouldBe(2);
        var main = result.Reports.Where(report => report.IsMain).ShouldHaveSingleItem();
        main.Date.ShouldBeNull();
        main.Weapons.ShouldHaveSingleItem().Max.ShouldBe(1);
    }

    [Fact]
    public void A_day_with_another_number_of_weapons_is_another_attack() =>
        Reading.MainOf("A drone has hit the camp in Erbil, a source said. On Monday, two drones were shot down near the camp.").Date.ShouldBeNull();

    [Theory]
    [InlineData("A rocket has landed near the airport in Basra. The attack took place on Sunday night.")]
    [InlineData("Rockets hit a base in Kirkuk. On Sunday night, six rockets were fired at the base, the army said.")]
    public void A_day_told_later_of_the_same_attack_is_its_day(string text) => Reading.MainOf(text).Date!.Start.ShouldBe(new DateOnly(2022, 6, 12));

    [Fact]
    public void The_week_of_the_news_is_its_own() =>
        Reading.Extract("Rockets hit a base in Kirkuk, the army said. This week, five rockets hit the base, wounding two soldiers.").Reports.ShouldHaveSingleItem().Casualties!.Wounded!.Min.ShouldBe(2);
}

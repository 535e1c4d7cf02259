using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What is set ablaze, what a mine killed, what comes minutes before or after another attack, and what is a count of many.</summary>
public sealed class BurntAndMinedNewsTests
{
    [Theory]
    [InlineData("Rebels set a town hall ablaze in Bukavu on Monday.", EventType.Arson)]
    [InlineData("Fighters set two buses on fire in Bukavu on Monday.", EventType.Arson)]
    [InlineData("A drone set a warehouse ablaze in Bukavu on Monday.", EventType.DroneAttack)]
    [InlineData("A missile set a hotel on fire in Bukavu on Monday, wounding four.", EventType.MissileAttack)]
    public void A_house_that_is_set_ablaze_was_attacked(string text, EventType type)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Place!.Name).ShouldBe((type, "Bukavu"));
        report.Targets.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Marchers set tyres on fire in Bukavu on Monday.")]
    [InlineData("The army set a date for talks in Bukavu on Monday.")]
    [InlineData("Officials set a school to open near a burning field on fire watch in Bukavu on Monday.")]
    public void What_is_set_otherwise_was_not(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A mine killed three shepherds in Taiz on Monday.", 3)]
    [InlineData("Two shepherds were killed by a Houthi mine in Taiz on Monday.", 2)]
    [InlineData("Four shepherds were killed by mines left by the army in Taiz on Monday.", 4)]
    public void A_mine_that_kills_is_a_land_mine(string text, int killed)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Casualties!.Killed!.Min).ShouldBe((EventType.Landmine, killed));
        report.Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.Mine);
    }

    [Theory]
    [InlineData("Gunmen killed three guards at a gold mine in Djibo on Monday.")]
    [InlineData("Gunmen attacked a coal mine in Quetta on Monday, killing two.")]
    [InlineData("A friend of mine was killed by gunmen in Quetta on Monday.")]
    public void A_mine_of_gold_is_none(string text)
    {
        var reports = Reading.Extract(text).Reports;
        reports.ShouldNotBeEmpty();
        reports.ShouldAllBe(report => report.EventType != EventType.Landmine && !report.Weapons.Any(weapon => weapon.Type == WeaponType.Mine));
    }

    [Theory]
    [InlineData("Gunmen killed four people in Manbij on Monday, hours before a Russian air strike.")]
    [InlineData("Gunmen killed four people in Manbij on Monday, minutes before the army's missile barrage.")]
    public void What_comes_hours_later_is_not_what_is_told(string text)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Casualties!.Killed!.Min).ShouldBe((EventType.Shooting, 4));
        report.Weapons.ShouldBeEmpty();
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Gunmen");
    }

    [Fact]
    public void A_bomb_that_hits_those_who_come_an_hour_later_is_an_attack_of_its_own()
    {
        var reports = Reading.Extract("Militants attacked an army post in Hawija on Monday, killing four soldiers and wounding six. An hour later, a roadside bomb struck a truck on its way there, killing two soldiers.").Reports;

        reports.Select(report => (report.Casualties!.Killed!.Min, report.Place?.Name)).ShouldBe([(4, "Hawija"), (2, "Hawija")]);
        reports[0].Weapons.ShouldBeEmpty();
    }

    [Fact]
    public void Gunmen_who_assassinate_someone_are_not_the_planes_told_before()
    {
        var report = Reading.Extract("Russian planes carried out dozens of air raids for the army. On Monday night, gunmen assassinated a councillor in Manbij.").Reports
            .Single(one => one.Place?.Name == "Manbij");

        report.EventType.ShouldBe(EventType.Assassination);
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("gunmen");
    }

    [Theory]
    [InlineData("Lightning strikes killed four farmers in Bihar on Monday.")]
    [InlineData("A lightning strike killed two players in Harare on Monday.")]
    [InlineData("A bird strike forced a plane to land in Harare on Monday.")]
    [InlineData("As of Monday, there had been at least 14 attacks on the base, and 25 soldiers had been hurt.")]
    [InlineData("The troops have been attacked 17 times in Iraq, and 24 soldiers were wounded.")]
    [InlineData("Harare recorded 60 murders and 150 shootings in the first four months of the year, the commissioner said Monday.")]
    public void Weather_birds_and_counts_are_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Two bombings in Kerman on Monday killed nearly 100 people.")]
    [InlineData("A man was shot 16 times in Harare on Monday.")]
    [InlineData("Boko Haram fighters in six gun trucks attacked Damboa on Monday.")]
    public void Many_dead_and_many_shots_are_one_attack(string text)
    {
        var report = Reading.MainOf(text);
        report.Place.ShouldNotBeNull();
        report.Weapons.ShouldNotContain(weapon => weapon.Text.Contains("gun truck", StringComparison.Ordinal));
    }
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>News of drones and rockets that are sent or found, of whom they hit, and of names that are assassinated.</summary>
public sealed class SentDronesNewsTests
{
    [Theory]
    [InlineData("The Houthis sent three drones towards Eilat on Monday, the army said.", EventType.DroneAttack, 3)]
    [InlineData("Iran-backed militias sent two drones against Ain al-Asad air base on Monday.", EventType.DroneAttack, 2)]
    [InlineData("Russia sent 40 missiles at Kyiv on Monday, killing two people.", EventType.MissileAttack, 40)]
    [InlineData("The group sent four drones to attack a camp near Erbil on Monday.", EventType.DroneAttack, 4)]
    public void Who_sends_drones_against_a_place_attacks_it(string text, EventType type, int count)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Weapons.ShouldHaveSingleItem().Min).ShouldBe((type, count));
    }

    [Theory]
    [InlineData("The Houthis sent three drones towards Eilat on Monday, the army said.", "Houthis")]
    [InlineData("Russia sent 40 missiles at Kyiv on Monday, killing two people.", "Russia")]
    public void And_has_done_it(string text, string name) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Theory]
    [InlineData("Britain sent ten missiles to Kyiv on Monday.")]
    [InlineData("The army sent drones to look for survivors near Goma on Monday.")]
    [InlineData("Officials sent the drone to Ankara for study on Monday.")]
    [InlineData("Troops stopped a truck full of explosives in Kabul on Monday.")]
    [InlineData("Troops found five rockets aimed at the airport in Baghdad on Monday.")]
    public void What_is_given_found_or_used_to_look_is_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("The base, which houses US troops, was targeted with a volley of 15 rockets on Monday.")]
    [InlineData("The camp near Erbil, which houses Turkish soldiers, was hit with three drones on Monday.")]
    [InlineData("The hotel, where Kataib Hezbollah met, was targeted with two rockets on Monday.")]
    public void Whom_a_base_houses_has_not_attacked_it(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("The base was targeted with 15 rockets by Kataib Hezbollah on Monday.")]
    [InlineData("Kataib Hezbollah targeted the base with 15 rockets on Monday.")]
    public void Who_targeted_it_has(string text) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Kata'ib Hezbollah");

    [Theory]
    [InlineData("Gustavo Alvarez was assassinated in Lima on Monday.")]
    [InlineData("Former army chief Omar Haddad was assassinated in Beirut on Monday.")]
    public void A_name_that_is_assassinated_is_one_dead(string text)
    {
        var report = Reading.MainOf(text);
        report.Casualties!.Killed!.Min.ShouldBe(1);
        Reading.EvidenceShouldQuote(text, report);
    }

    [Theory]
    [InlineData("Gunmen tried to assassinate Omar Haddad in Lima on Monday.")]
    [InlineData("Omar Haddad survived an assassination attempt in Lima on Monday.")]
    public void Who_survives_is_not(string text) => Reading.Extract(text).Reports.ShouldAllBe(report => report.Casualties == null || report.Casualties.Killed == null || report.Casualties.Killed.Min == 0);
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Raids from the air, weapons joined to weapons, tellers beside targets, drills told over two sentences.</summary>
public sealed class RaidNewsTests
{
    [Theory]
    [InlineData("The raids pounded a quarter in the north of Sanaa on Monday, killing three people.")]
    [InlineData("US raids on Sanaa killed three people on Monday.")]
    public void Raids_that_strike_from_afar_come_from_the_air(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem().EventType.ShouldBe(EventType.Airstrike);

    [Theory]
    [InlineData("Police raids on two houses in Sanaa killed three people on Monday.")]
    [InlineData("Israeli soldiers killed three men in raids on Jenin on Monday.")]
    public void Raids_on_houses_do_not(string text) => Reading.Extract(text).Reports.ShouldAllBe(report => report.EventType != EventType.Airstrike);

    [Fact]
    public void Who_raids_is_told_by_the_adjective_though_a_toll_is_told_of_it() =>
        Reading.MainOf("The toll of the US raids on Sanaa on Monday has risen to 31 dead.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("United States");

    [Theory]
    [InlineData("The Houthis said they had hit two sites in Abu Dhabi with five ballistic missiles and a large number of drones on Monday.")]
    [InlineData("Militants attacked the base of Erbil with four rockets, as well as three drones, on Monday.")]
    public void Weapons_joined_to_one_that_was_used_were_used(string text)
    {
        var weapons = Reading.MainOf(text).Weapons;
        weapons.Count.ShouldBe(2);
        weapons.ShouldContain(weapon => weapon.Type == WeaponType.Drone);
    }

    [Fact]
    public void Arms_seized_are_not_joined_to_those_used() =>
        Reading.MainOf("Militants attacked the base of Erbil with four rockets on Monday. Guards found a launcher and two drones.").Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.Rocket);

    [Theory]
    [InlineData("US warplanes bombed a camp near Deir al-Zor on Monday, killing 11 fighters, the Syrian Observatory for Human Rights said.")]
    [InlineData("US warplanes bombed a camp near Sanaa on Monday, killing 11, the spokesman of the health ministry said.")]
    [InlineData("US warplanes bombed a camp in the Yemeni capital Sanaa on Monday.")]
    public void Who_tells_of_it_and_the_town_are_no_targets(string text) => Reading.MainOf(text).Targets.ShouldAllBe(target => target.Name.Contains("camp"));

    [Theory]
    [InlineData("Iranian forces fired several ballistic missiles in the Gulf on Sunday. The manoeuvres will run until Tuesday, the Guards said.")]
    [InlineData("Iranian forces fired missiles at mock targets in the Gulf on Sunday.")]
    [InlineData("Missiles hit a replica of an aircraft carrier and destroyed it on Sunday, state television said.")]
    [InlineData("Artillery pounded a hill in the south on Sunday. The drill, the army said, was the largest in years.")]
    public void What_is_fired_in_a_drill_is_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Three rockets hit a base in Erbil on Sunday, wounding two soldiers. The drill that was under way there was stopped.")]
    [InlineData("Gunmen attacked soldiers in Ahvaz on Sunday. The exercise they had come from was over.")]
    public void What_happens_to_those_who_drill_is_one(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();
}

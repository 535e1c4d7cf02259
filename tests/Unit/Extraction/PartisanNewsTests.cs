using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Statements of groups and news of their outlets: their fighters, their lists of targets, who is blamed and who denies.</summary>
public sealed class PartisanNewsTests
{
    [Fact]
    public void What_was_struck_with_another_weapon_after_a_semicolon_is_a_second_attack_of_the_same_doer()
    {
        var reports = Reading.Extract("Hezbollah fighters attacked a barracks in Safed on Monday with drones; and the port of Haifa with missiles.").Reports;
        reports.Count.ShouldBe(2);
        (reports[1].EventType, reports[1].Place!.Name, reports[1].Date?.Start).ShouldBe((EventType.MissileAttack, "Haifa", reports[0].Date?.Start));
        reports[1].Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Hezbollah");
    }

    [Fact]
    public void The_mujahideen_are_of_the_group_that_claims()
    {
        var reports = Reading.Extract(
            "The Islamic Resistance in Iraq claimed responsibility for a drone attack on Eilat on Monday. In a second statement it said that its mujahideen struck Camp Taji on Monday with ten rockets.").Reports;
        reports.Count.ShouldBe(2);
        var claim = reports[1].Perpetrators.ShouldHaveSingleItem();
        (claim.Name, claim.Stance).ShouldBe(("Islamic Resistance in Iraq", Stance.Claimed));
    }

    [Fact]
    public void Who_is_accused_of_being_behind_a_bombing_has_not_claimed_it() =>
        Reading.MainOf("A bomb killed five people in Afrin on Monday. Ankara accused the People's Protection Units (YPG) of being behind the bombing.").Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Accused);

    [Fact]
    public void A_state_denies_by_its_bare_name()
    {
        var denial = Reading.MainOf("A drone killed two soldiers at Camp Taji on Monday. Iran denied involvement in the attack.").Perpetrators.ShouldHaveSingleItem();
        (denial.Name, denial.Stance).ShouldBe(("Iran", Stance.Denied));
    }

    [Fact]
    public void Who_says_it_shot_down_drones_claims_no_attack() =>
        Reading.MainOf("Russian drones hit a warehouse in Odesa on Monday, killing two people. Ukraine's air force said it had shot down 22 drones launched by Russia at the city.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Russia");

    [Fact]
    public void A_group_described_by_its_patron_and_as_terrorist_keeps_its_name() =>
        Reading.MainOf("A drone launched by the Iran-backed terrorist Houthi militia hit Abha airport on Monday, wounding eight people.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Houthis");

    [Fact]
    public void A_drone_strikes_for_those_it_belongs_to()
    {
        var report = Reading.MainOf("Ten worshippers were killed on Monday when a drone belonging to the Rapid Support Forces (RSF) struck a mosque in El Fasher.");
        report.EventType.ShouldBe(EventType.DroneAttack);
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Rapid Support Forces");
    }

    [Fact]
    public void Who_launches_a_search_after_the_blast_has_not_set_it_off() =>
        Reading.MainOf("A roadside bomb killed two policemen in Tank on Monday. Security forces reached the spot soon after the blast and launched a search operation.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void A_civil_plane_beside_a_drone_is_no_weapon() =>
        Reading.MainOf("A civilian aircraft was damaged on Monday when a drone attacked Abha airport, wounding eight people.").Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.Drone);

    [Fact]
    public void An_unmanned_boat_is_a_naval_drone() =>
        Reading.MainOf("Two unmanned boats hit an oil terminal in Novorossiysk on Monday, wounding three workers.").Weapons.ShouldHaveSingleItem().Model.ShouldBe("naval");

    [Fact]
    public void One_who_is_named_and_then_all_who_died_with_him_is_the_number_of_all() =>
        Reading.MainOf("Karim Salman, a leader of Hamas, was assassinated on Monday when an Israeli drone hit an office in Beirut. Six people were killed in the attack.").Casualties!.Killed!.Min.ShouldBe(6);

    [Theory]
    [InlineData("Eight officers were killed on Monday when their truck hit a bomb believed to have been planted by Al-Shabaab militants in Garissa.", "al-Shabaab")]
    [InlineData("A car bomb killed five civilians in Azaz on Monday. Security sources suspect that the YPG carried out the attack.", "People's Protection Units")]
    public void What_police_believe_is_a_suspicion(string text, string name)
    {
        var suspect = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (suspect.Name, suspect.Stance).ShouldBe((name, Stance.Suspected));
    }
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Round-ups that tell of the next town only who was harmed, and attacks of another kind in another town.</summary>
public sealed class NextTownNewsTests
{
    [Theory]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday. In Dnipro, one person died and six were wounded.", EventType.MissileAttack, "Dnipro", 1)]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday. One person was killed in Dnipro.", EventType.MissileAttack, "Dnipro", 1)]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday, and one person was killed in Dnipro.", EventType.MissileAttack, "Dnipro", 1)]
    [InlineData("Russian shelling killed two people in Kherson on Monday. In Toretsk, three people were killed.", EventType.Shelling, "Toretsk", 3)]
    [InlineData("Russian shelling killed two people in Kherson and three in Toretsk on Monday.", EventType.Shelling, "Toretsk", 3)]
    [InlineData("A missile killed two people in Kharkiv on Monday and wounded nine in Odesa.", EventType.MissileAttack, "Odesa", null)]
    public void The_next_town_has_its_own_dead_of_the_same_fire(string text, EventType type, string place, int? killed)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Count.ShouldBe(2);
        (reports[1].EventType, reports[1].Place!.Name, reports[1].Casualties!.Killed?.Min, reports[1].Date!.Start).ShouldBe((type, place, killed, new DateOnly(2022, 6, 13)));
        (reports[0].IsMain, reports[1].IsMain).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("A bomb killed two soldiers in Baquba on Monday. In Kirkuk, gunmen wounded four policemen.")]
    [InlineData("A bomb killed two soldiers in Baquba on Monday, while in Kirkuk gunmen wounded four policemen.")]
    public void Gunmen_who_wound_are_an_attack(string text)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Select(report => (report.EventType, report.Place!.Name)).ShouldBe([(EventType.Bombing, "Baqubah"), (EventType.Shooting, "Kirkuk")]);
        (reports[1].Casualties!.Killed, reports[1].Casualties!.Wounded!.Min).ShouldBe((null, 4));
    }

    [Theory]
    [InlineData("A glide bomb wounded six people in Kharkiv on Monday. Odesa was attacked with drones.", "Kharkiv")]
    [InlineData("Barrel bombs killed 12 people in Douma on Monday. Mortar fire wounded nine in Damascus.", "Douma")]
    [InlineData("US warplanes raided Sanaa on Monday, killing 13. The armed forces fired 18 missiles at the carrier Truman in the Red Sea.", "Sanaa")]
    public void Another_town_and_another_weapon_are_another_attack(string text, string place)
    {
        var reports = Reading.Extract(text).Reports;
        reports[0].Place!.Name.ShouldBe(place);
        reports[0].Weapons.ShouldAllBe(weapon => weapon.Type == WeaponType.Bomb || weapon.Type == WeaponType.Aircraft);
        if (reports.Count > 1) reports[1].Place!.Name.ShouldNotBe(place);
        reports.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday. In Kyiv, officials said ten people had died.")]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday. In Kyiv, two ministers condemned it.")]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday. In Dnipro, two of the wounded died in a hospital.")]
    [InlineData("A missile killed ten people in Kryvyi Rih on Monday. One person was killed in the city centre.")]
    [InlineData("A bomb killed ten people in Quetta on Monday. Two people were killed in Karachi in protests.")]
    [InlineData("A bomb killed ten people in Quetta on Monday. Four people were killed in a crash in Karachi.")]
    [InlineData("A missile killed two people in Kharkiv and wounded three on Monday.")]
    [InlineData("A missile killed two people in Kharkiv and three others in a nearby house on Monday.")]
    [InlineData("A drone fired from Yemen hit a tower in Eilat on Monday. The army said missiles were fired at it.")]
    public void The_same_attack_and_what_is_no_attack_add_none(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();
}

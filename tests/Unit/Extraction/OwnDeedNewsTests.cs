using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who says of itself that it hit something, and by which word for the attack others speak of it.</summary>
public sealed class OwnDeedNewsTests
{
    [Theory]
    [InlineData("The Houthi group said on Monday it had hit a depot of the oil company in the port city of Jeddah with a Quds-2 missile.", "Houthis")]
    [InlineData("The Houthis said they had hit the airport of Abha with drones on Monday.", "Houthis")]
    [InlineData("A missile struck a depot in Jeddah on Monday. The Houthis said on television that they had struck a station of the company.", "Houthis")]
    [InlineData("A car bomb went off in Ankara on Monday. The Kurdistan Freedom Hawks said on its website it carried out the attack.", "Kurdistan Freedom Falcons")]
    [InlineData("Hezbollah fired 40 rockets at northern Israel on Monday. The group said it targeted a base in Meron.", "Hezbollah")]
    [InlineData("The Yemeni Armed Forces targeted a ship in the Red Sea with missiles, their spokesman said in a statement on Monday.", "Houthis")]
    [InlineData("Iran fired 12 missiles at a base in Erbil on Monday. Iran's Guards said they had struck it.", "Islamic Revolutionary Guard Corps")]
    public void Who_says_that_it_hit_something_claims_it(string text, string name) =>
        Reading.MainOf(text).Perpetrators.ShouldContain(one => one.Name == name && one.Stance == Stance.Claimed);

    [Theory]
    [InlineData("The steel company said on Monday it had hit its targets for the year.")]
    [InlineData("Hamas said on Monday it had hit a snag in the talks.")]
    [InlineData("The police said on Monday they had hit a record number of arrests.")]
    public void What_is_hit_as_a_figure_of_speech_is_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A drone struck the air base of Erbil on Monday. Ashab al-Kahf claimed the bombing.", "Ashab al-Kahf")]
    [InlineData("Six rockets hit a base in Erbil on Monday. Ashab al-Kahf claimed the blast.", "Ashab al-Kahf")]
    [InlineData("A drone struck the air base of Erbil on Monday. Washington blamed Iran for the shelling.", "Iran")]
    public void By_whatever_word_for_what_explodes_it_is_the_attack_told(string text, string name) =>
        Reading.MainOf(text).Perpetrators.ShouldContain(one => one.Name == name);

    [Theory]
    [InlineData("A drone struck a plant in Isfahan on Monday. It exploded on the roof. There were no casualties.")]
    [InlineData("A tanker packed with explosives went off near Hilla on Monday. Seven buses were set on fire. No casualties were reported.")]
    public void What_came_of_it_is_told_of_the_attack(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem().Casualties!.Killed!.Max.ShouldBe(0);

    [Theory]
    [InlineData("A bomb killed six people in Istanbul on Monday. The minister blamed militants. The PKK and the Syrian Democratic Forces denied any role in it.")]
    public void Both_of_two_joined_deny_it(string text) => Reading.MainOf(text).Perpetrators.Count(one => one.Stance == Stance.Denied).ShouldBe(2);

    [Fact]
    public void What_a_video_shows_was_done_another_day() =>
        Reading.MainOf("Egyptian jets bombed camps in Derna on Monday, a day after the group released a video showing the beheading of 21 Christians.").EventType.ShouldBe(EventType.Airstrike);

    [Fact]
    public void The_shooting_is_no_word_for_a_bomb() =>
        Reading.MainOf("A drone struck the air base of Erbil on Monday. Ashab al-Kahf claimed the shooting.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void A_projectile_is_what_was_fired()
    {
        var report = Reading.Extract("The Houthis said they fired a missile at Jeddah on Monday. An official said the projectile struck a fuel tank.").Reports.ShouldHaveSingleItem();
        report.EventType.ShouldBe(EventType.MissileAttack);
    }

    [Theory]
    [InlineData("A drone killed three soldiers in Tanf on Monday. President Biden blamed Iran-backed groups.", "Iran-backed groups", Stance.Accused)]
    [InlineData("A drone wounded six guards in Baghdad on Monday. A leader denied that Hezbollah was behind it.", "Hezbollah", Stance.Denied)]
    [InlineData("Gunmen killed three clerks in Baghlan on Monday. A Taliban spokesman denied that the group was involved.", "Taliban", Stance.Denied)]
    public void Who_is_blamed_or_denies_it_is_told_so(string text, string name, Stance stance) =>
        Reading.MainOf(text).Perpetrators.ShouldContain(one => one.Name == name && one.Stance == stance);

    [Theory]
    [InlineData("Four people were hurt, among them a US soldier, when 14 rockets were fired at a base in Erbil on Monday.")]
    [InlineData("A missile hit a ship near Hodeidah on Monday. The UK Maritime Trade Operations said a projectile exploded beside it.")]
    public void Who_is_hurt_or_tells_of_it_has_not_done_it(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Who_ends_an_attack_has_not_made_it() =>
        Reading.MainOf("A gunman opened fire at a mall in Toledo on Monday, killing eight people, before he was shot dead by a police officer.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("gunman");

    [Fact]
    public void A_sea_drone_has_the_state_of_its_adjective() =>
        Reading.MainOf("A Ukrainian sea drone damaged a warship near the base of Novorossiysk on Monday.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Ukraine");

    [Fact]
    public void States_joined_by_and_did_it_all() =>
        Reading.MainOf("US, British and French forces struck Syria with 100 missiles on Monday.").Perpetrators.Select(one => one.Name).ShouldBe(["France", "United Kingdom", "United States"], ignoreOrder: true);
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Those who end an attack, stop what was fired or strike back beside those who made it.</summary>
public sealed class EndedNewsTests
{
    [Theory]
    [InlineData("A gunman at the wheel of a truck drove into a crowd in Nice on Monday, killing 84 people. Police shot the driver dead.", "gunman")]
    [InlineData("Two women were stabbed at a station in Amsterdam on Monday by an Afghan man, who was shot by police soon after.", "Afghan man")]
    [InlineData("Gunmen stormed a hotel in Kabul on Monday, killing 19 people. The siege ended when the last of the three attackers was killed by security forces.", "Gunmen")]
    [InlineData("Gunmen disguised as police attacked a hotel in Kabul on Monday, killing 16 people.", "Gunmen")]
    public void Who_stops_the_attacker_has_not_attacked(string text, string doer) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(doer);

    [Theory]
    [InlineData("Police shot dead a student in Caracas on Monday.")]
    [InlineData("Soldiers killed three students in Caracas on Monday before they fled.")]
    public void Police_who_kill_others_did_it(string text) => Reading.MainOf(text).Perpetrators.ShouldNotBeEmpty();

    [Theory]
    [InlineData("US troops shot down two drones targeting the Ain al-Asad base on Monday.")]
    [InlineData("The army intercepted two missiles aimed at the port of Jeddah on Monday.")]
    public void Who_shoots_down_what_is_fired_has_not_fired_it(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Attackers_killed_in_a_counter_attack_are_none_of_the_victims()
    {
        var report = Reading.MainOf("At least ten soldiers were killed when gunmen ambushed a patrol near Mosul on Monday. The army said it had killed 20 bandits in a counter-attack.");
        (report.Casualties!.Killed!.Min, report.Perpetrators.ShouldHaveSingleItem().Name).ShouldBe((10, "gunmen"));
    }

    [Fact]
    public void Soldiers_who_kill_militants_first_of_all_did_it() =>
        Reading.MainOf("The Egyptian army killed 20 militants in an air strike near Rafah on Monday.").Casualties!.Killed!.Min.ShouldBe(20);

    [Theory]
    [InlineData("Gunmen attacked a hospital in Kabul on Monday, killing 16 people.")]
    [InlineData("Gunmen stormed Kabul University on Monday, killing 19 people.")]
    public void A_house_that_is_attacked_is_where_it_was(string text) => Reading.MainOf(text).Place!.Name.ShouldBe("Kabul");

    [Fact]
    public void A_house_where_the_hurt_are_brought_is_not() =>
        Reading.MainOf("A bomb in Logar wounded three men on Monday, who were taken to a hospital in Kabul.").Place!.Name.ShouldStartWith("Logar");

    [Theory]
    [InlineData("US jets struck depots near Deir al-Zor on Tuesday. The strikes were a response to a drone attack on the Tanf base on Sunday. At least six men were killed.")]
    [InlineData("US jets struck depots near Deir al-Zor on Tuesday, killing six men. The strikes were in retaliation for a drone attack on the Tanf base on Sunday.")]
    public void What_is_told_after_the_reason_is_of_the_attack(string text) =>
        Reading.Extract(text).Reports[0].Casualties!.Killed!.Min.ShouldBe(6);

    [Theory]
    [InlineData("The Houthis attacked a depot in Jeddah with a missile on Monday. Military spokesman Yahya Sarea said the group launched a missile at it.", "Houthis")]
    [InlineData("Gunmen killed 132 students at a school in Peshawar on Monday. The Pakistani Taliban said it was in revenge for an offensive.", "Tehrik-i-Taliban Pakistan")]
    [InlineData("Gunmen stormed a school in Kabul on Monday, killing 19. Islamic State said in a statement on its Telegram channel that two of its fighters had attacked it.", "Islamic State")]
    [InlineData("Six rockets hit the base of Balad on Monday. A faction calling itself Ashab al-Kahf claimed it.", "Ashab al-Kahf")]
    public void Who_speaks_for_the_attackers_claims_it(string text, string name) =>
        Reading.Extract(text).Reports[0].Perpetrators.ShouldContain(one => one.Name == name && one.Stance == Stance.Claimed);

    [Fact]
    public void Who_says_what_it_answered_does_not_claim_that()
    {
        var reports = Reading.Extract("Iran launched 300 drones at Israel on Monday. Iran said it was a response to a strike on its consulate in Damascus on June 1 that killed seven officers.").Reports;
        reports.Single(report => report.Date!.Start == new DateOnly(2022, 6, 1)).Perpetrators.ShouldBeEmpty();
    }
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Sentences that look like what a rule is for, and are not.</summary>
public sealed class NearMissNewsTests
{
    [Theory]
    [InlineData("A guard was killed by gunmen in Goma on Monday, days after an attack left 30 dead.")]
    [InlineData("A guard was killed in Kabul on Monday near the mosque where a 2021 bombing left 40 dead.")]
    [InlineData("Troops on Monday killed Omar Haddad in Jenin, who had planned a bombing that left 12 dead.")]
    [InlineData("A marcher who died Monday was shot by police in Nairobi.")]
    public void Whom_another_attack_left_dead_is_not_counted(string text) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(1);

    [Theory]
    [InlineData("Gunmen killed four people on Monday, Helmand police spokesman Omar Zwak said.", "Helmand")]
    [InlineData("Anbar police chief Omar Zwak said that gunmen attacked a post and killed four policemen on Monday.", "Anbar")]
    [InlineData("Two Russian soldiers were killed in Donetsk by a Ukrainian drone on Monday.", "Donetsk")]
    public void The_region_of_the_police_is_the_place_where_no_town_is_told(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Fact]
    public void Soldiers_abroad_do_not_move_a_town_to_their_country() =>
        Reading.MainOf("Ukrainian drones killed five Russian soldiers in Donetsk on Monday.").Place!.Country.ShouldBe("UA");

    [Theory]
    [InlineData("Israel launched lightning strikes on Gaza City on Monday, killing eight people.")]
    [InlineData("Israel declined to comment on the warning and bombed a school in Gaza City on Monday, killing eight people.")]
    [InlineData("Israel did not warn, residents said, before it bombed a school in Gaza City on Monday, killing eight people.")]
    public void Who_says_nothing_of_another_matter_has_done_it(string text)
    {
        var report = Reading.MainOf(text);
        (report.Casualties!.Killed!.Min, report.Perpetrators.ShouldHaveSingleItem().Name).ShouldBe((8, "Israel"));
    }

    [Theory]
    [InlineData("The army blamed in a statement the Taliban for a bombing in Kabul on Monday that killed nine.", "army")]
    [InlineData("A bombing in Ankara on Monday killed nine people. The PKK, which Turkey blamed for the attack, denied it.", "Turkey")]
    [InlineData("A bombing in Ankara on Monday killed nine people. The group Iran blamed for the attack denied it.", "Iran")]
    public void Who_blames_is_not_blamed(string text, string blames) => Reading.MainOf(text).Perpetrators.ShouldNotContain(one => one.Name.Contains(blames, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Fifteen people have been killed in air strikes on Rafah since dawn, medics said Monday.", 15)]
    [InlineData("Seven people have been killed in clashes in Tripoli, Libya, since Sunday, the agency said Monday.", 7)]
    [InlineData("Two people were killed in a blast in Quetta on Monday. The toll rose to three after an injured man died in hospital.", 3)]
    public void Those_killed_since_dawn_or_dead_of_wounds_are_of_the_one_event(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void A_count_over_months_beside_an_attack_is_not_of_it() =>
        Reading.MainOf("Gunmen attacked a patrol in Kirkuk on Monday. As of Sunday, there had been eleven attacks in the province, and 30 policemen had been killed.").Casualties.ShouldBeNull();

    [Fact]
    public void Where_missiles_were_meant_for_is_better_than_the_dateline() =>
        Reading.MainOf("TAMPA, Fla. - U.S. Central Command forces conducted a strike against four Houthi drones prepared to launch against ships in the Red Sea on Monday.").Place!.Name.ShouldBe("Red Sea");

    [Theory]
    [InlineData("A burning candle set a church on fire in Lima on Monday.")]
    [InlineData("Fireworks set a factory ablaze in Pune on Monday.")]
    public void What_burns_by_accident_was_not_attacked(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Militants attacked a check post in Bannu on Monday, killing three soldiers.", "check post")]
    [InlineData("A drone hit a house in Kherson on Monday, close to the railway station.", "house")]
    public void What_was_struck_is_the_target(string text, string target) => Reading.MainOf(text).Targets.ShouldHaveSingleItem().Name.ShouldBe(target);

    [Fact]
    public void Farmers_abducted_meanwhile_are_none_of_those_attacked() =>
        Reading.MainOf("Gunmen killed 40 worshippers in Owo on Monday. Meanwhile, 16 farmers were abducted in Bungudu.").Casualties!.Kidnapped.ShouldBeNull();

    [Theory]
    [InlineData("Ana Lind was shot in Dayton, Ohio, the night before Thanksgiving, police said.", "2019-11-27", "2019-11-27")]
    [InlineData("Ana Lind was shot in Dayton, Ohio, two days before Christmas, police said.", "2019-12-24", "2019-12-23")]
    [InlineData("Ana Lind was shot in Dayton, Ohio, two days after Thanksgiving, police said.", "2019-11-25", "2018-11-24")]
    public void A_holiday_still_ahead_counts_from_this_year(string text, string published, string day) => Reading.MainOf(text, published).Date!.Start.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Gunmen killed Ana Lind and")]
    [InlineData("An air strike killed Ana Lind, a judge, and")]
    [InlineData("Militants set a school")]
    [InlineData("Gunmen killed four people, hours before")]
    [InlineData("A man who stabbed two people was")]
    [InlineData("In Diyala, meanwhile,")]
    [InlineData("Israel has not confirmed")]
    [InlineData("Rebels blamed")]
    [InlineData("Man shot at")]
    [InlineData("Two days after Thanksgiving")]
    public void A_text_may_break_off_after_any_word(string text)
    {
        for (var end = 0; end <= text.Length; end++)
            foreach (var part in new[] { text[..end], text[..end].ToUpperInvariant(), text[end..] })
                Reading.Extract(part).ShouldNotBeNull();
    }
}

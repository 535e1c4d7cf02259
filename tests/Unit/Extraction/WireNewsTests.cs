using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>How agencies and their translations tell an attack: joined victims, the time before the object, capitals by their country.</summary>
public sealed class WireNewsTests
{
    [Theory]
    [InlineData("Three soldiers and two civilians were killed in an attack in Kirkuk on Monday.", 5)]
    [InlineData("A soldier and a civilian were killed in an attack in Kirkuk on Monday.", 2)]
    [InlineData("A citizen and his three children were martyred in an attack in Kirkuk on Monday.", 4)]
    [InlineData("A woman, her son and two guards were killed by a bomb in Kirkuk on Monday.", 4)]
    [InlineData("A bomb exploded in Kirkuk on Monday and caused the martyrdom of a shepherd.", 1)]
    [InlineData("Three soldiers and two civilians wounded in a bomb attack in Kirkuk on Monday were taken to hospital; three people were killed.", 3)]
    public void Those_joined_before_the_verb_are_added_up(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void A_statistic_of_the_year_is_not_the_toll_of_the_day()
    {
        var result = Reading.Extract("Troops shot and killed a boy near the town of Azzun on Monday. More than 60 people have been killed since the start of the year.");
        result.Reports.ShouldHaveSingleItem().Casualties!.Killed!.Min.ShouldBe(1);
    }

    [Fact]
    public void The_time_may_stand_between_the_verb_and_its_object() =>
        Reading.MainOf("A bomb targeted on Monday a convoy of the coalition in Diwaniyah.").Targets.ShouldContain(target => target.Text.Contains("convoy"));

    [Theory]
    [InlineData("Gunmen stormed a hotel in the Somali capital on Monday, killing eight people.", "Mogadishu")]
    [InlineData("A bomb exploded in the Iraqi capital on Monday.", "Baghdad")]
    public void A_capital_is_known_by_its_country(string text, string name) => Reading.MainOf(text).Place!.Name.ShouldBe(name);

    [Fact]
    public void A_group_linked_to_another_is_not_that_one() =>
        Reading.MainOf("Fighters of an al-Qaeda-linked group stormed a hotel in Mogadishu on Monday.").Perpetrators.ShouldAllBe(doer => doer.Name != "al-Qaeda");

    [Fact]
    public void The_day_on_which_someone_told_an_agency_is_not_that_of_the_attack()
    {
        var report = Reading.MainOf("Gunmen stormed a hotel in Mogadishu on Monday evening. At least eight civilians were killed in the attack, a commander told AFP on Tuesday.");
        (report.Date!.Start, report.Casualties!.Killed!.Min).ShouldBe((new DateOnly(2022, 6, 13), 8));
    }

    [Fact]
    public void The_second_blast_of_the_month_is_the_one_told() =>
        Reading.Extract("A car bomb exploded in a market in al-Bab on Monday, killing five people. It was the second blast in the city this month.").Reports.ShouldHaveSingleItem();

    [Fact]
    public void Armed_people_who_strike_a_place_attack_it() =>
        Reading.MainOf("Unidentified assailants struck the village of Seytenga on Monday, killing nine people.").Place!.Name.ShouldBe("Seytenga");

    [Theory]
    [InlineData("The 1983 bombing of the barracks in Beirut killed 241 servicemen.")]
    [InlineData("Eighty years ago this week, planes bombed Coventry and killed 568 people.")]
    public void What_lies_years_back_is_no_news(string text) => Reading.Extract(text).Reports.ShouldAllBe(report => !report.IsMain);

    [Fact]
    public void A_saudi_led_coalition_is_also_called_an_aggression() =>
        Reading.MainOf("Four people were killed on Monday in two raids launched by the US-Saudi aggression on a house in Saada.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Saudi-led coalition");

    [Fact]
    public void A_shared_head_is_counted_with_both_numbers() =>
        Reading.MainOf("Two American and one British soldier were killed when 18 rockets hit Camp Taji on Monday.").Casualties!.Killed!.Min.ShouldBe(3);

    [Fact]
    public void The_attacks_a_strike_answers_are_not_the_strike() =>
        Reading.MainOf("Warplanes struck two sites near Boukamal on Monday in retaliation for a slew of drone and missile attacks on bases.").EventType.ShouldBe(EventType.Airstrike);

    [Fact]
    public void Previous_attacks_that_are_claimed_are_not_this_one()
    {
        var report = Reading.Extract("A suicide bomber killed 16 people in Hasakah on Monday. It was not clear who did it, but Islamic State has claimed previous bombings in the region.").Reports.ShouldHaveSingleItem();
        report.Perpetrators.ShouldBeEmpty();
    }

    [Fact]
    public void A_group_that_says_it_attacked_tells_the_attack() =>
        Reading.MainOf("Iran's Revolutionary Guards said they had attacked a house in Erbil on Monday.").Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Claimed);

    [Fact]
    public void A_member_of_a_people_is_a_person()
    {
        var report = Reading.MainOf("Israeli troops shot and killed a 15-year-old Palestinian during clashes near Nablus on Monday.");
        (report.Casualties!.Killed!.Min, report.Casualties.Killed.Max).ShouldBe((1, 1));
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Israel");
    }

    [Fact]
    public void In_capitals_those_joined_are_added_up_too() =>
        Reading.MainOf("A PEASANT WOMAN AND HER DAUGHTER WERE WOUNDED WHEN REBELS SHELLED THE TOWN OF USULUTAN ON MONDAY.").Casualties!.Wounded!.Min.ShouldBe(2);

    [Fact]
    public void Where_nobody_was_hurt_nothing_happened_without_words_for_it() =>
        Reading.Extract("Police in Berlin said on Monday that no shots were fired and nobody was hurt.").Reports.ShouldBeEmpty();

    [Fact]
    public void A_death_days_after_the_shots_dates_the_shots()
    {
        var report = Reading.MainOf("A 17-year-old boy died Monday, a day after he was shot in the head in Chicago.");
        report.Date!.Start.ShouldBe(new DateOnly(2022, 6, 12));
    }

    [Fact]
    public void A_habit_accuses_nobody() =>
        Reading.MainOf("A bomb at a school in Kabul killed six people on Monday. Nobody has claimed it, but the Islamic State group has often targeted the community.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Who_lives_in_a_quarter_is_not_its_name() =>
        Reading.MainOf("Six people were killed by a bomb in a mainly Shiite Hazara neighbourhood of western Kabul on Monday.").Place!.Name.ShouldBe("Kabul");

    [Fact]
    public void Who_kills_the_attacker_has_not_attacked() =>
        Reading.MainOf("A bomb killed two people at an embassy in Kabul on Monday. The attacker was shot dead by guards.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Two_sides_in_two_towns_are_two_attacks() =>
        Reading.Extract("Azerbaijani forces shelled Stepanakert on Monday, injuring ten residents; Armenian artillery shelled Agdam on Monday and killed a resident.").Reports.Count.ShouldBe(2);

    [Fact]
    public void A_gunman_who_kills_has_shot() => Reading.MainOf("A gunman killed 15 people at a shrine in Shiraz on Monday.").EventType.ShouldBe(EventType.Shooting);

    [Fact]
    public void The_town_of_the_next_sentences_is_closer_than_a_country() =>
        Reading.MainOf("A suicide bomber killed 44 people in northern Pakistan on Monday. It happened in Peshawar, police said.").Place!.Name.ShouldBe("Peshawar");

    [Theory]
    [InlineData("A rocket fell in the Green Zone in Baghdad on Monday without causing human or material losses.")]
    [InlineData("A bomb exploded in Basra on Monday without causing any human losses.")]
    public void None_are_counted_where_losses_are_denied(string text) => Reading.MainOf(text).Casualties!.Killed!.Max.ShouldBe(0);

    [Fact]
    public void In_capitals_two_words_are_no_person() =>
        Reading.Extract("THE PRESIDENT SAID TODAY THAT TERRORISM AND KIDNAPPING HAVE CAUSED MUCH PAIN IN COLOMBIA.").Reports.ShouldBeEmpty();
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is said to have done it and by whom: states accused, blamed and denying, those struck, other attacks told beside.</summary>
public sealed class AttributedNewsTests
{
    [Theory]
    [InlineData("An Israeli strike on Tyre killed three people on Monday, a day after Hezbollah named a new leader.")]
    [InlineData("Rockets were fired at the US embassy in Baghdad on Monday, two days after a protest outside the compound.")]
    [InlineData("A roadside bomb killed two soldiers in Kirkuk on Monday, three days after the prime minister visited the city.")]
    public void An_attack_has_the_day_told_with_it_not_one_before(string text) =>
        Reading.MainOf(text).Date!.Start.ShouldBe(new DateOnly(2022, 6, 13));

    [Theory]
    [InlineData("A wounded soldier died on Monday, two days after he was shot by a sniper in Kirkuk.")]
    [InlineData("A gunman who killed a judge in Kirkuk was arrested on Monday, two days after the shooting.")]
    public void The_day_of_a_death_or_an_arrest_is_counted_back_to_the_attack(string text) =>
        Reading.MainOf(text).Date!.Start.ShouldBe(new DateOnly(2022, 6, 11));

    [Fact]
    public void An_attack_days_after_another_is_apart_from_it()
    {
        var reports = Reading.Extract("A car bomb killed five people in Azaz on Monday, two days after Turkish jets bombed a village in Hasakah.").Reports;
        reports.Count.ShouldBe(2);
        (reports[0].EventType, reports[0].Date!.Start, reports[0].Perpetrators.Count).ShouldBe((EventType.CarBombing, new DateOnly(2022, 6, 13), 0));
        (reports[1].EventType, reports[1].Date!.Start, reports[1].Perpetrators.ShouldHaveSingleItem().Name).ShouldBe((EventType.Airstrike, new DateOnly(2022, 6, 11), "Turkey"));
    }

    [Theory]
    [InlineData("US forces were targeted with rockets in Hasakah on Monday.")]
    [InlineData("The Saudi-led coalition was targeted with missiles in Marib on Monday.")]
    public void Who_was_targeted_has_not_done_it(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Who_targeted_them_has() =>
        Reading.MainOf("PKK militants were targeted by Turkish drones in Sinjar on Monday.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Turkey");

    [Theory]
    [InlineData("Iran accused the United States of carrying out the attack.", "United States", "Iran")]
    [InlineData("The foreign minister accused Iran of launching the attack.", "Iran", "minister")]
    [InlineData("Officials blamed Iran for the attack.", "Iran", "Officials")]
    [InlineData("Officials blamed the attack on Iran.", "Iran", "Officials")]
    [InlineData("Israel was blamed for the attack.", "Israel", null)]
    [InlineData("Washington held Iran responsible for the attack.", "Iran", "Washington")]
    [InlineData("Officials pointed the finger at Iran.", "Iran", "Officials")]
    [InlineData("US officials said Iran was behind the attack.", "Iran", "US officials")]
    [InlineData("Iran was responsible, US officials said.", "Iran", null)]
    public void A_state_is_accused_by_its_bare_name(string accusation, string accused, string? accuser)
    {
        var named = Accused(accusation).ShouldHaveSingleItem();
        (named.Name, named.Accuser).ShouldBe((accused, accuser));
    }

    [Theory]
    [InlineData("Washington accused Iran of supporting rebels.")]
    [InlineData("Officials blamed Iran for arming the rebels who carried out the attack.")]
    [InlineData("The prime minister said Iran's allies were behind the attack.")]
    public void A_state_accused_of_something_else_has_not_done_it(string accusation) =>
        Accused(accusation).ShouldNotContain(one => one.Name == "Iran");

    [Theory]
    [InlineData("In the deadliest attack since the Hamas attack on October 7, a drone killed three soldiers in Metula on Monday.")]
    [InlineData("A drone killed three soldiers in Metula on Monday in the worst attack since the Hamas raid on October 7.")]
    public void What_an_attack_is_the_worst_since_gives_it_no_day_and_no_doer(string text)
    {
        var report = Reading.MainOf(text);
        (report.Date!.Start, report.Perpetrators.Count).ShouldBe((new DateOnly(2022, 6, 13), 0));
    }

    [Fact]
    public void Who_made_the_attack_told_since_is_no_doer_of_the_next() =>
        Reading.MainOf("The Houthis, who have attacked ships since the October 7 Hamas attack on Israel, fired two missiles at a tanker in the Red Sea on Monday.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Houthis");

    [Theory]
    [InlineData("Turkey's foreign ministry rejected the accusation.")]
    [InlineData("The Turkish Foreign Ministry denied any involvement in the attack.")]
    [InlineData("Turkey's mission to the UN denied any involvement.")]
    [InlineData("Ankara denied involvement.")]
    [InlineData("Turkey's defence ministry denied it was behind the attack.")]
    [InlineData("Turkey said it had nothing to do with the attack.")]
    public void A_state_denies_through_its_ministry_its_mission_or_its_capital(string denial)
    {
        var named = Accused(denial).ShouldHaveSingleItem();
        (named.Name, named.Stance).ShouldBe(("Turkey", Stance.Denied));
    }

    [Theory]
    [InlineData("Hezbollah targeted Metula with rockets on Monday, it said in a statement.", "Hezbollah")]
    [InlineData("Turkish jets hit 12 PKK targets in Sinjar on Monday, the Turkish defence ministry said.", "Turkey")]
    [InlineData("The Houthis targeted a ship in the Red Sea with two missiles on Monday, Houthi spokesman Ali Saleh said.", "Houthis")]
    [InlineData("We targeted the port of Haifa with two drones on Monday, the Islamic Resistance in Iraq said.", "Islamic Resistance in Iraq")]
    [InlineData("Iran's Revolutionary Guards say they have fired dozens of missiles at Haifa on Monday.", "Islamic Revolutionary Guard Corps")]
    [InlineData("Rockets hit the Taji camp on Monday. The Islamic State adopted the attack.", "Islamic State")]
    [InlineData("The Islamic State said its fighters threw a grenade at a house in Kirkuk on Monday.", "Islamic State")]
    public void A_deed_told_on_the_doers_own_word_is_claimed(string text, string doer)
    {
        var named = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (named.Name, named.Stance).ShouldBe((doer, Stance.Claimed));
    }

    [Theory]
    [InlineData("Israeli jets bombed an airport in Damascus on Monday, Syrian state media said.")]
    [InlineData("Israeli jets bombed an airport in Damascus on Monday, Israeli media said.")]
    public void A_deed_told_on_the_word_of_others_or_of_the_media_is_stated(string text) =>
        Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Stated);

    [Theory]
    [InlineData("The army shelled a village in southern Lebanon on Monday, the Israeli military said.", "Israel")]
    [InlineData("Israel said on Monday the air force bombed Hezbollah positions in Lebanon, killing four fighters.", "Israel")]
    [InlineData("Turkey's defence ministry said the air force bombed Qandil in Iraq on Monday, killing four militants.", "Turkey")]
    [InlineData("The Air Force struck seven Hezbollah targets in Lebanon on Monday, the Israeli army said.", "Israel")]
    [InlineData("Regime forces shelled a village in Syria on Monday, killing three people, the Turkish defence ministry said.", "Syria")]
    public void The_army_is_that_of_the_state_that_speaks(string text, string doer) =>
        Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(doer);

    [Theory]
    [InlineData("Regime forces shelled Ariha on Monday, killing eight civilians. In response, HTS fired rockets at regime positions in Kafr Nabl.")]
    [InlineData("Regime forces shelled Ariha on Monday, killing eight civilians. HTS, in response, fired rockets at regime positions in Kafr Nabl.")]
    public void The_answer_of_the_other_side_is_another_attack(string text)
    {
        var reports = Reading.Extract(text).Reports;
        reports[0].Perpetrators.Count.ShouldBe(1);
        reports[0].Casualties!.Killed!.Max.ShouldBe(8);
        reports.ShouldContain(report => !report.IsMain && report.EventType == EventType.RocketAttack);
    }

    [Fact]
    public void Who_has_struck_once_again_has_made_the_attack_just_told() =>
        Reading.Extract("A car bomb killed 40 civilians in Afrin on Monday. The PKK has once again targeted innocent civilians in Afrin, leaving 11 children among the dead, the ministry said.").Reports.ShouldHaveSingleItem().Casualties!.Killed!.Max.ShouldBe(40);

    [Fact]
    public void Once_again_on_another_day_is_another_attack() =>
        Reading.Extract("Rockets killed two soldiers in Kirkuk on Sunday. Rockets once again hit Kirkuk on Monday, killing three soldiers.").Reports.Count.ShouldBe(2);

    private static IReadOnlyList<Perpetrator> Accused(string accusation) =>
        Reading.MainOf("Rockets hit an oil depot in Basra on Monday, wounding two guards. " + accusation).Perpetrators;
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>News of strikes and what they answer, of fire that was stopped, of lists of the dead and of bases told again.</summary>
public sealed class RetaliationNewsTests
{
    [Fact]
    public void What_a_strike_answers_is_another_attack_with_its_own_day_and_dead()
    {
        var reports = Reading.Extract(
            "The navy of Iran said it fired 9 ballistic missiles on Saturday at a villa in Erbil, in retaliation for an Israeli air strike near Damascus last Tuesday that killed four of its officers. The missiles tore through the roof.", "2022-06-12").Reports;
        reports.Count.ShouldBe(2);
        (reports[0].EventType, reports[0].Date!.Start, reports[0].Casualties?.Killed).ShouldBe((EventType.MissileAttack, new DateOnly(2022, 6, 11), null));
        reports[0].Weapons.ShouldHaveSingleItem().Min.ShouldBe(9);
        (reports[1].EventType, reports[1].Date!.Start, reports[1].Casualties!.Killed!.Min).ShouldBe((EventType.Airstrike, new DateOnly(2022, 6, 7), 4));
    }

    [Theory]
    [InlineData("Three Italians and one Dane were killed on Monday when rockets struck Camp Taji.", 4)]
    [InlineData("Rockets struck Camp Taji on Monday. Two soldiers, three policemen and a driver died in the bombardment.", 6)]
    [InlineData("Three people, a soldier and two guards, were killed on Monday when rockets struck Camp Taji.", 3)]
    public void A_list_of_the_dead_before_the_verb_is_added_up_and_one_that_only_explains_is_not(string text, int killed) =>
        Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void Missiles_that_are_shot_down_are_not_dead_and_who_shot_them_down_did_not_fire_them()
    {
        var report = Reading.MainOf("On Monday the frigate Baltic shot down four cruise missiles launched by Houthi forces at the port of Eilat.");
        report.Casualties?.Killed.ShouldBeNull();
        report.Perpetrators.Select(p => p.Name).ShouldBe(["Houthis"]);
    }

    [Fact]
    public void Drones_that_were_thwarted_were_fired_and_a_plot_was_not()
    {
        Reading.MainOf("Air defences thwarted two drone attacks on the airport of Erbil on Monday.").EventType.ShouldBe(EventType.DroneAttack);
        Reading.Extract("The police thwarted a plot for drone attacks on the airport of Erbil on Monday.").Reports.ShouldBeEmpty();
    }

    [Fact]
    public void A_rigged_truck_that_is_found_is_no_attack_of_those_who_found_it() =>
        Reading.MainOf("Ten rockets hit Camp Taji on Monday. Iraqi forces found a rocket-rigged truck near the base.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void What_nobody_can_confirm_is_not_told() =>
        Reading.Extract("It could not be confirmed that the truck was bombed by American warplanes in Zummar on Monday.").Reports.ShouldBeEmpty();

    [Fact]
    public void The_same_camp_is_the_camp_told_before_whatever_town_was_named_since() =>
        Reading.Extract("Ten rockets hit Camp Taji on Monday. The next day warplanes bombed a depot in Karbala. Two days later 30 rockets fell on the same camp, wounding five soldiers.")
            .Reports[^1].Place!.Name.ShouldBe("Camp Taji");

    [Fact]
    public void Who_retaliates_with_air_strikes_struck() =>
        Reading.MainOf("Early on Monday the United States retaliated with air strikes on five depots in Karbala.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("United States");

    [Fact]
    public void Where_those_are_who_are_blamed_says_nothing_of_where_the_attack_was()
    {
        var report = Reading.MainOf("A drone killed three soldiers in Mafraq, Jordan, on Monday. The president blamed Iran-backed militias operating in Syria and Iraq.");
        (report.Place!.Country, report.Perpetrators.ShouldHaveSingleItem().Stance).ShouldBe(("JO", Stance.Accused));
    }

    [Fact]
    public void An_attack_hours_earlier_or_on_the_same_day_has_the_day_of_the_one_before()
    {
        var reports = Reading.Extract("Rockets hit Camp Taji on Monday. Hours earlier, a drone struck a depot in Erbil. A garrison at al-Tanf in Syria came under attack by two drones on the same day.").Reports;
        reports.Count.ShouldBe(3);
        reports.Select(r => r.Date?.Start).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public void Who_suffered_injuries_of_a_named_kind_is_wounded() =>
        Reading.MainOf("Missiles hit Ain al-Asad air base on Monday. Over 100 troops suffered traumatic brain injuries.").Casualties!.Wounded!.Min.ShouldBe(100);

    [Fact]
    public void No_soldiers_were_harmed_is_zero_wounded() =>
        Reading.MainOf("Missiles hit Ain al-Asad air base on Monday. The minister said no soldiers were harmed.").Casualties!.Wounded!.Max.ShouldBe(0);

    [Fact]
    public void A_target_after_the_time_of_day_is_the_target() =>
        Reading.MainOf("Aircraft targeted at dawn today, Monday, headquarters of the Popular Mobilization in Karbala.").Targets.ShouldContain(t => t.Name.StartsWith("headquarters"));

    [Fact]
    public void A_similar_barrage_is_another_attack()
    {
        var reports = Reading.Extract("Eight rockets hit the US embassy in Baghdad on Sunday. On November 17 a similar barrage killed a girl and hurt five civilians.", "2020-12-21").Reports;
        reports.Count.ShouldBe(2);
        (reports[1].Date!.Start, reports[1].Casualties!.Killed!.Min).ShouldBe((new DateOnly(2020, 11, 17), 1));
    }

    [Theory]
    [InlineData("The United States struck two facilities near Abu Kamal early on Friday.", "United States", EventType.Airstrike)]
    [InlineData("Turkey struck a checkpoint in Sinjar on Monday.", "Turkey", EventType.Airstrike)]
    [InlineData("US forces carried out air strikes on a depot in Karbala on Monday, killing one fighter, after a one-way drone attack by militants that wounded two soldiers in Erbil.", "United States", EventType.Airstrike)]
    [InlineData("A Turkish unmanned aircraft bombarded a vehicle in Sinjar this morning, killing two fighters.", "Turkey", EventType.DroneAttack)]
    public void A_state_that_strikes_is_who_did_it(string text, string state, EventType type)
    {
        var report = Reading.Extract(text).Reports[0];
        (report.EventType, report.Perpetrators.ShouldHaveSingleItem().Name).ShouldBe((type, state));
    }

    [Theory]
    [InlineData("A drone struck the airport of Erbil on Monday, amid a stream of rocket attacks on bases in Baghdad that Washington blames on militias.")]
    [InlineData("A drone struck the airport of Erbil on Monday. The airport has come under attack several times in the last year, also by rockets.")]
    [InlineData("A drone struck the airport of Erbil on Monday. Twenty soldiers were injured in two of those attacks.")]
    public void What_is_said_of_many_attacks_is_said_of_none(string text)
    {
        var report = Reading.Extract(text).Reports.ShouldHaveSingleItem();
        report.Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.Drone);
        (report.Casualties?.Wounded, report.Perpetrators.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void What_a_drone_carries_is_no_weapon_beside_it() =>
        Reading.MainOf("Two drones packed with explosives struck Camp Taji on Monday.").Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.Drone);

    [Fact]
    public void Who_claims_the_operation_claims_the_attack()
    {
        var perpetrator = Reading.MainOf("Four rockets hit Camp Taji on Monday. Islamic State claimed the operation.").Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Islamic State", Stance.Claimed));
    }
}

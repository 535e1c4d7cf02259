using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>News of rockets and drones at bases: who claims them, what answers them, the day that is told by another one.</summary>
public sealed class BaseNewsTests
{
    [Theory]
    [InlineData("The Islamic Resistance in Iraq said in a statement on Monday that its fighters targeted the Americans' Harir base in Erbil province with three drones.")]
    [InlineData("The Islamic Resistance in Iraq claimed on Monday to have fired two drones at the Harir base in Erbil province.")]
    [InlineData("Two drones hit the Harir base in Erbil province on Monday. The Islamic Resistance in Iraq claimed, in a post on its channel, responsibility for the attack.")]
    [InlineData("Two drones hit the Harir base in Erbil province on Monday. The Islamic Resistance in Iraq said that it stood behind the attack.")]
    public void Who_says_that_its_own_did_it_claims_it(string text)
    {
        var doer = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (doer.Name, doer.Stance).ShouldBe(("Islamic Resistance in Iraq", Stance.Claimed));
    }

    [Fact]
    public void What_it_said_in_a_second_statement_is_claimed_by_who_spoke_before() =>
        Reading.Extract("The Islamic Resistance in Iraq said on Monday that it had struck the Harir base with drones. In another message it said it had attacked the Conoco base with rockets.").Reports
            .Select(report => (report.Place!.Name, report.Perpetrators.ShouldHaveSingleItem().Name, report.Perpetrators[0].Stance)).ShouldBe(
            [("Al-Harir Air Base", "Islamic Resistance in Iraq", Stance.Claimed), ("Conoco gas field", "Islamic Resistance in Iraq", Stance.Claimed)]);

    [Fact]
    public void A_group_nobody_knew_is_named_by_what_it_calls_itself_and_is_no_other_attack()
    {
        var report = Reading.MainOf("Nine rockets hit Camp Taji on Monday. A previously unknown faction calling itself the Wrath of al-Rafidain Brigade claimed the operation.");
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Wrath of al-Rafidain Brigade");
    }

    [Theory]
    [InlineData("US forces shot down two drones over the Harir base on Monday.")]
    [InlineData("At the Harir base US troops destroyed one drone on Monday without injuries or damage.")]
    [InlineData("The coalition said it had shot down a drone that was heading for the Harir base on Monday.")]
    public void Who_stops_a_drone_has_not_sent_it(string text)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Perpetrators.Count).ShouldBe((EventType.DroneAttack, 0));
    }

    [Fact]
    public void Who_comes_under_attack_suffers_it() =>
        Reading.MainOf("US forces came under attack at the Harir base on Monday with a ballistic missile.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Whom_an_attack_avenges_was_killed_by_another_one()
    {
        var reports = Reading.Extract(
            "The Guards fired nine missiles at the Harir base on Wednesday in revenge for the martyrdom of General Karim Sadeqi. Sadeqi was martyred in a US drone strike near Baghdad airport last Friday.", "2022-06-16").Reports;
        reports.Select(report => (report.EventType, report.Date!.Start)).ShouldBe([(EventType.MissileAttack, new DateOnly(2022, 6, 15)), (EventType.DroneAttack, new DateOnly(2022, 6, 10))]);
        reports[0].Targets.ShouldNotContain(target => target.Kind == TargetKind.Person);
    }

    [Fact]
    public void What_follows_an_attack_from_the_air_is_another_one() =>
        Reading.Extract("A missile hit the Harir base on Monday. Immediately following the attack a US aircraft struck a vehicle of a militia and killed three of its men.").Reports
            .Select(report => report.EventType).ShouldBe([EventType.MissileAttack, EventType.Airstrike]);

    [Fact]
    public void An_attack_so_many_days_after_another_is_not_that_one()
    {
        var reports = Reading.Extract("Camp Taji was hit again on Saturday, three days after a rocket attack on it killed four soldiers. Twenty Katyusha rockets struck the camp, wounding two guards.", "2022-06-19").Reports;
        reports.Select(report => (report.Place!.Name, report.Date!.Start, report.Casualties!.Killed?.Min)).ShouldBe(
            [("Camp Taji", new DateOnly(2022, 6, 18), null), ("Camp Taji", new DateOnly(2022, 6, 15), 4)]);
        reports[0].Weapons.ShouldHaveSingleItem().Min.ShouldBe(20);
    }

    [Fact]
    public void An_air_raid_after_a_barrage_of_rockets_is_told_apart_from_it() =>
        Reading.Extract("American warplanes bombed three bases of Kataib Hezbollah near al-Qaim on Sunday, two days after a barrage of more than 20 rockets at the K1 base killed a contractor.", "2022-06-13").Reports
            .Select(report => (report.EventType == EventType.Airstrike, report.Date!.Start)).ShouldBe([(true, new DateOnly(2022, 6, 12)), (false, new DateOnly(2022, 6, 10))]);

    [Theory]
    [InlineData("Three rockets fell on the Green Zone on Sunday. Two drones were shot down near the Harir base the same day.")]
    [InlineData("Three rockets fell on the Green Zone on Sunday, after a drone attack on the Harir base earlier that day wounded two guards.")]
    [InlineData("On Sunday, three rockets fell on the Green Zone; and in the north two drones targeted the Harir base.")]
    [InlineData("Three rockets fell on the Green Zone on Sunday. Hours earlier two drones had targeted the Harir base.")]
    [InlineData("On Sunday there were two attacks: three rockets fell on the Green Zone; and a drone hit the Harir base.")]
    [InlineData("Three rockets fell on the Green Zone on Sunday, while two drones hit the Harir base at nearly the same time.")]
    public void A_day_told_by_another_one_is_that_day(string text) =>
        Reading.Extract(text, "2022-06-14").Reports.Select(report => report.Date?.Start).Distinct().ShouldHaveSingleItem().ShouldBe(new DateOnly(2022, 6, 12));

    [Fact]
    public void The_day_of_a_dateline_is_not_the_day_of_the_attack() =>
        Reading.MainOf("BAGHDAD, June 16 (Two Rivers News) - Five rockets landed around the Harir base on Wednesday.", "2022-06-16").Date!.Start.ShouldBe(new DateOnly(2022, 6, 15));

    [Fact]
    public void What_an_attack_is_the_first_since_gives_it_no_day() =>
        Reading.MainOf("Rockets hit the Green Zone on Monday. The attack, the first since a truce announced by the factions in March, was claimed by Ashab al-Kahf.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Ashab al-Kahf");

    [Fact]
    public void Women_in_the_forces_are_counted_as_the_men() =>
        Reading.MainOf("Two American soldiers and a British servicewoman were killed when rockets hit Camp Taji on Monday.").Casualties!.Killed!.Min.ShouldBe(3);

    [Fact]
    public void Who_tells_of_the_wounded_is_not_one_of_them() =>
        Reading.MainOf("Ten rockets hit Camp Taji on Monday, wounding two soldiers, the coalition's spokesman, Colonel Adam Lind, said.").Targets.ShouldNotContain(target => target.Kind == TargetKind.Person);

    [Fact]
    public void One_thing_denied_and_another_said_the_other_holds() =>
        Reading.MainOf("Ten missiles struck Erbil on Monday. The authorities denied that there was a foreign base and said one person was wounded by glass.").Casualties!.Wounded!.Min.ShouldBe(1);

    [Fact]
    public void A_launcher_that_is_found_ready_and_defused_is_no_attack() =>
        Reading.Extract("Security forces said on Monday that a launcher with ten rockets ready for firing had been found in Nineveh and defused.").Reports.ShouldBeEmpty();

    [Fact]
    public void Jets_called_fighters_are_no_men_and_what_they_answer_is_not_what_they_did()
    {
        var report = Reading.MainOf("US F-15 and F-16 fighters struck weapons depots near al-Qaim on Sunday, the Pentagon said, citing drone attacks by Iran-backed militias.");
        (report.EventType, report.Perpetrators.ShouldHaveSingleItem().Name).ShouldBe((EventType.Airstrike, "United States"));
    }

    [Fact]
    public void Two_states_that_struck_targets_both_did_it() =>
        Reading.MainOf("The United States and Britain struck 30 Houthi targets in Hodeidah on Saturday night.").Perpetrators.Select(doer => doer.Name).ShouldBe(["United States", "United Kingdom"]);

    [Fact]
    public void Rockets_aimed_at_something_were_fired_at_it() =>
        Reading.MainOf("More than a dozen rockets were aimed at the airport of Erbil on Monday, leaving two people dead.").EventType.ShouldBe(EventType.RocketAttack);

    [Fact]
    public void Nobody_hurt_in_one_place_says_nothing_of_those_hurt_in_the_other() =>
        Reading.Extract("Two mortar rounds struck the Green Zone on Monday, while two rockets hit Balad air base. No one was hurt in the zone, but three soldiers were wounded at Balad.").Reports
            .Single(report => report.Place!.Name == "Balad Air Base").Casualties!.Wounded!.Min.ShouldBe(3);

    [Fact]
    public void What_people_protest_over_is_no_part_of_the_attack() =>
        Reading.Extract("Two drones hit the Harir base on Monday. Tehran says that the groups stirred up protests over the death of Leyla Rahimi in custody.").Reports.ShouldHaveSingleItem().Casualties?.Killed.ShouldBeNull();

    [Fact]
    public void Who_dies_along_with_others_is_counted_with_them() =>
        Reading.MainOf("The commander Karim Sadeqi was killed on Monday in a US air strike on his convoy near Baghdad airport, along with a driver and six guards.").Casualties!.Killed!.Min.ShouldBe(8);

    [Fact]
    public void What_strikes_answer_has_its_own_place_day_and_dead()
    {
        var reports = Reading.Extract("American bombers struck 30 targets in Syria on Friday in retaliation for the drone attack in Jordan that killed three soldiers last Sunday. In Deir ez-Zor at least 23 fighters were killed.", "2022-06-18").Reports;
        reports.Select(report => (report.Date!.Start, report.Casualties!.Killed!.Min)).ShouldBe([(new DateOnly(2022, 6, 17), 23), (new DateOnly(2022, 6, 12), 3)]);
        reports[1].Place!.Country.ShouldBe("JO");
    }

    [Fact]
    public void What_someone_is_blamed_for_is_not_what_is_done_to_him() =>
        Reading.Extract("The United States waged air strikes on Thursday on three depots in Karbala of a militia that it blamed for a rocket attack on Camp Taji which killed two Americans and one Briton.").Reports
            .Select(report => (report.EventType, report.Casualties?.Killed?.Min)).ShouldBe([(EventType.Airstrike, null), (EventType.RocketAttack, 3)]);

    [Theory]
    [InlineData("Thousands marched in Baghdad on Sunday to mark one year since the killing of Karim Sadeqi in a US drone strike.")]
    [InlineData("A fire broke out at Camp Speicher on Monday after an electrical fault in a store; several rockets exploded but nobody was hurt.")]
    public void What_is_remembered_and_what_goes_off_in_a_fire_is_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Fact]
    public void Attacks_counted_between_two_days_are_a_statistic() =>
        Reading.Extract("Three rockets landed near Baghdad airport on Monday. Between June 3 and 10 American forces were attacked at least ten separate times in Iraq by a mix of drones and rockets.").Reports.ShouldHaveSingleItem();

    [Theory]
    [InlineData("Nine missiles hit a villa in Erbil on Monday, killing the businessman Anton Lindqvist, his infant daughter and two other people.", 4)]
    [InlineData("A commander, Karim Sadeqi, and two others were killed when a drone hit their car in Erbil on Monday.", 3)]
    public void Who_is_named_is_counted_once_and_who_is_with_him_too(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void The_day_before_another_attack_was_another_attack() =>
        Reading.Extract("Turkish drones bombed a clinic in Sinjar on Tuesday, killing eight people. The day before an air strike on a car in Makhmour had killed a commander.").Reports
            .Select(report => report.Date!.Start).ShouldBe([new DateOnly(2022, 6, 14), new DateOnly(2022, 6, 13)]);

    [Theory]
    [InlineData("More than ten rockets have been fired at the K1 base in the last three months.")]
    [InlineData("Two Americans have been killed in such attacks since late last year.")]
    public void What_was_fired_and_who_died_over_months_is_a_statistic(string text) =>
        Reading.Extract("Three rockets landed near Baghdad airport on Monday. " + text).Reports.ShouldHaveSingleItem().Casualties?.Killed.ShouldBeNull();

    [Fact]
    public void Who_is_killed_and_who_is_wounded_share_their_day() =>
        Reading.MainOf("A Turkish drone attack on a car in Penjwen killed three members of the PKK, and wounded a fourth on Monday, the police of the Kurdistan region said.").ShouldSatisfyAllConditions(
            report => report.Date!.Start.ShouldBe(new DateOnly(2022, 6, 13)),
            report => report.Casualties!.Wounded!.Min.ShouldBe(1));
}

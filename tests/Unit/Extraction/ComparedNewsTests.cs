using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>News that measures an attack by an older one, and news of a blow struck back.</summary>
public sealed class ComparedNewsTests
{
    [Theory]
    [InlineData("It was the deadliest attack in the city since a suicide bomber killed 52 people at a school in May 2021.", EventType.SuicideBombing)]
    [InlineData("It was the worst attack in the country since gunmen killed 52 people in Herat in May 2021.", EventType.Shooting)]
    [InlineData("It was the first such attack since a bomb killed 52 people in Herat in May last year.", EventType.Bombing)]
    [InlineData("It was the bloodiest attack since May 2021, when a bomb killed 52 people in Herat.", EventType.Bombing)]
    [InlineData("It was the city's deadliest attack since the bombing of a market in Herat in May 2021 that killed 52 people.", EventType.Bombing)]
    public void The_attack_that_another_is_measured_by_has_its_own_day_and_toll(string measured, EventType type)
    {
        var reports = Reading.Extract("Gunmen killed 22 people at a checkpoint in Kabul on Monday. " + measured).Reports;

        (reports[0].Date!.Start, reports[0].Casualties!.Killed!.Min).ShouldBe((new DateOnly(2022, 6, 13), 22));
        (reports[1].IsMain, reports[1].EventType, reports[1].Date!.Start, reports[1].Casualties!.Killed!.Min).ShouldBe((false, type, new DateOnly(2021, 5, 1), 52));
        reports.Count.ShouldBe(2);
    }

    [Fact]
    public void Told_first_it_is_still_not_the_news() =>
        Reading.MainOf("The shooting was the deadliest since a gunman killed 52 people in Las Vegas in October 2017. Gunmen killed 22 people in Kabul on Monday.").Casualties!.Killed!.Min.ShouldBe(22);

    [Theory]
    [InlineData("A bomb in Kabul on Monday was the deadliest since 2014, killing 30 people.")]
    [InlineData("A bomb exploded in Kabul on Monday in the biggest attack since the start of the war, killing 30 people.")]
    [InlineData("A bomb exploded in Kabul on Monday, the most serious attack since rebels captured the town, and 30 people were killed.")]
    [InlineData("A bomb hit a mosque in Kabul on Monday. It was the deadliest attack since the Taliban took power, with 30 people killed.")]
    [InlineData("A bomb exploded in Kabul on Monday. It was the first attack since a bombing in May, and it killed 30 people.")]
    [InlineData("It was the first attack in Kabul since the truce. The bomb on Monday killed 30 people.")]
    [InlineData("A bomb killed 30 people in Kabul on Monday, the worst attack there since the spring.")]
    public void What_follows_a_time_is_of_the_news(string text)
    {
        var report = Reading.Extract(text).Reports.ShouldHaveSingleItem();
        (report.Date!.Start, report.Casualties!.Killed!.Min).ShouldBe((new DateOnly(2022, 6, 13), 30));
    }

    [Theory]
    [InlineData("Hamas fighters broke through the fence around Gaza on Saturday and stormed a kibbutz, killing 25 people. Israel responded with air strikes that killed 40 people in Gaza.", 25, 40)]
    [InlineData("Gunmen attacked a village near Jos on Saturday, killing 25 people. The army hit back with an air strike that killed 40 bandits.", 25, 40)]
    [InlineData("Rebels ambushed a convoy near Goma on Saturday, killing 25 soldiers. The army retaliated by shelling the town of Sake, killing 40 people.", 25, 40)]
    public void A_blow_struck_back_is_another_attack(string text, int first, int second)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Select(report => report.Casualties?.Killed?.Min).ShouldBe([first, second]);
        reports[1].Perpetrators.ShouldAllBe(doer => doer.Name == "Israel" || doer.Name == "army");
    }

    [Theory]
    [InlineData("A man attacked a couple in Leeds on Monday. When they shouted, he responded by stabbing them, killing one.")]
    [InlineData("A man attacked a couple in Leeds on Monday. The attacker responded with a knife attack on an officer, killing him.")]
    public void Who_attacked_first_answers_nobody(string text)
    {
        var report = Reading.Extract(text).Reports.ShouldHaveSingleItem();
        (report.EventType, report.Casualties!.Killed!.Min).ShouldBe((EventType.Stabbing, 1));
    }

    [Theory]
    [InlineData("Gunmen attacked a village in Kano on Saturday. Soldiers responded with an air strike that killed 20 bandits.")]
    public void The_answer_comes_on_the_day_of_what_it_answers(string text)
    {
        var report = Reading.Extract(text).Reports.Single(one => one.EventType == EventType.Airstrike);
        (report.Date!.Start, report.Casualties!.Killed!.Min).ShouldBe((new DateOnly(2022, 6, 11), 20));
    }

    [Theory]
    [InlineData("Israeli jets bombed a school in Gaza on Saturday, killing 40 people. The army said it had responded with air strikes to a mortar attack.")]
    [InlineData("Gunmen attacked a police post near Jos on Saturday, killing five people. Police responded with gunfire.")]
    [InlineData("A bomb killed five people in Kabul on Saturday. Ambulances responded within minutes to the blast.")]
    public void To_say_so_of_the_attack_told_opens_no_other(string text) => Reading.Extract(text).Reports.Count(report => report.Casualties is not null).ShouldBe(1);

    [Theory]
    [InlineData("The prime minister said early findings pointed to Islamic State.", "Islamic State", Stance.Suspected)]
    [InlineData("Suspicion fell on al-Qaeda.", "al-Qaeda", Stance.Suspected)]
    [InlineData("Islamic State admitted it planted the bomb.", "Islamic State", Stance.Claimed)]
    [InlineData("Al-Qaeda said it had planted the bomb.", "al-Qaeda", Stance.Claimed)]
    public void Signs_point_to_who_is_suspected_and_who_planted_it_claims_it(string said, string name, Stance stance)
    {
        var doer = Reading.MainOf("A bomb killed two people in Baghdad on Monday. " + said).Perpetrators.ShouldHaveSingleItem();
        (doer.Name, doer.Stance).ShouldBe((name, stance));
    }

    [Theory]
    [InlineData("Twelve people were killed when a truck was driven into a crowd in Berlin on Monday.")]
    [InlineData("Twelve people were killed when a car was driven at pedestrians in Berlin on Monday.")]
    public void A_car_driven_at_people_is_a_ramming(string text) => Reading.MainOf(text).EventType.ShouldBe(EventType.VehicleRamming);
}

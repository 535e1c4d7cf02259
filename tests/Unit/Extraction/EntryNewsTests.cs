using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Timelines and round-ups: the day of each entry, the day what is told beside the lead shares, and the words that name a town by its state.</summary>
public sealed class EntryNewsTests
{
    [Fact]
    public void The_day_at_the_head_of_an_entry_is_that_of_all_its_sentences()
    {
        var reports = Reading.Extract(
            "March 7, 2021: A drone hit a tank farm in Jeddah. A ballistic missile fell near a school in Dhahran, wounding two people.\nMay 14, 2019: Two drones hit a pumping station in Afif, wounding a guard.", "2021-03-09").Reports;
        reports.Select(r => r.Date!.Start).ShouldBe([new DateOnly(2021, 3, 7), new DateOnly(2021, 3, 7), new DateOnly(2019, 5, 14)]);
    }

    [Fact]
    public void What_is_told_meanwhile_was_on_the_day_of_the_lead_and_not_in_the_month_of_the_background()
    {
        var reports = Reading.Extract(
            "A roadside bomb killed two policemen in Tank on Monday. Meanwhile, gunmen opened fire on a bank in Bajaur, killing a guard. Last month, 54 people were killed in a suicide bombing in Bajaur.", "2023-08-15").Reports;
        reports.Count.ShouldBe(3);
        (reports[1].Date!.Start, reports[1].Casualties!.Killed!.Min).ShouldBe((new DateOnly(2023, 8, 14), 1));
        reports[2].Casualties!.Killed!.Min.ShouldBe(54);
    }

    [Fact]
    public void What_was_earlier_this_month_is_another_attack()
    {
        var reports = Reading.Extract(
            "A suicide bomber killed 63 people at a wedding in Kabul on Saturday. Earlier this month, a car bomb killed 14 people in Kabul.", "2019-08-18").Reports;
        reports.Count.ShouldBe(2);
        reports[0].Casualties!.Killed!.Min.ShouldBe(63);
        reports[0].EventType.ShouldBe(EventType.SuicideBombing);
    }

    [Theory]
    [InlineData("A bomb killed eight people in Somalia's capital Mogadishu on Monday.", "Mogadishu", "SO")]
    [InlineData("Gunmen killed twelve people in a bar in the Mexican city of Irapuato on Monday.", "Irapuato", "MX")]
    [InlineData("A drone killed three soldiers at an outpost in Jordan on Monday, the first deaths since the beginning of the Gaza war.", "Jordan", "JO")]
    public void A_town_lies_in_the_state_that_is_said_before_it_and_a_war_is_no_place(string text, string place, string country)
    {
        var report = Reading.MainOf(text);
        (report.Place!.Name, report.Place.Country).ShouldBe((place, country));
    }

    [Fact]
    public void The_day_before_yesterday_is_two_days_back() =>
        Reading.MainOf("Four soldiers were killed the day before yesterday when their truck hit a mine near Diffa.").Date!.Start.ShouldBe(new DateOnly(2022, 6, 13));

    [Fact]
    public void Where_missiles_flew_from_is_not_where_they_fell() =>
        Reading.MainOf("On Monday the Israeli enemy fired missiles from the direction of Tiberias, targeting some points near Damascus and killing four soldiers.").Place!.Name.ShouldBe("Damascus");

    [Fact]
    public void Where_a_group_operates_is_not_where_it_struck() =>
        Reading.MainOf("A bus was attacked on Monday by fighters of a network operating in Somalia, and two people were killed near Mandera.").Place!.Name.ShouldBe("Mandera");

    [Fact]
    public void What_answers_the_shelling_is_another_one()
    {
        var reports = Reading.Extract("Rebels fired 20 mortar shells at Damascus on Monday, killing five people. In response, the Syrian army shelled Jobar with artillery, wounding a man.").Reports;
        reports[0].Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Rebels");
    }

    [Fact]
    public void The_murders_of_many_years_are_not_those_of_the_day() =>
        Reading.MainOf("The mayor of Chilpancingo, Pedro Rojas, was murdered on Monday. A councillor was shot dead last week. More than 4,000 people have been murdered in Mexico since 2006.").Casualties!.Killed!.Min.ShouldBe(1);
}

using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>One sentence, two attacks: each has its own verb and its own town.</summary>
public sealed class TwoTownNewsTests
{
    [Theory]
    [InlineData("Rockets hit Taji on Monday after US jets bombed Albu Kamal, killing 18 fighters.", "Taji", null, "Abu Kamal", 18)]
    [InlineData("Rockets hit Taji on Monday after US jets killed 18 fighters in Albu Kamal.", "Taji", null, "Abu Kamal", 18)]
    [InlineData("Rockets hit Taji on Monday before US jets bombed Albu Kamal, killing 18 fighters.", "Taji", null, "Abu Kamal", 18)]
    [InlineData("Rockets hit Taji on Monday as US jets bombed Albu Kamal, killing 18 fighters.", "Taji", null, "Abu Kamal", 18)]
    [InlineData("Drones struck Kharkiv on Monday, killing two people, after missiles hit Belgorod and killed three.", "Kharkiv", 2, "Belgorod", 3)]
    [InlineData("Israel bombed Khiam on Monday after a rocket from Lebanon killed a farmer in Metula.", "Khiam", null, "Metula", 1)]
    [InlineData("Gunmen killed five people in Kano on Monday and a bomb killed three in Maiduguri.", "Kano", 5, "Maiduguri", 3)]
    public void Two_verbs_with_two_towns_tell_two_attacks(string text, string first, int? killed, string second, int others)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Select(report => report.Place!.Name).ShouldBe([first, second]);
        reports.Select(report => report.Casualties?.Killed?.Min).ShouldBe([killed, others]);
    }

    [Theory]
    [InlineData("Rockets hit Taji on Monday following US strikes on Albu Kamal that killed 18 fighters.")]
    [InlineData("Rockets hit Taji on Monday after US air strikes on Albu Kamal killed 18 fighters.")]
    public void A_strike_named_by_its_noun_keeps_its_dead(string text)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Select(report => report.Place!.Name).ShouldBe(["Taji", "Abu Kamal"]);
        reports.Select(report => report.Casualties?.Killed?.Min).ShouldBe([null, 18]);
    }

    [Fact]
    public void Who_did_the_one_did_not_do_the_other()
    {
        var reports = Reading.Extract("Rockets hit Taji on Monday after US jets bombed Albu Kamal, killing 18 fighters.").Reports;
        reports[0].Perpetrators.ShouldBeEmpty();
        reports[1].Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("United States");
    }

    [Fact]
    public void Hours_after_an_attack_is_the_same_day_and_the_news()
    {
        var reports = Reading.Extract("Hours after rockets hit Taji on Monday, US jets bombed Albu Kamal, killing 18 fighters.").Reports;
        reports.Select(report => report.Place!.Name).ShouldBe(["Abu Kamal", "Taji"]);
        reports.Select(report => report.Casualties?.Killed?.Min).ShouldBe([18, null]);
        reports.ShouldAllBe(report => report.Date!.Start == new DateOnly(2022, 6, 13));
        reports[0].IsMain.ShouldBeTrue();
    }

    [Fact]
    public void Two_days_after_an_attack_the_day_of_the_news_is_its_own()
    {
        var reports = Reading.Extract("Two days after rockets hit Taji, US jets on Monday bombed Albu Kamal, killing 18 fighters.").Reports;
        reports.Select(report => (report.Place!.Name, report.Date!.Start)).ShouldBe([("Abu Kamal", new DateOnly(2022, 6, 13)), ("Taji", new DateOnly(2022, 6, 11))]);
        reports.Select(report => report.Casualties?.Killed?.Min).ShouldBe([18, null]);
    }

    [Fact]
    public void Where_a_week_before_others_had_been_killed_is_another_attack_there()
    {
        var reports = Reading.Extract("Israel bombed Nabatieh on Monday, where a week earlier it had killed seven civilians in a raid.").Reports;
        reports.Select(report => (report.Place!.Name, report.Date!.Start)).ShouldBe([("Nabatieh", new DateOnly(2022, 6, 13)), ("Nabatieh", new DateOnly(2022, 6, 5))]);
        reports.Select(report => report.Casualties?.Killed?.Min).ShouldBe([null, 7]);
    }

    [Theory]
    [InlineData("Three people were killed in Kabul on Monday after a bomb exploded in Deh Mazang.")]
    [InlineData("Two people died in a hospital in Dnipro on Monday after a missile hit Pavlohrad.")]
    [InlineData("Five soldiers were killed in Gao on Monday after militants attacked their convoy.")]
    [InlineData("A missile hit a school in Kramatorsk on Monday after it was fired from Belgorod, killing two people.")]
    [InlineData("Gunmen attacked a bus in Mosul on Monday as it was travelling from Erbil to Baghdad, killing four people.")]
    [InlineData("Ten people were killed in Kherson on Monday as Russian forces shelled the city.")]
    [InlineData("Rockets hit Taji and Balad on Monday and killed three soldiers.")]
    [InlineData("Police arrested a man in London after a bomb killed two people in Leeds on Monday.")]
    [InlineData("Police in Akron shot dead a man on Monday after he killed two people in Cleveland.")]
    [InlineData("A bomb killed ten people in Quetta on Monday, where dozens of shops were damaged.")]
    [InlineData("After a bomb killed ten people in Quetta on Monday, shops in Karachi stayed shut.")]
    public void One_attack_told_in_two_clauses_stays_one(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();
}

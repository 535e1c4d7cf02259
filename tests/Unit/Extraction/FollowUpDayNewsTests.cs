namespace Platform.Tests.Unit.Extraction;

/// <summary>A follow-up names many days: the crime's is the one that stands by the crime, wherever the text tells it.</summary>
public sealed class FollowUpDayNewsTests
{
    /// <summary>A Tuesday.</summary>
    private const string Tuesday = "2019-08-13";

    [Theory]
    [InlineData("A warrant was issued for a woman accused of shooting a clerk in Toledo, Ohio. According to papers obtained Monday, she told police she shot him at home. The shooting occurred about 7 p.m. Saturday.", "2019-08-10")]
    [InlineData("The police chief addressed reporters Monday about a shooting that killed a girl in Toledo, Ohio. A walk was held for her on Sunday, and neighbors spoke. She was sitting at a table Friday night when bullets went through the house.", "2019-08-09")]
    [InlineData("Autopsies were performed Monday on two men shot in Toledo, Ohio. The shooting happened Saturday.", "2019-08-10")]
    public void What_is_done_about_the_crime_in_the_days_after_dates_no_crime(string text, string day) => Day(text).ShouldBe(day);

    [Theory]
    [InlineData("A third man was charged in a shooting that left a girl dead in Toledo, Ohio. Police had looked for Lee Moe since the Aug. 3 shooting. He was arrested Monday.", "2019-08-03")]
    [InlineData("A man was arrested Monday in the fatal shooting of a baker in Toledo, Ohio. Police had been looking for him since early Saturday, when shots were fired at the bakery.", "2019-08-10")]
    public void Since_the_crime_is_since_its_day(string text, string day) => Day(text).ShouldBe(day);

    [Fact]
    public void Since_any_other_day_dates_nothing() =>
        Day("A man was shot and killed Monday in Toledo, Ohio. He had lived in the town since June 3, when he found a job.").ShouldBe("2019-08-12");

    [Theory]
    [InlineData("A cook pleaded guilty Monday for his role in the May 7, 2016, shooting of two brothers in Toledo, Ohio. He was charged on July 2, 2018.", "2016-05-07")]
    public void An_old_crime_has_the_day_that_is_told_with_its_year(string text, string day) => Day(text).ShouldBe(day);

    [Fact]
    public void An_old_day_away_from_the_crime_is_not_its_day() =>
        Day("A man was shot and killed Monday in Toledo, Ohio. He was born there on May 7, 1991.").ShouldBe("2019-08-12");

    [Fact]
    public void A_charge_is_one_over_a_name_and_an_age() =>
        Day("They charged 31-year-old Lee Adam Moe Jr. with murder on Monday after a boy was shot dead in Toledo, Ohio. Shots were fired Aug. 3 at a market.").ShouldBe("2019-08-03");

    [Fact]
    public void What_gives_the_crime_its_day_is_no_second_crime()
    {
        var reports = Reading.Extract("A man injured at a market in Toledo, Ohio, where a girl was fatally shot, died Sunday, police said. On Aug. 3, officers responded to the market for the report of a shooting and found three people shot.", Tuesday).Reports;
        reports.ShouldHaveSingleItem().Date!.Start.ToString("O").ShouldBe("2019-08-03");
    }

    [Fact]
    public void Another_crime_keeps_its_own_day()
    {
        var reports = Reading.Extract("A man was shot and killed Sunday in Toledo, Ohio. The shooting was the second there this month: another man was shot and killed Aug. 3 in Dayton, Ohio.", Tuesday).Reports;
        reports[0].Date!.Start.ToString("O").ShouldBe("2019-08-11");
    }

    private static string Day(string text) => Reading.MainOf(text, Tuesday).Date!.Start.ToString("O");
}

namespace Platform.Tests.Unit.Extraction;

public sealed class DayOfCrimeTests
{
    // 15 June 2022 was a Wednesday.
    [Theory]
    [InlineData("A man was shot in Houston. It happened Sunday night near a creek. Police arrested a cook on Tuesday.", "2022-06-12")]
    [InlineData("A woman was shot and wounded in Houston, police said Wednesday. Officers were called to her home about 8 p.m. Monday.", "2022-06-13")]
    [InlineData("Police apologized Tuesday for Friday's officer-involved shooting in Houston that left a boy wounded.", "2022-06-10")]
    [InlineData("A cook was charged in the June 3 shooting in Houston that left a man dead. He appeared in court Tuesday.", "2022-06-03")]
    public void The_day_of_the_crime_is_not_that_of_the_arrest_the_court_or_the_statement(string text, string day) =>
        Reading.MainOf(text).Date!.Start.ToString("O").ShouldBe(day);

    [Theory]
    [InlineData("A man was shot and killed in Houston. It happened around 1:30 a.m. on Oak Street, police said.", "1:30 a.m.")]
    [InlineData("A man was shot and killed in an early morning robbery in Houston, police said.", "early morning")]
    public void Where_no_day_is_named_the_hour_is_one_of_the_day_of_publication(string text, string hour)
    {
        var date = Reading.MainOf(text).Date.ShouldNotBeNull();
        (date.Start.ToString("O"), date.Text).ShouldBe(("2022-06-15", hour));
    }

    [Theory]
    [InlineData("A man was shot and killed in Houston. He was to appear in court at 9 a.m., a clerk said.", null)]
    [InlineData("A man was shot and killed in Houston, said a baker. The news comes on at 9 p.m. again.", "was shot and killed")] // by the day of the news, without an hour
    public void The_hour_of_a_court_or_of_a_show_dates_nothing(string text, string? by) => (Reading.MainOf(text).Date?.Text, Reading.MainOf(text).Date?.TimeOfDay).ShouldBe((by, null));

    [Theory]
    [InlineData("A man was shot and killed in Houston on New Year's Eve, police said.", "2021-12-31")]
    [InlineData("A man was shot and killed in Houston on Christmas Day 2019, police said.", "2019-12-25")]
    public void A_holiday_is_the_last_one_of_that_name(string text, string day) => Reading.MainOf(text).Date!.Start.ToString("O").ShouldBe(day);

    [Theory]
    [InlineData("Jane Roe, 8, was killed when a gunman fired shots into her home in Houston June 2. Police arrested Lee Moe, 35, Sunday in connection to the fatal shooting.", "2022-06-02")]
    [InlineData("A man was wounded in a shooting in Houston that happened early June 3 at an inn, police said.", "2022-06-03")]
    public void An_arrest_or_a_part_of_the_day_does_not_move_the_crime(string text, string day) =>
        Reading.MainOf(text).Date!.Start.ToString("O").ShouldBe(day);

    [Fact]
    public void A_day_at_the_head_long_before_the_archives_day_is_the_day_of_writing() =>
        Reading.MainOf("Updated: 05/13/2018 4:25 PM\n\nA man was shot and killed Saturday in Houston, police said.").Date!.Start.ToString("O").ShouldBe("2018-05-12");

    [Theory]
    [InlineData("A cook pleaded guilty Tuesday in the fatal shooting of a boy in Houston. Lee Moe, 12, was killed in a shooting in Houston on Feb. 3.", "2022-02-03")]
    [InlineData("A man was shot and killed this month in Houston. A cook was charged with murder on Tuesday. Shots were fired June 3 at a market.", "2022-06-03")]
    [InlineData("Lee Moe died Monday, three days after he was shot in Houston.", "2022-06-10")]
    public void A_follow_up_gives_the_day_of_the_crime_beside_that_of_the_charge(string text, string day) => Reading.MainOf(text).Date!.Start.ToString("O").ShouldBe(day);

    [Fact]
    public void Without_a_day_the_page_says_when_it_was_written() =>
        Reading.MainOf("By Ann Ray\n\nPolice are looking for a gunman who shot two men in Houston. Updated: June 14, 2022 - 7:21 PM").Date!.Start.ToString("O").ShouldBe("2022-06-14");

    [Fact]
    public void The_day_of_the_statement_alone_dates_nothing() =>
        Reading.MainOf("A woman was shot and wounded in Houston. She is a teacher. \"We are shaken,\" her principal said Tuesday.").Date.ShouldBeNull();

    [Theory]
    [InlineData("Deputies have been at a house in Houston since Monday night. Two people were shot and killed there.", "2022-06-13")]
    public void The_one_day_of_the_week_that_is_named_is_the_crimes(string text, string day) =>
        Reading.Extract(text).Reports.First(report => report.IsMain).Date!.Start.ToString("O").ShouldBe(day);
}

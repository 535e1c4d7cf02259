namespace Platform.Tests.Unit.Extraction;

public sealed class DayOfCrimeTests
{
    // 15 June 2022 was a Wednesday.
    [Theory]
    [InlineData("A man was shot in Houston. It happened Sunday night near a creek. Police arrested a cook on Tuesday.", "2022-06-12")]
    [InlineData("A woman was shot and wounded in Houston, police said Wednesday. Officers were called to her home about 8 p.m. Monday.", "2022-06-13")]
    [InlineData("A cook was charged in the June 3 shooting in Houston that left a man dead. He appeared in court Tuesday.", "2022-06-03")]
    public void The_day_of_the_crime_is_not_that_of_the_arrest_the_court_or_the_statement(string text, string day) =>
        Reading.MainOf(text).Date!.Start.ToString("O").ShouldBe(day);

    [Fact]
    public void The_day_of_the_statement_alone_dates_nothing() =>
        Reading.MainOf("A woman was shot and wounded in Houston. She is a teacher. \"We are shaken,\" her principal said Tuesday.").Date.ShouldBeNull();
}

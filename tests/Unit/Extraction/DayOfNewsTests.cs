using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>The day of a crime where the text names none, or names it other than by the nearest date. Written on Wednesday, 15 June 2022.</summary>
public sealed class DayOfNewsTests
{
    [Theory]
    [InlineData("Two people are dead after a shooting west of Tulsa, Oklahoma. The suspect is in custody. We will bring you more details as soon as we can.")]
    [InlineData("A boy is recovering at a hospital in Tulsa, Oklahoma, after he accidentally shot himself in the arm, police said. The boy is 3.")]
    [InlineData("A woman was shot in the 500 block of Maple Court in Tulsa, Oklahoma. Police said Wednesday that she is in stable condition.")]
    public void News_without_a_day_is_of_the_day_it_is_published_or_the_one_before(string text)
    {
        var report = Reading.MainOf(text);
        (report.Date!.Start, report.Date.End, report.Date.Precision).ShouldBe((new DateOnly(2022, 6, 14), new DateOnly(2022, 6, 15), DatePrecision.Week));
        Reading.EvidenceShouldQuote(text, report);
    }

    [Theory]
    [InlineData("The man accused in the shooting of two women in Tulsa, Oklahoma, pleaded not guilty in court. Both women were wounded.")]
    [InlineData("Two women were shot and wounded in Tulsa, Oklahoma. Three years later, the gunman has not been found.")]
    [InlineData("A jury heard how two women were shot and wounded in Tulsa, Oklahoma.")]
    public void What_is_heard_in_court_or_looked_back_on_has_no_day(string text) => Reading.MainOf(text).Date.ShouldBeNull();

    [Theory]
    [InlineData("Detectives allege Omar Vance shot a boy of 14 in Tulsa, Oklahoma, last Monday night, June 6, as he was walking home.", 6)]
    [InlineData("A man was shot and wounded in Tulsa, Oklahoma, on Tuesday evening, June 7, police said.", 7)]
    [InlineData("A man was shot and wounded in Tulsa, Oklahoma, on Tuesday (June 7), police said.", 7)]
    public void A_weekday_beside_a_day_of_the_month_is_that_day(string text, int day) => DayOf(text).ShouldBe(new DateOnly(2022, 6, day));

    [Theory]
    [InlineData("Two teens were arraigned Tuesday in a shooting that wounded three people in Tulsa on Saturday.", 11)]
    [InlineData("Police were searching late Tuesday for a man in a shooting that left four people wounded in Tulsa. He pulled a gun around 10:45 p.m. Saturday outside a club.", 11)]
    [InlineData("A boy of 14 was shot and killed in Tulsa while he and a friend were playing with a gun in a bedroom of the home, Sunday afternoon. Monday afternoon, his mother described the boy friends called Junior as quiet.", 12)]
    [InlineData("A boy was shot in the leg in Tulsa on Wednesday, June 8. A classmate was charged on June 13 with assault after the shooting.", 8)]
    public void The_court_the_search_and_the_mourning_are_of_other_days(string text, int day) => DayOf(text).ShouldBe(new DateOnly(2022, 6, day));

    [Fact]
    public void A_day_without_its_year_is_in_the_year_the_text_gives_that_month() =>
        DayOf("The last man charged in the May 2021 shooting that killed a girl in Tulsa was jailed on Tuesday. The girl was shot May 15 during a party.").ShouldBe(new DateOnly(2021, 5, 15));

    [Fact]
    public void A_dateline_of_another_year_is_the_day_of_writing() =>
        DayOf("TULSA, OK (December 2, 2020): Detectives ask for help after a Wednesday morning shooting in Tulsa that injured three men.").ShouldBe(new DateOnly(2020, 12, 2));

    [Fact]
    public void Overnight_and_early_the_next_day_are_one_night()
    {
        var report = Reading.MainOf("Police are asking about an overnight drive-by shooting in Tulsa. Gunmen fired shots at four people at about 2:30 a.m. on Wednesday. A man was shot several times and died at a hospital.");
        report.Casualties!.Killed!.Min.ShouldBe(1);
    }

    [Fact]
    public void Last_night_and_today_are_two_events()
    {
        const string Text = "Gunmen attacked a police post in Mosul last night, killing two policemen. Today a bomb exploded at a market in Mosul, wounding nine people.";
        Reading.Extract(Text).Reports.Count.ShouldBe(2);
    }

    private static DateOnly DayOf(string text)
    {
        var report = Reading.MainOf(text);
        Reading.EvidenceShouldQuote(text, report);
        return report.Date!.Start;
    }
}

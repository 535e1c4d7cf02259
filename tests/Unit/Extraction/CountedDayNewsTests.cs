namespace Platform.Tests.Unit.Extraction;

/// <summary>A day counted from another: from the day of saying, from the day a commemoration falls on, from a holiday, from the day a page gives.</summary>
public sealed class CountedDayNewsTests
{
    /// <summary>A Wednesday.</summary>
    private const string Wednesday = "2024-05-15";

    [Theory]
    [InlineData("On Monday the army said rockets had hit the base near Erbil, Iraq, a day earlier, wounding two soldiers.", "2024-05-12")]
    [InlineData("The army said on Monday that rockets had hit the base near Erbil, Iraq, the previous night, wounding two soldiers.", "2024-05-12")]
    [InlineData("On Monday the army said rockets had hit the base near Erbil, Iraq, the night before.", "2024-05-12")]
    [InlineData("Police said Tuesday that gunmen had opened fire at a market in Mosul, Iraq, two days earlier, killing a baker.", "2024-05-12")]
    public void What_was_said_on_a_day_to_have_been_so_long_before_is_counted_from_that_day(string text, string day) => Day(text).ShouldBe(day);

    [Theory]
    [InlineData("On Monday rockets hit the base near Erbil, Iraq, a day before talks, the army said.", "2024-05-13")]
    [InlineData("On Monday the army said rockets had hit the base near Erbil, Iraq. No one was hurt.", "2024-05-13")]
    [InlineData("Rockets hit the base near Erbil, Iraq, on Monday, wounding two soldiers, the day before the vote.", "2024-05-13")]
    public void What_happened_on_the_day_keeps_it(string text, string day) => Day(text).ShouldBe(day);

    [Fact]
    public void A_day_that_marks_years_since_an_attack_is_not_the_attacks() =>
        Reading.MainOf("Friday marks one year since the attack on a mosque in Mosul, Iraq, in which gunmen killed six people.", Wednesday).Date!.Start.ToString("O").ShouldBe("2023-05-10");

    [Theory]
    [InlineData("A boy was shot and wounded in Toledo, Ohio. The shooting happened about 3 a.m., two days after Memorial Day.", "2019-05-29")]
    [InlineData("A boy was shot and wounded in Toledo, Ohio. The shooting happened the night before Memorial Day.", "2019-05-26")]
    public void Days_are_counted_from_a_holiday(string text, string day) => Reading.MainOf(text, "2019-06-04").Date!.Start.ToString("O").ShouldBe(day);

    [Fact]
    public void A_party_named_for_a_holiday_is_not_on_it() =>
        Reading.MainOf("A man was shot and killed at a Halloween party in Toledo, Ohio, on Saturday.", "2016-11-02").Date!.Start.ToString("O").ShouldBe("2016-10-29");

    [Fact]
    public void A_newspaper_is_no_Sunday() =>
        Reading.MainOf("A man was shot and killed in Toledo, Ohio, the Sun-Herald reported.", Wednesday).Date!.Start.ToString("O").ShouldNotBe("2024-05-12");

    [Theory]
    [InlineData("A man was shot and killed in Toledo, Ohio. (Published Tuesday, May 14, 2024)\n\nThe shooting happened Sunday near a creek, police said.", "2024-05-12")]
    [InlineData("Friends mourn a teen who was shot and killed in Toledo, Ohio, Sunday night. (Published Monday, May 6, 2024)\n\nPolice arrested a cook on Tuesday.", "2024-05-05")]
    [InlineData("Updated at 11:13 a.m. May 14:\n\nPolice arrested a second man in a shooting in Toledo, Ohio, that left one dead. The men went to a motel around 1 p.m. on Friday, police said.", "2024-05-10")]
    public void The_day_a_page_was_written_is_no_crimes(string text, string day) => Day(text).ShouldBe(day);

    [Fact]
    public void What_someone_posted_on_a_day_is_no_stamp_of_the_page() =>
        Day("A man was shot and killed Monday in Toledo, Ohio. Guards posted on Tuesday kept people away.").ShouldBe("2024-05-13");

    private static string Day(string text) => Reading.MainOf(text, Wednesday).Date!.Start.ToString("O");
}

using Platform.Words;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What a review of the engine found misread: names in texts of one case, whose army it is, the day at the date line, small words.</summary>
public sealed class ReviewedNewsTests
{
    [Theory]
    [InlineData("A CAR BOMB EXPLODED IN SAN SALVADOR ON MONDAY, KILLING FOUR POLICEMEN.", "San Salvador")]
    [InlineData("THREE POLICEMEN WERE KILLED IN BOGOTA WHEN A BOMB EXPLODED ON MONDAY.", "Bogota")]
    [InlineData("A BOMB EXPLODED IN MEDELLIN AND TWO SOLDIERS WERE KILLED ON MONDAY.", "Medellin")]
    public void In_upper_case_text_a_small_word_after_a_town_is_no_surname(string text, string town) =>
        Reading.MainOf(text).Place!.Text.ShouldBe(town, StringCompareShould.IgnoreCase);

    [Theory]
    [InlineData("two policemen were killed by gunmen in kirkuk on monday, the police of the town said.")]
    [InlineData("gunmen shot dead two policemen on a road in kirkuk late on monday, the police said.")]
    public void In_lower_case_text_towns_and_days_are_found(string text)
    {
        var report = Reading.MainOf(text);
        (report.Place?.Name, report.Date?.Start).ShouldBe(("Kirkuk", new DateOnly(2022, 6, 13)));
    }

    [Theory]
    [InlineData("The Israeli army shelled a school in Gaza City on Monday, killing three people.", "Israel")]
    [InlineData("Troops shot dead two Palestinians in Jenin on Monday.", "Troops")]
    public void The_army_in_Palestine_is_not_that_of_Palestine(string text, string doer) =>
        Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(doer);

    [Fact]
    public void The_army_in_Palestine_is_Israels_where_the_text_names_Israel() =>
        Reading.MainOf("The army shelled a school in Gaza City on Monday, killing three people. Israel said that it would go on.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Israel");

    [Fact]
    public void The_next_day_of_the_calendar_is_not_a_year_ago() =>
        Reading.MainOf("A bomb killed two policemen in Kandahar on January 5.", "2021-01-04").Date!.Start.ShouldBe(new DateOnly(2021, 1, 5));

    [Fact]
    public void A_day_further_ahead_was_a_year_ago() =>
        Reading.Extract("A bomb killed two policemen in Kandahar on January 7.", "2021-01-04").Reports.ShouldHaveSingleItem().Date!.Start.ShouldBe(new DateOnly(2020, 1, 7));

    [Theory]
    [InlineData("A bomb exploded at a market in Kandahar on Monday but killed no one.")]
    [InlineData("A bomb exploded at a market in Kandahar on Monday, killing nobody.")]
    public void No_one_killed_is_none(string text) => Reading.MainOf(text).Casualties!.Killed!.Max.ShouldBe(0);

    [Fact]
    public void No_one_wounded_is_none() =>
        Reading.MainOf("A bomb exploded at a market in Kandahar on Monday but wounded no one.").Casualties!.Wounded!.Max.ShouldBe(0);

    [Fact]
    public void A_people_of_two_words_is_quoted_whole() =>
        Reading.MainOf("Gunmen attacked a South Sudanese army base on Monday, killing three soldiers.").Place!.Text.ShouldBe("South Sudanese");

    [Fact]
    public void A_capital_with_a_dot_is_folded() => Folding.Fold("İstanbul").ShouldBe("istanbul");
}

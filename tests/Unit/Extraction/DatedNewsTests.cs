using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Days, hours, years and places of news that a plain reading takes for something else.</summary>
public sealed class DatedNewsTests
{
    private const string Monday = "2018-02-05";

    [Fact]
    public void A_small_word_in_capitals_is_no_state() =>
        Reading.MainOf("LIMA, 20 FEB 90 (EFE) -- [TEXT] TERRORISTS MURDERED THE MAYOR, RAUL CONDORI, IN HUANTA ON SUNDAY.", "1990-02-20").Place!.Name.ShouldBe("Huanta");

    [Theory]
    [InlineData("A driver in a 2011 Dodge was shot and killed Sunday in Memphis, Tennessee.", 1, null)]
    [InlineData("A soldier of the 2003 war was shot dead Sunday in Memphis, Tennessee.", 1, null)]
    [InlineData("A woman who friends say would have turned 30 on Friday was shot and killed Sunday in Memphis, Tennessee.", 1, null)]
    [InlineData("A would-be thief was shot Sunday in Memphis, Tennessee.", null, 1)]
    public void A_year_and_an_age_to_come_count_nobody_and_what_might_have_been_undoes_nothing(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text, Monday);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
    }

    [Fact]
    public void What_would_be_done_is_not_done() => Reading.Extract("The men would be shot if they came back to Memphis, he said on Sunday.", Monday).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("LIMA, 20 FEB 90 (EFE) -- [TEXT] GUERRILLAS KILLED TWO PEASANTS IN APOPA ON 18 FEBRUARY.", "1990-02-18")]
    [InlineData("LIMA, 20 FEB 90 (EFE) -- [TEXT] GUERRILLAS KILLED TWO PEASANTS IN APOPA YESTERDAY.", "1990-02-19")]
    [InlineData("LIMA, 20 FEB 90 (EFE) -- [TEXT] GUERRILLAS KILLED TWO PEASANTS IN APOPA.", "1990-02-20")]
    [InlineData("THE BISHOP CONDEMNED TODAY THE ASSASSINATION OF MAYOR JUAN PEREZ, WHO WAS KILLED YESTERDAY IN APOPA.", "1990-02-19")]
    public void The_day_of_writing_yields_to_the_day_of_the_deed(string text, string day) => Reading.MainOf(text, "1990-02-20").Date!.Start.ToString("O").ShouldBe(day);

    [Fact]
    public void A_group_named_for_a_day_gives_no_day() =>
        Reading.Document("TWO POLICEMEN WERE MURDERED IN CALI BY THE 19 APRIL MOVEMENT [M-19].", "1990-02-20").Dates.ShouldBeEmpty();

    [Theory]
    [InlineData("Shots rang out at 3:30 a.m. She was hit twice.", 2)]
    [InlineData("She was shot at 3:30 a.m. Sunday in Memphis.", 1)]
    [InlineData("She was shot at 3:30 a.m. Eastern time.", 1)]
    [InlineData("HOOVER, Ala. - A man was shot on Sunday.", 1)]
    [InlineData("He fled to Mobile, Ala. Police found him.", 2)]
    public void The_point_of_an_hour_ends_a_sentence_where_another_begins(string text, int sentences) => Reading.Document(text).Sentences.Count.ShouldBe(sentences);

    [Theory]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Christmas night.", "2018-12-27", "2018-12-25")]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Thanksgiving.", "2018-11-27", "2018-11-22")]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Memorial Day.", "2018-06-02", "2018-05-28")]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Labor Day.", "2018-09-05", "2018-09-03")]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Martin Luther King Day.", "2018-01-17", "2018-01-15")]
    public void A_holiday_of_a_weekday_is_the_last_one(string text, string written, string day) => Reading.MainOf(text, written).Date!.Start.ToString("O").ShouldBe(day);

    [Theory]
    [InlineData("A bomb exploded in Manila on Labor Day, killing two people.", "2018-05-02")]
    [InlineData("A bomb exploded in Toronto on Thanksgiving, killing two people.", "2018-10-09")]
    public void A_holiday_that_another_country_has_at_another_time_gives_no_day_of_long_ago(string text, string written) =>
        (Reading.MainOf(text, written).Date?.Start.Year ?? 2018).ShouldBe(2018);

    [Theory]
    [InlineData("On Monday at 5 a.m. Israeli jets bombed Gaza City, killing five people.", 1)]
    [InlineData("At around 2 a.m. Officer Dana Marsh was shot in Tulsa.", 1)]
    [InlineData("A blast hit a market at 9:15 p.m. Moscow time.", 1)]
    public void An_hour_at_the_head_of_a_sentence_is_not_its_end(string text, int sentences) => Reading.Document(text).Sentences.Count.ShouldBe(sentences);

    [Theory]
    [InlineData("A man was shot and killed at a Christmas party in Memphis, Tennessee.", "2018-12-20")]
    [InlineData("A man was shot and killed over Memorial Day weekend in Memphis, Tennessee.", "2018-05-30")]
    public void The_name_of_a_season_is_no_day(string text, string written) => Reading.Document(text, written).Dates.ShouldNotContain(date => date.Precision == DatePrecision.Day);

    [Theory]
    [InlineData("Dana Greer was shot in her Flint home on Sunday. Greer's mother was asleep.", "Flint")]
    [InlineData("A man was shot at a Chattanooga grocery store on Sunday. He was pronounced dead at Erlanger Hospital.", "Chattanooga")]
    [InlineData("A man was shot and killed on Sunday in Osage County, Missouri, the Department of Conservation said.", "Osage County")]
    public void A_family_name_a_hospital_and_an_office_are_not_where_it_was(string text, string place) => Reading.MainOf(text, Monday).Place!.Name.ShouldBe(place);

    [Fact]
    public void The_Cinchoneros_are_a_group_of_their_own() =>
        Reading.MainOf("THE CINCHONEROS KIDNAPPED A BUSINESSMAN IN TEGUCIGALPA ON SUNDAY.", "1990-02-20").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Cinchoneros");
}

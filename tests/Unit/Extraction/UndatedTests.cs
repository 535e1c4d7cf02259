using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Articles without a date of publication: when they were written and what that makes of their dates.</summary>
public sealed class UndatedTests
{
    private const string Lead = "Gunmen shot dead three policemen at a checkpoint in Mosul on Tuesday, an official said. ";

    [Theory]
    [InlineData("Talks stalled since the Israel-Hamas war began in October.", "2023-10-07", "2024-10-06")]
    [InlineData("The raid followed the killing of Qassem Soleimani last Friday.", "2020-01-04", "2020-01-12")]
    [InlineData("Qassem Soleimani was killed on January 3 last year.", "2021-01-01", "2021-12-31")]
    [InlineData("Qassem Soleimani was killed yesterday.", "2020-01-04", "2020-01-04")]
    [InlineData("Four months into the war, shells fell again. It is about the Israel-Hamas war.", "2023-10-07", null)]
    [InlineData("Four months into the Israel-Hamas war, shells fell again.", "2024-01-05", "2024-04-04")]
    [InlineData("The army has held the hills since the fall of Assad.", "2024-12-08", null)]
    [InlineData("It was seized on 4 March 2016.", "2016-03-04", null)]
    [InlineData("It must be given back by 4 March 2016.", null, null)]
    [InlineData("President Ashraf Ghani condemned the raid.", "2014-09-29", "2021-08-15")]
    [InlineData("Former President Ashraf Ghani condemned the raid.", null, null)]
    [InlineData("President Ashraf Ghani condemned it. The Taliban returned to power.", "2021-08-15", "2021-08-15")]
    [InlineData("President Ashraf Ghani condemned it. The village had been shelled on 2 May 2023.", "2023-05-02", null)]
    [InlineData("More than 36,500 Palestinians have been killed in Gaza, the health ministry says.", "2024-06-01", "2024-07-06")]
    [InlineData("Mortars fell on a village.", null, null)]
    public void What_a_text_tells_of_known_events_says_when_it_was_written(string text, string? from, string? to)
    {
        var days = Reading.Document(text, null).Writing.Days;
        (days is null || days.First == DaySet.Oldest ? null : $"{days.First:yyyy-MM-dd}").ShouldBe(from);
        (days is null || days.Last == DaySet.Youngest ? null : $"{days.Last:yyyy-MM-dd}").ShouldBe(to);
    }

    [Fact]
    public void Contradicting_words_give_no_day_of_writing_but_the_reason()
    {
        var writing = Reading.Document("Qassem Soleimani was killed yesterday. The town was shelled on 2 May 2023.", null).Writing;
        writing.Days.ShouldBeNull();
        writing.Reason.ShouldNotBeNull().ShouldStartWith("contradiction");
        Reading.Extract(Lead + "Qassem Soleimani was killed yesterday. The town was shelled on 2 May 2023.", null).Reports[0].Date.ShouldBeNull();
    }

    [Fact]
    public void A_weekday_is_a_date_when_all_days_of_writing_agree_on_it()
    {
        var date = Reading.MainOf(Lead + "The raid came days after the killing of Qassem Soleimani, who was killed on Friday.", null).Date.ShouldNotBeNull();
        (date.Start, date.End, date.Precision).ShouldBe((new DateOnly(2020, 1, 7), new DateOnly(2020, 1, 7), DatePrecision.Day));
        date.Text.ShouldBe("Tuesday");
    }

    [Fact]
    public void A_weekday_without_a_known_time_floats_and_goes_into_the_clues()
    {
        var result = Reading.Extract(Lead, null);
        result.Reports.ShouldHaveSingleItem().Date.ShouldBeNull();
        var clues = result.Clues[0];
        clues.Relative.ShouldNotBeNull().ShouldBe(new RelativeDate { FromDaysBefore = 0, ToDaysBefore = 6, Weekday = 2, Text = "Tuesday" });
        (clues.WrittenFrom, clues.WrittenTo, clues.WrittenReason).ShouldBe((null, null, null));
    }

    [Fact]
    public void The_clues_say_when_the_article_was_written_and_why()
    {
        var clues = Reading.Extract(Lead + "Qassem Soleimani was killed yesterday.", null).Clues[0];
        (clues.WrittenFrom, clues.WrittenTo).ShouldBe((new DateOnly(2020, 1, 4), new DateOnly(2020, 1, 4)));
        clues.WrittenReason.ShouldNotBeNull().ShouldContain("Soleimani (2020-01-03)");
    }

    [Fact]
    public void A_dated_article_has_no_such_clues()
    {
        var clues = Reading.Extract(Lead + "Qassem Soleimani was killed yesterday.").Clues[0];
        (clues.Relative, clues.WrittenFrom, clues.WrittenTo, clues.WrittenReason).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void A_day_without_a_year_has_the_one_of_the_days_of_writing()
    {
        var report = Reading.Extract(Lead + "Rockets wounded five people in Kirkuk on March 9. Joe Biden took office in January.", null).Reports[^1];
        report.Date.ShouldNotBeNull().Start.ShouldBe(new DateOnly(2021, 3, 9));
    }

    [Fact]
    public void Two_weekdays_of_an_undated_article_are_two_incidents() =>
        Reading.Extract("Rockets wounded five people in Kirkuk on Sunday. Rockets killed two people in Kirkuk on Wednesday.", null).Reports.Count.ShouldBe(2);

    [Fact]
    public void A_dateline_counts_before_any_known_event() =>
        Reading.Document("12 June 2022 - Gunmen fired on Tuesday after the killing of Qassem Soleimani yesterday.", null).Dates[1].From.ShouldBe(new DateOnly(2022, 6, 7));
}

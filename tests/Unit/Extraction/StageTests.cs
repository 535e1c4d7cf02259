using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class StageTests
{
    [Fact]
    public void Tokens_point_into_the_text_also_beyond_the_basic_plane()
    {
        const string text = "🚀 Iraq’s Ain al-Asad: 4,000 U.S. troops, Ḩiṣn 3rd";
        var tokens = Tokenizer.Split(text);
        tokens.Select(token => text[token.Start..token.End]).ShouldBe(["🚀", "Iraq", "’s", "Ain", "al", "-", "Asad", ":", "4,000", "U.S.", "troops", ",", "Ḩiṣn", "3rd"]);
        tokens.Select(token => token.Norm).ShouldBe(["🚀", "iraq", "'s", "ain", "al", "-", "asad", ":", "4000", "us", "troops", ",", "hisn", "3th"]);
    }

    [Theory]
    [InlineData("Gen. Omar spoke. The base burned.", 2)]
    [InlineData("U.S. forces left. \"We go.\" They went.", 3)]
    [InlineData("First line\nSecond line\n\nThird", 3)]
    [InlineData("A long line of running text that was wrapped by the sender at\nseventy columns goes on here.", 1)]
    public void Sentences_end_at_marks_and_lines_but_not_at_abbreviations(string text, int count) =>
        SentenceSplitter.Split(text, Tokenizer.Split(text)).Count.ShouldBe(count);

    [Theory]
    [InlineData("at least four rockets", 4, null)]
    [InlineData("two dozen rockets", 24, 24)]
    [InlineData("more than 1,400 people", 1400, null)]
    [InlineData("up to thirty-five people", null, 35)]
    [InlineData("one hundred and twenty people", 120, 120)]
    [InlineData("between 5 and 7 people", 5, 7)]
    [InlineData("several people", null, null)]
    public void A_count_is_read_with_its_bounds(string text, int? min, int? max)
    {
        var quantity = Reading.Document(text).Quantities.StartingAt(0).ShouldNotBeNull();
        (quantity.Min, quantity.Max).ShouldBe((min, max));
    }

    [Theory]
    [InlineData("KABUL — Six rockets", 2)]
    [InlineData("KABUL -- Six rockets", 3)]
    public void A_count_may_stand_after_the_dash_of_a_dateline(string text, int token) =>
        Reading.Document(text).Quantities.StartingAt(token).ShouldNotBeNull().Min.ShouldBe(6);

    [Theory]
    [InlineData("an AK-47 rifle")]
    [InlineData("a 17-year-old boy")]
    [InlineData("80 km north")]
    [InlineData("in 2014 they")]
    [InlineData("about 50 percent of them")]
    [InlineData("Omar Haddad, 23, said")]
    public void An_age_a_distance_or_a_year_is_no_count(string text)
    {
        var document = Reading.Document(text);
        Enumerable.Range(0, document.Tokens.Count).ShouldAllBe(i => document.Quantities.StartingAt(i) == null);
    }

    // 15 June 2022 was a Wednesday.
    [Theory]
    [InlineData("on Saturday evening", "2022-06-11", "2022-06-11", DatePrecision.Day)]
    [InlineData("last Wednesday", "2022-06-08", "2022-06-08", DatePrecision.Day)]
    [InlineData("on Wednesday", "2022-06-15", "2022-06-15", DatePrecision.Day)]
    [InlineData("yesterday", "2022-06-14", "2022-06-14", DatePrecision.Day)]
    [InlineData("two days ago", "2022-06-13", "2022-06-13", DatePrecision.Day)]
    [InlineData("it was on 27 December", "2021-12-27", "2021-12-27", DatePrecision.Day)]
    [InlineData("it was on January 3 last year", "2021-01-03", "2021-01-03", DatePrecision.Day)]
    [InlineData("in early march", "2022-03-01", "2022-03-10", DatePrecision.Month)]
    [InlineData("in January 2020", "2020-01-01", "2020-01-31", DatePrecision.Month)]
    [InlineData("it was 29.02.2020", "2020-02-29", "2020-02-29", DatePrecision.Day)]
    [InlineData("last month", "2022-05-01", "2022-05-31", DatePrecision.Month)]
    public void A_date_is_resolved_against_the_day_of_publication(string text, string start, string end, DatePrecision precision)
    {
        var date = Reading.Document(text).Dates.ShouldHaveSingleItem();
        (date.From.ToString("O"), date.To.ToString("O"), date.Precision).ShouldBe((start, end, precision));
    }

    [Fact]
    public void Without_a_day_of_publication_only_dates_with_a_year_are_read()
    {
        Reading.Document("on Saturday", null).Dates.ShouldHaveSingleItem().Role.ShouldBe(DateRole.Floating);
        Reading.Document("It was on 3 May 2021.", null).Dates.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2021, 5, 3));
        Reading.Document("12 May 2021 The post fell on Monday.", null).Dates.Select(date => date.From).ShouldBe([new DateOnly(2021, 5, 12), new DateOnly(2021, 5, 10)]);
    }

    [Fact]
    public void A_date_that_no_calendar_has_is_left_out() => Reading.Document("It was on 31 February 2021, on 0 May, on 31.02.2020.").Dates.ShouldNotContain(date => date.Precision == DatePrecision.Day);

    [Theory]
    [InlineData("hit Ein Al-Assad airbase", "Ain al-Asad Air Base", "IQ")]
    [InlineData("hit Erbils airport", "Erbil International Airport", "IQ")]
    [InlineData("in the town of Zawra in Anbar province, Iraq", "Zawra", "IQ")]
    [InlineData("in Springfield, Illinois", "Springfield", "US")]
    [InlineData("in Deir al-Zor, Syria", "Deir ez-Zor", "SY")]
    public void A_place_is_found_under_its_other_names_with_its_country(string text, string name, string country)
    {
        var place = Reading.Document(text).Places[0];
        (place.Name, place.Country).ShouldBe((name, country));
        place.Lat.ShouldNotBeNull();
    }

    [Fact]
    public void A_distance_and_direction_stay_with_the_place()
    {
        var place = Reading.Document("a post about 80 km north of the capital, Baghdad").Places.ShouldHaveSingleItem();
        (place.Relation, place.DistanceKm).ShouldBe(("north_of", 80));
    }

    [Theory]
    [InlineData("The group threatened to attack the base in Mosul.")]
    [InlineData("Troops trained for a possible drone attack on Mosul.")]
    [InlineData("Police foiled a suicide attack in Mosul on Tuesday.")]
    [InlineData("The navy held an exercise and fired two missiles near Basra on Tuesday.")]
    [InlineData("Villagers near the Qayyarah base were told not to be alarmed by the sound of explosions on Wednesday.")]
    [InlineData("A court in Mosul sentenced a man over the 2014 bombing on Tuesday.")]
    [InlineData("The training mission was launched in Mosul in 2018.")]
    public void What_did_not_happen_is_no_report(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Fact]
    public void A_statistic_is_an_aggregate_and_no_report()
    {
        const string text = "Since the war began in October, the troops have come under attack at least 58 times in Iraq.";
        var result = Reading.Extract(text);
        result.Reports.ShouldBeEmpty();
        var aggregate = result.Aggregates.ShouldHaveSingleItem();
        aggregate.Count.ShouldBe(58);
        text[aggregate.Start..aggregate.End].ShouldBe(aggregate.Text);
    }
}

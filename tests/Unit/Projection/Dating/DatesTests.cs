using Platform.Contracts;
using Platform.Projection.Dating;
using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Dating;

using Platform.Tests.Unit.Projection.Linking;
using Told = Platform.Tests.Unit.Projection.Linking.Told;

/// <summary>Dates that undated articles take from what they share with others; all attacks are invented.</summary>
public sealed class DatesTests
{
    // 2031-05-04 is a Sunday.
    private static readonly RelativeDate Sunday = new() { FromDaysBefore = 0, ToDaysBefore = 6, Weekday = 0, Text = "Sunday" };
    private static readonly RelativeDate Wednesday = new() { FromDaysBefore = 0, ToDaysBefore = 6, Weekday = 3, Text = "Wednesday" };
    private static readonly RelativeDate LastWeek = new() { FromDaysBefore = 2, ToDaysBefore = 9, Text = "last week" };

    [Fact]
    public void A_weekday_becomes_the_day_of_the_dated_report_it_shares_its_numbers_with()
    {
        var found = Find(Open(1, Told.Of(1, null).Rockets(7).Wounded(3), Sunday), Dated(2, Told.Of(2).Rockets(7).Wounded(3))).ShouldHaveSingleItem();
        (found.Date!.Start, found.Date.Precision, found.Date.Text).ShouldBe((new DateOnly(2031, 5, 4), DatePrecision.Day, "Sunday"));
        found.Reason.ShouldContain("2031-05-04");
    }

    [Fact]
    public void The_evening_before_is_the_same_attack() =>
        Find(Open(1, Told.Of(1, null).Rockets(7), Sunday), Dated(2, Told.Of(2, "2031-05-05").Rockets(7))).ShouldHaveSingleItem().Date!.Start.ShouldBe(new DateOnly(2031, 5, 4));

    [Fact]
    public void A_background_report_dates_the_news_of_the_article()
    {
        var found = Find(
            Open(1, Told.Of(1, null), Sunday, article: 9),
            Open(2, Told.Of(2, null, "Camp Other").Rockets(7) with { IsMain = false }, Wednesday, article: 9),
            Dated(3, Told.Of(3, "2031-04-30", "Camp Other").Rockets(7)));
        // The news came after what it looks back to, so it is not the Sunday before that Wednesday.
        found.Single(date => date.ReportId == Told.Id(1)).Date!.Start.ShouldBe(new DateOnly(2031, 5, 4));
        found.Single(date => date.ReportId == Told.Id(2)).Date!.Start.ShouldBe(new DateOnly(2031, 4, 30));
    }

    [Fact]
    public void What_leaves_several_days_is_dated_as_closely_as_they_agree()
    {
        var date = Find(Open(1, Told.Of(1, null), LastWeek, from: "2031-05-20", to: "2031-05-21")).ShouldHaveSingleItem().Date!;
        (date.Start, date.End, date.Precision).ShouldBe((new DateOnly(2031, 5, 11), new DateOnly(2031, 5, 19), DatePrecision.Month));
    }

    [Fact]
    public void Place_and_one_small_number_are_not_enough_when_the_time_is_unknown()
    {
        Find(Open(1, Told.Of(1, null).Wounded(1), Sunday), Dated(2, Told.Of(2).Wounded(1))).ShouldBeEmpty();
        Find(Open(1, Told.Of(1, null).Wounded(1), Sunday, from: "2031-04-01", to: "2031-06-30"), Dated(2, Told.Of(2).Wounded(1))).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_articles_own_time_rules_an_older_attack_out() =>
        Find(Open(1, Told.Of(1, null).Rockets(7), Sunday, from: "2032-01-01"), Dated(2, Told.Of(2).Rockets(7))).ShouldBeEmpty();

    [Fact]
    public void Contradicting_neighbours_give_no_date_but_the_reason()
    {
        var found = Find(Open(1, Told.Of(1, null).Rockets(7), Sunday), Dated(2, Told.Of(2).Rockets(7)), Dated(3, Told.Of(3, "2031-08-03").Rockets(7))).ShouldHaveSingleItem();
        found.Date.ShouldBeNull();
        found.Reason.ShouldStartWith("contradiction");
    }

    [Fact]
    public void The_town_beside_the_base_is_told_for_the_base() =>
        Find(Open(1, Told.Of(1, null).Rockets(7), Sunday), Dated(2, Told.Of(2).Rockets(7) with { Place = "Camp Orla Town", Lat = 34.1 })).ShouldHaveSingleItem().Date!.Start.ShouldBe(new DateOnly(2031, 5, 4));

    [Fact]
    public void Other_numbers_are_another_attack() =>
        Find(Open(1, Told.Of(1, null).Rockets(7), Sunday), Dated(2, Told.Of(2).Rockets(9))).ShouldBeEmpty();

    [Fact]
    public void An_article_that_was_dated_dates_the_next_in_any_order()
    {
        DatableReport[] reports =
        [
            Open(1, Told.Of(1, null).Rockets(7), Sunday),
            Open(2, Told.Of(2, null, "Camp Other").Rockets(8), Wednesday, article: 9),
            Open(3, Told.Of(3, null).Rockets(7) with { IsMain = false }, Sunday, article: 9),
            Dated(4, Told.Of(4, "2031-05-07", "Camp Other").Rockets(8)),
        ];
        var expected = Dates.Find(reports);
        expected.Single(date => date.ReportId == Told.Id(1)).Date!.Start.ShouldBe(new DateOnly(2031, 5, 4));
        foreach (var order in Orders(reports)) Dates.Find(order).ShouldBe(expected);
    }

    [Fact]
    public void No_date_ever_lies_outside_what_the_days_of_writing_and_the_words_allow()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var from = new DateOnly(2031, 1, 1).AddDays(seed * 7 % 120);
            var to = from.AddDays(seed % 41);
            var words = new RelativeDate { FromDaysBefore = seed % 3, ToDaysBefore = seed % 3 + seed % 11, Weekday = seed % 2 == 0 ? seed % 7 : null, Text = "then" };
            foreach (var found in Dates.Find([new DatableReport(Told.Of(1, null).Rockets(7), words, from, to), Dated(2, Told.Of(2, "2031-02-11").Rockets(7))]))
            {
                if (found.Date is not { } date) continue;
                date.Start.ShouldBeGreaterThanOrEqualTo(from.AddDays(-words.ToDaysBefore));
                date.End.ShouldBeLessThanOrEqualTo(to.AddDays(-words.FromDaysBefore));
                if (words.Weekday is { } weekday) ((int)date.Start.DayOfWeek).ShouldBe(weekday);
            }
        }
    }

    [Fact]
    public void A_dated_article_and_a_day_the_article_gave_are_left_alone() =>
        Find(Dated(1, Told.Of(1).Rockets(7)), Open(2, Told.Of(2, "2031-05-04").Rockets(7) with { Published = null }, Sunday)).ShouldBeEmpty();

    private static IReadOnlyList<FoundDate> Find(params DatableReport[] reports) => Dates.Find(reports);

    private static DatableReport Dated(int id, ReportFeatures features) => new(features with { ReportId = Told.Id(id) }, null, null, null);

    private static DatableReport Open(int id, ReportFeatures features, RelativeDate words, int? article = null, string? from = null, string? to = null) =>
        new(features with { ReportId = Told.Id(id), Published = null, ArticleId = Told.Id(article ?? 1000 + id) }, words, Day(from), Day(to));

    private static DateOnly? Day(string? written) => written is null ? null : DateOnly.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<DatableReport[]> Orders(DatableReport[] reports) => reports.Length <= 1
        ? [reports]
        : reports.SelectMany(first => Orders([.. reports.Where(report => report != first)]).Select(rest => (DatableReport[])[first, .. rest]));
}

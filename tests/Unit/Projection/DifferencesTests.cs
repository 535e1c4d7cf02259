using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Tests.Unit.Projection;

public sealed class DifferencesTests
{
    private static readonly Guid Request = Guid.NewGuid(), IncidentId = Guid.NewGuid(), ArticleId = Guid.NewGuid();

    private static readonly IncidentReport Report = new()
    {
        ReportId = Guid.NewGuid(),
        ArticleId = ArticleId,
        Ordinal = 0,
        IsMain = true,
        EventType = EventType.RocketAttack,
        Date = new EventDate { Start = new DateOnly(2031, 3, 14), End = new DateOnly(2031, 3, 14), Precision = DatePrecision.Day, Text = "Friday" },
        Weapons = [new Weapon { Type = WeaponType.Rocket, Text = "rockets" }],
        Confidence = 0.8,
        Extractor = "rules/1.0",
    };

    private static readonly IncidentReport Again = Report with { ReportId = Guid.NewGuid(), Extractor = "rules/1.1", Weapons = [new Weapon { Type = WeaponType.Rocket, Text = "rockets" }] };

    [Fact]
    public void A_report_without_an_earlier_one_is_added()
    {
        var difference = Differences.Of(Request, IncidentId, null, Again);

        (difference.Change, difference.Before, difference.After).ShouldBe(("added", null, Again.ReportId));
        (difference.RequestId, difference.ArticleId, difference.IncidentId).ShouldBe((Request, ArticleId, IncidentId));
        difference.Fields.ShouldBeEmpty();
    }

    [Fact]
    public void An_earlier_report_without_a_later_one_is_gone()
    {
        var difference = Differences.Of(Request, IncidentId, Linked(Report), null);

        (difference.Change, difference.Before, difference.After, difference.ArticleId).ShouldBe(("gone", Report.ReportId, null, ArticleId));
    }

    [Fact]
    public void What_belongs_to_the_reading_and_not_to_what_was_read_is_no_change()
    {
        var again = Again with { Ordinal = 3, Evidence = [new Evidence { Field = "date", Start = 3, End = 9 }], Confidence = 0.75 };

        var difference = Differences.Of(Request, IncidentId, Linked(Report), again);

        (difference.Change, difference.Before, difference.After).ShouldBe(("same", Report.ReportId, again.ReportId));
        difference.Fields.ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_that_differs_is_named_also_one_that_came_or_went()
    {
        var again = Again with
        {
            IsMain = false,
            EventType = EventType.DroneAttack,
            Date = null,
            Place = new Place { Name = "Balad", Precision = PlacePrecision.Settlement, Text = "Balad" },
            Weapons = [new Weapon { Type = WeaponType.Drone, Text = "rockets" }],
            Confidence = 0.6,
        };

        var difference = Differences.Of(Request, IncidentId, Linked(Report), again);

        difference.Change.ShouldBe("changed");
        difference.Fields.ShouldBe(["isMain", "eventType", "date", "place", "weapons", "confidence"], ignoreOrder: true);
    }

    [Fact]
    public void A_date_found_out_from_other_articles_is_not_compared()
    {
        var dated = Linked(Report) with { DateReason = "the same attack in a dated article" };

        Differences.Of(Request, IncidentId, dated, Again with { Date = null }).Change.ShouldBe("same");
    }

    [Fact]
    public void A_difference_of_nothing_is_refused() => Should.Throw<ArgumentException>(() => Differences.Of(Request, IncidentId, null, null));

    private static LinkedReport Linked(IncidentReport report) =>
        new(report, new ArticleReference { ArticleId = ArticleId, Revision = 1, ReceivedAt = DateTimeOffset.UnixEpoch }, DateTimeOffset.UnixEpoch);
}

using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Tests.Unit.Projection;

/// <summary>Which incidents go on when an article is read again, however its messages come.</summary>
public sealed class SuccessionTests
{
    private static readonly Guid ArticleId = Guid.Parse("3b4a2f0e-58a1-4a6c-9d55-7f3f0a5e1c11");
    private static readonly DateTimeOffset Now = new(2031, 3, 6, 3, 4, 5, TimeSpan.Zero);
    private static readonly EventDate Day = new() { Start = new DateOnly(2031, 3, 5), End = new DateOnly(2031, 3, 5), Precision = DatePrecision.Day, Text = "Wednesday" };
    private static readonly EventDate Month = new() { Start = new DateOnly(2031, 3, 1), End = new DateOnly(2031, 3, 31), Precision = DatePrecision.Month, Text = "in March" };

    private readonly LinkWorld world = new();
    private readonly LinkingPlan plan;

    public SuccessionTests() => plan = new LinkingPlan(world, new Dictionary<Guid, ArticleReading>(), new HashSet<Guid>(), Now);

    [Fact]
    public void A_report_that_is_read_more_closely_keeps_its_incident()
    {
        plan.Add(Read(1, [Rockets(null) with { Date = Month }]));
        var incident = Home(1, 0);

        plan.Add(Read(2, [Rockets("Balad") with { Casualties = Wounded(2) }]));

        plan.Changes[^1].Change.ShouldBe(new Change.Seat(incident, Id(2, 0)) { Replaces = Id(1, 0) });
    }

    [Fact]
    public void The_one_report_of_a_text_keeps_its_incident_however_otherwise_the_text_is_read()
    {
        plan.Add(Read(1, [Rockets("Tikrit") with { EventType = EventType.Shelling, Date = Month }]));
        var incident = Home(1, 0);

        plan.Add(Read(2, [Rockets("Balad") with { IsMain = false, Casualties = Wounded(2) }]));

        plan.Changes[^1].Change.ShouldBe(new Change.Seat(incident, Id(2, 0)) { Replaces = Id(1, 0) });
    }

    [Fact]
    public void But_not_where_it_is_read_to_be_of_another_country()
    {
        plan.Add(Read(1, [Rockets("Tikrit") with { EventType = EventType.Shelling, Date = Month }]));

        plan.Add(Read(2, [Rockets("Idlib", "SY") with { IsMain = false, Casualties = Wounded(2) }]));

        plan.Changes[^2].Change.ShouldBeOfType<Change.Seat>().Opens.ShouldBeTrue();
        plan.Changes[^1].Change.ShouldBeOfType<Change.Unseat>();
    }

    [Theory]
    [InlineData(true, "0 1")]
    [InlineData(true, "1 0")]
    [InlineData(false, "0 1")]
    [InlineData(false, "1 0")]
    public void What_is_newly_found_takes_no_others_place_however_the_messages_come(bool atOnce, string order)
    {
        plan.Add(Read(1, [Rockets("Balad")]));
        var incident = Home(1, 0);
        var again = Read(2, [Rockets("Tikrit"), Rockets("Balad") with { Casualties = Wounded(2) }]);

        Add(atOnce, order.Split(' ').Select(n => again[int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)]));

        (Home(2, 1), Home(2, 0) == incident).ShouldBe((incident, false));
        plan.Changes.Select(c => c.Change).OfType<Change.Unseat>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_read_otherwise_goes_on_though_its_reading_comes_in_parts(bool atOnce)
    {
        plan.Add(Read(1, [Rockets("Balad") with { Casualties = Wounded(5) }]));
        var incident = Home(1, 0);

        Add(atOnce, Read(2, [Rockets("Balad") with { EventType = EventType.DroneAttack, Casualties = Wounded(2) }, Rockets("Idlib", "SY")]));

        Home(2, 0).ShouldBe(incident);
        Home(2, 1).ShouldNotBe(incident);
    }

    [Fact]
    public void What_a_person_spoke_of_takes_in_no_report_that_a_person_spoke_of_elsewhere()
    {
        plan.Add(Read(1, [Rockets("Balad") with { Casualties = Wounded(5) }]));
        var again = Read(2, [Rockets("Balad") with { EventType = EventType.DroneAttack, Casualties = Wounded(2) }, Rockets("Idlib", "SY")]);
        plan.Add(again[0]);
        var opened = Home(2, 0);
        world.Mark(new StandingIncident(opened, false, IncidentStatus.Confirmed, [], []));

        plan.Add(again[1]);

        Home(2, 0).ShouldBe(opened);
    }

    [Fact]
    public void What_hung_together_with_a_report_that_goes_is_arranged_anew()
    {
        plan.Add(Read(1, [Rockets("Balad")]));
        var (incident, other) = (Home(1, 0), Guid.NewGuid());
        world.Put(world.Find(Id(1, 0))! with { ReportId = other, ArticleId = Guid.NewGuid() });

        plan.Add(Read(2, []));

        plan.Again.ShouldHaveSingleItem().ReportId.ShouldBe(other);
        world.Find(other)!.IncidentId.ShouldBe(incident);
    }

    [Fact]
    public void An_undated_report_is_arranged_once_its_date_is_found_out()
    {
        plan.Add(Read(1, [Rockets("Balad") with { Date = null }], isDated: false));
        var changes = plan.Changes.Count;

        plan.Add(Read(2, [Rockets("Balad") with { Date = null }], isDated: false));

        plan.Again.ShouldHaveSingleItem().ReportId.ShouldBe(Id(2, 0));
        plan.Changes.Count.ShouldBe(changes + 1);
    }

    private Guid Home(int reading, int ordinal) => world.Find(Id(reading, ordinal))!.IncidentId;

    private void Add(bool atOnce, IEnumerable<Detection> detections)
    {
        foreach (var part in atOnce ? [detections.ToList()] : detections.Select(d => new List<Detection> { d }))
            plan.Add(part);
    }

    private static Guid Id(int reading, int ordinal) => DeterministicId.Report(ArticleId, ordinal, $"test/{reading}", 1);

    private static Casualties Wounded(int number) => new() { Wounded = new CasualtyCount { Min = number, Max = number, Text = $"{number}" } };

    private static IncidentReport Rockets(string? town, string country = "IQ") => new()
    {
        ReportId = Guid.Empty,
        ArticleId = ArticleId,
        Ordinal = 0,
        IsMain = true,
        EventType = EventType.RocketAttack,
        Date = Day,
        Place = new Place { Name = town ?? "Iraq", Country = country, Precision = town is null ? PlacePrecision.Country : PlacePrecision.Settlement, Text = town ?? "Iraq" },
        Confidence = 0.5,
        Extractor = "",
    };

    /// <summary>The messages of one reading of the text by one version of the rules.</summary>
    private static List<Detection> Read(int reading, IncidentReport[] reports, bool isDated = true)
    {
        var article = new ArticleReference { ArticleId = ArticleId, Revision = 1, ReceivedAt = Now, PublishedAt = isDated ? Now : null };
        var summary = new ExtractionSummary { Extractor = $"test/{reading}", ExtractedAt = Now.AddMinutes(reading), ReportIds = [.. reports.Select((_, n) => Id(reading, n))] };
        var clues = isDated ? null : new ReportClues { Relative = new RelativeDate { FromDaysBefore = 0, ToDaysBefore = 6, Text = "on Wednesday" } };
        return
        [
            .. (reports.Length > 0 ? reports : [null!]).Select((report, n) => new Detection(
                DeterministicId.Event(ArticleId, $"test/{reading}", n), report is null ? null : report with { ReportId = Id(reading, n), Ordinal = n, Extractor = summary.Extractor }, article, summary, null) { Clues = clues }),
        ];
    }
}

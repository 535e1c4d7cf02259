using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Tests.Unit.Projection;

/// <summary>What comes in one batch is arranged at once: what it ends in is told, not the way there.</summary>
public sealed class BatchPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 1, 0)]
    public void Two_reports_that_only_a_third_joins_open_one_incident_and_nothing_moves(int first, int second, int third)
    {
        Detection[] told = [Told("one", "omar hadidi"), Told("two", "lena saadi"), Told("three", "omar hadidi", "lena saadi")];
        var (plan, world) = Empty();

        plan.Add([told[first], told[second], told[third]]).Count.ShouldBe(3);

        var seats = plan.Changes.Select(c => c.Change).Cast<Change.Seat>().ToList();
        seats.Select(s => s.Opens).ShouldBe([true, false, false]);
        seats.Select(s => s.IncidentId).Distinct().ShouldHaveSingleItem().ShouldBe(IncidentStream.IdOf(seats[0].ReportId));
        seats.Skip(1).ShouldAllBe(s => s.Score >= Linker.MergeThreshold && s.Reasons.Count > 0);
        world.OfIncident(seats[0].IncidentId).Count().ShouldBe(3);
    }

    [Fact]
    public void Each_change_is_told_of_the_article_that_brought_it()
    {
        Detection[] told = [Told("one", "omar hadidi"), Told("two", "lena saadi"), Told("three", "omar hadidi")];
        var (plan, _) = Empty();

        plan.Add(told);

        plan.Changes.ShouldAllBe(c => ((Change.Seat)c.Change).ReportId == c.Cause.Report!.ReportId);
    }

    [Fact]
    public void Incidents_of_earlier_batches_are_still_merged_by_what_joins_them()
    {
        var (plan, _) = Empty();
        plan.Add([Told("one", "omar hadidi")]);
        plan.Add([Told("two", "lena saadi")]);

        plan.Add([Told("three", "omar hadidi", "lena saadi")]);

        plan.Changes.Select(c => c.Change).OfType<Change.Merge>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_suspicion_between_two_new_incidents_is_told_once_by_the_one_that_comes_second()
    {
        // Day, town and kind: too little for one event, enough to ask.
        var (plan, _) = Empty();

        plan.Add([Told("one", "omar hadidi"), Told("two", "lena saadi")]);

        var seats = plan.Changes.Select(c => c.Change).Cast<Change.Seat>().ToList();
        seats.ShouldAllBe(s => s.Opens);
        seats[0].PossibleDuplicates.ShouldBeEmpty();
        seats[1].PossibleDuplicates.ShouldHaveSingleItem().IncidentId.ShouldBe(seats[0].IncidentId);
    }

    [Fact]
    public void A_revision_in_the_same_batch_takes_the_place_of_what_was_told_before()
    {
        var (first, second) = (Told("one", "omar hadidi"), Told("one", 2, "omar hadidi"));
        var (plan, world) = Empty();

        plan.Add([first, second]).Count.ShouldBe(2);

        var seats = plan.Changes.Select(c => c.Change).Cast<Change.Seat>().ToList();
        seats.Count.ShouldBe(2);
        seats[1].ShouldBe(new Change.Seat(seats[0].IncidentId, second.Report!.ReportId) { Replaces = first.Report!.ReportId });
        world.Find(first.Report.ReportId).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 100, IncidentStatus.Open)]
    [InlineData(1, 70, IncidentStatus.Open)]
    [InlineData(30, 35, IncidentStatus.Open)]
    [InlineData(41, 35, IncidentStatus.Open)]
    [InlineData(30, 35, IncidentStatus.Rejected)]
    [InlineData(30, 200, IncidentStatus.Confirmed)]
    public void However_many_of_one_batch_tell_of_one_event_it_stays_one_incident(int before, int batch, IncidentStatus status)
    {
        var (plan, world) = Empty();
        foreach (var n in Enumerable.Range(0, before))
            plan.Add([Told($"before {n}", "omar hadidi")]);
        if (before > 0)
            world.Mark(new StandingIncident(world.Incidents.ShouldHaveSingleItem(), false, status, [], []));

        plan.Add([.. Enumerable.Range(0, batch).Select(n => Told($"batch {n}", "omar hadidi"))]).Count.ShouldBe(batch);

        plan.Changes.ShouldAllBe(c => c.Change is Change.Seat);
        plan.Changes.Select(c => ((Change.Seat)c.Change).IncidentId).Distinct().Count().ShouldBe(1);
        plan.Changes.Count(c => ((Change.Seat)c.Change).Opens).ShouldBe(1);
    }

    [Fact]
    public void What_is_merged_is_told_of_the_article_that_is_like_it()
    {
        var (plan, _) = Empty();
        plan.Add([Told("one", "omar hadidi")]);
        plan.Add([Told("one more", "omar hadidi")]);
        plan.Add([Told("two", "lena saadi")]);
        Detection[] told = [Told("three", "omar hadidi"), Told("four", "omar hadidi", "lena saadi")];

        plan.Add(told);

        plan.Changes.Single(c => c.Change is Change.Merge).Cause.MessageId.ShouldBe(told[1].MessageId);
    }

    [Fact]
    public void What_is_told_taken_back_and_told_again_in_one_batch_opens_an_incident_of_another_id()
    {
        var first = Told("one", "omar hadidi");
        Detection Again(int minutes, string extractor, Detection of) => of with
        {
            MessageId = Guid.NewGuid(), Extraction = of.Extraction with { Extractor = extractor, ExtractedAt = Now.AddMinutes(minutes), ReportIds = of.Report is null ? [] : of.Extraction.ReportIds },
        };
        var (plan, _) = Empty();

        plan.Add([first, Again(1, "test/2", first with { Report = null }), Again(2, "test/1", first)]);

        var opened = plan.Changes.Select(c => c.Change).OfType<Change.Seat>().Where(s => s.Opens).Select(s => s.IncidentId).ToList();
        opened.Count.ShouldBe(2);
        opened.ShouldBeUnique();
    }

    private static (LinkingPlan Plan, LinkWorld World) Empty()
    {
        var world = new LinkWorld();
        return (new LinkingPlan(world, new Dictionary<Guid, ArticleReading>(), new HashSet<Guid>(), Now), world);
    }

    private static Detection Told(string article, params string[] people) => Told(article, 1, people);

    private static Detection Told(string article, int revision, params string[] people)
    {
        var id = DeterministicId.Create(Guid.Empty, article);
        var report = new IncidentReport
        {
            ReportId = DeterministicId.Report(id, 0, "test/1", revision), ArticleId = id, Ordinal = 0, IsMain = true, EventType = EventType.RocketAttack, Confidence = 0.5, Extractor = "test/1",
            Date = new EventDate { Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 1, 1), Precision = DatePrecision.Day, Text = "on Thursday" },
            Place = new Place { Name = "Mosul", Country = "IQ", Precision = PlacePrecision.Settlement, Text = "in Mosul", Lat = 36.34, Lon = 43.13 },
        };
        return new Detection(
            DeterministicId.Event(id, "test", revision), report, new ArticleReference { ArticleId = id, Revision = revision, ReceivedAt = Now },
            new ExtractionSummary { Extractor = "test/1", ExtractedAt = Now, ReportIds = [report.ReportId] }, null) { Clues = new ReportClues { People = people } };
    }
}

using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Tests.Unit.Projection;

public sealed class PlanTests
{
    private static readonly Guid ArticleId = Guid.Parse("7d1d0a52-3a35-4a3c-9e0e-0f7a5b6c7d8e");
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void The_first_report_opens_an_incident_and_says_that_the_article_was_read()
    {
        var plan = Empty();

        plan.Add(Detected(ordinal: 0, of: 1)).ShouldBeTrue();

        plan.Extractions.Count.ShouldBe(1);
        plan.Changes.ShouldHaveSingleItem().Change.ShouldBeOfType<Change.Seat>().Opens.ShouldBeTrue();
    }

    [Fact]
    public void A_repetition_changes_nothing()
    {
        var plan = Empty();
        plan.Add(Detected(0, 1));

        plan.Add(Detected(0, 1) with { MessageId = Guid.NewGuid() }).ShouldBeFalse();

        plan.Changes.Count.ShouldBe(1);
    }

    [Fact]
    public void A_later_revision_replaces_what_it_tells_and_withdraws_what_it_does_not()
    {
        var plan = Empty();
        plan.Add(Detected(0, 2));
        plan.Add(Detected(1, 2, country: "SY"));
        var opened = plan.Changes.Select(c => ((Change.Seat)c.Change).IncidentId).ToList();

        plan.Add(Detected(0, 1, revision: 2)).ShouldBeTrue();

        plan.Changes.Skip(2).Select(c => c.Change).ShouldSatisfyAllConditions(
            changes => changes.First().ShouldBe(new Change.Seat(opened[0], Id(0, 2)) { Replaces = Id(0, 1) }),
            changes => changes.Last().ShouldBeOfType<Change.Unseat>().IncidentId.ShouldBe(opened[1]));
    }

    [Fact]
    public void A_report_is_not_taken_out_before_all_of_the_new_reading_are_in()
    {
        var plan = Empty();
        plan.Add(Detected(0, 1));

        plan.Add(Detected(1, 2, revision: 2, country: "SY"));
        plan.Changes.Select(c => c.Change).OfType<Change.Unseat>().ShouldBeEmpty();

        plan.Add(Detected(0, 2, revision: 2));
        plan.Changes.Select(c => c.Change).OfType<Change.Unseat>().ShouldBeEmpty("its place was taken");
    }

    [Fact]
    public void An_earlier_revision_that_comes_late_changes_nothing()
    {
        var plan = Empty();
        plan.Add(Detected(0, 1, revision: 2));

        plan.Add(Detected(1, 2, revision: 1)).ShouldBeFalse();
    }

    [Fact]
    public void An_incident_id_that_was_used_before_is_not_used_again()
    {
        var plan = new LinkingPlan(new LinkWorld(), new Dictionary<Guid, ArticleReading>(), new HashSet<Guid> { IncidentStream.IdOf(Id(0, 1)) }, Now);

        plan.Add(Detected(0, 1));

        ((Change.Seat)plan.Changes[0].Change).IncidentId.ShouldNotBe(IncidentStream.IdOf(Id(0, 1)));
    }

    [Theory]
    [InlineData(false, IncidentStatus.Rejected)]
    [InlineData(false, IncidentStatus.Confirmed)]
    [InlineData(true, IncidentStatus.Open)]
    public void What_a_person_spoke_of_is_remembered_while_its_article_does_not_tell_of_it(bool isFixed, IncidentStatus status)
    {
        var world = new LinkWorld();
        var plan = In(world);
        plan.Add(Detected(0, 1));
        var judged = ((Change.Seat)plan.Changes[0].Change).IncidentId;
        world.Mark(new StandingIncident(judged, isFixed, status, [], []));

        plan.Add(Silent(2));
        plan.Changes.Skip(1).Select(c => c.Change).OfType<Change.Unseat>().ShouldHaveSingleItem().IncidentId.ShouldBe(judged);
        var since = plan.Changes.Count;
        plan.Add(Silent(3));
        plan.Changes.Count.ShouldBe(since, "it is gone already");
        plan.Add(Detected(0, 2, revision: 4, country: "SY"));
        plan.Add(Detected(1, 2, revision: 4));

        var seats = plan.Changes.Skip(since).Select(c => c.Change).Cast<Change.Seat>().ToList();
        seats.Count.ShouldBe(2);
        seats[0].Opens.ShouldBeTrue("another place is another event");
        seats[1].ShouldBe(new Change.Seat(judged, Id(1, 4)) { Replaces = Id(0, 1) });
        world.Find(Id(0, 1)).ShouldBeNull("its place is taken");
    }

    [Fact]
    public void What_nobody_spoke_of_or_a_person_took_back_is_opened_anew()
    {
        foreach (var spokenOf in new[] { false, true })
        {
            var world = new LinkWorld();
            var plan = In(world);
            plan.Add(Detected(0, 1));
            var first = ((Change.Seat)plan.Changes[0].Change).IncidentId;
            world.Mark(new StandingIncident(first, spokenOf, IncidentStatus.Open, [], []));
            plan.Add(Silent(2));
            world.Mark(new StandingIncident(first, false, IncidentStatus.Open, [], []));
            world.Forget();

            plan.Add(Detected(0, 1, revision: 3));

            plan.Changes.Select(c => c.Change).OfType<Change.Seat>().Last().Opens.ShouldBeTrue();
        }
    }

    [Fact]
    public void Rules_that_find_again_what_others_in_between_did_not_find_the_judged_incident()
    {
        var world = new LinkWorld();
        var plan = In(world);
        plan.Add(Detected(0, 1));
        var judged = ((Change.Seat)plan.Changes[0].Change).IncidentId;
        world.Mark(new StandingIncident(judged, false, IncidentStatus.Rejected, [], []));
        Detection Read(string extractor, int minutes, Detection detection, params Guid[] ids) => detection with
        {
            MessageId = Guid.NewGuid(), Extraction = detection.Extraction with { Extractor = extractor, ExtractedAt = Now.AddMinutes(minutes), ReportIds = ids },
        };
        plan.Add(Read("test/2", 1, Detected(0, 1) with { Report = null }));
        world.Find(Id(0, 1))!.IsGone.ShouldBeTrue();

        plan.Add(Read("test/1", 2, Detected(0, 1), Id(0, 1)));

        plan.Changes[^1].Change.ShouldBe(new Change.Seat(judged, Id(0, 1)));
        world.Find(Id(0, 1))!.IsGone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_person_kept_apart_stays_so_within_the_batch_that_merges_or_moves_it(bool whole)
    {
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var world = new LinkWorld();
        world.Mark(new StandingIncident(a, false, IncidentStatus.Open, [b], []));
        world.Mark(new StandingIncident(b, false, IncidentStatus.Open, [a], []));

        world.Hand(b, c, whole);

        var marks = world.MarksOf([a, c]).ToDictionary(m => m.Id);
        marks[c].KeptApart.ShouldBe([a]);
        marks[c].Absorbed.ShouldBe(whole ? [b] : []);
        marks[c].IsKeptFrom(a, marks[a]).ShouldBeTrue();
        marks[a].IsKeptFrom(c, marks[c]).ShouldBe(whole);
    }

    /// <summary>A revision that tells of nothing.</summary>
    private static Detection Silent(int revision) => Detected(0, 0, revision) with { Report = null };

    private static LinkingPlan In(LinkWorld world) => new(world, new Dictionary<Guid, ArticleReading>(), new HashSet<Guid>(), Now);

    private static LinkingPlan Empty() => new(new LinkWorld(), new Dictionary<Guid, ArticleReading>(), new HashSet<Guid>(), Now);

    private static Guid Id(int ordinal, int revision) => DeterministicId.Report(ArticleId, ordinal, "test/1", revision);

    private static Detection Detected(int ordinal, int of, int revision = 1, string country = "IQ")
    {
        var report = new IncidentReport
        {
            ReportId = Id(ordinal, revision),
            ArticleId = ArticleId,
            Ordinal = ordinal,
            IsMain = true,
            EventType = EventType.RocketAttack,
            Place = new Place { Name = $"Capital of {country}", Country = country, Precision = PlacePrecision.Settlement, Text = "the capital" },
            Confidence = 0.5,
            Extractor = "test/1",
        };
        var article = new ArticleReference { ArticleId = ArticleId, Revision = revision, ReceivedAt = Now };
        var summary = new ExtractionSummary { Extractor = "test/1", ExtractedAt = Now, ReportIds = [.. Enumerable.Range(0, of).Select(n => Id(n, revision))] };
        return new Detection(DeterministicId.Event(ArticleId, $"test/{revision}", ordinal), report, article, summary, null);
    }
}

using Platform.Contracts;
using Platform.Projection.Incidents;

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

        plan.ToCommit().Streams.SelectMany(s => s.Events).Select(e => e.Type).ShouldBe(["article_extracted", "incident_opened"]);
    }

    [Fact]
    public void A_repetition_changes_nothing()
    {
        var plan = Empty();
        plan.Add(Detected(0, 1));

        plan.Add(Detected(0, 1) with { MessageId = Guid.NewGuid() }).ShouldBeFalse();

        plan.ToCommit().Streams.Count.ShouldBe(2);
    }

    [Fact]
    public void A_later_revision_replaces_what_it_tells_and_withdraws_what_it_does_not()
    {
        var plan = Empty();
        plan.Add(Detected(0, 2));
        plan.Add(Detected(1, 2));

        plan.Add(Detected(0, 1, revision: 2)).ShouldBeTrue();

        var streams = plan.ToCommit().Streams.ToDictionary(s => s.StreamId, s => s.Events.Select(e => e.Type).ToArray());
        streams[DeterministicId.Create(ArticleId, "incident/0")].ShouldBe(["incident_opened", "report_linked"]);
        streams[DeterministicId.Create(ArticleId, "incident/1")].ShouldBe(["incident_opened", "report_unlinked"]);
    }

    [Fact]
    public void An_earlier_revision_that_comes_late_changes_nothing()
    {
        var plan = Empty();
        plan.Add(Detected(0, 1, revision: 2));

        plan.Add(Detected(1, 2, revision: 1)).ShouldBeFalse();
    }

    [Fact]
    public void A_report_is_only_linked_while_its_extraction_is_still_the_latest()
    {
        var reading = new ArticleReading(ArticleId, 3, 1, Now, "test/1", 2);
        var plan = new Plan(new Dictionary<Guid, ArticleReading> { [ArticleId] = reading }, new Dictionary<Guid, Incident>(), Now);

        plan.Add(Detected(1, 2)).ShouldBeTrue();

        plan.ToCommit().Unmoved.ShouldBe([(ArticleId, 3L)]);
    }

    private static Plan Empty() => new(new Dictionary<Guid, ArticleReading>(), new Dictionary<Guid, Incident>(), Now);

    private static Detection Detected(int ordinal, int of, int revision = 1)
    {
        Guid Id(int n) => DeterministicId.Report(ArticleId, n, "test/1", revision);
        var report = new IncidentReport
        {
            ReportId = Id(ordinal),
            ArticleId = ArticleId,
            Ordinal = ordinal,
            IsMain = true,
            EventType = EventType.RocketAttack,
            Confidence = 0.5,
            Extractor = "test/1",
        };
        var article = new ArticleReference { ArticleId = ArticleId, Revision = revision, ReceivedAt = Now };
        var summary = new ExtractionSummary { Extractor = "test/1", ExtractedAt = Now, ReportIds = [.. Enumerable.Range(0, of).Select(Id)] };
        return new Detection(DeterministicId.Event(ArticleId, $"test/{revision}", ordinal), report, article, summary, null);
    }
}

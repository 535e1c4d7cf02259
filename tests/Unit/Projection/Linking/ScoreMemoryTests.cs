using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Linking;

/// <summary>What linking remembers within a batch and between batches changes no decision.</summary>
public sealed class ScoreMemoryTests
{
    [Fact]
    public void A_remembered_score_is_the_one_worked_out_whichever_report_comes_first()
    {
        var scores = new PairScores();
        var reports = Enumerable.Range(1, 30).Select(n => Told.Of(n).Killed(n % 4)).ToList();
        foreach (var round in Enumerable.Range(0, 2))
            foreach (var a in reports)
                foreach (var b in reports)
                    scores.Of(a, b).ShouldBe(PairScore.Of(a, b), $"{a.ReportId} {b.ReportId}, round {round}");
    }

    [Fact]
    public void A_report_that_is_told_otherwise_is_scored_anew()
    {
        var (scores, one, two) = (new PairScores(), Told.Of(1).Killed(3), Told.Of(2).Killed(3));
        scores.Of(one, two).ShouldBe(PairScore.Of(one, two));

        var other = two.Killed(9);

        PairScore.Of(one, other).ShouldNotBe(PairScore.Of(one, two));
        scores.Of(one, other).ShouldBe(PairScore.Of(one, other));
    }

    [Fact]
    public void Features_are_remembered_until_another_transaction_has_written_the_row()
    {
        var (cache, report) = (new FeatureCache(), Told.Of(1));
        cache.Put(report.ReportId, 7, report);

        cache.Find(report.ReportId, 7).ShouldBeSameAs(report);
        cache.Find(report.ReportId, 8).ShouldBeNull();
        cache.Find(Told.Of(2).ReportId, 7).ShouldBeNull();
    }

    [Fact]
    public void What_is_asked_for_stays_and_what_is_not_is_forgotten()
    {
        var cache = new FeatureCache(most: 10);
        var kept = Told.Of(1);
        cache.Put(kept.ReportId, 1, kept);
        for (var n = 2; n <= 40; n++)
        {
            cache.Put(Told.Of(n).ReportId, 1, Told.Of(n));
            cache.Find(kept.ReportId, 1).ShouldBeSameAs(kept);
        }

        Enumerable.Range(2, 39).Count(n => cache.Find(Told.Of(n).ReportId, 1) is not null).ShouldBeLessThanOrEqualTo(20);
        cache.Find(Told.Of(2).ReportId, 1).ShouldBeNull();
    }
}

using Platform.Extraction.Engine;
using Platform.Tests.Gold;

namespace Platform.Tests.Unit.Extraction;

/// <summary>The gold set of tests/Gold. The bounds are what the engine holds; raise them with it, lower them never without a word.</summary>
public sealed class GoldTests
{
    private static readonly Lazy<GoldScore> Score = new(() => GoldScore.Of(GoldSet.Load(), new ExtractionEngine().Extract));

    [Fact]
    public void The_gold_set_keeps_its_figures()
    {
        var score = Score.Value;
        var errors = string.Join('\n', score.Errors);
        score.MainRecall.Value.ShouldBeGreaterThanOrEqualTo(0.97, errors);
        score.MainPrecision.Value.ShouldBeGreaterThanOrEqualTo(0.94, errors);
        score.BackgroundRecall.Value.ShouldBeGreaterThanOrEqualTo(1, errors);
        score.SlotF1.ShouldBeGreaterThanOrEqualTo(0.92, errors);
        score.Statistics.Value.ShouldBeGreaterThanOrEqualTo(1, errors);
    }

    [Fact]
    public void What_is_no_attack_is_no_report() =>
        Score.Value.Violations.ShouldBe(0, string.Join('\n', Score.Value.Errors.Where(error => error.Contains("must not", StringComparison.Ordinal))));

    [Fact]
    public void Every_report_of_the_gold_set_quotes_its_words()
    {
        foreach (var (article, report, _) in Score.Value.Judged) Reading.EvidenceShouldQuote(article.Article.Text, report);
    }

    [Fact]
    public void The_gold_set_has_many_styles_and_unique_names()
    {
        var articles = GoldSet.Load();
        articles.Count.ShouldBeGreaterThanOrEqualTo(40);
        articles.Select(article => article.Id).ShouldBeUnique();
        articles.Select(article => article.Style).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
    }
}

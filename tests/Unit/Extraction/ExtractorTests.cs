using Platform.Extraction;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class ExtractorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("rules")]
    public void The_engine_reads_unless_another_is_named(string? name) => Extractor.Named(name).Version.ShouldBe(ExtractionEngine.Version);

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_there_are() =>
        Should.Throw<InvalidOperationException>(() => Extractor.Named("Fixed")).Message.ShouldContain("'rules', the default, or 'fixed'");

    [Fact]
    public void The_fixed_one_gives_one_report_an_article_the_same_every_time()
    {
        var fixedOne = Extractor.Named("fixed");
        var article = new Article(Guid.NewGuid(), 1, null, "Three rockets hit the air base on Saturday.", null, null);

        var result = fixedOne.Extract(article);

        var report = result.Reports.ShouldHaveSingleItem();
        report.Extractor.ShouldBe("fixed/1.0");
        result.Clues.Count.ShouldBe(1);
        fixedOne.Extract(article).Reports[0].ReportId.ShouldBe(report.ReportId);
        fixedOne.Extract(article with { Revision = 2 }).Reports[0].ReportId.ShouldNotBe(report.ReportId);
    }
}

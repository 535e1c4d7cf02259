using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Tests.Unit.Projection;

public sealed class ArticleReadingTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly ArticleReference Article = new() { ArticleId = Guid.NewGuid(), Revision = 2, ReceivedAt = Now };
    private static readonly Guid Request = Guid.NewGuid();

    [Fact]
    public void Another_message_of_the_last_reading_is_the_same() => Compare(Read("rules/1.0"), Summary("rules/1.0")).ShouldBe(Standing.Same);

    [Fact]
    public void A_reading_on_request_is_a_newer_one_also_by_the_same_rules()
    {
        var reread = Summary("rules/1.0", 5, Request);

        Compare(Read("rules/1.0"), reread).ShouldBe(Standing.Newer);
        Compare(Read("rules/1.0", 5, Request), reread).ShouldBe(Standing.Same);
    }

    [Fact]
    public void What_was_read_before_the_last_reading_is_stale()
    {
        Compare(Read("rules/1.0", 5, Request), Summary("rules/1.0")).ShouldBe(Standing.Stale);
        Compare(Read("rules/1.1", 5), Summary("rules/1.0")).ShouldBe(Standing.Stale);
        ArticleReading.Compare(Read("rules/1.0"), Article with { Revision = 1 }, Summary("rules/1.1", 9)).ShouldBe(Standing.Stale);
    }

    [Fact]
    public void A_later_revision_is_newer_whenever_it_was_read() =>
        ArticleReading.Compare(Read("rules/1.0", 5, Request), Article with { Revision = 3 }, Summary("rules/1.0")).ShouldBe(Standing.Newer);

    private static Standing Compare(ArticleReading state, ExtractionSummary extraction) => ArticleReading.Compare(state, Article, extraction);

    private static ArticleReading Read(string extractor, int minutes = 0, Guid? request = null) =>
        ArticleReading.Apply(null, new ArticleExtracted { Article = Article, Extraction = Summary(extractor, minutes, request) });

    private static ExtractionSummary Summary(string extractor, int minutes = 0, Guid? request = null) =>
        new() { Extractor = extractor, ExtractedAt = Now.AddMinutes(minutes), ReportIds = [], RequestId = request };
}

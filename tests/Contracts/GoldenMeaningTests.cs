using System.Globalization;
using Platform.Contracts;

namespace Platform.Tests.Contracts;

/// <summary>What no schema can say: ids are those the code makes, and evidence quotes the article.</summary>
public sealed class GoldenMeaningTests
{
    public static TheoryData<string> FilesWithReports => Named(golden => ReportsIn(golden.Read()).Count > 0);
    public static TheoryData<string> FilesWithSummaries => Named(golden => SummaryIn(golden.Read()) is not null);
    public static TheoryData<string> FilesWithArticles => Named(golden => golden.Name == "article-received" || golden.File == "article-revised.v1.full.json");

    [Theory, MemberData(nameof(FilesWithReports))]
    public void Evidence_quotes_the_article_for_every_value_with_a_text(string file)
    {
        foreach (var (report, revision) in ReportsIn(GoldenBody.Of(file).Read()))
        {
            var text = GoldenBody.Articles[(report.ArticleId, revision)].Text;
            var quoted = report.Evidence.ToDictionary(evidence => evidence.Field, evidence => text[evidence.Start..evidence.End]);
            var values = TextsOf(report);

            quoted.Keys.ShouldBe(report.Evidence.Count == 0 ? [] : values.Keys.Append("eventType"), ignoreOrder: true);
            foreach (var (field, value) in values) quoted[field].ShouldBe(value, field);
            report.Evidence.ShouldAllBe(evidence => IsWholeWords(text, evidence.Start, evidence.End));
        }
    }

    [Fact]
    public void Offsets_count_UTF_16_code_units_so_a_full_article_holds_characters_that_need_two() =>
        GoldenBody.Articles.Values.ShouldContain(article => article.Text.EnumerateRunes().Count() < article.Text.Length);

    [Theory, MemberData(nameof(FilesWithSummaries))]
    public void Aggregates_quote_the_article_and_the_summary_lists_the_report(string file)
    {
        var message = GoldenBody.Of(file).Read();
        var (article, summary) = SummaryIn(message)!.Value;

        foreach (var aggregate in summary.Aggregates)
            GoldenBody.Articles[(article.ArticleId, article.Revision)].Text[aggregate.Start..aggregate.End].ShouldBe(aggregate.Text);
        if (message is IncidentDetected detected) summary.ReportIds[detected.Report.Ordinal].ShouldBe(detected.Report.ReportId);
        if (message is NoIncidentDetected) summary.ReportIds.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(FilesWithArticles))]
    public void The_id_of_a_golden_article_is_the_one_the_code_makes(string file)
    {
        var message = GoldenBody.Of(file).Read();
        var article = message as ArticleReceived ?? ((ArticleRevised)message).Article;

        article.ArticleId.ShouldBe(DeterministicId.Article(article.Source, article.ExternalId, article.Url, article.Title, article.Text));
    }

    [Theory, MemberData(nameof(FilesWithReports))]
    public void The_id_of_a_golden_report_is_the_one_the_code_makes(string file)
    {
        foreach (var (report, revision) in ReportsIn(GoldenBody.Of(file).Read()))
            report.ReportId.ShouldBe(DeterministicId.Report(report.ArticleId, report.Ordinal, report.Extractor, revision));
    }

    [Theory, MemberData(nameof(FilesWithReports))]
    public void A_reference_says_of_its_article_what_the_article_says(string file)
    {
        var reference = GoldenBody.Of(file).Read() switch
        {
            IncidentDetected message => message.Article,
            IncidentOpened message => message.Article,
            ReportLinked message => message.Article,
            _ => null,
        };

        if (reference is not null) reference.ShouldBe(ArticleReference.To(GoldenBody.Articles[(reference.ArticleId, reference.Revision)]));
    }

    private static bool IsWholeWords(string text, int start, int end) =>
        char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[end - 1])
        && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    private static Dictionary<string, string> TextsOf(IncidentReport report)
    {
        var texts = new Dictionary<string, string>();
        void Add(string field, string? text) { if (text is not null) texts.Add(field, text); }
        void AddAll<T>(string field, IEnumerable<T> values, Func<T, string> text)
        {
            foreach (var (index, value) in values.Index()) Add(string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]"), text(value));
        }
        void AddCount(string field, CasualtyCount? count)
        {
            Add(field, count?.Text);
            AddAll($"{field}.groups", count?.Groups ?? [], group => group.Text);
        }
        if (report is not LinkedReport { DateReason: not null }) Add("date", report.Date?.Text); // found out from other articles
        Add("place", report.Place?.Text);
        AddAll("weapons", report.Weapons, value => value.Text);
        AddAll("targets", report.Targets, value => value.Text);
        AddCount("casualties.killed", report.Casualties?.Killed);
        AddCount("casualties.wounded", report.Casualties?.Wounded);
        AddCount("casualties.missing", report.Casualties?.Missing);
        AddCount("casualties.kidnapped", report.Casualties?.Kidnapped);
        AddAll("damage", report.Damage, value => value.Text);
        AddAll("perpetrators", report.Perpetrators, value => value.Text);
        AddAll("sources", report.Sources, value => value.Text);
        return texts;
    }

    private static List<(IncidentReport Report, int Revision)> ReportsIn(object message) => message switch
    {
        IncidentDetected detected => [(detected.Report, detected.Article.Revision)],
        IncidentOpened opened => [(opened.Report, opened.Article.Revision)],
        ReportLinked linked => [(linked.Report, linked.Article.Revision)],
        IncidentsMerged merged => [.. merged.Reports.Select(linked => ((IncidentReport)linked, linked.Revision))],
        IncidentSplit split => [.. split.Reports.Select(linked => ((IncidentReport)linked, linked.Revision))],
        IncidentChanged changed => [.. changed.Incident.Reports.Select(linked => ((IncidentReport)linked, linked.Revision))],
        _ => [],
    };

    private static (ArticleReference Article, ExtractionSummary Summary)? SummaryIn(object message) => message switch
    {
        IncidentDetected detected => (detected.Article, detected.Extraction),
        NoIncidentDetected none => (none.Article, none.Extraction),
        ArticleExtracted extracted => (extracted.Article, extracted.Extraction),
        _ => null,
    };

    private static TheoryData<string> Named(Func<GoldenBody, bool> which) => [.. GoldenBody.All.Where(which).Select(golden => golden.File)];
}

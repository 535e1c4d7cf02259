using System.Diagnostics;
using Platform.Bus;
using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>One message of an extraction, as the projection takes it in.</summary>
/// <param name="MessageId">Its id, the inbox key.</param>
/// <param name="Report">The report; null when the article tells of no incident.</param>
/// <param name="Article">The article.</param>
/// <param name="Extraction">The extraction as a whole.</param>
/// <param name="TraceParent">W3C traceparent it came with.</param>
public sealed record Detection(Guid MessageId, IncidentReport? Report, ArticleReference Article, ExtractionSummary Extraction, string? TraceParent)
{
    /// <summary>What helps to link the report.</summary>
    public ReportClues? Clues { get; init; }

    /// <summary>How often it was tried before.</summary>
    public long Tries { get; init; }

    /// <summary>The span of the batch it came in.</summary>
    public ActivityContext? Batch { get; init; }

    /// <summary>The key of the message in the inbox.</summary>
    public string Key => "message/" + MessageId;

    /// <summary>Refuses what a well-formed body can still get wrong.</summary>
    /// <exception cref="InvalidMessageException">Says what is wrong.</exception>
    public static Detection Checked(Guid? messageId, IncidentReport? report, ArticleReference? article, ExtractionSummary? extraction, ReportClues? clues, string? traceParent)
    {
        Require(messageId is { } id && id != Guid.Empty, "message_id is missing: without it a repetition cannot be recognised");
        Require(article is not null && extraction is not null, "article and extraction are required");
        Require(article!.ArticleId != Guid.Empty && article.Revision >= 1, "article.articleId and article.revision are required");
        Require(extraction!.ReportIds is not null && extraction.Extractor is { Length: > 0 and <= 200 }, "extraction.extractor and extraction.reportIds are required");
        if (report is not null)
        {
            Require(report.ReportId != Guid.Empty && report.ArticleId == article.ArticleId, "report.reportId is missing, or report.articleId is not the article's");
            Require(report.Ordinal is >= 0 and < 10_000, "report.ordinal is out of range");
            Require(report.Confidence is >= 0 and <= 1, "report.confidence is not between 0 and 1");
            Require(report.Place?.Country is null or { Length: 2 }, "report.place.country is not an ISO 3166-1 alpha-2 code");
            Require(report.Place is not { } place || (place.Lat is null or (>= -90 and <= 90) && place.Lon is null or (>= -180 and <= 180)), "report.place.lat or report.place.lon is not on the earth");
            Require(report.Date is null || report.Date.Start <= report.Date.End, "report.date ends before it starts");
        }
        Require(clues is null || (clues.People.Count <= 200 && clues.Terms.Count <= 1000), "clues are more than linking can look at");
        return new Detection(messageId!.Value, report, article, extraction, traceParent) { Clues = clues };
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidMessageException(what + ".");
    }
}

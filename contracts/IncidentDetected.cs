namespace Platform.Contracts;

/// <summary>
/// The extraction found an incident in an article. Published to the topic exchange <c>incident-detected.v1</c>,
/// one message a report. Deliver-at-least-once: drop what has a known <see cref="IncidentReport.ReportId"/>.
/// </summary>
public sealed record IncidentDetected
{
    /// <summary>The incident as this article tells it.</summary>
    public required IncidentReport Report { get; init; }

    /// <summary>The article it was read from.</summary>
    public required ArticleReference Article { get; init; }

    /// <summary>What helps to link the report to those of other articles.</summary>
    public ReportClues? Clues { get; init; }

    /// <summary>The extraction as a whole.</summary>
    public required ExtractionSummary Extraction { get; init; }
}

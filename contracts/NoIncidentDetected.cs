namespace Platform.Contracts;

/// <summary>
/// The extraction read an article and found no incident in it. Published to <c>no-incident-detected.v1</c>, so that
/// "read, nothing found" and "not read yet" can be told apart, and a revision without incidents withdraws the earlier ones.
/// </summary>
public sealed record NoIncidentDetected
{
    /// <summary>The article that was read.</summary>
    public required ArticleReference Article { get; init; }

    /// <summary>The extraction as a whole; its <see cref="ExtractionSummary.ReportIds"/> is empty.</summary>
    public required ExtractionSummary Extraction { get; init; }
}

using System.Diagnostics.CodeAnalysis;

namespace Platform.Contracts;

/// <summary>A report as part of an incident: all it says, and where it came from.</summary>
public sealed record LinkedReport : IncidentReport
{
    /// <summary>For readers of JSON.</summary>
    public LinkedReport()
    {
    }

    /// <summary>A report with its article.</summary>
    /// <param name="report">What the article says.</param>
    /// <param name="article">The article.</param>
    /// <param name="linkedAt">When it was linked, UTC.</param>
    [SetsRequiredMembers]
    public LinkedReport(IncidentReport report, ArticleReference article, DateTimeOffset linkedAt)
        : base(report)
    {
        Revision = article.Revision;
        Title = article.Title;
        Outlet = article.Outlet;
        Url = article.Url;
        PublishedAt = article.PublishedAt;
        ReceivedAt = article.ReceivedAt;
        LinkedAt = linkedAt;
    }

    /// <summary>Revision of the article that was read.</summary>
    public required int Revision { get; init; }

    /// <summary>Headline of the article.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet of the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>When the outlet published the article, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When ingest accepted the article, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What its date was found out from when its article alone could not give it, in words for a person.</summary>
    public string? DateReason { get; init; }

    /// <summary>When the report was linked, UTC.</summary>
    public required DateTimeOffset LinkedAt { get; init; }
}

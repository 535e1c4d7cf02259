using System.Text.Json;
using Platform.Contracts;

namespace Platform.Tests.Promises;

/// <summary>Messages as the services publish them, a different one for each number.</summary>
public static class Reports
{
    private static readonly Guid ArticleId = Guid.Parse("0a3f6b0e-6d2f-4f0c-8b4b-0f1c2d3e4f50");

    /// <summary>A report that opens an incident of its own; its extraction told of 200.</summary>
    public static string Detected(int ordinal) => JsonSerializer.Serialize(new IncidentDetected
    {
        Report = new IncidentReport
        {
            ReportId = Id(ordinal), ArticleId = ArticleId, Ordinal = ordinal, IsMain = true, EventType = EventType.RocketAttack, Confidence = 0.5, Extractor = "test/1",
        },
        Article = new ArticleReference { ArticleId = ArticleId, Revision = 1, ReceivedAt = DateTimeOffset.UnixEpoch },
        Extraction = new ExtractionSummary { Extractor = "test/1", ExtractedAt = DateTimeOffset.UnixEpoch, ReportIds = [.. Enumerable.Range(0, 200).Select(Id)] },
    }, ContractJson.Default.IncidentDetected);

    /// <summary>An article of one sentence that tells of no attack.</summary>
    public static byte[] Article(int n) => JsonSerializer.SerializeToUtf8Bytes(new ArticleReceived
    {
        ArticleId = DeterministicId.Create(ArticleId, $"article {n}"), Revision = 1, Text = $"Farmers expect a good harvest, report {n}.", Source = "tests",
        ReceivedAt = DateTimeOffset.UnixEpoch,
    }, ContractJson.Default.ArticleReceived);

    private static Guid Id(int ordinal) => DeterministicId.Report(ArticleId, ordinal, "test/1");
}

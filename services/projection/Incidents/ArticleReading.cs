using System.Text.Json.Serialization;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Incidents;

/// <summary>How far an article has been read: the stream of its extractions. No I/O.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">Version of the stream: extractions taken in.</param>
/// <param name="Revision">Revision of the article that was read last.</param>
/// <param name="ExtractedAt">When that was, UTC.</param>
/// <param name="Extractor">By whom.</param>
/// <param name="Reports">How many incidents it told of.</param>
/// <param name="RequestId">The request to read it again that this answered; null for the first reading of a revision.</param>
public sealed record ArticleReading(Guid Id, long Version, int Revision, DateTimeOffset ExtractedAt, string Extractor, int Reports, Guid? RequestId = null)
{
    /// <summary>Stream type, and name of the snapshot table.</summary>
    public const string StreamType = "articlereading";

    /// <summary>The events of the stream.</summary>
    public static readonly EventTypes Events = new EventTypes().Add(ContractJson.Default.ArticleExtracted);

    /// <summary>The state after an event.</summary>
    public static ArticleReading Apply(ArticleReading? state, ArticleExtracted extracted) => new(
        extracted.Article.ArticleId, (state?.Version ?? 0) + 1, extracted.Article.Revision,
        extracted.Extraction.ExtractedAt, extracted.Extraction.Extractor, extracted.Extraction.ReportIds.Count, extracted.Extraction.RequestId);

    /// <summary>How an extraction stands to the one taken in last.</summary>
    public static Standing Compare(ArticleReading? state, ArticleReference article, ExtractionSummary extraction)
    {
        if (state is null || article.Revision > state.Revision)
            return Standing.Newer;
        if (article.Revision < state.Revision)
            return Standing.Stale;
        if (extraction.Extractor == state.Extractor && extraction.RequestId == state.RequestId)
            return Standing.Same;
        return extraction.ExtractedAt > state.ExtractedAt ? Standing.Newer : Standing.Stale;
    }
}

/// <summary>How an extraction stands to the one taken in last.</summary>
public enum Standing
{
    /// <summary>Of an earlier revision, or from before the last reading: it changes nothing.</summary>
    Stale,

    /// <summary>Another message of that very extraction, or a repetition.</summary>
    Same,

    /// <summary>The first message of a later one.</summary>
    Newer,
}

/// <summary>JSON of what the projection keeps for itself.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ArticleReading))]
internal sealed partial class ProjectionJson : JsonSerializerContext;

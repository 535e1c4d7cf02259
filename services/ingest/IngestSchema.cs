using Platform.EventStore;
using Platform.Ingest.Reextraction;

namespace Platform.Ingest;

/// <summary>Ingest's schema: the article log, and the requests to read articles again. The projection reads there.</summary>
public static class IngestSchema
{
    /// <summary>Log, snapshots and requests.</summary>
    public static readonly StoreSchema Articles = new("ingest", [Article.StreamType], ReextractionTable.Script) { Writer = "platform_ingest", Readers = ["platform_projection"] };
}

using Platform.EventStore;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;

namespace Platform.Projection;

/// <summary>The projection's schema: the incident log and the read models beside it.</summary>
public static class Schema
{
    /// <summary>Its name.</summary>
    public const string Name = "incidents";

    /// <summary>Log, snapshots and read models.</summary>
    public static readonly StoreSchema Incidents = new(
        Name,
        [
            new AggregateType<Contracts.Incident>(IncidentStream.StreamType, IncidentStream.Events, Contracts.ContractJson.Default.Incident, IncidentStream.Apply),
            new AggregateType<ArticleReading>(ArticleReading.StreamType, ArticleReading.Events, ProjectionJson.Default.ArticleReading, (state, happened) => ArticleReading.Apply(state, (Contracts.ArticleExtracted)happened)),
        ],
        string.Concat(((string[])["IncidentTables", "CountTable", "ArticleTable", "ArticleText", "RereadingTables", "LinkTables", "DeadLetterTable", "Rebuild", "Webhooks", "TraceTables"]).Select(name => ReadModelSql.Read(name + ".sql").Replace("{live}", Name, StringComparison.Ordinal)))) { Writer = "platform_projection" };

    /// <summary>Ingest's log, which the article read model follows. Read, never written.</summary>
    public static readonly StoreSchema Ingest = new("ingest", []);
}

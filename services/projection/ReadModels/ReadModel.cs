using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;
using Platform.Projection.Linking;

namespace Platform.Projection.ReadModels;

/// <summary>Rows that follow from a part of the projection's log.</summary>
/// <param name="schema">The live schema, or the one a rebuild writes to.</param>
/// <param name="folded">The part.</param>
/// <param name="features">Features of reports that were linked earlier, by report id; for <see cref="Folded.Dated"/> at least.</param>
public delegate IEnumerable<RowWrite> RowsOfIncidents(string schema, Folded folded, Func<Guid, ReportFeatures?> features);

/// <summary>Rows that follow from a part of ingest's log.</summary>
/// <param name="schema">The live schema, or the one a rebuild writes to.</param>
/// <param name="articles">The articles in it, in log order.</param>
public delegate IEnumerable<RowWrite> RowsOfArticles(string schema, IReadOnlyList<(ArticleReceived Article, StoredEvent Event)> articles);

/// <summary>Tables that follow from the logs and are rebuilt together.</summary>
/// <param name="Name">What <c>rebuild --only</c> calls it.</param>
/// <param name="Tables">Its tables. They read no tables of other read models.</param>
public sealed record ReadModel(string Name, params IReadOnlyList<string> Tables)
{
    /// <summary>Rows from the projection's own log; null when none follow from it.</summary>
    public RowsOfIncidents? FromIncidents { get; init; }

    /// <summary>Rows from ingest's log; null when none follow from it. When a rebuild comes to the projection's log, it is done with ingest's.</summary>
    public RowsOfArticles? FromArticles { get; init; }

    /// <summary>True when the store writes the live rows, with the events.</summary>
    public bool WrittenByStore { get; init; }

    /// <summary>True when its rows need the features of reports that were linked earlier.</summary>
    public bool NeedsFeatures { get; init; }

    /// <summary>Indexes its own statements cannot do without; a rebuild makes all others after the rows.</summary>
    public IReadOnlyList<string> WorkingIndexes { get; init; } = [];

    /// <summary>Primary keys its own statements can do without; a rebuild makes them after the rows, like the indexes.</summary>
    public IReadOnlyList<string> WaitingKeys { get; init; } = [];

    /// <summary>Every read model. A new one is added here, with its table script in <see cref="Schema.Incidents"/>.</summary>
    public static readonly IReadOnlyList<ReadModel> All =
    [
        new("incident", $"mt_doc_{IncidentStream.StreamType}") { FromIncidents = (schema, folded, _) => Snapshots.UpsertIncidents(schema, folded), WrittenByStore = true },
        new("articlereading", $"mt_doc_{ArticleReading.StreamType}") { FromIncidents = (schema, folded, _) => Snapshots.UpsertReadings(schema, folded), WrittenByStore = true },
        // Incidents are searched by the texts of their articles, so the words of the texts belong here.
        new("incident_list", [.. IncidentTables.Lists, "incident_report", "article_text"])
        {
            FromIncidents = (schema, folded, _) => IncidentTables.Upsert(schema, [.. folded.Happenings.Select(h => h.State)]),
            FromArticles = (schema, articles) => ArticleTextTable.Upsert(schema, articles.Select(a => a.Article)),
            WorkingIndexes = ["incident_list_awaits", "incident_list_history_awaits"],
        },
        new("incident_count", "incident_count") { FromIncidents = (schema, folded, _) => CountTable.Rows(schema, folded.Changes) },
        new("article", "article")
        {
            FromIncidents = (schema, folded, _) => ArticleTable.UpsertExtractions(schema, folded.Extractions),
            FromArticles = ArticleTable.UpsertReceived,
        },
        new("linking", "report_link", "report_key", "incident_mark", "possible_duplicate", "possible_duplicate_history")
        {
            FromIncidents = (schema, folded, features) => LinkTables.Rows(schema, folded.Happenings, features),
            NeedsFeatures = true,
            WorkingIndexes = ["report_key_report", "report_link_gone", "possible_duplicate_other"],
            WaitingKeys = ["pk_report_key"],
        },
        new("extractions", "extraction_article", "extraction_difference")
        {
            FromIncidents = (schema, folded, _) => RereadingTables.Rows(schema, folded.Extractions, folded.Happenings.Select(h => h.Event)),
        },
    ];

    /// <summary>The live rows that go with events of the projection's log, beside the snapshots that the store writes.</summary>
    public static IReadOnlyList<RowWrite> LiveRows(Folded folded, Func<Guid, ReportFeatures?> features) =>
        [.. All.Where(m => m is { FromIncidents: not null, WrittenByStore: false }).SelectMany(m => m.FromIncidents!(Schema.Name, folded, features))];

    /// <summary>The live rows that follow from events of ingest's log.</summary>
    public static IReadOnlyList<RowWrite> LiveRows(IReadOnlyList<(ArticleReceived, StoredEvent)> articles) =>
        [.. All.Where(m => m.FromArticles is not null).SelectMany(m => m.FromArticles!(Schema.Name, articles))];
}

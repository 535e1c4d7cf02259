using System.Text.Json;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>The tables <c>extraction_article</c> and <c>extraction_difference</c>: what requests to read articles again came to.</summary>
public static class RereadingTables
{
    /// <summary>The rows that some events leave behind; most events leave none.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="extractions">Extractions in log order.</param>
    /// <param name="events">Events of incidents in log order.</param>
    public static IEnumerable<RowWrite> Rows(string schema, IEnumerable<ArticleExtracted> extractions, IEnumerable<object> events)
    {
        var articles = extractions.Where(e => e.Extraction.RequestId is not null)
            .GroupBy(e => (Request: e.Extraction.RequestId!.Value, e.Article.ArticleId)).OrderBy(g => g.Key).Select(g => g.Last()).ToList();
        if (articles.Count > 0)
            yield return Upsert(schema, articles);
        var differences = events.Select(Of).OfType<ReportDifference>()
            .GroupBy(d => (d.RequestId, d.ArticleId, Report: d.After ?? d.Before!.Value)).OrderBy(g => g.Key).Select(g => (g.Key.Report, Difference: g.Last())).ToList();
        if (differences.Count > 0)
            yield return Upsert(schema, differences);
    }

    private static ReportDifference? Of(object happened) => happened switch
    {
        IncidentOpened opened => opened.Difference,
        ReportLinked linked => linked.Difference,
        ReportUnlinked unlinked => unlinked.Difference,
        _ => null,
    };

    private static RowWrite Upsert(string schema, List<ArticleExtracted> articles) => new(
        $"""
        insert into {schema}.extraction_article (request_id, article_id, revision, extractor, extracted_at) select * from unnest($1, $2, $3, $4, $5)
        on conflict (request_id, article_id) do update set revision = excluded.revision, extractor = excluded.extractor, extracted_at = excluded.extracted_at
        """,
        articles.Column(NpgsqlDbType.Uuid, a => a.Extraction.RequestId!.Value),
        articles.Column(NpgsqlDbType.Uuid, a => a.Article.ArticleId),
        articles.Column(NpgsqlDbType.Integer, a => a.Article.Revision),
        articles.Column(NpgsqlDbType.Text, a => a.Extraction.Extractor),
        articles.Column(NpgsqlDbType.TimestampTz, a => a.Extraction.ExtractedAt.UtcDateTime));

    private static RowWrite Upsert(string schema, List<(Guid Report, ReportDifference Difference)> rows) => new(
        $"""
        insert into {schema}.extraction_difference (request_id, article_id, report_id, change, incident_id, difference) select * from unnest($1, $2, $3, $4, $5, $6)
        on conflict (request_id, article_id, report_id) do update set change = excluded.change, incident_id = excluded.incident_id, difference = excluded.difference
        """,
        rows.Column(NpgsqlDbType.Uuid, r => r.Difference.RequestId),
        rows.Column(NpgsqlDbType.Uuid, r => r.Difference.ArticleId),
        rows.Column(NpgsqlDbType.Uuid, r => r.Report),
        rows.Column(NpgsqlDbType.Text, r => r.Difference.Change),
        rows.Column(NpgsqlDbType.Uuid, r => r.Difference.IncidentId),
        rows.Column(NpgsqlDbType.Jsonb, r => JsonSerializer.Serialize(r.Difference, ContractJson.Default.ReportDifference)));
}

using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>The table <c>article</c>. A half is replaced only by one of a later revision or the same, so the order of arrival does not matter.</summary>
public static class ArticleTable
{
    /// <summary>Writes what ingest's log says.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="articles">Articles with the sequence number and trace of their events, in log order.</param>
    public static IEnumerable<RowWrite> UpsertReceived(string schema, IEnumerable<(ArticleReceived Article, StoredEvent Event)> articles)
    {
        // One statement cannot touch a row twice; the last event of an article says it all.
        var rows = articles.GroupBy(a => a.Article.ArticleId).Select(g => g.Last()).OrderBy(a => a.Article.ArticleId).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new RowWrite(
            $"""
            insert into {schema}.article as a
                (id, revision, seq_id, title, url, outlet, source, external_id, language, tags, published_at, received_at, trace_id)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (id) do update set revision = excluded.revision, seq_id = excluded.seq_id, title = excluded.title, url = excluded.url,
                outlet = excluded.outlet, source = excluded.source, external_id = excluded.external_id, language = excluded.language,
                tags = excluded.tags, published_at = excluded.published_at, received_at = excluded.received_at, trace_id = excluded.trace_id
            where a.revision is null or a.revision <= excluded.revision
            """,
            rows.Column(NpgsqlDbType.Uuid, r => r.Article.ArticleId),
            rows.Column(NpgsqlDbType.Integer, r => r.Article.Revision),
            rows.Column(NpgsqlDbType.Bigint, r => r.Event.Sequence),
            rows.Column(NpgsqlDbType.Text, r => r.Article.Title),
            rows.Column(NpgsqlDbType.Text, r => r.Article.Url),
            rows.Column(NpgsqlDbType.Text, r => r.Article.Outlet),
            rows.Column(NpgsqlDbType.Text, r => r.Article.Source),
            rows.Column(NpgsqlDbType.Text, r => r.Article.ExternalId),
            rows.Column(NpgsqlDbType.Text, r => r.Article.Language),
            rows.Column(NpgsqlDbType.Text, r => JsonSerializer.Serialize(r.Article.Tags)),
            rows.Column(NpgsqlDbType.TimestampTz, r => r.Article.PublishedAt?.UtcDateTime),
            rows.Column(NpgsqlDbType.TimestampTz, r => r.Article.ReceivedAt.UtcDateTime),
            rows.Column(NpgsqlDbType.Text, r => r.Event.TraceParent?.Split('-') is [_, var trace, ..] ? trace : null));
    }

    /// <summary>Writes what was read in articles.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="extractions">Extractions in log order.</param>
    public static IEnumerable<RowWrite> UpsertExtractions(string schema, IEnumerable<ArticleExtracted> extractions)
    {
        var rows = extractions.GroupBy(e => e.Article.ArticleId).Select(g => g.Last()).OrderBy(e => e.Article.ArticleId).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new RowWrite(
            $"""
            insert into {schema}.article (id, extracted_revision, extractor, extracted_at, reports, aggregates)
            select * from unnest($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set extracted_revision = excluded.extracted_revision, extractor = excluded.extractor,
                extracted_at = excluded.extracted_at, reports = excluded.reports, aggregates = excluded.aggregates
            """,
            rows.Column(NpgsqlDbType.Uuid, r => r.Article.ArticleId),
            rows.Column(NpgsqlDbType.Integer, r => r.Article.Revision),
            rows.Column(NpgsqlDbType.Text, r => r.Extraction.Extractor),
            rows.Column(NpgsqlDbType.TimestampTz, r => r.Extraction.ExtractedAt.UtcDateTime),
            rows.Column(NpgsqlDbType.Integer, r => r.Extraction.ReportIds.Count),
            rows.Column(NpgsqlDbType.Jsonb, r => JsonSerializer.Serialize(r.Extraction.Aggregates, ContractJson.Default.IReadOnlyListAggregate)));
    }
}

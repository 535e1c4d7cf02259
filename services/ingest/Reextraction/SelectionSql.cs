using Npgsql;
using NpgsqlTypes;

namespace Platform.Ingest.Reextraction;

/// <summary>The articles a request chooses, as SQL.</summary>
internal static class SelectionSql
{
    /// <summary>
    /// <c>from … where …</c> over the snapshots <c>d</c> of the articles that match and were there at a time. Parameters are added to
    /// <paramref name="command"/>.
    /// </summary>
    public static string From(NpgsqlCommand command, string schema, ReextractionRequest request, DateTimeOffset requestedAt)
    {
        string Parameter(object value, NpgsqlDbType type)
        {
            command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return "$" + command.Parameters.Count;
        }
        var from = $"{schema}.mt_doc_{Article.StreamType} d join {schema}.mt_streams s on s.id = d.id";
        var where = $"s.created <= {Parameter(requestedAt.UtcDateTime, NpgsqlDbType.TimestampTz)}";
        if (request.ArticleIds is { } ids)
            where += $" and d.id = any({Parameter(ids.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)})";
        if (request.Filter is { } filter)
        {
            // Snapshots written before labels were kept have none: the article's last event says the same.
            from += $"""
                 cross join lateral (select coalesce(nullif(d.data->'labels', 'null'), (
                    select coalesce(e.data->'article', e.data) from {schema}.mt_events e
                    where e.stream_id = d.id and e.type in ('article_received', 'article_revised') order by e.version desc limit 1)) as labels) l
                """;
            void Equal(string name, string? value)
            {
                if (value is not null)
                    where += $" and l.labels->>'{name}' = {Parameter(value, NpgsqlDbType.Text)}";
            }
            void Compare(string name, string comparison, DateTimeOffset? value)
            {
                if (value is { } at)
                    where += $" and (l.labels->>'{name}')::timestamptz {comparison} {Parameter(at.UtcDateTime, NpgsqlDbType.TimestampTz)}";
            }
            Equal("source", filter.Source);
            Equal("outlet", filter.Outlet);
            if (filter.Language is { } language)
                where += $" and starts_with(lower(l.labels->>'language') || '-', lower({Parameter(language, NpgsqlDbType.Text)}) || '-')";
            if (filter.Tag is { } tag)
                where += $" and jsonb_exists(l.labels->'tags', {Parameter(tag, NpgsqlDbType.Text)})";
            Compare("receivedAt", ">=", filter.ReceivedFrom);
            Compare("receivedAt", "<", filter.ReceivedTo);
            Compare("publishedAt", ">=", filter.PublishedFrom);
            Compare("publishedAt", "<", filter.PublishedTo);
        }
        return $"from {from} where {where}";
    }
}

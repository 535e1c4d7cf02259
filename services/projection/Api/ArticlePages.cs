using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.Api;

/// <summary>
/// Finds the next articles of a list. Words are looked for in two ways, so that neither a frequent nor a rare one reads all texts: in
/// the next articles in order, which is enough when many have them; then in the index of words, when few have.
/// </summary>
internal sealed class ArticlePages(NpgsqlConnection connection, ArticleQuery query, DateTimeOffset? moment)
{
    /// <summary>
    /// Texts looked at one by one for each article that is wanted: so many first, and then so many. Texts of one time lie together, so to look at one costs some 10 µs; one that the
    /// index finds lies anywhere, and so does its article. A word that one of 200 texts has is where both cost the same at two million.
    /// </summary>
    private static readonly int[] Looks = [30, 200];

    /// <summary>Rows as they were. An article that was not revised since has its row still; the others are looked up in ingest's log. What was read until then is in our own.</summary>
    private static readonly string[] Then =
    [
        $$"""
        (select a.id, a.revision, a.title, a.url, a.outlet, a.source, a.external_id, a.language, a.published_at, a.received_at, x.extracted_at, x.reports, a.revision is distinct from x.revision as pending
         from {{Schema.Name}}.article a {{ReadThen}} where a.received_at <= $1)
        """,
        $$"""
        (select a.id, r.revision, r.title, r.url, r.outlet, r.source, r.external_id, r.language, r.published_at, r.received_at, x.extracted_at, x.reports, r.revision is distinct from x.revision as pending
         from {{Schema.Name}}.article a cross join lateral (
             select (b->>'revision')::int as revision, b->>'title' as title, b->>'url' as url, b->>'outlet' as outlet, b->>'source' as source, b->>'externalId' as external_id,
                 b->>'language' as language, (b->>'publishedAt')::timestamptz as published_at, e.timestamp as received_at
             from ingest.mt_events e cross join lateral (select coalesce(e.data->'article', e.data) as b) as body
             where e.stream_id = a.id and e.timestamp <= $1 and e.type in ('article_received', 'article_revised') order by e.version desc limit 1) r
         {{ReadThen}} where a.received_at > $1 and a.revision > 1)
        """,
    ];

    private const string ReadThen = $$"""
        left join lateral (
            select (e.data->'article'->>'revision')::int as revision, (e.data->'extraction'->>'extractedAt')::timestamptz as extracted_at, coalesce(jsonb_array_length(e.data->'extraction'->'reportIds'), 0) as reports
            from {{Schema.Name}}.mt_events e where e.stream_id = a.id and e.type = 'article_extracted' and e.timestamp <= $1 order by e.version desc limit 1) x on true
        """;

    private readonly string order = $"order by {query.Sort.Key} {Direction(query)}, a.id {Direction(query)}";
    private readonly int count = query.Limit + 1;

    /// <summary>One more than asked for tells whether there is a next page.</summary>
    public async Task<List<(string Key, ArticleBrief Article)>> ReadAsync(CancellationToken cancellationToken)
    {
        if (query.Words is null)
        {
            await using var command = Command();
            return await ReadAsync(command, Rows(command, "", count), "", cancellationToken);
        }
        foreach (var looks in Looks)
        {
            var found = await LookAsync(count * looks, cancellationToken);
            // Fewer than were looked for: the words are rare, unless these were all articles that the other filters leave.
            if (found.Count >= count || await AreFewAsync(count * looks, cancellationToken))
                return found;
            if (looks == Looks[0] && await AreRareAsync(cancellationToken))
                break;
        }
        return await FindAsync(cancellationToken);
    }

    /// <summary>SQL: the text that was the article's then has the words, which stand in place of {0}. A scalar, so that it is looked up by the row.</summary>
    private static string HasWords { get; } = $"(select t.words from {Schema.Name}.article_text t where t.article_id = a.id and t.revision = a.revision) @@ {{0}}";

    private static string Direction(ArticleQuery query) => query.Sort.Descending ? "desc" : "asc";

    private async Task<List<(string Key, ArticleBrief Article)>> LookAsync(int looks, CancellationToken cancellationToken)
    {
        await using var command = Command();
        var rows = Rows(command, "", looks);
        return await ReadAsync(command, $"(select * from {rows} a {order} limit {looks})", "where " + Words(command, HasWords), cancellationToken);
    }

    private async Task<bool> AreFewAsync(int looks, CancellationToken cancellationToken)
    {
        await using var command = Command();
        command.CommandText = $"select count(*) <= {looks} from (select from {Rows(command, "", looks + 1)} a limit {looks + 1}) as looked";
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Whether the index finds no more texts than would be looked at. Only it is asked: a planner that takes them for frequent would read all texts.</summary>
    private async Task<bool> AreRareAsync(CancellationToken cancellationToken)
    {
        await using (var index = new NpgsqlCommand("set local enable_seqscan = off", connection))
            await index.ExecuteNonQueryAsync(cancellationToken);
        await using var command = Command();
        var most = count * Looks[^1];
        command.CommandText = Words(command, $"select count(*) <= {most} from (select from {Schema.Name}.article_text t where t.words @@ {{0}} limit {most + 1}) as hits");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Asks the index which revisions have the words; reading each text again to see whether it has them would cost ten times as much.</summary>
    private async Task<List<(string Key, ArticleBrief Article)>> FindAsync(CancellationToken cancellationToken)
    {
        await using var command = Command();
        var hits = Words(command, $"with hit as materialized (select t.article_id, t.revision from {Schema.Name}.article_text t where t.words @@ {{0}})");
        var rows = Rows(command, " and a.id = any(array(select article_id from hit)) and (a.id, a.revision) in (select article_id, revision from hit)", count);
        return await ReadAsync(command, rows, "", cancellationToken, hits);
    }

    private NpgsqlCommand Command()
    {
        var command = new NpgsqlCommand { Connection = connection };
        if (moment is { } then)
            command.Parameters.Add(new() { Value = then.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return command;
    }

    private string Words(NpgsqlCommand command, string condition)
    {
        command.Parameters.Add(new() { Value = query.Words!, NpgsqlDbType = NpgsqlDbType.Text });
        return string.Format(CultureInfo.InvariantCulture, condition, $"websearch_to_tsquery('english', ${command.Parameters.Count})");
    }

    /// <summary>SQL of the first rows in order.</summary>
    private string Rows(NpgsqlCommand command, string more, int limit)
    {
        string Rest(bool listed) => $"where {query.Where(command.Parameters, listed)}{more} {order} limit {limit}";
        return moment is null ? $"(select * from {Schema.Name}.article a {Rest(true)})" : $"({string.Join(" union all ", Then.Select((t, n) => $"(select * from {t} a {Rest(n == 0)})"))})";
    }

    private async Task<List<(string Key, ArticleBrief Article)>> ReadAsync(NpgsqlCommand command, string rows, string where, CancellationToken cancellationToken, string with = "")
    {
        command.CommandText = $"""
            {with} select {query.Sort.Key}, a.id, a.revision, a.pending, a.title, a.url, a.outlet, a.source, a.external_id, a.language, a.published_at, a.received_at, a.extracted_at, a.reports from {rows} a {where} {order} limit {count}
            """;
        var found = new List<(string, ArticleBrief)>();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        DateTimeOffset? Time(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        while (await row.ReadAsync(cancellationToken))
            found.Add((row.GetFieldValue<DateTime>(0).ToString("O", CultureInfo.InvariantCulture), new ArticleBrief
            {
                ArticleId = row.GetGuid(1), Revision = row.GetInt32(2), Status = ArticleQuery.States[row.GetBoolean(3) ? 0 : 1], Title = Text(4), Url = Text(5), Outlet = Text(6), Source = Text(7),
                ExternalId = Text(8), Language = Text(9), PublishedAt = Time(10), ReceivedAt = row.GetFieldValue<DateTimeOffset>(11), ExtractedAt = Time(12), Reports = row.IsDBNull(13) ? null : row.GetInt32(13),
            }));
        return found;
    }
}

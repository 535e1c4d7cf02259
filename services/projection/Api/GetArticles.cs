using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /articles: what came in and how far it is, a page at a time, now or at an earlier time.</summary>
internal static class GetArticles
{
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

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles", Handle)
        .WithName("listArticles")
        .WithSummary("Articles, the last received first")
        .WithDescription("""
            Articles without their texts, and how far each is. Filters are joined by "and", the values of one filter by "or". An unknown parameter is
            refused. Pages hold each article once, whatever is written meanwhile, but for one that is revised: it moves to the front. With `asOf` the list as it was then.
            """)
        .Produces<ArticlePage>().Produces(304)
        .ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeArticles();

    private static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database)
    {
        var (query, errors) = ArticleQuery.Parse(http.Request.Query);
        if (errors.Count > 0)
            return Problems.InvalidQuery(errors);
        var stop = http.RequestAborted;
        try
        {
            return await database.ReadAsync(http, async connection =>
            {
                await ReadModelAnswers.LimitAsync(connection, stop);
                var moment = query.AsOf is null ? (DateTimeOffset?)null : await query.AsOf.MomentAsync(connection, stop);
                var found = await ReadAsync(connection, query, moment, stop);
                var page = found.Take(query.Limit).ToList();
                var next = found.Count > query.Limit ? new Cursor(page[^1].Key, page[^1].Article.ArticleId).For(query.Question) : null;
                return ETags.IsKnown(http, ETags.Of(page.Select(p => JsonSerializer.Serialize(p.Article, ApiJson.Default.ArticleBrief)).Append(next ?? "")))
                    ? Results.StatusCode(304)
                    : Results.Json(new ArticlePage([.. page.Select(p => p.Article)], next), ApiJson.Default.ArticlePage);
            });
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Results.Json(new ArticlePage([], null), ApiJson.Default.ArticlePage); // ingest has never run on this database
        }
    }

    /// <summary>One more than asked for tells whether there is a next page.</summary>
    private static async Task<List<(string Key, ArticleBrief Article)>> ReadAsync(NpgsqlConnection connection, ArticleQuery query, DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        if (moment is { } then)
            command.Parameters.Add(new() { Value = then.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        var (direction, where) = (query.Sort.Descending ? "desc" : "asc", query.Where(command.Parameters));
        var order = $"order by {query.Sort.Key} {direction}, a.id {direction} limit {query.Limit + 1}";
        var rows = moment is null ? $"(select * from {Schema.Name}.article a where {where} {order})" : $"({string.Join(" union all ", Then.Select(t => $"(select * from {t} a where {where} {order})"))})";
        command.CommandText = $"""
            select {query.Sort.Key}, a.id, a.revision, a.pending, a.title, a.url, a.outlet, a.source, a.external_id, a.language, a.published_at, a.received_at, a.extracted_at, a.reports from {rows} a {order}
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

/// <summary>A page of articles.</summary>
/// <param name="Items">The articles.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleBrief> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>An article without its text and its incidents.</summary>
public sealed record ArticleBrief
{
    /// <summary>The article's id.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary><c>received</c> until the latest revision has been read, then <c>extracted</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The latest revision, 1 or more.</summary>
    public required int Revision { get; init; }

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>Address.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The feed or system it came through.</summary>
    public string? Source { get; init; }

    /// <summary>The sender's id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published, UTC; absent when that is not known.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When its latest revision was accepted, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was read last, UTC; absent before the first reading.</summary>
    public DateTimeOffset? ExtractedAt { get; init; }

    /// <summary>Reports in it at the last reading, 0 or more; absent before the first.</summary>
    public int? Reports { get; init; }
}

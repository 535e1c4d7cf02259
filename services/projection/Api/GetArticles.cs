using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace Platform.Projection.Api;

/// <summary>GET /articles: what came in and how far it is, a page at a time, now or at an earlier time.</summary>
internal static class GetArticles
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles", Handle)
        .WithName("listArticles")
        .WithSummary("Articles, the last received first")
        .WithDescription("""
            Articles without their texts, and how far each is; `q` searches headlines and texts. Filters are joined by "and", the values of one filter by "or". An unknown parameter is
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
                var found = await new ArticlePages(connection, query, moment).ReadAsync(stop);
                if (found.Count == 0 && (await ReadModelAnswers.RefuseEmptyWordsAsync(connection, query.Words, stop) ?? await ReadModelAnswers.RefuseEmptyTitleAsync(connection, query.Title, stop)) is { } refusal)
                    return refusal;
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

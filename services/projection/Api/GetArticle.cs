using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /articles/{id}: how far an article is, and what came of it.</summary>
internal static class GetArticle
{
    private const string Sql = $"""
        select a.revision, a.title, a.url, a.outlet, a.source, a.external_id, a.language, a.tags, a.published_at, a.received_at, a.trace_id,
               a.extracted_revision, a.extractor, a.extracted_at, a.aggregates,
               (select coalesce(e.data->>'text', e.data->'article'->>'text') from ingest.mt_events e where e.seq_id = a.seq_id),
               (select json_agg(d.data order by r.ordinal) from {Schema.Name}.incident_report r
                   join {Schema.Name}.mt_doc_incident d on d.id = r.incident_id where r.article_id = a.id)::text
        from {Schema.Name}.article a where a.id = $1
        """;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/{id}", Handle)
        .WithName("getArticle")
        .WithSummary("One article: received, extracted, its incidents")
        .WithDescription("`status` is `received` until the article's latest revision has been read, then `extracted`; `incidents` is empty when it tells of none.")
        .Produces<ArticleView>().ProducesProblem(404).ProducesProblem(500).ProducesProblem(503)
        .DescribeArticle();

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var articleId))
            return Problems.UnknownArticle(id);
        try
        {
            await using var command = database.CreateCommand(Sql);
            command.Parameters.Add(new() { Value = articleId });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            // An extraction can be known before the article: what received it is then a moment behind.
            if (!await reader.ReadAsync(cancellationToken) || reader.IsDBNull(0))
                return Problems.UnknownArticle(id);
            return Results.Json(ToView(articleId, reader), ApiJson.Default.ArticleView);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Problems.UnknownArticle(id); // ingest has never run on this database
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            http.Response.Headers.RetryAfter = "2";
            return Problems.StoreUnavailable();
        }
    }

    private static ArticleView ToView(Guid id, NpgsqlDataReader row)
    {
        string? Text(int i) => row.IsDBNull(i) ? null : row.GetString(i);
        DateTimeOffset? Time(int i) => row.IsDBNull(i) ? null : row.GetFieldValue<DateTimeOffset>(i);
        int? Number(int i) => row.IsDBNull(i) ? null : row.GetInt32(i);
        return new ArticleView
        {
            ArticleId = id,
            Status = Number(11) == Number(0) ? "extracted" : "received",
            Revision = row.GetInt32(0),
            Title = Text(1),
            Url = Text(2),
            Outlet = Text(3),
            Source = Text(4),
            ExternalId = Text(5),
            Language = Text(6),
            Tags = JsonSerializer.Deserialize(Text(7) ?? "[]", ApiJson.Default.IReadOnlyListString)!,
            PublishedAt = Time(8),
            ReceivedAt = Time(9)!.Value,
            TraceId = Text(10),
            Extractor = Text(12),
            ExtractedAt = Time(13),
            Aggregates = JsonSerializer.Deserialize(Text(14) ?? "[]", ApiJson.Default.IReadOnlyListAggregate)!,
            Text = Text(15),
            Incidents = JsonSerializer.Deserialize(Text(16) ?? "[]", ApiJson.Default.IReadOnlyListIncident)!,
        };
    }
}

using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>GET /articles/{id}: how far an article is, and what came of it, now or at an earlier time.</summary>
internal static class GetArticle
{
    private static readonly LogReader Ingest = new(Schema.Ingest);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/{id}", Handle)
        .WithName("getArticle")
        .WithSummary("One article: received, extracted, its incidents")
        .WithDescription("""
            `status` is `received` until the article's latest revision has been read, then `extracted`; `incidents` is empty when it tells of none.
            With `asOf` the article and its incidents as they were then.
            """)
        .Produces<ArticleView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeArticle();

    public static (AsOf? AsOf, Dictionary<string, string[]> Errors) Parse(IQueryCollection given)
    {
        var query = new QueryReader(given);
        var asOf = AsOf.Read(query);
        query.RefuseUnknown();
        return (asOf, query.Errors);
    }

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database, LogReader log)
    {
        if (!Guid.TryParse(id, out var articleId))
            return Problems.UnknownArticle(id);
        var (asOf, errors) = Parse(http.Request.Query);
        if (errors.Count > 0)
            return Problems.InvalidQuery(errors);
        var stop = http.RequestAborted;
        try
        {
            return await database.ReadAsync(http, async connection =>
            {
                DateTimeOffset? moment = asOf is null ? null : await asOf.MomentAsync(connection, stop);
                var received = ArticleFollower.Read((await Ingest.ReadStreamsAsync(connection, [articleId], stop)).Where(e => moment is null || e.At <= moment)).LastOrDefault();
                if (received.Article is null)
                    return moment is null ? Problems.UnknownArticle(id) : Problems.UnknownThen(id);
                var readings = await log.ReadStreamsAsync(connection, [articleId], stop);
                var extracted = readings.Where(e => moment is null || e.At <= moment).Select(e => ArticleReading.Events.Read(e)).OfType<ArticleExtracted>().LastOrDefault();
                var incidents = await IncidentsAsync(connection, log, articleId, asOf, stop);
                return Results.Json(ToView(received.Article, received.Event, extracted, incidents), ApiJson.Default.ArticleView);
            });
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Problems.UnknownArticle(id); // ingest has never run on this database
        }
    }

    /// <summary>The incidents that tell of it in any status, in order of mention.</summary>
    private static async Task<IReadOnlyList<Incident>> IncidentsAsync(NpgsqlConnection connection, LogReader log, Guid articleId, AsOf? asOf, CancellationToken cancellationToken)
    {
        var source = await IncidentSource.OpenAsync(connection, asOf, cancellationToken);
        await using var command = new NpgsqlCommand { Connection = connection };
        var sql = new FilterSql(new IncidentFilter { Articles = [articleId], Statuses = IncidentFilter.Names<IncidentStatus>() }, command.Parameters);
        command.CommandText = $"select l.id, l.version from {source.Rows(sql)} l where {sql.Where}";
        var found = new List<(Guid Id, long Version)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                found.Add((reader.GetGuid(0), reader.GetInt64(1)));
        var incidents = asOf is null
            ? (await log.ReadSnapshotsAsync(connection, IncidentStream.StreamType, [.. found.Select(f => f.Id)], cancellationToken)).Values.Select(s => s.Json)
            : await IncidentSource.FoldAsync(connection, log, found, cancellationToken);
        return [.. incidents.Select(json => JsonSerializer.Deserialize(json, ContractJson.Default.Incident)!)
            .OrderBy(i => i.Reports.Where(r => r.ArticleId == articleId).Min(r => r.Ordinal)).ThenBy(i => i.Id)];
    }

    private static ArticleView ToView(ArticleReceived article, StoredEvent received, ArticleExtracted? extracted, IReadOnlyList<Incident> incidents) => new()
    {
        ArticleId = article.ArticleId,
        Status = extracted?.Article.Revision == article.Revision ? "extracted" : "received",
        Revision = article.Revision,
        Title = article.Title,
        Url = article.Url,
        Outlet = article.Outlet,
        Source = article.Source,
        ExternalId = article.ExternalId,
        Language = article.Language,
        Tags = article.Tags,
        PublishedAt = article.PublishedAt,
        ReceivedAt = article.ReceivedAt,
        TraceId = received.TraceParent?.Split('-') is [_, var trace, ..] ? trace : null,
        Extractor = extracted?.Extraction.Extractor,
        ExtractedAt = extracted?.Extraction.ExtractedAt,
        Aggregates = extracted?.Extraction.Aggregates ?? [],
        Text = article.Text,
        Incidents = incidents,
    };
}

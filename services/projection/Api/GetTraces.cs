using System.Globalization;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Traces;
using Platform.Telemetry.Spans;

namespace Platform.Projection.Api;

/// <summary>GET /articles/{id}/trace, /traces/{traceId}, /traces/slowest, /traces/failed: an article's way, and the ways that took long or failed.</summary>
internal static class GetTraces
{
    /// <summary>Most spans of a trace that are shown.</summary>
    public const int MostSpans = 2000;

    private const int MostLinks = 100;

    private const int TracesAtOnce = 10;
    private static readonly LogReader Ingest = new(Schema.Ingest);

    private static readonly Dictionary<string, string> Reasons = new()
    {
        [EventTypes.NameOf(typeof(ArticleReceived))] = "received",
        [EventTypes.NameOf(typeof(ArticleRevised))] = "revised",
        [EventTypes.NameOf(typeof(ExtractionRequested))] = "read_again",
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/articles/{id}/trace", (string id, HttpContext http, NpgsqlDataSource database, TraceTable traces) => ReadModelAnswers.GuardAsync(http, () => OfArticleAsync(id, http, database, traces)))
            .WithName("getArticleTrace").WithSummary("An article's way, as a waterfall")
            .WithDescription("""
                The spans of its latest request in all services, to each subscriber, and the stages they tell of, with errors and retries. Spans come a second or two after they happened and are kept for some days.
                An article without any has the status `none` and its trace id all the same, for a collector of traces: spans are not kept when there were too many in a second, or the store of traces is off.
                """)
            .Produces<TraceView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeArticleTrace();
        app.MapGet("/traces/{traceId}", (string traceId, HttpContext http, TraceTable traces) => ReadModelAnswers.GuardAsync(http, () => ByIdAsync(traceId, http, traces)))
            .WithName("getTrace").WithSummary("A trace by its id, as a waterfall")
            .WithDescription("As that of an article, for any trace of which spans are kept.")
            .Produces<TraceView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeTrace();
        app.MapGet("/traces/slowest", (HttpContext http, TraceTable traces, TimeProvider clock) => ReadModelAnswers.GuardAsync(http, () => ListAsync(http, traces, clock, traces.SlowestAsync)))
            .WithName("listSlowestTraces").WithSummary("The articles that took longest")
            .WithDescription("Those that began since a time, by default in the last hour; the longest first.")
            .Produces<TracePage>().ProducesProblem(400).ProducesProblem(500).ProducesProblem(503).DescribeTraces(failed: false);
        app.MapGet("/traces/failed", (HttpContext http, TraceTable traces, TimeProvider clock) => ReadModelAnswers.GuardAsync(http, () => ListAsync(http, traces, clock, traces.FailedAsync)))
            .WithName("listFailedTraces").WithSummary("The articles that something failed of")
            .WithDescription("Traces with a failure since a time, by default in the last hour, come through afterwards or not; the latest failure first. Those of requests that are about no article are among them.")
            .Produces<TracePage>().ProducesProblem(400).ProducesProblem(500).ProducesProblem(503).DescribeTraces(failed: true);
    }

    public static (TraceQuery? Query, Dictionary<string, string[]> Errors) Parse(IQueryCollection given, DateTimeOffset now)
    {
        var reader = new QueryReader(given);
        var since = reader.Time("since") ?? now.AddHours(-1);
        var limit = reader.Whole("limit", 1, TraceQuery.LargestLimit) ?? TraceQuery.DefaultLimit;
        var question = Cursor.QuestionOf(given);
        var after = Cursor.Read(reader, question, key => TraceQuery.Place(key));
        reader.RefuseUnknown();
        // Without a time of its own a page would begin an hour before now, each a little later than the one before.
        return reader.Errors.Count > 0 ? (null, reader.Errors) : (new TraceQuery(after is null ? since : TraceQuery.Place(after.Key)!.Value.Since, limit, after, question), reader.Errors);
    }

    private static async Task<IResult> OfArticleAsync(string id, HttpContext http, NpgsqlDataSource database, TraceTable traces)
    {
        if (QueryReader.None(http.Request.Query) is { Count: > 0 } errors)
            return Problems.InvalidQuery(errors);
        if (!Guid.TryParse(id, out var articleId))
            return Problems.UnknownArticle(id);
        List<ArticleRequest> requests;
        try
        {
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
            requests = [.. (await Ingest.ReadStreamsAsync(connection, [articleId], http.RequestAborted)).Reverse()
                .Select(e => (Event: e, Trace: e.TraceParent?.Split('-') is [_, var trace, ..] ? trace : null))
                .Where(e => e.Trace is not null && Reasons.ContainsKey(e.Event.Type)).Select(e => new ArticleRequest(e.Trace!, e.Event.At, Reasons[e.Event.Type]))];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Problems.UnknownArticle(id); // ingest has never run on this database
        }
        if (requests.Count == 0 || !Guid.TryParseExact(requests[0].TraceId, "N", out var traceId))
            return Problems.UnknownArticle(id);
        return Results.Json(await ViewAsync(traceId, articleId, requests, traces, http.RequestAborted), ApiJson.Default.TraceView);
    }

    private static async Task<IResult> ByIdAsync(string id, HttpContext http, TraceTable traces)
    {
        if (QueryReader.None(http.Request.Query) is { Count: > 0 } errors)
            return Problems.InvalidQuery(errors);
        if (!Guid.TryParseExact(id, "N", out var traceId))
            return Problems.UnknownTrace(id);
        var view = await ViewAsync(traceId, await traces.ArticleOfAsync(traceId, http.RequestAborted), null, traces, http.RequestAborted);
        return view.Spans.Count == 0 ? Problems.UnknownTrace(id) : Results.Json(view, ApiJson.Default.TraceView);
    }

    private static async Task<TraceView> ViewAsync(Guid traceId, Guid? articleId, List<ArticleRequest>? requests, TraceTable traces, CancellationToken cancellationToken)
    {
        var found = (await traces.ReadAsync([traceId], MostSpans + 1, cancellationToken))[traceId].ToList();
        var own = found.Take(MostSpans).ToList();
        var links = own.SelectMany(s => s.Links ?? []).Where(l => l.TraceId != own[0].TraceId).Distinct().Take(MostLinks).ToList();
        var linked = links.Count == 0 ? [] : await traces.ReadAsync(links, cancellationToken);
        return Assemble(traceId, articleId, requests, own, linked, truncated: found.Count > MostSpans);
    }

    /// <summary>The answer of its parts.</summary>
    public static TraceView Assemble(Guid traceId, Guid? articleId, IReadOnlyList<ArticleRequest>? requests, IReadOnlyList<SpanRecord> own, IReadOnlyList<SpanRecord> linked, bool truncated)
    {
        var trace = new Waterfall(own, linked);
        return new TraceView
        {
            ArticleId = articleId, TraceId = traceId.ToString("N"), Requests = requests, Status = trace.Status,
            StartedAt = own.Count == 0 ? null : Waterfall.Time(trace.Start), DurationMs = own.Count == 0 ? null : Waterfall.Milliseconds(trace.Duration),
            Errors = trace.Errors, Retries = trace.Retries, Truncated = truncated, Stages = Stages.Of(trace), Spans = trace.ToSpans(),
        };
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, TraceTable traces, TimeProvider clock, Func<DateTimeOffset, (string, Guid)?, int, CancellationToken, Task<IReadOnlyList<TraceRow>>> list)
    {
        var (query, errors) = Parse(http.Request.Query, clock.GetUtcNow());
        if (query is null)
            return Problems.InvalidQuery(errors);
        (string, Guid)? after = query.After is { } cursor ? (TraceQuery.Place(cursor.Key)!.Value.Key, cursor.Id) : null;
        var rows = await list(query.Since, after, query.Limit + 1, http.RequestAborted);
        var page = rows.Take(query.Limit).ToList();
        var items = new List<TraceItem>(page.Count);
        // A few at a time: of what failed for long each has thousands of spans, of which a list keeps a line.
        foreach (var some in page.Chunk(TracesAtOnce))
        {
            var spans = await traces.ReadAsync([.. some.Select(r => r.Id)], MostSpans, http.RequestAborted);
            items.AddRange(some.Where(r => spans.Contains(r.Id)).Select(r => ToItem(r, [.. spans[r.Id]])));
        }
        var next = rows.Count > query.Limit ? TraceQuery.CursorAfter(query.Since, page[^1]).For(query.Question) : null;
        return Results.Json(new TracePage(query.Since, items, next), ApiJson.Default.TracePage);
    }

    /// <summary>A row of a list of its parts.</summary>
    public static TraceItem ToItem(TraceRow row, IReadOnlyList<SpanRecord> spans)
    {
        var trace = new Waterfall(spans);
        return new TraceItem
        {
            TraceId = row.Id.ToString("N"), ArticleId = row.ArticleId, Title = row.Title, Outlet = row.Outlet, StartedAt = Waterfall.Time(trace.Start),
            DurationMs = Waterfall.Milliseconds(trace.Duration), Status = trace.Status, Spans = spans.Count, Errors = trace.Errors, Retries = trace.Retries,
            Error = trace.LastError is { } last ? new TraceError(last.Service, last.Name, last.Error!, Waterfall.Time(last.End)) : null,
        };
    }
}

/// <summary>What the lists of traces are asked for.</summary>
internal sealed record TraceQuery(DateTimeOffset Since, int Limit, Cursor? After, string Question)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    /// <summary>The place after a row, with the time the first page began at.</summary>
    public static Cursor CursorAfter(DateTimeOffset since, TraceRow row) => new(string.Create(CultureInfo.InvariantCulture, $"{since.UtcTicks}.{row.Key}"), row.Id);

    /// <summary>What a cursor's key says; null when it is none.</summary>
    public static (DateTimeOffset Since, string Key)? Place(string key) =>
        key.Split('.') is [var since, var place] && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? (new DateTimeOffset(ticks, TimeSpan.Zero), place) : null;
}

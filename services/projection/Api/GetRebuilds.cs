using System.Text.Json;
using Npgsql;
using Platform.ApiDocument;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>GET /rebuilds: how far the rebuilds of read models are.</summary>
internal static class GetRebuilds
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/rebuilds", Handle)
        .WithName("listRebuilds")
        .WithSummary("How far the rebuilds of read models are")
        .WithDescription($"""
            Those that run or ran, the last {Most}, newest first: rebuilds (`Projection.dll rebuild`) and rebuilds beside that only compare (`checksum --verify`). At most one runs at a time.
            Ask again every second or so while one runs.
            """)
        .Produces<RebuildList>().Produces(304).ProducesProblem(400).ProducesProblem(500).ProducesProblem(503)
        .WithTags("rebuilds").AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var at = new DateTimeOffset(2031, 3, 1, 5, 42, 0, TimeSpan.Zero);
            ListDocs.DescribeETag(operation, "Nothing has moved since If-None-Match.");
            operation.Answer(200, "The rebuilds.").Header("ETag", "Changes when any of them goes on.", ListDocs.ETagExample)
                .Example("running", JsonSerializer.SerializeToNode(new RebuildList([
                    RebuildView.Of(at, ["incident_list"], "building", 1_200_000, 450_000, 400_000, 8, at.AddSeconds(8), isRunning: true),
                    RebuildView.Of(at.AddDays(-1), [.. ReadModel.All.Select(m => m.Name)], "indexing", 1_150_000, 1_150_000, 1_150_000, 24.5, at.AddDays(-1).AddSeconds(25), isRunning: false),
                ]), ApiJson.Default.RebuildList)!)
                .Example("none", JsonSerializer.SerializeToNode(new RebuildList([]), ApiJson.Default.RebuildList)!);
            ReadApiDocs.Problems(operation, Problems.InvalidQuery(QueryReader.None(ReadApiDocs.Query(("state", "done")))));
            return Task.CompletedTask;
        });

    private static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database) => QueryReader.None(http.Request.Query) is { Count: > 0 } errors ? Problems.InvalidQuery(errors) : await database.ReadAsync(http, async connection =>
    {
        // Who rebuilds holds the lock as long as it lives: a row without it was left by one that was killed. The two halves of the lock's number are one word each.
        await using var command = new NpgsqlCommand($"""
            select started_at, models, state, events_total, events_done, run_events, run_seconds, updated_at,
                exists (select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
                    and (classid::bigint << 32 | objid::bigint) = $1 and objsubid = 1) and started_at = max(started_at) over ()
            from {Schema.Name}.rebuild order by started_at desc limit {Most}
            """, connection) { Parameters = { new() { Value = Schema.Incidents.LeaderLock("rebuild") } } };
        var found = new List<RebuildView>();
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        while (await row.ReadAsync(http.RequestAborted))
            found.Add(RebuildView.Of(row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<string[]>(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4),
                row.GetInt64(5), row.GetDouble(6), row.GetFieldValue<DateTimeOffset>(7), row.GetBoolean(8)));
        return ETags.Json(http, new RebuildList(found), ApiJson.Default.RebuildList);
    });
}

/// <summary>Rebuilds of read models.</summary>
/// <param name="Items">Newest first.</param>
public sealed record RebuildList(IReadOnlyList<RebuildView> Items);

/// <summary>A rebuild of some read models.</summary>
public sealed record RebuildView
{
    /// <summary>When it began, UTC; one that goes on after a kill is a run of its own.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The read models, as `rebuild --only` calls them.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>
    /// `building` (from the logs), `indexing`, `catching_up` (with what was written meanwhile), `done`, `failed` (the live tables are untouched),
    /// or `interrupted`: it was ended before it was done, and the next one goes on where it was.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Events of both logs that are in it; 0 or more.</summary>
    public required long EventsDone { get; init; }

    /// <summary>All there are; 0 or more.</summary>
    public required long EventsTotal { get; init; }

    /// <summary>Events a second since this run began; 0 or more.</summary>
    public required double EventsPerSecond { get; init; }

    /// <summary>Seconds until all events are in it, at that rate; indexing comes after. Absent unless it is `building`.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>When it was last heard of, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The view of a row.</summary>
    internal static RebuildView Of(
        DateTimeOffset startedAt, IReadOnlyList<string> models, string state, long total, long done, long runEvents, double runSeconds, DateTimeOffset updatedAt, bool isRunning)
    {
        var rate = runEvents / Math.Max(runSeconds, 0.001);
        return new RebuildView
        {
            StartedAt = startedAt, Models = models, State = isRunning || state is "done" or "failed" ? state : "interrupted", EventsDone = done, EventsTotal = total,
            EventsPerSecond = Math.Round(rate, 1), SecondsLeft = isRunning && state == "building" && rate > 0 ? Math.Round((total - done) / rate, 1) : null, UpdatedAt = updatedAt,
        };
    }
}

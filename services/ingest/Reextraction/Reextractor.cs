using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Ingest.Reextraction;

/// <summary>
/// Carries out the requests to read articles again, all running ones in turn, each at its rate and none while too much waits
/// behind. One process at a time does (a session lock), or each would take a request's rate for itself. It keeps nothing: after a
/// restart it goes on from the rows. A batch is read with the request's place in one statement, so of two that yet work at once the
/// slower one finds the streams moved and writes nothing.
/// </summary>
internal sealed class Reextractor(
    IEventStore store, NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, Backlog backlog, IOptions<ReextractionOptions> options,
    TimeProvider clock, ILogger<Reextractor> log) : BackgroundService
{
    private const int LargestBatch = 256;
    private const double BatchSeconds = 0.1;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Crowded = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan OtherLeads = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly Turns turns = new(clock);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var troubles = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = OtherLeads;
            try
            {
                await LeadAsync(() => troubles = 0, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Database or broker are away: nothing is lost, it goes on from where the rows stand.
                log.LogWarning("Articles cannot be requested to be read again for now, trying again: {Reason}", e.Message);
                pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, ++troubles));
            }
            catch (Exception)
            {
                return;
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Works for as long as this process is the one that does; returns at once when another is.</summary>
    private async Task LeadAsync(Action wentWell, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        try
        {
            await using (var lead = new NpgsqlCommand($"select pg_try_advisory_lock({schema.LeaderLock("reextraction")})", connection))
                if (!(bool)(await lead.ExecuteScalarAsync(stopping))!)
                    return;
            while (!stopping.IsCancellationRequested)
            {
                var pause = await RoundAsync(connection, stopping);
                wentWell();
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            // Back in the pool the session would go on holding the lock.
            await LogFollower.EndSessionAsync(connection);
        }
    }

    /// <summary>One batch of every request whose turn it is; gives the time to the next turn.</summary>
    private async Task<TimeSpan> RoundAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        var running = await ReextractionTable.ReadRunningAsync(connection, schema.Name, stopping);
        turns.Keep(running.Select(r => r.Id));
        foreach (var request in running)
        {
            if (!turns.IsDue(request.Id))
                continue;
            var room = await backlog.RoomAsync(stopping);
            if (room == 0)
                return Crowded;
            var began = clock.GetTimestamp();
            var articles = await RequestAsync(connection, request, Math.Min(room, BatchOf(request.Request.RatePerSecond)), stopping);
            turns.Had(request.Id, began, TimeSpan.FromSeconds((double)articles / request.Request.RatePerSecond));
        }
        return turns.Next is { } next && next < Idle ? next : Idle;
    }

    private static int BatchOf(int rate) => Math.Clamp((int)(rate * BatchSeconds), 1, LargestBatch);

    private async Task<int> RequestAsync(NpgsqlConnection connection, RunningReextraction request, int most, CancellationToken stopping)
    {
        var (articles, end) = await NextAsync(connection, request, most, stopping);
        var now = clock.GetUtcNow();
        if (end is not { } position)
        {
            if (await ReextractionTable.EndAsync(database, schema.Name, request.Id, ReextractionTable.Done, now, stopping))
                log.LogInformation("Every article of request {Request} was asked for again: {Reason}", request.Id, request.Request.Reason);
            return 0;
        }
        var commit = new Commit(
            [.. articles.Select(a => Append(a, request, now))], [], [ReextractionTable.Move(schema.Name, request.Id, articles.Count, position, now)]);
        // A stream that moved was revised meanwhile; the next round reads it as it stands then.
        return await store.CommitAsync(commit, stopping) is CommitResult.Committed ? articles.Count : 0;
    }

    /// <summary>
    /// The next articles, together with the place they are next to, and the place up to which they were looked for; null when there is nothing
    /// more to look at. One window of ids is looked at, and the place moves to its end though nothing matched: were it to move with a match
    /// alone, a filter that chooses little of a large table would run into the time limit again and again.
    /// </summary>
    private async Task<(List<Article> Articles, Guid? End)> NextAsync(NpgsqlConnection connection, RunningReextraction request, int most, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand { Connection = connection, CommandTimeout = 120 };
        var from = SelectionSql.From(command, schema.Name, request.Request, request.RequestedAt);
        command.Parameters.Add(new() { Value = request.Id });
        var place = $"(select position from {schema.Name}.reextraction where id = ${command.Parameters.Count} and state = '{ReextractionTable.Running}')";
        var window = $"select a.id from {schema.Name}.mt_doc_{Article.StreamType} a where a.id > {place} order by a.id limit {options.Value.Window}";
        if (request.Request.ArticleIds is { } ids)
        {
            command.Parameters.Add(new() { Value = ids.ToArray() });
            window = $"select a.id from unnest(${command.Parameters.Count}) a(id) where a.id > {place}";
        }
        command.CommandText = $"""
            with last as (select w.id from ({window}) w order by w.id desc limit 1)
            select last.id, m.mt_version, m.data from last left join lateral
                (select d.id, d.mt_version, d.data {from} and d.id > {place} and d.id <= last.id order by d.id limit {most}) m on true order by m.id
            """;
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var (articles, end) = (new List<Article>(), (Guid?)null);
        while (await reader.ReadAsync(stopping))
        {
            end = reader.GetGuid(0);
            if (!reader.IsDBNull(1))
                articles.Add(Article.Read(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }
        return (articles, articles.Count == most ? articles[^1].Id : end);
    }

    private static StreamAppend Append(Article article, RunningReextraction request, DateTimeOffset now)
    {
        ActivityContext.TryParse(request.TraceParent, null, isRemote: true, out var origin);
        using var activity = Tracing.StartLinked(Names.Spans.RequestExtraction, origin);
        activity?.SetTag(Names.Attributes.ArticleId, article.Id);
        var requested = article.RequestExtraction(request.Id, new Actor { Kind = ActorKind.Person, Name = request.Request.Actor }, request.Request.Reason, now);
        var id = DeterministicId.Event(request.Id, $"{EventTypes.NameOf(typeof(ExtractionRequested))}/{article.Id}");
        var happened = Article.Events.ToNew(id, requested, now, new EventHeaders(Tracing.Current, article.Id.ToString(), request.Id.ToString()));
        return new StreamAppend(article.Id, Article.StreamType, article.Version, [happened], article.Apply(requested).ToSnapshot());
    }
}

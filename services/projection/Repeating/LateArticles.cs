using Microsoft.Extensions.Options;
using Npgsql;
using Platform.Bus;
using Platform.EventStore;
using Platform.Projection.DeadLetters;
using Platform.Telemetry;

namespace Platform.Projection.Repeating;

/// <summary>
/// Sends the message of an article again when the broker has confirmed it and yet nothing comes back. The confirms of a broker are
/// not enough for "nothing is lost": it may come up without its data, somebody may purge a queue, or take away the binding of the
/// projection's queue while a subscriber's is left, and then every report is confirmed and none arrives. Harmless where it is
/// mistaken, as every message may come twice.
/// </summary>
internal sealed class LateArticles(
    NpgsqlDataSource database, ReplayChannel channel, QueueDepths queues, SchemaMigration migration, IOptions<LateArticleOptions> options, TimeProvider clock, ILogger<LateArticles> log)
    : BackgroundService
{
    /// <summary>Messages sent in one round: what is new goes on beside them.</summary>
    private const int Batch = 100;

    /// <summary>Times an article is sent again by each process of the projection.</summary>
    private const int Times = 5;

    private static readonly string[] Waiting = [.. Topology.Queues.Consumed.Concat(Topology.Queues.Consumed.Select(Topology.Queues.SuspectsOf))];
    private readonly Dictionary<Guid, Wait> seen = [];

    /// <summary>Articles that were seen on their way and then were not, since the start.</summary>
    private long arrived;

    /// <summary>What is to be told of it; null while no article is late.</summary>
    public string? Trouble { get; private set; }

    private TimeSpan After => options.Value.After;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var late = 0;
        Instruments.Meter.CreateObservableGauge(Names.Metrics.ArticlesLate, () => late, "{article}");
        using var timer = new PeriodicTimer(After / 6);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    late = await RoundAsync(stoppingToken);
                    Trouble = late == 0 ? null
                        : $"{late} articles were handed to the extraction more than {After.TotalSeconds:N0} s ago and nothing has come back of them, though others came or no queue holds anything; they are sent again. "
                        + $"If it goes on: is the extraction well, and is the queue {Topology.Queues.IncidentDetected} bound to {Topology.Exchanges.IncidentDetected}? A restart of the projection binds it.";
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // Database or broker are away, or ingest has never run on this database; other checks tell.
                    log.LogDebug(e, "Late articles could not be looked for.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    /// <summary>Looks once; gives the number of articles that are late.</summary>
    private async Task<int> RoundAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        // What nothing more is done for takes the place of none, or enough of it would end the guard.
        var pending = await LateArticle.FindAsync(connection, options.Value.Most, [.. seen.Where(s => s.Value.Died || s.Value.Sent >= Times).Select(s => s.Key)], stopping);
        foreach (var id in seen.Keys.Except(pending).ToList())
            arrived += seen.Remove(id) ? 1 : 0;
        foreach (var id in pending)
            seen.TryAdd(id, new Wait(clock.GetTimestamp(), arrived, 0, Died: false));
        var late = pending.Where(id => !seen[id].Died && (clock.GetElapsedTime(seen[id].Since) >= After || seen[id].Sent > 0)).ToList();
        // While something waits, what was not overtaken by many may only be slow.
        if (late.Count > 0 && await AnyWaitsAsync(stopping))
            late.RemoveAll(id => arrived - seen[id].Arrived < options.Value.Most);
        var due = late.Where(id => seen[id].Sent < Times && clock.GetElapsedTime(seen[id].Since) >= After * Math.Pow(2, seen[id].Sent)).Take(Batch).ToArray();
        if (due.Length == 0)
            return late.Count;
        var messages = await LateArticle.ReadAsync(connection, due, stopping);
        var sent = await SendAsync(messages, stopping);
        // What no queue took was not sent, and is tried again in the next round: while the extraction is away its tries must not be used up.
        foreach (var message in messages.Where(m => sent.Contains(m.ArticleId)))
            seen[message.ArticleId] = new Wait(clock.GetTimestamp(), arrived, seen[message.ArticleId].Sent + 1, Died: false);
        foreach (var id in due.Except(messages.Select(m => m.ArticleId)))
            seen[id] = seen[id] with { Died = true };
        return late.Count(id => !seen[id].Died);
    }

    private async Task<bool> AnyWaitsAsync(CancellationToken stopping)
    {
        foreach (var queue in Waiting)
            if (await queues.ReadyAsync(queue, stopping) > 0)
                return true;
        return false;
    }

    /// <summary>Sends them; gives those that the broker has confirmed.</summary>
    private async Task<HashSet<Guid>> SendAsync(List<LateArticle> articles, CancellationToken stopping)
    {
        if (articles.Count == 0)
            return [];
        var outcomes = await channel.PublishAsync([.. articles.Select(a => a.ToMessage())], stopping);
        HashSet<Guid> sent = [.. articles.Zip(outcomes).Where(o => o.Second is null).Select(o => o.First.ArticleId)];
        Instruments.ArticlesRepeated.Add(sent.Count);
        log.LogWarning(
            "Nothing came back of {Count} articles, the first {Article}: sent {Sent} of them to the extraction again. {Failure}",
            articles.Count, articles[0].ArticleId, sent.Count, outcomes.FirstOrDefault(outcome => outcome is not null)?.Message);
        return sent;
    }

    /// <summary>How it is with an article that nothing has come back of.</summary>
    /// <param name="Since">Timestamp of when it was first seen so, or was last sent again.</param>
    /// <param name="Arrived">How many others had arrived by then.</param>
    /// <param name="Sent">How often it was sent again.</param>
    /// <param name="Died">Its message, or a report of it, is among the dead letters: no matter of waiting.</param>
    private readonly record struct Wait(long Since, long Arrived, int Sent, bool Died);
}

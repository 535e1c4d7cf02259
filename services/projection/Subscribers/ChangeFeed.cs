using Microsoft.Extensions.Options;
using Npgsql;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Subscribers;

/// <summary>
/// The one reader of the log for all clients of this process: it reads each change once and hands it to every client whose filter
/// it meets. It reads only while there are clients, and keeps the last changes for those that come back.
/// </summary>
internal sealed class ChangeFeed : BackgroundService
{
    private const int BatchSize = 256;
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(1);

    private readonly NpgsqlDataSource database;
    private readonly StoreSchema schema;
    private readonly SchemaMigration migration;
    private readonly LogReader log;
    private readonly EventStreamOptions options;
    private readonly ILogger<ChangeFeed> logger;
    private readonly Lock gate = new();
    private readonly HashSet<FeedClient> clients = [];
    private readonly RecentChanges recent;
    private readonly RecentIncidents incidents = new();
    private readonly SemaphoreSlim wanted = new(0, 1);
    private TaskCompletionSource reached = NotYet();
    private long position;
    private int places;
    private bool stopping;

    public ChangeFeed(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, LogReader log,
        IOptions<EventStreamOptions> options, IHostApplicationLifetime life, ILogger<ChangeFeed> logger)
    {
        (this.database, this.schema, this.migration, this.log, this.options, this.logger) = (database, schema, migration, log, options.Value, logger);
        recent = new RecentChanges(options.Value.Recent, options.Value.RecentMegabytes * 1024 * 1024);
        // Not in StopAsync: the server stops first and would wait for these connections.
        life.ApplicationStopping.Register(EndAll);
    }

    /// <summary>Makes the reader read, and completes when it has come to the end of the log: from then on it knows what is new.</summary>
    public Task ReachAsync()
    {
        Want();
        lock (gate)
            return reached.Task;
    }

    /// <summary>Clients that are told what comes.</summary>
    private int Clients
    {
        get
        {
            lock (gate)
                return clients.Count;
        }
    }

    /// <summary>Lets one more client in, which calls <see cref="FreePlace"/> at its end; false when there are as many as may be. Those that still catch up count too.</summary>
    public bool TryTakePlace()
    {
        lock (gate)
        {
            if (places >= options.MostClients)
                return false;
            places++;
            return true;
        }
    }

    /// <summary>One that was let in has gone.</summary>
    public void FreePlace()
    {
        lock (gate)
            places--;
    }

    /// <summary>Place in the log up to which every client was told.</summary>
    public long Position
    {
        get
        {
            lock (gate)
                return position;
        }
    }

    /// <summary>
    /// Has a client told everything after a place in the log; null for what comes from now on. Gives what it missed and is still kept;
    /// null when the place is further back than that, or the reader is not there yet: then the log has to be read up to here first.
    /// </summary>
    public IReadOnlyList<FeedChange>? Join(FeedClient client, long? after)
    {
        lock (gate)
        {
            if (!reached.Task.IsCompleted || after < recent.Oldest)
                return null;
            client.From = Math.Max(after ?? position, position);
            if (stopping)
                client.End();
            else
                clients.Add(client);
            return after is { } place ? [.. recent.After(place).Where(client.Filter.Matches)] : [];
        }
    }

    /// <summary>Has a client told nothing more; what waits for it already it still gets.</summary>
    public void End(FeedClient client)
    {
        lock (gate)
        {
            clients.Remove(client);
            client.End();
        }
    }

    /// <summary>The client has gone.</summary>
    public void Leave(FeedClient client)
    {
        lock (gate)
            clients.Remove(client);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var beating = BeatAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await wanted.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stoppingToken.IsCancellationRequested)
                    await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "The reader for server-sent events stopped; it goes on from where it was.");
                Want();
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                break;
            }
        }
        await beating;
    }

    /// <summary>Until nobody has listened for a minute.</summary>
    private async Task ReadAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        try
        {
            await ListenAsync(connection, stopping);
            var alone = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var events = await log.ReadAsync(connection, position, BatchSize, stopping);
                if (events.Count > 0)
                    GiveOut(events[^1].Sequence, [.. (await IncidentChange.ReadAsync(log, incidents, connection, events, stopping)).OfType<IncidentChange>()]);
                if (events.Count == BatchSize)
                    continue;
                reached.TrySetResult();
                await connection.WaitAsync(TimeSpan.FromSeconds(1), stopping); // a notification can be missed, the log cannot
                if (Clients > 0)
                    alone = TimeProvider.System.GetTimestamp();
                else if (TimeProvider.System.GetElapsedTime(alone) > Linger && Forget())
                    return;
            }
        }
        finally
        {
            await LogFollower.EndSessionAsync(connection);
        }
    }

    /// <summary>Listens for commits; a first reading begins some events before the end of the log.</summary>
    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new($"listen {schema.Channel}"), new($"select coalesce(max(seq_id), 0) from {schema.Name}.mt_events") },
        };
        var end = (long)(await batch.ExecuteScalarAsync(stopping))!;
        lock (gate)
            if (!reached.Task.IsCompleted && position == 0)
                recent.Clear(position = Math.Max(0, end - options.Recent));
    }

    private void GiveOut(long upTo, List<IncidentChange> changes)
    {
        foreach (var portion in Portions.Of(changes, c => c.Bytes))
        {
            List<FeedChange> made = [.. portion.Select(c => new FeedChange(c))];
            foreach (var change in made)
                _ = change.Frame; // made here, before anybody waits at the gate
            lock (gate)
                foreach (var change in made)
                {
                    recent.Add(change);
                    GiveOut(change);
                    position = change.Position;
                }
        }
        lock (gate)
            position = upTo;
    }

    private void GiveOut(FeedChange change)
    {
        var told = clients.Where(c => change.Position > c.From && c.Filter.Matches(change)).ToList();
        var others = change.Deliveries.Begin(Math.Max(0, told.Count - DeliverySpans.Single));
        for (var n = 0; n < told.Count; n++)
            if (!told[n].Offer(new Frame(change.Frame, n < DeliverySpans.Single ? change.Deliveries.Begin(told[n]) : others)))
                clients.Remove(told[n]); // it stays away until it comes back by itself
    }

    /// <summary>Signs of life; they carry the place in the log, so that a client whose filter is rarely met has not far to go back.</summary>
    private async Task BeatAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.HeartbeatSeconds));
        while (await NextAsync(timer, stopping))
            lock (gate)
            {
                var (beat, sign) = (new Frame(ServerSentEvents.Position(position)), new Frame(ServerSentEvents.Comment));
                clients.RemoveWhere(c => !c.Offer(position >= c.From ? beat : sign));
            }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool Forget()
    {
        lock (gate)
        {
            if (clients.Count > 0)
                return false;
            recent.Clear(0);
            (reached, position) = (NotYet(), 0);
            return true;
        }
    }

    private void EndAll()
    {
        lock (gate)
        {
            stopping = true;
            foreach (var client in clients)
                client.End();
            clients.Clear();
        }
    }

    private void Want()
    {
        lock (gate)
            if (wanted.CurrentCount == 0)
                wanted.Release();
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

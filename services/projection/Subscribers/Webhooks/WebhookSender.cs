using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Npgsql;
using Platform.EventStore;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>
/// Sends what is due. A delivery is taken on for a time (a lease in its row), sent, and its outcome written; when this process dies in between,
/// it is due again when the lease ends, under the same id. Each receiver has a lane of its own with so many under way at once: a slow one fills
/// its own lane and nobody else's. What is under way together is bounded in number and bytes (<see cref="UnderWay"/>). Any number of processes may send side by side.
/// </summary>
internal sealed class WebhookSender(
    NpgsqlDataSource database, SchemaMigration migration, DeliveryTable deliveries, WebhookTable webhooks, WebhookClient client, IOptions<WebhookOptions> options, ILogger<WebhookSender> logger)
    : BackgroundService
{
    private const int LargestBatch = 500;
    private const string Unwritable = "What went wrong could not be written down.";
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(3);

    private readonly WebhookOptions options = options.Value;
    private readonly Channel<Outcome> outcomes = Channel.CreateUnbounded<Outcome>(new UnboundedChannelOptions { SingleReader = true });
    private readonly UnderWay underWay = new(options.Value.InFlight, options.Value.MostInFlight);
    private readonly Lock gate = new();
    private readonly SemaphoreSlim woken = new(0, 1);

    private TimeSpan Lease => TimeSpan.FromSeconds(options.TimeoutSeconds + 10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var breaking = new CancellationTokenSource();
        var recording = RecordAsync(breaking.Token);
        var listening = ListenAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendAsync(breaking.Token, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                logger.LogWarning("Webhooks are not sent for the moment: {Reason}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        // What is under way may come to its end; what does not is sent again after its lease.
        breaking.CancelAfter(Drain);
        while (Count() > 0 && !breaking.IsCancellationRequested)
            await woken.WaitAsync(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        outcomes.Writer.TryComplete();
        await Task.WhenAll(recording, listening);
    }

    private async Task SendAsync(CancellationToken breaking, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var nextSealing = TimeProvider.System.GetUtcNow();
        IReadOnlySet<Guid> unreadable = new HashSet<Guid>();
        while (true)
        {
            if (TimeProvider.System.GetUtcNow() >= nextSealing)
            {
                unreadable = await webhooks.SealAsync(stopping);
                nextSealing = TimeProvider.System.GetUtcNow().AddSeconds(unreadable.Count > 0 ? 5 : 3600);
                if (unreadable.Count > 0)
                    logger.LogError("Nothing is sent to {Count} webhooks whose secrets cannot be read; what is due waits.", unreadable.Count);
            }
            var due = (await DeliveryTable.DueAsync(connection, stopping)).Where(w => !unreadable.Contains(w)).ToList();
            IReadOnlyList<Lane> room;
            IReadOnlyDictionary<Guid, byte[]> held;
            lock (gate)
                (room, held) = (underWay.Room(due), underWay.Bodies());
            var claimed = room.Count == 0 ? [] : await DeliveryTable.ClaimAsync(connection, room, held, options.MegabytesInFlight * 1024L * 1024, Lease, stopping);
            foreach (var delivery in claimed)
                Begin(delivery, breaking);
            if (claimed.Count == 0)
                await woken.WaitAsync(TimeSpan.FromSeconds(1), stopping); // a retry that comes due wakes nobody
        }
    }

    /// <summary>Wakes the sender when something is planned; without it, it would look once a second.</summary>
    private async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stopping);
                try
                {
                    await using (var listen = new NpgsqlCommand($"listen {DeliveryTable.Channel}", connection))
                        await listen.ExecuteNonQueryAsync(stopping);
                    while (true)
                    {
                        await connection.WaitAsync(stopping);
                        Wake();
                    }
                }
                finally
                {
                    await LogFollower.EndSessionAsync(connection);
                }
            }
            catch (Exception e)
            {
                if (!stopping.IsCancellationRequested && !Faults.IsOutage(e))
                    logger.LogWarning(e, "New webhook deliveries are not heard of for a second; they are looked for all the same.");
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private int Count()
    {
        lock (gate)
            return underWay.Count;
    }

    private void Begin(Claimed delivery, CancellationToken breaking)
    {
        lock (gate)
            underWay.Begin(delivery);
        _ = AttemptAsync(delivery, breaking);
    }

    private async Task AttemptAsync(Claimed delivery, CancellationToken breaking)
    {
        try
        {
            if (await client.PostAsync(delivery, breaking) is { } outcome)
                await outcomes.Writer.WriteAsync(outcome, CancellationToken.None);
            else
                Free(delivery);
        }
        catch (Exception e)
        {
            // Nothing is lost: it is due again when its lease ends.
            logger.LogError(e, "A webhook delivery ended in a way that was not foreseen.");
            Free(delivery);
        }
    }

    /// <summary>Writes outcomes, as many at once as there are; the lanes are free only then, or the same would be taken on again.</summary>
    private async Task RecordAsync(CancellationToken breaking)
    {
        var batch = new List<Outcome>();
        while (await outcomes.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < LargestBatch && outcomes.Reader.TryRead(out var outcome))
                batch.Add(outcome);
            await RecordAsync(batch, breaking);
            foreach (var outcome in batch)
                Free(outcome.Delivery);
            batch.Clear();
        }
    }

    /// <summary>
    /// Writes outcomes, however long the database is away. When it refuses some, each is written by itself; one that is refused even
    /// without its error text is left, and its delivery is due again when its lease ends. Whatever happens ends here: without this nobody's lane would be freed.
    /// </summary>
    private async Task RecordAsync(List<Outcome> batch, CancellationToken breaking)
    {
        do
        {
            try
            {
                foreach (var gone in batch.Where(o => o.Attempt.StatusCode == StatusCodes.Status410Gone).Select(o => o.Delivery.WebhookId).Distinct())
                {
                    logger.LogWarning("Webhook {WebhookId} is disabled: its receiver answered 410.", gone);
                    await webhooks.SwitchAsync(gone, "The receiver answered 410 Gone.", CancellationToken.None);
                }
                await deliveries.RecordAsync(batch, CancellationToken.None);
                return;
            }
            catch (Exception e) when (Faults.IsOutage(e))
            {
                logger.LogWarning("Outcomes of webhook deliveries are not written yet: {Reason}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), breaking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (batch.Count > 1)
            {
                logger.LogWarning("The database refuses one of {Count} outcomes of webhook deliveries; they are written one by one: {Reason}", batch.Count, e.Message);
                foreach (var outcome in batch)
                    await RecordAsync([outcome], breaking);
                return;
            }
            catch (Exception e) when (batch is [{ Attempt.Error: not null and not Unwritable } refused])
            {
                logger.LogWarning("The database refuses the error text of a delivery to webhook {WebhookId}: {Reason}", refused.Delivery.WebhookId, e.Message);
                batch = [refused with { Attempt = refused.Attempt with { Error = Unwritable } }];
            }
            catch (Exception e)
            {
                logger.LogError(e, "The database refuses the outcome of delivery {MessageId} to webhook {WebhookId}; it is sent again.", batch[0].Delivery.MessageId, batch[0].Delivery.WebhookId);
                return;
            }
        }
        while (!breaking.IsCancellationRequested);
    }

    private void Free(Claimed delivery)
    {
        lock (gate)
            underWay.End(delivery);
        Wake();
    }

    private void Wake()
    {
        lock (gate)
            if (woken.CurrentCount == 0)
                woken.Release();
    }
}

using System.Data.Common;
using Npgsql;
using Platform.Bus;
using Platform.EventStore;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Platform.Projection.DeadLetters;

/// <summary>
/// Takes dead letters from the broker into the table. A message is acknowledged after its row is committed; one that comes
/// again finds its row there. Not an endpoint of the bus: what lies here is what that could not read.
/// </summary>
internal sealed class DeadLetterDrainer(
    DeadLetterTable table, NpgsqlDataSource database, SchemaMigration migration, BrokerAddress broker, TimeProvider clock, ILogger<DeadLetterDrainer> log) : BackgroundService
{
    private const ushort Prefetch = 50;

    /// <summary>Each waits for its commit, which those at once share.</summary>
    private const ushort AtOnce = 8;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The last thing that went wrong, null while all is well; for the readiness answer.</summary>
    public string? Trouble { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(() => pause = TimeSpan.Zero, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Trouble = Told(e);
                log.LogWarning("Dead letters are not being read: {Reason} They stay at the broker until they are.", e.Message);
            }
            pause = pause + pause + TimeSpan.FromMilliseconds(500) is var longer && longer < LongestPause ? longer : LongestPause;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>For health, which everybody may ask: the broker's own words name users, hosts and addresses.</summary>
    private static string Told(Exception e) => e is DbException
        ? Faults.Told(e)
        : "The broker cannot be reached, or refuses the queue of dead letters. They are safe there; the log of this service says more.";

    /// <summary>Until the connection ends or the service does.</summary>
    private async Task DrainAsync(Action wentWell, CancellationToken stopping)
    {
        // Every delivery counts at the broker, so nothing is taken while it could not be kept.
        await using (var ping = database.CreateCommand("select 1"))
            await ping.ExecuteScalarAsync(stopping);
        await using var connection = await broker.ConnectAsync("dead letters", stopping);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, consumerDispatchConcurrency: AtOnce), stopping);
        await channel.ExchangeDeclareAsync(Topology.Exchanges.DeadLetter, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: stopping);
        await channel.QueueDeclareAsync(Topology.Queues.DeadLetter, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: stopping);
        await channel.QueueBindAsync(Topology.Queues.DeadLetter, Topology.Exchanges.DeadLetter, "", cancellationToken: stopping);
        await channel.BasicQosAsync(0, Prefetch, global: false, stopping);

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, shutdown) =>
        {
            ended.TrySetException(new AlreadyClosedException(shutdown));
            return Task.CompletedTask;
        };
        await ConsumeAsync(channel, Topology.Queues.DeadLetter, ended, stopping);
        foreach (var queue in Deliveries.OfOlderVersions)
            if (await IsThereAsync(connection, queue, stopping))
                await ConsumeAsync(channel, queue, ended, stopping);
        Trouble = null;
        wentWell();
        await ended.Task.WaitAsync(stopping);
    }

    private async Task ConsumeAsync(IChannel channel, string queue, TaskCompletionSource ended, CancellationToken stopping)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            try
            {
                await KeepAsync(delivery, queue, stopping);
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, CancellationToken.None);
            }
            catch (Exception e)
            {
                ended.TrySetException(e);
            }
        };
        consumer.UnregisteredAsync += (_, _) =>
        {
            ended.TrySetException(new InvalidOperationException($"The queue {queue} is gone, or has moved."));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, stopping);
    }

    /// <summary>Waits an outage of the database out: giving the message back would count as a delivery.</summary>
    private async Task KeepAsync(BasicDeliverEventArgs delivery, string queue, CancellationToken stopping)
    {
        var letter = Deliveries.Read(delivery, queue, clock.GetUtcNow());
        using var span = letter.StartSpan();
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await table.AddAsync(letter, stopping);
                Trouble = null;
                return;
            }
            catch (Exception e) when (Faults.IsOutage(e) && !stopping.IsCancellationRequested)
            {
                Trouble = $"A dead letter waits for the database. {Faults.Told(e)}";
                await Task.Delay(pause, stopping);
            }
        }
    }

    /// <summary>On a channel of its own: asking for a queue that is not there, or that this user may not see, ends the channel.</summary>
    private static async Task<bool> IsThereAsync(IConnection connection, string queue, CancellationToken stopping)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stopping);
        try
        {
            await channel.QueueDeclarePassiveAsync(queue, stopping);
            return true;
        }
        catch (OperationInterruptedException)
        {
            return false;
        }
    }
}

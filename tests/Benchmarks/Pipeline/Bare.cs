using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>
/// The limit: the same hops and nothing else, in one process with the bare clients. Publish 3 KB, consume, publish 1 KB, consume,
/// insert; quorum queues, confirms, acknowledged after them, batches of up to 200 rows a transaction.
/// </summary>
public sealed class Bare : IAsyncDisposable
{
    private const int InFlight = 256;
    private const int Batch = 200;
    private static readonly BasicProperties Persistent = new() { Persistent = true };
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> work = [];
    private readonly List<IAsyncDisposable> open = [];
    private readonly byte[] report = new byte[1000];
    private long published;
    private long inserted;

    /// <summary>Rows committed so far.</summary>
    public long Done => Interlocked.Read(ref inserted);

    /// <summary>Starts to work.</summary>
    public static async Task<Bare> StartAsync(Uri broker, string database)
    {
        var bare = new Bare();
        "{\"id\":0,\"text\":\""u8.CopyTo(bare.report);
        bare.report.AsSpan(16).Fill((byte)'x');
        "\"}"u8.CopyTo(bare.report.AsSpan(998));
        var source = NpgsqlDataSource.Create(database + ";Options=-c synchronous_commit=on");
        bare.open.Add(source);
        await using (var command = source.CreateCommand("create table bare (id bigint generated always as identity primary key, data jsonb not null)"))
            await command.ExecuteNonQueryAsync();
        var factory = new ConnectionFactory { Uri = broker };
        var (articles, read, write, reports) = (await bare.ChannelAsync(factory), await bare.ChannelAsync(factory), await bare.ChannelAsync(factory), await bare.ChannelAsync(factory));
        foreach (var queue in new[] { "bare.articles", "bare.reports" })
            await articles.QueueDeclareAsync(queue, true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        bare.work.Add(Task.Run(() => bare.PublishAsync(articles)));
        bare.work.Add(await bare.ConsumeAsync(read, "bare.articles", batch => Task.WhenAll(batch.Select(_ => write.BasicPublishAsync("", "bare.reports", true, Persistent, bare.report).AsTask()))));
        bare.work.Add(await bare.ConsumeAsync(reports, "bare.reports", batch => bare.InsertAsync(source, batch)));
        return bare;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var one in open.AsEnumerable().Reverse()) await one.DisposeAsync();
        stop.Dispose();
    }

    private async Task<IChannel> ChannelAsync(ConnectionFactory factory)
    {
        var connection = await factory.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        open.Add(connection);
        open.Add(channel);
        return channel;
    }

    private async Task PublishAsync(IChannel channel)
    {
        var body = Feed.Line("bare", 1);
        var window = new SemaphoreSlim(InFlight);
        while (!stop.IsCancellationRequested)
        {
            while (!stop.IsCancellationRequested && Interlocked.Read(ref published) - Done > Feed.Window) await Task.Delay(1);
            await window.WaitAsync();
            Interlocked.Increment(ref published);
            _ = PublishOneAsync();
        }

        async Task PublishOneAsync()
        {
            try
            {
                await channel.BasicPublishAsync("", "bare.articles", true, Persistent, body);
            }
            finally
            {
                window.Release();
            }
        }
    }

    /// <summary>Hands over what is there, in batches, and acknowledges each as a whole.</summary>
    private async Task<Task> ConsumeAsync(IChannel channel, string queue, Func<IReadOnlyList<byte[]>, Task> take)
    {
        var arrived = Channel.CreateUnbounded<(ulong Tag, byte[] Body)>(new UnboundedChannelOptions { SingleReader = true });
        var consumer = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            arrived.Writer.TryWrite((delivery.DeliveryTag, delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, 500, false);
        await channel.BasicConsumeAsync(queue, false, consumer);
        return Task.Run(async () =>
        {
            var batch = new List<byte[]>(Batch);
            while (await arrived.Reader.WaitToReadAsync(stop.Token))
            {
                ulong last = 0;
                while (batch.Count < Batch && arrived.Reader.TryRead(out var one))
                {
                    batch.Add(one.Body);
                    last = one.Tag;
                }
                await take(batch);
                await channel.BasicAckAsync(last, multiple: true);
                batch.Clear();
            }
        });
    }

    private async Task InsertAsync(NpgsqlDataSource source, IReadOnlyList<byte[]> batch)
    {
        await using var command = source.CreateCommand("insert into bare (data) select * from unnest($1)");
        command.Parameters.Add(new() { Value = batch.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync();
        Interlocked.Add(ref inserted, batch.Count);
    }
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Platform.Bus;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Platform.Tests.Promises;

/// <summary>A system of somebody else's with the user that deploy/subscriber made for it.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private readonly TestPlatform platform;
    private readonly string name;
    private readonly IConnection connection;
    private bool removed;

    private Subscriber(TestPlatform platform, string name, Uri address, IConnection connection) => (this.platform, this.name, Address, this.connection) = (platform, name, address, connection);

    /// <summary>What deploy/subscriber printed.</summary>
    public Uri Address { get; }

    /// <summary>deploy/subscriber add NAME, and a connection as that user.</summary>
    public static async Task<Subscriber> AddAsync(TestPlatform platform, string name)
    {
        var address = new Uri(Regex.Match(await RunAsync(platform, "add", name), "^AMQP_URL=(\\S+)$", RegexOptions.Multiline).Groups[1].Value);
        return new Subscriber(platform, name, address, await new ConnectionFactory { Uri = address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync());
    }

    /// <summary>Runs deploy/subscriber on the platform's broker; gives what it printed.</summary>
    public static Task<string> RunAsync(TestPlatform platform, params string[] arguments) =>
        Scripts.RunAsync("env", [$"BROKER_URL={platform.Broker}", Path.Combine(Repository.Root, "deploy", "subscriber"), .. arguments]);

    /// <summary>A channel with confirms.</summary>
    public Task<IChannel> OpenAsync() => connection.CreateChannelAsync(new CreateChannelOptions(true, true));

    /// <summary>A durable queue, bound.</summary>
    public async Task DeclareAsync(string queue, string exchange, string routingKey)
    {
        await using var channel = await OpenAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, exchange, routingKey);
    }

    /// <summary>The next message of a queue; waits for it.</summary>
    public Task<BasicGetResult> GetAsync(string queue) => Eventually.Get($"a message in {queue}", async () =>
    {
        await using var channel = await OpenAsync();
        return await channel.BasicGetAsync(queue, autoAck: true);
    });

    /// <summary>Reads the stream from an offset on, until so many messages have come.</summary>
    public async Task<List<BasicDeliverEventArgs>> ReadStreamAsync(object offset, int count)
    {
        await using var channel = await OpenAsync();
        await channel.BasicQosAsync(0, 100, global: false);
        var received = new ConcurrentQueue<BasicDeliverEventArgs>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            // The client reuses the buffer of the body.
            received.Enqueue(new BasicDeliverEventArgs(message.ConsumerTag, message.DeliveryTag, message.Redelivered, message.Exchange, message.RoutingKey, message.BasicProperties, message.Body.ToArray()));
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(Topology.Queues.IncidentStream, autoAck: false, "", noLocal: false, exclusive: false, new Dictionary<string, object?> { ["x-stream-offset"] = offset }, consumer);
        await Eventually.Holds($"{count} messages from the stream at {offset}", () => Task.FromResult(received.Count >= count));
        return [.. received];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        if (removed)
            return;
        removed = true;
        // Users are the broker's, not the virtual host's: the next test has the same names.
        if ((await RunAsync(platform, "list")).Split('\n').Contains(name))
            await RunAsync(platform, "remove", name);
    }
}

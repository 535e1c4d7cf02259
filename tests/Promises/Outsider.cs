using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Platform.Tests.Promises;

/// <summary>A program of somebody else's: the bare client on the wire, no MassTransit.</summary>
public sealed class Outsider : IAsyncDisposable
{
    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly ConcurrentQueue<Received> received = new();

    private Outsider(IConnection connection, IChannel channel) => (this.connection, this.channel) = (connection, channel);

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<Received> Received => [.. received];

    /// <summary>Connects; confirms are on.</summary>
    public static async Task<Outsider> ConnectAsync(TestPlatform platform)
    {
        var connection = await platform.ConnectAsync();
        return new Outsider(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true)));
    }

    /// <summary>Declares an exchange as the platform declares it and reads all that comes through it.</summary>
    public async Task SubscribeAsync(string exchange, string type, string routingKey = "#")
    {
        await channel.ExchangeDeclareAsync(exchange, type, durable: true);
        var queue = (await channel.QueueDeclareAsync("outsider." + Guid.NewGuid().ToString("N"), durable: false, exclusive: true, autoDelete: true)).QueueName;
        await channel.QueueBindAsync(queue, exchange, routingKey);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var headers = delivery.BasicProperties.Headers?.ToDictionary(h => h.Key, h => h.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : h.Value?.ToString()) ?? [];
            received.Enqueue(new Received(delivery.BasicProperties.MessageId, delivery.RoutingKey, headers, JsonDocument.Parse(delivery.Body).RootElement.Clone()));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    /// <summary>Publishes a body as it is.</summary>
    public Task PublishAsync(string exchange, string body, string? messageId, string? messageType, string routingKey = "") =>
        PublishAsync(exchange, Encoding.UTF8.GetBytes(body), messageId, messageType, routingKey);

    /// <summary>Publishes bytes as they are.</summary>
    /// <param name="exchange">Where to.</param>
    /// <param name="body">The body.</param>
    /// <param name="messageId">Null for none.</param>
    /// <param name="messageType">A contract; null for no header.</param>
    /// <param name="routingKey">The key.</param>
    /// <param name="traceParent">Null for no header.</param>
    /// <param name="expiration">Milliseconds the broker keeps it in a queue.</param>
    public async Task PublishAsync(string exchange, byte[] body, string? messageId, string? messageType, string routingKey = "", string? traceParent = null, string? expiration = null)
    {
        var headers = new Dictionary<string, object?>();
        if (messageType is not null)
            headers["MT-MessageType"] = $"urn:message:Platform.Contracts:{messageType}";
        if (traceParent is not null)
            headers["traceparent"] = traceParent;
        var properties = new BasicProperties { ContentType = "application/json", Persistent = true, Headers = headers };
        if (messageId is not null)
            properties.MessageId = messageId;
        if (expiration is not null)
            properties.Expiration = expiration;
        await channel.BasicPublishAsync(exchange, routingKey, mandatory: true, properties, body);
    }

    /// <summary>Publishes bytes with any properties.</summary>
    public async Task PublishAsync(string exchange, byte[] body, BasicProperties properties) => await channel.BasicPublishAsync(exchange, "", mandatory: true, properties, body);

    /// <summary>Takes a message from a queue and rejects it; false when there is none.</summary>
    public async Task<bool> RejectAsync(string queue)
    {
        if (await channel.BasicGetAsync(queue, autoAck: false) is not { } message)
            return false;
        await channel.BasicRejectAsync(message.DeliveryTag, requeue: false);
        return true;
    }

    /// <summary>Declares a queue as MassTransit does for what a consumer of an older version could not take, and puts a message there.</summary>
    public async Task PutAsync(string queue, byte[] body, string messageId, IDictionary<string, object?> headers)
    {
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { MessageId = messageId, Persistent = true, Headers = headers }, body);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>A message as an outsider sees it.</summary>
public sealed record Received(string? MessageId, string RoutingKey, IReadOnlyDictionary<string, string?> Headers, JsonElement Body);

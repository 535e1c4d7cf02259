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
    public async Task PublishAsync(string exchange, string body, string? messageId, string? messageType, string routingKey = "") =>
        await channel.BasicPublishAsync(exchange, routingKey, mandatory: true, new BasicProperties
        {
            ContentType = "application/json",
            Persistent = true,
            MessageId = messageId,
            Headers = messageType is null ? null : new Dictionary<string, object?> { ["MT-MessageType"] = $"urn:message:Platform.Contracts:{messageType}" },
        }, Encoding.UTF8.GetBytes(body));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>A message as an outsider sees it.</summary>
public sealed record Received(string? MessageId, string RoutingKey, IReadOnlyDictionary<string, string?> Headers, JsonElement Body);

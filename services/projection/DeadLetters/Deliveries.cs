using System.Globalization;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Platform.Bus;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Platform.Projection.DeadLetters;

/// <summary>Reads what a delivered dead letter tells of its death.</summary>
internal static class Deliveries
{
    private const string Error = "_error", Skipped = "_skipped";

    /// <summary>Queues that MassTransit made beside those of an older version of the services.</summary>
    public static IEnumerable<string> OfOlderVersions =>
        Topology.Queues.Consumed.SelectMany(q => new[] { q, Topology.Queues.SuspectsOf(q) }).SelectMany(q => new[] { q + Error, q + Skipped });

    /// <summary>A message taken from a queue of dead letters.</summary>
    /// <param name="delivery">The message; its body is copied.</param>
    /// <param name="from">The queue of dead letters it lay in.</param>
    /// <param name="now">When it died, if it does not say.</param>
    public static DeadLetter Read(BasicDeliverEventArgs delivery, string from, DateTimeOffset now)
    {
        var message = AmqpMessage.Of(delivery.BasicProperties, delivery.Exchange, delivery.RoutingKey);
        var (queue, kind, reason, at) = OfConsumer(message) ?? OfOlderVersion(message, from) ?? OfBroker(delivery.BasicProperties.Headers)
            ?? (from, "unknown", "It was put here without a reason.", null);
        var thrown = message.Header(DeadLetterHeaders.Exception)
            ?? (message.Header(MessageHeaders.FaultExceptionType) is { } type ? $"{type}: {message.Header(MessageHeaders.FaultMessage)}\n{message.Header(MessageHeaders.FaultStackTrace)}" : null);
        return new DeadLetter(queue, kind, reason, thrown, delivery.Body.ToArray(), message, at ?? now);
    }

    /// <summary>A message of a batch that its consumer puts aside by itself.</summary>
    public static DeadLetter Read(ReceiveContext received, string queue, string reason, string? thrown, DateTimeOffset now)
    {
        var delivery = received.GetPayload<RabbitMqBasicConsumeContext>();
        return new DeadLetter(queue, DeadLetterKinds.Refused, reason, thrown, received.GetBody(), AmqpMessage.Of(delivery.Properties, delivery.Exchange ?? "", delivery.RoutingKey ?? ""), now);
    }

    private static (string Queue, string Kind, string Reason, DateTimeOffset? At)? OfConsumer(AmqpMessage message) =>
        message.Header(DeadLetterHeaders.Queue) is { } queue && message.Header(DeadLetterHeaders.Kind) is { } kind
            ? (queue, kind, message.Header(DeadLetterHeaders.Reason) ?? "No reason is told.",
                DateTimeOffset.TryParse(message.Header(DeadLetterHeaders.At), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null)
            : null;

    private static (string Queue, string Kind, string Reason, DateTimeOffset? At)? OfOlderVersion(AmqpMessage message, string from) =>
        from.EndsWith(Error, StringComparison.Ordinal) ? (from[..^Error.Length], DeadLetterKinds.Error, message.Header(MessageHeaders.FaultMessage) ?? "No reason is told.", null)
        : from.EndsWith(Skipped, StringComparison.Ordinal) ? (from[..^Skipped.Length], DeadLetterKinds.Skipped, $"No consumer takes messages of the type {message.Type}.", null)
        : null;

    /// <summary>The first entry of <c>x-death</c> is the last death.</summary>
    private static (string Queue, string Kind, string Reason, DateTimeOffset? At)? OfBroker(IDictionary<string, object?>? headers)
    {
        if (headers?.TryGetValue("x-death", out var deaths) != true || deaths is not System.Collections.IList { Count: > 0 } list || list[0] is not IDictionary<string, object?> last)
            return null;
        string Text(string name) => last.TryGetValue(name, out var value) && value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        var (queue, reason) = (Text("queue"), Text("reason"));
        var why = reason switch
        {
            "delivery_limit" => "It was delivered too often without an answer: its process ended each time it was at work on it.",
            "rejected" => "A consumer rejected it.",
            "expired" => "It waited longer than it was allowed to.",
            _ => $"The broker gave it up: {reason}.",
        };
        DateTimeOffset? at = last.TryGetValue("time", out var time) && time is AmqpTimestamp { UnixTime: > 0 and < 253_402_300_800 } moment ? DateTimeOffset.FromUnixTimeSeconds(moment.UnixTime) : null;
        return queue.Length > 0 ? (queue, reason, why, at) : null;
    }
}

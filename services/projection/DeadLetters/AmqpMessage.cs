using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Platform.Bus;
using RabbitMQ.Client;

namespace Platform.Projection.DeadLetters;

/// <summary>
/// Properties and headers of a message as JSON, and back to the same on the wire. A header that is no text is kept as
/// <c>{"base64": …}</c>; times as <c>{"time": seconds since 1970}</c>.
/// </summary>
/// <param name="Headers">Its headers.</param>
/// <param name="Properties">Its properties under their AMQP names, and <c>exchange</c> and <c>routing_key</c>.</param>
public sealed record AmqpMessage(JsonObject Headers, JsonObject Properties)
{
    private const string Base64 = "base64", Time = "time";
    private const int Deepest = 20;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Headers that tell of a death, not of the message. A replayed message begins without them.</summary>
    private static readonly string[] OfDeath = [DeadLetterHeaders.Prefix, "x-death", "x-first-death-", "x-last-death-", "x-delivery-count", "MT-Fault-", "MT-Reason", "MT-Host-"];

    /// <summary>Its message id as it came; null when it has none.</summary>
    public string? MessageId => Text(Properties, "message_id");

    /// <summary>The contract its header names: <c>IncidentDetected</c>; the whole header when that is no name of ours.</summary>
    public string? Type => Text(Headers, MessageHeaders.MessageType) is { Length: > 0 } urn ? urn[(urn.LastIndexOf(':') + 1)..] : null;

    /// <summary>W3C trace id of its <c>traceparent</c>.</summary>
    public string? TraceId => TraceParent is { } parent && System.Diagnostics.ActivityContext.TryParse(parent, null, out var context) ? context.TraceId.ToHexString() : null;

    /// <summary>Its <c>traceparent</c> as it came.</summary>
    public string? TraceParent => Text(Headers, ContractSerializer.TraceParent);

    /// <summary>How often it had been replayed before it died.</summary>
    public int Replays => Headers[DeadLetterHeaders.Replay] is JsonValue value && value.TryGetValue<long>(out var number) && number is >= 0 and < int.MaxValue ? (int)number : 0;

    /// <summary>A header that is text.</summary>
    public string? Header(string name) => Text(Headers, name);

    /// <summary>A message as the broker delivered it.</summary>
    public static AmqpMessage Of(IReadOnlyBasicProperties from, string exchange, string routingKey)
    {
        var properties = new JsonObject { ["exchange"] = exchange, ["routing_key"] = routingKey };
        void Add(bool present, string name, JsonNode? value) => properties[name] = present ? value : null;
        Add(from.IsContentTypePresent(), "content_type", from.ContentType);
        Add(from.IsContentEncodingPresent(), "content_encoding", from.ContentEncoding);
        Add(from.IsMessageIdPresent(), "message_id", from.MessageId);
        Add(from.IsCorrelationIdPresent(), "correlation_id", from.CorrelationId);
        Add(from.IsTypePresent(), "type", from.Type);
        Add(from.IsAppIdPresent(), "app_id", from.AppId);
        Add(from.IsReplyToPresent(), "reply_to", from.ReplyTo);
        Add(from.IsPriorityPresent(), "priority", from.Priority);
        Add(from.IsTimestampPresent(), "timestamp", from.Timestamp.UnixTime);
        foreach (var absent in properties.Where(p => p.Value is null).Select(p => p.Key).ToList())
            properties.Remove(absent);
        return new AmqpMessage(Table(from.Headers ?? new Dictionary<string, object?>(), 1), Clean(properties));
    }

    /// <summary>What is published to have it tried again: the same message, without what its death added.</summary>
    /// <param name="messageId">Its id.</param>
    /// <param name="replays">How often it has been replayed with this time.</param>
    public BasicProperties ToReplay(string messageId, int replays)
    {
        var headers = Headers.Where(h => !OfDeath.Any(prefix => h.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToDictionary(h => h.Key, h => FromJson(h.Value));
        headers[DeadLetterHeaders.Replay] = (long)replays;
        var to = new BasicProperties { Headers = headers, Persistent = true, MessageId = messageId };
        if (Text(Properties, "content_type") is { } contentType) to.ContentType = contentType;
        if (Text(Properties, "content_encoding") is { } encoding) to.ContentEncoding = encoding;
        if (Text(Properties, "correlation_id") is { } correlation) to.CorrelationId = correlation;
        if (Text(Properties, "type") is { } type) to.Type = type;
        if (Text(Properties, "app_id") is { } app) to.AppId = app;
        if (Text(Properties, "reply_to") is { } reply) to.ReplyTo = reply;
        if (Properties["priority"] is JsonValue priority) to.Priority = priority.GetValue<byte>();
        if (Properties["timestamp"] is JsonValue timestamp) to.Timestamp = new AmqpTimestamp(timestamp.GetValue<long>());
        // Those that were kept before they were cut, too.
        AmqpFrame.CutShorts(to);
        return to;
    }

    private static string? Text(JsonObject values, string name) => values[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonNode? ToJson(object? value, int depth) => value switch
    {
        null => null,
        not string and System.Collections.IEnumerable and not byte[] when depth > Deepest => JsonValue.Create("… nested too deeply to be kept"),
        string text => Storable(text) ? JsonValue.Create(text) : Bytes(Encoding.UTF8.GetBytes(text)),
        byte[] bytes => Readable(bytes) is { } text ? JsonValue.Create(text) : Bytes(bytes),
        AmqpTimestamp time => new JsonObject { [Time] = time.UnixTime },
        IEnumerable<KeyValuePair<string, object?>> table => Table(table, depth + 1),
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => ToJson(item, depth + 1))]),
        bool truth => JsonValue.Create(truth),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        float number when float.IsFinite(number) => JsonValue.Create(number),
        byte or sbyte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Texts.Clean(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "", 1000)),
    };

    private static JsonObject Table(IEnumerable<KeyValuePair<string, object?>> table, int depth)
    {
        var json = new JsonObject();
        foreach (var (name, value) in table)
            json[Texts.Short(name)] = ToJson(value, depth);
        return json;
    }

    private static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonObject { Count: 1 } one when Text(one, Base64) is { } base64 && System.Buffers.Text.Base64.IsValid(base64) => Convert.FromBase64String(base64),
        JsonObject { Count: 1 } one when one[Time] is JsonValue time && time.TryGetValue<long>(out var seconds) => new AmqpTimestamp(seconds),
        JsonObject table => table.ToDictionary(entry => entry.Key, entry => FromJson(entry.Value)),
        JsonArray list => list.Select(FromJson).ToList(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when value.TryGetValue<double>(out var number) => number,
        _ => null,
    };

    private static string? Readable(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes) is var text && Storable(text) ? text : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>jsonb holds every text but NUL and half surrogate pairs.</summary>
    private static bool Storable(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))
                return false;
        }
        return true;
    }

    private static JsonObject Bytes(byte[] bytes) => new() { [Base64] = Convert.ToBase64String(bytes) };

    private static JsonObject Clean(JsonObject properties)
    {
        foreach (var (name, value) in properties.Where(p => p.Value is JsonValue v && v.TryGetValue<string>(out _)).ToList())
            properties[name] = Texts.Short(value!.GetValue<string>());
        return properties;
    }
}

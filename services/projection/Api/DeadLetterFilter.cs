using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.Api;

/// <summary>Which dead letters; all that is given must hold.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>The queue they were for; its lane of suspects is included.</summary>
    public string? Queue { get; init; }

    /// <summary>What put them aside: error, skipped, refused, delivery_limit, rejected, expired.</summary>
    public string? Kind { get; init; }

    /// <summary>The type of the message, such as IncidentDetected.</summary>
    public string? MessageType { get; init; }

    /// <summary>The id of the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>W3C trace id of the message, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>Part of the reason, in any case.</summary>
    public string? Reason { get; init; }

    /// <summary>Died then or later, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Died before then, UTC.</summary>
    public DateTimeOffset? To { get; init; }

    internal const int LongestText = 300;

    /// <summary>Says what is wrong with it, by name of the property.</summary>
    internal void Check(Action<string, string> refuse)
    {
        foreach (var (name, text) in new[] { ("queue", Queue), ("kind", Kind), ("messageType", MessageType), ("messageId", MessageId), ("traceId", TraceId), ("reason", Reason) })
            if (text is not null && (text.Length is 0 or > LongestText || text.Any(c => char.IsControl(c) || char.IsSurrogate(c))))
                refuse(name, $"must be 1 to {LongestText} characters, no control characters");
        if (From is { } from && To is { } to && from >= to)
            refuse("to", "must be after from");
    }

    /// <summary>Its condition, with its parameters added to the command.</summary>
    internal string Where(NpgsqlCommand command)
    {
        var conditions = new List<string> { "true" };
        void Add(object? value, NpgsqlDbType type, Func<string, string> condition)
        {
            if (value is null)
                return;
            command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
            conditions.Add(condition("$" + command.Parameters.Count));
        }
        Add(Queue, NpgsqlDbType.Text, p => $"queue in ({p}, {p} || '{Bus.Topology.Queues.SuspectsOf("")}')");
        Add(Kind, NpgsqlDbType.Text, p => $"kind = {p}");
        Add(MessageType, NpgsqlDbType.Text, p => $"message_type = {p}");
        Add(MessageId, NpgsqlDbType.Text, p => $"message_id = {p}");
        Add(TraceId?.ToLowerInvariant(), NpgsqlDbType.Text, p => $"trace_id = {p}");
        Add(Reason?.ToLowerInvariant(), NpgsqlDbType.Text, p => $"strpos(lower(reason), {p}) > 0");
        Add(From?.UtcDateTime, NpgsqlDbType.TimestampTz, p => $"at >= {p}");
        Add(To?.UtcDateTime, NpgsqlDbType.TimestampTz, p => $"at < {p}");
        return string.Join(" and ", conditions);
    }
}

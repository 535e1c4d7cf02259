using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Projection.Api;

/// <summary>A dead letter in a list.</summary>
public record DeadLetterItem
{
    /// <summary>Its id: the same for the same message, however often it dies.</summary>
    public required Guid Id { get; init; }

    /// <summary>The queue it died in, where a replay sends it; `….suspects` is the second lane of a queue.</summary>
    public required string Queue { get; init; }

    /// <summary>What put it aside: `error` (its consumer threw), `skipped` (no consumer for its type), `refused` (one of a batch), or the broker's reason: `delivery_limit`, `rejected`, `expired`.</summary>
    public required string Kind { get; init; }

    /// <summary>What is wrong with it, in a line.</summary>
    public required string Reason { get; init; }

    /// <summary>The message's id, as it came.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message's type, such as IncidentDetected.</summary>
    public string? MessageType { get; init; }

    /// <summary>W3C trace id of the request it comes from.</summary>
    public string? TraceId { get; init; }

    /// <summary>When it died last, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>`waiting` for a decision, `replayed`, or `discarded`.</summary>
    public required string State { get; init; }

    /// <summary>How often it was replayed; 0 or more.</summary>
    public required int Replays { get; init; }

    /// <summary>Bytes of its body.</summary>
    public required int Size { get; init; }
}

/// <summary>A dead letter, whole.</summary>
public sealed record DeadLetterView : DeadLetterItem
{
    /// <summary>Type, message and stack of what was thrown, cut.</summary>
    public string? Exception { get; init; }

    /// <summary>Headers as they came; one that is no text is an object with `base64`.</summary>
    public required JsonElement Headers { get; init; }

    /// <summary>Properties of the message under their AMQP names, with `exchange` and `routing_key`.</summary>
    public required JsonElement Properties { get; init; }

    /// <summary>The body as text; absent when it is no UTF-8.</summary>
    public string? Text { get; init; }

    /// <summary>The body's bytes as they came, in Base64.</summary>
    public required byte[] Body { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public required IReadOnlyList<DeadLetterAction> Actions { get; init; }
}

/// <summary>One thing that happened to a dead letter.</summary>
/// <param name="Action">`died`, `replayed` or `discarded`.</param>
/// <param name="Reason">Why: what was wrong with it, or what the person said.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who; absent when it died.</param>
public sealed record DeadLetterAction(string Action, string Reason, DateTimeOffset At, string? Actor = null);

/// <summary>A page of dead letters.</summary>
/// <param name="Items">The letters, the last that died first.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetterItem> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>What a replay by filter came to.</summary>
/// <param name="Matched">Waiting letters that met the filter before it; 0 or more.</param>
/// <param name="Replayed">How many were sent and confirmed by the broker.</param>
/// <param name="Failed">How many could not be sent, because their queue is gone or the broker did not confirm; they wait as before.</param>
/// <param name="Remaining">How many of the matched were not tried, past the limit or after a failure of the broker.</param>
public sealed record ReplayAnswer(long Matched, int Replayed, int Failed, long Remaining);

/// <summary>Who decides, and why.</summary>
public record DeadLetterDecision
{
    /// <summary>Name of the person, 1 to 200 characters. With a key or token it is its holder's and may be left out; where no keys are asked for it must be given.</summary>
    public string? Actor { get; init; }

    /// <summary>Why, in words for a person; 1 to 2000 characters, in as many lines as it takes.</summary>
    public required string Reason { get; init => field = Commands.Command.Lines(value); }

    internal virtual void Check(Dictionary<string, string[]> errors)
    {
        if (Actor is not null)
            Commands.Command.CheckText("actor", Actor, 200, errors);
        Commands.Command.CheckText("reason", Reason, 2000, errors, lines: true);
    }
}

/// <summary>Which dead letters to replay, who decides, and why.</summary>
public sealed record ReplayRequest : DeadLetterDecision
{
    /// <summary>Most letters a request replays.</summary>
    internal const int Most = 1000;

    /// <summary>Which of those that wait; at least one condition.</summary>
    public required DeadLetterFilter Filter { get; init; }

    /// <summary>Most letters to replay, 1 to 1000; 100 when absent. Oldest first.</summary>
    public int? Limit { get; init; }

    internal override void Check(Dictionary<string, string[]> errors)
    {
        base.Check(errors);
        Filter.Check((name, what) => errors["filter." + name] = [what]);
        if (Filter == new DeadLetterFilter())
            errors["filter"] = ["must have a condition; for all, give from or to"];
        if (Limit is < 1 or > Most)
            errors["limit"] = [$"must be a number from 1 to {Most}"];
    }
}

/// <summary>JSON of the decisions; a typing error in a property's name is refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DeadLetterDecision))]
[JsonSerializable(typeof(ReplayRequest))]
internal sealed partial class DeadLetterJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>What is to be registered.</summary>
public sealed record WebhookRequest
{
    /// <summary>Where changes are posted to: https, at most 2000 characters, without user and password.</summary>
    public required string Url { get; init; }

    /// <summary>Which changes, as the query string of <c>GET /incidents/events</c>, such as <c>country=IQ&amp;type=rocket_attack</c>; all when absent.</summary>
    public string? Filter { get; init; }

    /// <summary>What it is for, for whoever reads the list; at most 500 characters.</summary>
    public string? Description { get; init; }
}

/// <summary>A registered webhook.</summary>
public sealed record Webhook
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where changes are posted to.</summary>
    public required string Url { get; init; }

    /// <summary>Which changes, as the query string of <c>GET /incidents/events</c>; empty for all.</summary>
    public required string Filter { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>False when nothing is delivered: the receiver answered 410, or somebody disabled it.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Why it is not enabled.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>When it was registered, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The secret its deliveries are signed with, <c>whsec_</c> and base64; told only when it is new.</summary>
    public string? Secret { get; init; }
}

/// <summary>All webhooks.</summary>
/// <param name="Items">The webhooks, oldest first.</param>
public sealed record WebhookList(IReadOnlyList<Webhook> Items);

/// <summary>One message to one receiver, with every attempt.</summary>
public sealed record Delivery
{
    /// <summary>Id of the message, the header <c>webhook-id</c>: that of the event, the same in every attempt and on the broker.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Kind of message, <c>incident.</c> and the change.</summary>
    public required string Type { get; init; }

    /// <summary>Place of the event in the log.</summary>
    public required long Position { get; init; }

    /// <summary><c>pending</c>, <c>delivered</c>, or <c>failed</c> when all attempts are used up.</summary>
    public required string Status { get; init; }

    /// <summary>When it is tried next, UTC; absent when it is not pending.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The last attempts, oldest first.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }
}

/// <summary>One attempt to deliver.</summary>
public sealed record Attempt
{
    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>HTTP status of the answer; absent when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why there was no answer.</summary>
    public string? Error { get; init; }

    /// <summary>How long it took, milliseconds.</summary>
    public required double Milliseconds { get; init; }
}

/// <summary>A page of deliveries.</summary>
/// <param name="Items">The deliveries, newest first.</param>
/// <param name="Next">The <c>before</c> of the next page; null on the last one.</param>
public sealed record DeliveryPage(IReadOnlyList<Delivery> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Next);

/// <summary>JSON of webhooks.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(WebhookRequest))]
[JsonSerializable(typeof(WebhookList))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(IReadOnlyList<Attempt>))]
internal sealed partial class WebhookJson : JsonSerializerContext;

namespace Platform.Contracts;

/// <summary>The body of a webhook, as Standard Webhooks suggests it.</summary>
public sealed record IncidentDelivery
{
    /// <summary>Kind of message: <c>incident.</c> and the change; new values may be added.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>What changed: the same body as on the broker.</summary>
    public required IncidentChanged Data { get; init; }
}

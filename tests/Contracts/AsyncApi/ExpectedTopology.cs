namespace Platform.Tests.Contracts.AsyncApi;

/// <summary>
/// The topology the document must show. The one place to change when the code gets constants of its own: fill these
/// lists from them, and document and code can no longer differ.
/// </summary>
internal static class ExpectedTopology
{
    /// <summary>Where messages go that were delivered too often.</summary>
    public const string DeadLetter = "platform.dead-letter";

    /// <summary>Deliveries after the first before a message is dead-lettered.</summary>
    public const int DeliveryLimit = 3;

    /// <summary>Exchanges with their types.</summary>
    public static IReadOnlyDictionary<string, string> Exchanges { get; } = new Dictionary<string, string>
    {
        ["article-received.v1"] = "fanout",
        ["incident-detected.v1"] = "topic",
        ["no-incident-detected.v1"] = "fanout",
        ["incident-changed.v1"] = "topic",
        [DeadLetter] = "fanout",
    };

    /// <summary>Queues, each with the exchange it is bound to and the routing key of the binding.</summary>
    public static IReadOnlyDictionary<string, (string Exchange, string RoutingKey)> Queues { get; } = new Dictionary<string, (string, string)>
    {
        ["extraction.article-received"] = ("article-received.v1", ""),
        ["projection.incident-detected"] = ("incident-detected.v1", "#"),
        ["projection.no-incident-detected"] = ("no-incident-detected.v1", ""),
        [DeadLetter] = (DeadLetter, ""),
    };

    /// <summary>Routing keys, as templates, of the exchanges that have any.</summary>
    public static IReadOnlyDictionary<string, string> RoutingKeys { get; } = new Dictionary<string, string>
    {
        ["incident-detected.v1"] = "incident.detected.{eventType}.{country}",
        ["incident-changed.v1"] = "incident.{change}.{eventType}.{country}",
    };

    /// <summary>What <c>{change}</c> can be.</summary>
    public static IReadOnlyList<string> Changes { get; } = ["opened", "report_linked", "report_unlinked"];
}

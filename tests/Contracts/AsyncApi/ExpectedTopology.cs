using Platform.Bus;
using Platform.Projection.Incidents;

namespace Platform.Tests.Contracts.AsyncApi;

/// <summary>The topology the document must show: the constants the services declare it with, so that the two cannot differ.</summary>
internal static class ExpectedTopology
{
    /// <summary>Where messages go that were delivered too often.</summary>
    public const string DeadLetter = Topology.Exchanges.DeadLetter;

    /// <summary>Deliveries after the first before a message is dead-lettered.</summary>
    public const int DeliveryLimit = Topology.DeliveryLimit;

    /// <summary>Exchanges with their types.</summary>
    public static IReadOnlyDictionary<string, string> Exchanges { get; } = new Dictionary<string, string>
    {
        [Topology.Exchanges.ArticleReceived] = "fanout",
        [Topology.Exchanges.IncidentDetected] = "topic",
        [Topology.Exchanges.NoIncidentDetected] = "fanout",
        [Topology.Exchanges.IncidentChanged] = "topic",
        [DeadLetter] = "fanout",
    };

    /// <summary>Queues, each with the exchange it is bound to and the routing key of the binding.</summary>
    public static IReadOnlyDictionary<string, (string Exchange, string RoutingKey)> Queues { get; } = new Dictionary<string, (string, string)>
    {
        [Topology.Queues.ArticleReceived] = (Topology.Exchanges.ArticleReceived, ""),
        [Topology.Queues.IncidentDetected] = (Topology.Exchanges.IncidentDetected, "#"),
        [Topology.Queues.NoIncidentDetected] = (Topology.Exchanges.NoIncidentDetected, ""),
        [DeadLetter] = (DeadLetter, ""),
    };

    /// <summary>Routing keys, as templates, of the exchanges that have any.</summary>
    public static IReadOnlyDictionary<string, string> RoutingKeys { get; } = new Dictionary<string, string>
    {
        [Topology.Exchanges.IncidentDetected] = "incident.detected.{eventType}.{country}",
        [Topology.Exchanges.IncidentChanged] = "incident.{change}.{eventType}.{country}",
    };

    /// <summary>What <c>{change}</c> can be.</summary>
    public static IReadOnlyList<string> Changes { get; } = [.. IncidentStream.Changes.Values];
}

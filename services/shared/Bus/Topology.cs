using Platform.Contracts;

namespace Platform.Bus;

/// <summary>Every name on the broker. contracts/asyncapi.yaml says the same to outsiders; a test holds the two together.</summary>
public static class Topology
{
    /// <summary>Exchanges, one a message type and version.</summary>
    public static class Exchanges
    {
        /// <summary>Fanout: articles for the extraction.</summary>
        public const string ArticleReceived = "article-received.v1";

        /// <summary>Topic: reports, for the projection and for subscribers.</summary>
        public const string IncidentDetected = "incident-detected.v1";

        /// <summary>Fanout: articles that were read and tell of no incident.</summary>
        public const string NoIncidentDetected = "no-incident-detected.v1";

        /// <summary>Topic: every change of an incident, for subscribers.</summary>
        public const string IncidentChanged = "incident-changed.v1";

        /// <summary>Fanout: where consumers put what they cannot take, and the broker what it delivered too often.</summary>
        public const string DeadLetter = "platform.dead-letter";

        /// <summary>Fanout: spans for the store of traces, within the platform; what nobody takes in time is dropped.</summary>
        public const string TraceSpans = "trace-spans.v1";
    }

    /// <summary>Queues; beside each the broker has an exchange of the same name that leads to it alone.</summary>
    public static class Queues
    {
        /// <summary>Articles waiting for the extraction.</summary>
        public const string ArticleReceived = "extraction.article-received";

        /// <summary>Reports waiting for the projection.</summary>
        public const string IncidentDetected = "projection.incident-detected";

        /// <summary>Empty extractions waiting for the projection.</summary>
        public const string NoIncidentDetected = "projection.no-incident-detected";

        /// <summary>A stream of reports and changes, for subscribers that come later or read again; the projection declares it.</summary>
        public const string IncidentStream = "incident-stream.v1";

        /// <summary>
        /// What consumers could not take, with <see cref="DeadLetterHeaders"/>, and what the broker gave up on, with the reason in
        /// <c>x-death</c>; the projection keeps it in its table of dead letters.
        /// </summary>
        public const string DeadLetter = "platform.dead-letter";

        /// <summary>Batches of spans waiting for the projection; the oldest are dropped when there are too many.</summary>
        public const string TraceSpans = "projection.trace-spans";

        /// <summary>Those that services consume.</summary>
        public static readonly string[] Consumed = [ArticleReceived, IncidentDetected, NoIncidentDetected];

        /// <summary>
        /// The second lane of a queue, read one message at a time. When a process dies the broker counts a delivery for every
        /// message it held, the one that killed it and hundreds of innocent ones; past the limit they all come here, where
        /// only a message that kills the process by itself is counted.
        /// </summary>
        public static string SuspectsOf(string queue) => queue + ".suspects";
    }

    /// <summary>How long the stream keeps a message, as RabbitMQ writes it; whole segments are dropped.</summary>
    public const string StreamAge = "7D";

    /// <summary>Deliveries after the first before the broker moves a message from a queue to its suspects.</summary>
    public const int DeliveryLimit = 3;

    /// <summary>
    /// The same, from the suspects to the dead letters. Higher, because an innocent message that is first in the lane is hit by
    /// every crash that has another cause.
    /// </summary>
    public const int SuspectDeliveryLimit = 20;

    /// <summary>Routing key <c>incident.&lt;change&gt;.&lt;eventType&gt;.&lt;country&gt;</c> of the topic exchanges.</summary>
    /// <param name="change"><c>detected</c>, or the change of an <see cref="IncidentChanged"/>.</param>
    /// <param name="type">Kind of attack, in the key as snake_case.</param>
    /// <param name="country">ISO 3166-1 alpha-2; <c>unknown</c> in the key when absent.</param>
    public static string RoutingKey(string change, EventType type, string? country) =>
        $"incident.{change}.{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString())}.{country ?? "unknown"}";
}

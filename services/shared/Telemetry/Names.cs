namespace Platform.Telemetry;

/// <summary>Every name that telemetry shows: services, sources, spans, attributes, metrics. Dashboards and tests read them from here.</summary>
public static class Names
{
    /// <summary><c>service.name</c> of the services.</summary>
    public static class Services
    {
        public const string Ingest = "ingest";
        public const string Extraction = "extraction";
        public const string Projection = "projection";
    }

    /// <summary>The one activity source and the one meter of the platform.</summary>
    public const string Source = "Platform";

    /// <summary>Sources of the libraries we listen to. Never <c>RabbitMQ.Client.Subscriber</c>: it starts orphan roots.</summary>
    public static readonly string[] LibrarySources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit"];

    /// <summary>Meters of the libraries we listen to.</summary>
    public static readonly string[] LibraryMeters =
    [
        "MassTransit", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
    ];

    /// <summary>Spans we start ourselves.</summary>
    public static class Spans
    {
        /// <summary>Wait for and write of the group commit, child of the POST.</summary>
        public const string Append = "store append";

        /// <summary>One line of a batch, the root of that article's trace.</summary>
        public const string AcceptLine = "accept article";

        /// <summary>One article that is to be read again, the root of that reading's trace.</summary>
        public const string RequestExtraction = "request extraction";

        /// <summary>From the commit of an event to its confirm by the broker.</summary>
        public const string Relay = "relay publish";

        /// <summary>One article through the engine.</summary>
        public const string Extract = "extract article";

        /// <summary>One message of a batch taken into the incident streams.</summary>
        public const string Project = "project incident";

        /// <summary>One dead letter from the broker into the table, in the trace of the message.</summary>
        public const string KeepDeadLetter = "keep dead letter";

        /// <summary>One dead letter sent to its queue again, in the trace of the message, linked to the request.</summary>
        public const string ReplayDeadLetter = "replay dead letter";

        /// <summary>One attempt to deliver a change to a webhook.</summary>
        public const string Webhook = "deliver webhook";

        /// <summary>One change written to an event stream, or to several together.</summary>
        public const string EventStream = "deliver event";
    }

    /// <summary>Attributes of our spans and metrics.</summary>
    public static class Attributes
    {
        public const string ArticleId = "article.id";
        public const string ReportId = "report.id";
        public const string IncidentId = "incident.id";
        public const string EventType = "event.type";
        public const string Reports = "extraction.reports";
        public const string Outcome = "outcome";
        public const string Stream = "stream";
        public const string Endpoint = "endpoint";
        public const string Kind = "kind";
        public const string Action = "action";
        public const string DeadLetterId = "dead_letter.id";
        public const string WebhookId = "webhook.id";
        public const string MessageId = "message.id";

        /// <summary>Who listens to an event stream.</summary>
        public const string Subscriber = "subscriber";

        /// <summary>What an event stream was asked for, as the query of its request.</summary>
        public const string Filter = "filter";

        /// <summary>Trace of the request that an event stream is the answer to.</summary>
        public const string StreamTrace = "stream.trace_id";

        /// <summary>How many event streams a span stands for, where it is not one.</summary>
        public const string Streams = "streams";

        /// <summary>How many of them were cut off because too much waited for them.</summary>
        public const string StreamsCutOff = "streams.cut_off";

        /// <summary>How many of them had gone.</summary>
        public const string StreamsLeft = "streams.left";
        public const string StatusCode = "http.response.status_code";

        /// <summary>How often this was tried before, where who does the work knows: 0 or absent for the first time.</summary>
        public const string Retry = "retry";
    }

    /// <summary>Events on our spans: moments that part them into stages.</summary>
    public static class Moments
    {
        /// <summary>The writer's turn has come: linking begins.</summary>
        public const string Linking = "linking";

        /// <summary>All is decided: writing begins, which ends with the commit.</summary>
        public const string Committing = "committing";
    }

    /// <summary>Instruments of the meter <see cref="Source"/>.</summary>
    public static class Metrics
    {
        public const string ArticlesAccepted = "articles.accepted";
        public const string ArticlesExtracted = "articles.extracted";
        public const string ExtractionDuration = "extraction.duration";
        public const string EventsPublished = "events.published";
        public const string ReportsProjected = "reports.projected";
        public const string ProjectionDelay = "projection.delay";
        public const string OutboxLagEvents = "outbox.lag.events";
        public const string OutboxLagSeconds = "outbox.lag.seconds";
        public const string ProjectionLagEvents = "projection.lag.events";
        public const string ProjectionLagSeconds = "projection.lag.seconds";
        public const string DeadLetters = "dead_letters";
        public const string DeadLettersDecided = "dead_letters.decided";
        public const string DeadLettersWaiting = "dead_letters.waiting";
        public const string DeadLettersWaitingSeconds = "dead_letters.waiting.seconds";
        public const string EndpointUp = "endpoint.up";
        public const string ArticlesLate = "articles.late";
        public const string ArticlesRepeated = "articles.repeated";
        public const string TraceSpansDropped = "trace.spans.dropped";
        public const string TraceSpansStored = "trace.spans.stored";
    }
}

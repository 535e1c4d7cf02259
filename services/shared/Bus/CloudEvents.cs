using System.Globalization;
using Platform.Contracts;

namespace Platform.Bus;

/// <summary>
/// CloudEvents 1.0 in binary mode (AMQP protocol binding 1.0.2): the attributes of a message as headers <c>cloudEvents_…</c>; the body
/// stays what it is, and <c>datacontenttype</c> is the content type.
/// </summary>
public static class CloudEvents
{
    /// <summary>Prefix of the headers; the underscore is the form for brokers whose header names have no colon.</summary>
    public const string Prefix = "cloudEvents_";

    /// <summary><c>source</c> of every event: the id of contracts/asyncapi.yaml.</summary>
    public const string Source = "urn:platform:incidents";

    /// <summary>What kind of message a body is, with its version; also the AMQP property <c>type</c> and the name of the exchange.</summary>
    /// <exception cref="ArgumentException">The body is no message.</exception>
    public static string TypeOf(object body) => body switch
    {
        IncidentChanged => Topology.Exchanges.IncidentChanged,
        IncidentDetected => Topology.Exchanges.IncidentDetected,
        NoIncidentDetected => Topology.Exchanges.NoIncidentDetected,
        ArticleReceived => Topology.Exchanges.ArticleReceived,
        _ => throw new ArgumentException($"{body.GetType()} is not published.", nameof(body)),
    };

    /// <summary>The attributes of a message, without the prefix.</summary>
    public static IEnumerable<(string Name, string Value)> Attributes(Outgoing message)
    {
        var (subject, time) = About(message.Body);
        return
        [
            ("specversion", "1.0"), ("id", message.MessageId.ToString()), ("source", Source), ("type", TypeOf(message.Body)),
            ("subject", subject.ToString()), ("time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>The incident, report or article it is about, and when it happened.</summary>
    private static (Guid Subject, DateTimeOffset Time) About(object body) => body switch
    {
        IncidentChanged e => (e.IncidentId, e.OccurredAt),
        IncidentDetected e => (e.Report.ReportId, e.Extraction.ExtractedAt),
        NoIncidentDetected e => (e.Article.ArticleId, e.Extraction.ExtractedAt),
        ArticleReceived e => (e.ArticleId, e.ReceivedAt),
        _ => throw new ArgumentException($"{body.GetType()} is not published.", nameof(body)),
    };
}

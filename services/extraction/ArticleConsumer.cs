using System.Diagnostics;
using MassTransit;
using Platform.Bus;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Extraction.Engine;
using Platform.Telemetry;

namespace Platform.Extraction;

/// <summary>
/// An article in, its reports out. Acknowledged only after the broker has confirmed every report; a crash in between repeats
/// them under the same message ids.
/// </summary>
public sealed class ArticleConsumer(Extractor extractor, Publisher publisher, TimeProvider clock) : IConsumer<ArticleReceived>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<ArticleReceived> context)
    {
        // The ids of what follows hang on this one: without it a repetition could not be recognised.
        var cause = context.MessageId ?? throw new InvalidMessageException("The message has no message_id.");
        var article = context.Message;
        Activity.Current?.SetTag(Names.Attributes.ArticleId, article.ArticleId).SetTag(Names.Attributes.Retry, context.Tries());
        if (string.IsNullOrEmpty(article.Text) || article.ArticleId == Guid.Empty || article.Revision < 1)
            throw new InvalidMessageException("An article needs articleId, revision and text.");

        var outgoing = ToMessages(article, Extract(article), cause);
        // Not the consumer's token: it is cancelled with the connection, and a cancelled consumer would give the message up. The publisher is patient for seconds only.
        await Task.WhenAll(outgoing.Select(message => publisher.PublishAsync(message, CancellationToken.None)));
        CrashPoint.Reach(CrashPoint.BeforeAck);
        Instruments.ArticlesExtracted.Add(1);
    }

    private ExtractionResult Extract(ArticleReceived article)
    {
        using var activity = Tracing.Source.StartActivity(Names.Spans.Extract);
        var started = Stopwatch.GetTimestamp();
        var result = extractor.Extract(new Article(article.ArticleId, article.Revision, article.Title, article.Text, article.PublishedAt, article.Outlet, article.Url));
        Instruments.ExtractionDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        activity?.SetTag(Names.Attributes.ArticleId, article.ArticleId);
        activity?.SetTag(Names.Attributes.Reports, result.Reports.Count);
        return result;
    }

    private List<Outgoing> ToMessages(ArticleReceived article, ExtractionResult result, Guid cause)
    {
        var reference = ArticleReference.To(article);
        var summary = new ExtractionSummary
        {
            Extractor = extractor.Version,
            ExtractedAt = ToMicroseconds(clock.GetUtcNow()),
            ReportIds = [.. result.Reports.Select(r => r.ReportId)],
            RequestId = article.RequestId,
            Aggregates = result.Aggregates,
        };
        if (result.Reports.Count == 0)
            return [new Outgoing(
                new NoIncidentDetected { Article = reference, Extraction = summary },
                DeterministicId.Event(cause, $"no_incident_detected/{extractor.Version}"), null, Mandatory: true)];
        return [.. result.Reports.Select(report => new Outgoing(
            new IncidentDetected { Report = report, Article = reference, Clues = result.Clues[report.Ordinal], Extraction = summary },
            DeterministicId.Event(cause, $"incident_detected/{extractor.Version}", report.Ordinal),
            Topology.RoutingKey("detected", report.EventType, report.Place?.Country),
            Mandatory: true))];
    }

    /// <summary>As fine as the store keeps it, so that the log and the columns made of it say the same time.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}

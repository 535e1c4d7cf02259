using System.Diagnostics;
using MassTransit;
using Npgsql;
using Platform.Bus;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.DeadLetters;
using Platform.Telemetry;

namespace Platform.Projection.Incidents;

/// <summary>Reports, a batch of messages in one transaction.</summary>
public sealed class IncidentDetectedConsumer(DetectionIntake intake) : IConsumer<Batch<IncidentDetected>>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<Batch<IncidentDetected>> context) => intake.TakeAsync(context.Message, context.GetRetryAttempt(), context.CancellationToken);
}

/// <summary>Reports, one message in one transaction, for the lane of suspects.</summary>
public sealed class IncidentDetectedSuspectConsumer(DetectionIntake intake) : IConsumer<IncidentDetected>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<IncidentDetected> context) => intake.TakeAloneAsync(context);
}

/// <summary>Extractions that found nothing, a batch of messages in one transaction.</summary>
public sealed class NoIncidentDetectedConsumer(DetectionIntake intake) : IConsumer<Batch<NoIncidentDetected>>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<Batch<NoIncidentDetected>> context) => intake.TakeAsync(context.Message, context.GetRetryAttempt(), context.CancellationToken);
}

/// <summary>Extractions that found nothing, one message in one transaction, for the lane of suspects.</summary>
public sealed class NoIncidentDetectedSuspectConsumer(DetectionIntake intake) : IConsumer<NoIncidentDetected>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<NoIncidentDetected> context) => intake.TakeAloneAsync(context);
}

/// <summary>
/// Takes a batch in. A consumer of a batch that throws fails every message of it, so it throws only when all of them must come
/// again; a single bad one becomes a dead letter with its reason, and its neighbours go on.
/// </summary>
public sealed class DetectionIntake(DetectionGroup group, IncidentProjector projector, DeadLetterTable deadLetters, TimeProvider clock)
{
    /// <summary>Completes when every message has had its effect or is a dead letter.</summary>
    /// <param name="messages">The batch.</param>
    /// <param name="retries">How often the batch as a whole was tried before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task TakeAsync(IEnumerable<ConsumeContext<IncidentDetected>> messages, int retries, CancellationToken cancellationToken) =>
        TakeAsync(messages, retries, Open, group.ApplyAsync, cancellationToken);

    /// <inheritdoc cref="TakeAsync(IEnumerable{ConsumeContext{IncidentDetected}}, int, CancellationToken)"/>
    public Task TakeAsync(IEnumerable<ConsumeContext<NoIncidentDetected>> messages, int retries, CancellationToken cancellationToken) =>
        TakeAsync(messages, retries, Open, group.ApplyAsync, cancellationToken);

    /// <summary>The same for a message that may end the process: in a transaction with no others.</summary>
    public Task TakeAloneAsync(ConsumeContext<IncidentDetected> message) => TakeAsync([message], 0, Open, projector.ApplyAsync, message.CancellationToken);

    /// <inheritdoc cref="TakeAloneAsync(ConsumeContext{IncidentDetected})"/>
    public Task TakeAloneAsync(ConsumeContext<NoIncidentDetected> message) => TakeAsync([message], 0, Open, projector.ApplyAsync, message.CancellationToken);

    private static (IncidentReport?, ArticleReference?, ExtractionSummary?, ReportClues?) Open(IncidentDetected message) => (message.Report, message.Article, message.Extraction, message.Clues);

    private static (IncidentReport?, ArticleReference?, ExtractionSummary?, ReportClues?) Open(NoIncidentDetected message) => (null, message.Article, message.Extraction, null);

    private async Task TakeAsync<T>(
        IEnumerable<ConsumeContext<T>> batch, int retries, Func<T, (IncidentReport? Report, ArticleReference? Article, ExtractionSummary? Extraction, ReportClues? Clues)> open,
        Func<IReadOnlyList<Detection>, CancellationToken, Task> apply, CancellationToken cancellationToken)
        where T : class
    {
        var detections = new List<(Detection Detection, ConsumeContext<T> Context)>();
        var current = Activity.Current;
        foreach (var message in batch)
        {
            try
            {
                var (report, article, extraction, clues) = open(message.Message);
                detections.Add((Detection.Checked(message.MessageId, report, article, extraction, clues, ContractSerializer.Text(message.Headers, ContractSerializer.TraceParent)) with { Tries = message.Tries() + retries, Batch = current?.Context }, message));
            }
            catch (Exception e) when (!EndpointSetup.IsOutage(e))
            {
                var (reason, thrown) = e is InvalidMessageException ? (e.Message, null) : ($"{e.GetType().Name}: {e.Message}", e.ToString());
                await PutAsideAsync(message, (message.Message as IncidentDetected)?.Article?.ArticleId ?? (message.Message as NoIncidentDetected)?.Article?.ArticleId, reason, thrown, cancellationToken);
                Activity.Current = current;
            }
        }
        if (detections.Count == 0)
            return;
        try
        {
            await apply([.. detections.Select(d => d.Detection)], cancellationToken);
            CrashPoint.Reach(CrashPoint.BeforeAck);
        }
        catch (Exception e) when (!EndpointSetup.IsOutage(e))
        {
            foreach (var (detection, message) in detections)
                await TakeAloneAsync(detection, message, cancellationToken);
        }
    }

    private async Task TakeAloneAsync(Detection detection, ConsumeContext message, CancellationToken cancellationToken)
    {
        try
        {
            await projector.ApplyAsync([detection], cancellationToken);
        }
        catch (Exception e) when (!EndpointSetup.IsOutage(e))
        {
            var reason = e is PostgresException refused ? $"The database refuses a value of it: {refused.SqlState} {refused.MessageText}" : $"{e.GetType().Name}: {e.Message}";
            await PutAsideAsync(message, detection.Article.ArticleId, reason, e.ToString(), cancellationToken);
        }
    }

    private async Task PutAsideAsync(ConsumeContext message, Guid? articleId, string reason, string? thrown, CancellationToken cancellationToken)
    {
        var letter = Deliveries.Read(message.ReceiveContext, QueueOf(message), reason, thrown, clock.GetUtcNow());
        using var span = letter.StartSpan();
        span?.SetTag(Names.Attributes.ArticleId, articleId);
        await deadLetters.AddAsync(letter, cancellationToken);
    }

    /// <summary>The queue it came from, or its lane of suspects.</summary>
    private static string QueueOf(ConsumeContext message) => message.ReceiveContext.InputAddress.AbsolutePath.Trim('/').Split('/')[^1];
}

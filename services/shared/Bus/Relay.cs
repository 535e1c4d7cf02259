using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Bus;

/// <summary>
/// Publishes a log: what is committed and nothing else, in windows, moving the checkpoint after the broker's confirms. A crash
/// between confirm and checkpoint publishes again, under the same message ids.
/// </summary>
public abstract class Relay(NpgsqlDataSource database, StoreSchema log, SchemaMigration migration, Publisher publisher, ILogger logger)
    : LogFollower(database, log, log, migration, logger)
{
    /// <summary>Name of every relay's checkpoint.</summary>
    public const string Checkpoint = "relay";

    private readonly string logName = log.Name;

    /// <inheritdoc/>
    public override string Name => Checkpoint;

    /// <inheritdoc/>
    protected override void OnOtherLeads() => publisher.Forget();

    /// <inheritdoc/>
    protected override string Tell(Exception failure) => failure is PublishFailedException ? failure.Message : base.Tell(failure);

    /// <summary>The message of each event, null for one that is not published.</summary>
    protected abstract Task<IReadOnlyList<Outgoing?>> ToMessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task<Followed> HandleAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        var messages = await ToMessagesAsync(connection, events, cancellationToken);
        var published = new Task[events.Count];
        for (var i = 0; i < events.Count; i++)
            published[i] = messages[i] is { } message ? PublishAsync(events[i], message, cancellationToken) : Task.CompletedTask;
        await Task.WhenAll(published).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CrashPoint.Reach(CrashPoint.AfterPublish);

        // What was confirmed in front of the first failure need not go out again.
        var confirmed = Array.FindIndex(published, p => !p.IsCompletedSuccessfully) is >= 0 and var failed ? failed : events.Count;
        var failure = confirmed < events.Count ? published[confirmed].Exception?.InnerException ?? new OperationCanceledException() : null;
        return new Followed(confirmed == 0 ? 0 : events[confirmed - 1].Sequence, [], failure);
    }

    private async Task PublishAsync(StoredEvent stored, Outgoing message, CancellationToken cancellationToken)
    {
        // From the commit on: the wait for the relay is the part an operator looks for.
        using var activity = Tracing.StartUnder(Names.Spans.Relay, ActivityKind.Internal, stored.TraceParent, stored.At);
        activity?.SetTag(Names.Attributes.Stream, stored.StreamId);
        activity?.SetTag(Names.Attributes.MessageId, stored.Id);
        try
        {
            await publisher.PublishAsync(message, cancellationToken);
            Instruments.EventsPublished.Add(1, new KeyValuePair<string, object?>(Names.Attributes.Stream, logName));
        }
        catch (Exception e)
        {
            activity.Fail(e);
            throw;
        }
    }
}

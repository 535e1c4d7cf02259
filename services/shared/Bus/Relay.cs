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

    /// <summary>The message of each event, null for one that is not published; of the first events alone where more would be too much at once.</summary>
    protected abstract Task<IReadOnlyList<Outgoing?>> ToMessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task<Followed> HandleAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        var messages = await ToMessagesAsync(connection, events, cancellationToken);
        var confirmed = 0;
        Exception? failure = null;
        // A small event can make a large body: an incident is told whole at each of its events.
        foreach (var portion in Portions.Of(messages, m => m?.Bytes ?? 0))
        {
            var published = portion.Select((message, n) => message is null ? Task.CompletedTask : PublishAsync(events[portion.Offset + n], message, cancellationToken)).ToArray();
            await Task.WhenAll(published).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            CrashPoint.Reach(CrashPoint.AfterPublish);

            // What was confirmed in front of the first failure need not go out again.
            var failed = Array.FindIndex(published, p => !p.IsCompletedSuccessfully);
            confirmed += failed >= 0 ? failed : published.Length;
            failure = failed >= 0 ? published[failed].Exception?.InnerException ?? new OperationCanceledException() : null;
            if (failure is not null)
                break;
        }
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

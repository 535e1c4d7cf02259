using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;
using Platform.Telemetry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Projection.DeadLetters;

/// <summary>What came of an action on one dead letter.</summary>
internal enum Outcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>There is no such letter.</summary>
    Unknown,

    /// <summary>Somebody has discarded it.</summary>
    Discarded,

    /// <summary>No queue of its name is there, so it could not be sent.</summary>
    NoQueue,

    /// <summary>The broker is there, but cannot be sent this letter, or refuses it.</summary>
    Unsendable,

    /// <summary>The broker did not confirm it; it may have arrived all the same.</summary>
    NoBroker,
}

/// <summary>Does what a person decides: the row is locked, the broker confirms, then the state moves.</summary>
internal sealed class DeadLetterDesk(NpgsqlDataSource database, ReplayChannel channel, TimeProvider clock, ILogger<DeadLetterDesk> log)
{
    /// <summary>Letters that are locked and sent at once.</summary>
    private const int Window = 50;

    private const string Columns = "id, queue, message_id, body, headers, properties, state, replays";

    /// <summary>
    /// Sends one to its queue again. Also one that was replayed before: the message keeps its id, so that what it has brought
    /// about is not brought about again.
    /// </summary>
    public async Task<Outcome> ReplayAsync(Guid id, string actor, string reason, CancellationToken cancellationToken)
    {
        var done = await ReplayAsync([id], $"select {Columns} from {Schema.Name}.dead_letter where id = any($1) for update", actor, reason, cancellationToken);
        return done.Count == 0 ? Outcome.Unknown : done[0];
    }

    /// <summary>Sends several, those that still wait; stops at the first window in which the broker does not answer.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="reason">And why.</param>
    /// <param name="cancellationToken">Ends it between two windows.</param>
    /// <returns>How many came out how.</returns>
    public async Task<Dictionary<Outcome, int>> ReplayWaitingAsync(IReadOnlyList<Guid> ids, string actor, string reason, CancellationToken cancellationToken)
    {
        var tally = new Dictionary<Outcome, int>();
        foreach (var window in ids.Chunk(Window))
        {
            // In one order, so that two who replay the same do not wait for each other in a circle; what another has at hand is his.
            var done = await ReplayAsync(window, $"select {Columns} from {Schema.Name}.dead_letter where id = any($1) and state = 'waiting' order by id for update skip locked", actor, reason, cancellationToken);
            foreach (var outcome in done)
                tally[outcome] = tally.GetValueOrDefault(outcome) + 1;
            if (done.Contains(Outcome.NoBroker))
                break;
        }
        return tally;
    }

    /// <summary>Marks one as not wanted any more; it is kept.</summary>
    public async Task<Outcome> DiscardAsync(Guid id, string actor, string reason, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(async connection =>
        {
            await using var find = new NpgsqlCommand($"select state from {Schema.Name}.dead_letter where id = $1 for update", connection) { Parameters = { new() { Value = id } } };
            if (await find.ExecuteScalarAsync(cancellationToken) is not string state)
                return Outcome.Unknown;
            if (state == "discarded")
                return Outcome.Discarded;
            await WriteAsync(connection, [(id, 0)], "discarded", actor, reason, cancellationToken);
            return Outcome.Done;
        }, cancellationToken);
        if (outcome == Outcome.Done)
            Instruments.DeadLettersDecided.Add(1, new KeyValuePair<string, object?>(Names.Attributes.Action, "discarded"));
        return outcome;
    }

    private async Task<List<Outcome>> ReplayAsync(Guid[] ids, string select, string actor, string reason, CancellationToken cancellationToken)
    {
        var (outcomes, sent) = await database.WriteAsync(async connection =>
        {
            var letters = await LockAsync(connection, select, ids, cancellationToken);
            var sendable = letters.Where(l => !l.Discarded).ToList();
            var found = await SendAsync(sendable, cancellationToken);
            var done = sendable.Zip(found).Where(s => s.Second == Outcome.Done).Select(s => (s.First.Id, s.First.Replays + 1)).ToList();
            // Not cancelled: what was sent must not go on waiting because its sender's caller went.
            if (done.Count > 0)
                await WriteAsync(connection, done, "replayed", actor, reason, CancellationToken.None);
            return ((List<Outcome>)[.. found, .. letters.Where(l => l.Discarded).Select(_ => Outcome.Discarded)], done.Count);
        }, cancellationToken);
        if (sent > 0)
            Instruments.DeadLettersDecided.Add(sent, new KeyValuePair<string, object?>(Names.Attributes.Action, "replayed"));
        return outcomes;
    }

    private static async Task<List<Letter>> LockAsync(NpgsqlConnection connection, string select, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(select, connection) { Parameters = { new() { Value = ids } } };
        var letters = new List<Letter>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            letters.Add(new Letter(
                reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetFieldValue<byte[]>(3),
                new AmqpMessage((JsonObject)JsonNode.Parse(reader.GetString(4))!, (JsonObject)JsonNode.Parse(reader.GetString(5))!),
                reader.GetString(6) == "discarded", reader.GetInt32(7)));
        return letters;
    }

    private async Task<List<Outcome>> SendAsync(List<Letter> letters, CancellationToken cancellationToken)
    {
        if (letters.Count == 0)
            return [];
        var request = Activity.Current;
        var spans = letters.ConvertAll(letter => StartSpan(letter, request));
        Activity.Current = request;
        try
        {
            var failures = await channel.PublishAsync([.. letters.Select(l => (l.Queue, l.Message.ToReplay(l.EffectiveId, l.Replays + 1), l.Body))], cancellationToken);
            foreach (var ((span, failure), letter) in spans.Zip(failures).Zip(letters))
            {
                if (failure is null)
                    continue;
                span.Fail(failure);
                // The caller is told what it means; why, such as a right that this service lacks, is for the operator.
                log.LogWarning("The dead letter {Id} was not sent to {Queue}: {Reason}", letter.Id, letter.Queue, failure.Message);
            }
            return [.. failures.Select(OutcomeOf)];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            foreach (var span in spans)
                span.Fail(e);
            return letters.ConvertAll(_ => Outcome.NoBroker);
        }
        finally
        {
            foreach (var span in spans)
                span?.Dispose();
            Activity.Current = request;
        }
    }

    private static Activity? StartSpan(Letter letter, Activity? request)
    {
        var span = Tracing.StartUnder(Names.Spans.ReplayDeadLetter, ActivityKind.Producer, letter.Message.TraceParent);
        span?.SetTag(Names.Attributes.DeadLetterId, letter.Id);
        span?.SetTag(Names.Attributes.Endpoint, letter.Queue);
        if (request is not null)
            span?.AddLink(new ActivityLink(request.Context));
        return span;
    }

    /// <summary>A message that was returned, or an exchange that is not there, means that the queue is gone; what closes a channel alone is about the message.</summary>
    private static Outcome OutcomeOf(Exception? failure) => failure switch
    {
        null => Outcome.Done,
        PublishException { IsReturn: true } => Outcome.NoQueue,
        OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotFound } => Outcome.NoQueue,
        UnsendableException or ArgumentException or OperationInterruptedException { ShutdownReason.ReplyCode: Constants.PreconditionFailed or Constants.AccessRefused } => Outcome.Unsendable,
        _ => Outcome.NoBroker,
    };

    private async Task WriteAsync(NpgsqlConnection connection, List<(Guid Id, int Replays)> letters, string state, string actor, string reason, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            with decided as (
                update {Schema.Name}.dead_letter d set state = $3, replays = greatest(d.replays, n.replays) from unnest($1, $2) as n (id, replays) where d.id = n.id returning d.id)
            insert into {Schema.Name}.dead_letter_action (dead_letter_id, action, actor, reason, at) select id, $3, $4, $5, $6 from decided
            """, connection)
        {
            Parameters =
            {
                new() { Value = letters.Select(l => l.Id).ToArray() },
                new() { Value = letters.Select(l => l.Replays).ToArray() },
                new() { Value = state, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = actor, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = reason, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = clock.GetUtcNow().UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Letter(Guid Id, string Queue, string? MessageId, byte[] Body, AmqpMessage Message, bool Discarded, int Replays)
    {
        /// <summary>
        /// A message without a usable id is refused, since nobody could tell a repetition of it. Its dead letter has one that follows
        /// from its body, so a replay, a person's decision, takes that.
        /// </summary>
        public string EffectiveId => Guid.TryParse(MessageId, out var given) && given != Guid.Empty ? MessageId : Id.ToString();
    }
}

using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Projection.DeadLetters;

/// <summary>The table <c>dead_letter</c> as it is filled: a row a message, whatever queue it died in and however often.</summary>
public sealed class DeadLetterTable(NpgsqlDataSource database, SchemaMigration migration, ILogger<DeadLetterTable> log)
{
    private const int LongestReason = 2000;
    private const int LongestException = 16_000;

    /// <summary>
    /// One statement, so that row and history are written together. A letter that is there already is touched only by a death it
    /// does not know: of a copy that was sent after the last replay. What a person discarded stays discarded until then too.
    /// </summary>
    private const string Upsert = $"""
        with kept as (
            insert into {Schema.Name}.dead_letter as d (id, queue, kind, message_id, message_type, reason, exception, body, headers, properties, trace_id, replays, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (id) do update set state = 'waiting', queue = excluded.queue, kind = excluded.kind, reason = excluded.reason, exception = excluded.exception,
                headers = excluded.headers, properties = excluded.properties, trace_id = excluded.trace_id, replays = excluded.replays, at = excluded.at
            where excluded.replays > d.replays or (excluded.replays = d.replays and d.state = 'replayed')
            returning id)
        insert into {Schema.Name}.dead_letter_action (dead_letter_id, action, reason, at) select id, 'died', $6, $13 from kept
        """;

    /// <summary>Keeps a message, and counts it when it was not there yet. Completes after the commit.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async Task AddAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        migration.ThrowIfNotDone();
        bool news;
        try
        {
            news = await WriteAsync(letter, cancellationToken);
        }
        catch (PostgresException e) when (!Faults.IsOutage(e))
        {
            // Losing the message over a header that the database refuses would be worse than losing the header.
            log.LogError(e, "The database refuses properties of a dead letter of {Queue}; it is kept without them.", letter.Queue);
            news = await WriteAsync(letter with { Message = new AmqpMessage([], []), Reason = letter.Reason + " (Its headers could not be kept.)" }, cancellationToken);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
        if (!news)
            return;
        log.LogError("A message of {Queue} became dead letter {Id}: {Reason}", letter.Queue, letter.Id, letter.Reason);
        Instruments.DeadLetters.Add(1, new(Names.Attributes.Endpoint, QueueNames.Lane(letter.Queue)), new(Names.Attributes.Kind, letter.Kind));
    }

    /// <summary>The broker forgets the message when this is done, so it must be safe by then.</summary>
    private Task<bool> WriteAsync(DeadLetter letter, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        var message = letter.Message;
        await using var command = new NpgsqlCommand(Upsert, connection);
        void Add(NpgsqlDbType type, object? value) => command.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        Add(NpgsqlDbType.Uuid, letter.Id);
        Add(NpgsqlDbType.Text, Texts.Clean(letter.Queue, 300));
        Add(NpgsqlDbType.Text, Texts.Clean(letter.Kind, 100));
        Add(NpgsqlDbType.Text, message.MessageId);
        Add(NpgsqlDbType.Text, message.Type is { } type ? Texts.Clean(type, 300) : null);
        Add(NpgsqlDbType.Text, Texts.Clean(letter.Reason, LongestReason));
        Add(NpgsqlDbType.Text, letter.Exception is { } thrown ? Texts.Clean(thrown, LongestException) : null);
        Add(NpgsqlDbType.Bytea, letter.Body);
        Add(NpgsqlDbType.Jsonb, message.Headers.ToJsonString(JsonSerializerOptions.Default));
        Add(NpgsqlDbType.Jsonb, message.Properties.ToJsonString(JsonSerializerOptions.Default));
        Add(NpgsqlDbType.Text, message.TraceId);
        Add(NpgsqlDbType.Integer, message.Replays);
        Add(NpgsqlDbType.TimestampTz, letter.At.UtcDateTime);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }, cancellationToken);
}

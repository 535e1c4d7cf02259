using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Platform.Ingest.Reextraction;

/// <summary>
/// The table <c>reextraction</c>, one row a request. What was requested for which article is in the articles' streams; the row
/// is the order itself and the place up to which it was carried out, moved in the transaction of the events.
/// </summary>
internal static class ReextractionTable
{
    public const string Running = "running", Done = "done", Cancelled = "cancelled";

    /// <summary>Makes the table.</summary>
    public const string Script = """

        -- Requests to read articles again. Articles are asked for in the order of their ids; position is the last one.
        create table if not exists {schema}.reextraction (
            id           uuid        not null,
            request      jsonb       not null,
            state        text        not null,
            total        bigint      not null,
            requested    bigint      not null default 0,
            position     uuid        not null default '00000000-0000-0000-0000-000000000000',
            last_seq_id  bigint      not null default 0,
            traceparent  text        null,
            requested_at timestamptz not null,
            started_at   timestamptz null,
            finished_at  timestamptz null,
            constraint pk_reextraction primary key (id)
        );
        create index if not exists reextraction_newest on {schema}.reextraction (requested_at desc, id desc);
        create index if not exists reextraction_running on {schema}.reextraction (requested_at) where state = 'running';
        """;

    public static RowWrite Insert(string schema, Guid id, ReextractionRequest request, long total, string? traceParent, DateTimeOffset now) => new(
        $"""
        insert into {schema}.reextraction (id, request, state, total, traceparent, requested_at)
        values ($1, $2, '{Running}', $3, $4, $5) on conflict do nothing
        """,
        new() { Value = id }, new() { Value = JsonSerializer.Serialize(request, IngestJson.Default.ReextractionRequest), NpgsqlDbType = NpgsqlDbType.Jsonb },
        new() { Value = total }, new() { Value = (object?)traceParent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = now.UtcDateTime });

    /// <summary>Goes with the events of some articles.</summary>
    public static RowWrite Move(string schema, Guid id, int articles, Guid position, DateTimeOffset now) => new(
        $"""
        update {schema}.reextraction set requested = requested + $2, position = greatest(position, $3), started_at = coalesce(started_at, $4),
            last_seq_id = (select max(seq_id) from {schema}.mt_events)
        where id = $1
        """,
        new() { Value = id }, new() { Value = articles }, new() { Value = position }, new() { Value = now.UtcDateTime });

    public static async Task<List<RunningReextraction>> ReadRunningAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select id, request, requested_at, traceparent from {schema}.reextraction where state = '{Running}' order by requested_at", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var running = new List<RunningReextraction>();
        while (await reader.ReadAsync(cancellationToken))
            running.Add(new RunningReextraction(
                reader.GetGuid(0), RequestOf(reader, 1), reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        return running;
    }

    /// <summary>Progress of some requests, newest first.</summary>
    /// <param name="database">The database.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="id">Only this one; null for all.</param>
    /// <param name="after">Only those older than this one; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<List<ExtractionProgress>> ReadAsync(NpgsqlDataSource database, string schema, Guid? id, Guid? after, int limit, CancellationToken cancellationToken)
    {
        // Between the relay's checkpoint and a request's last event lies no more than the throttle lets wait, so counting is cheap.
        await using var command = database.CreateCommand($"""
            select id, state, request, total, requested, requested_at, started_at, finished_at, requested - (
                select count(*) from {schema}.mt_events e where e.seq_id <= r.last_seq_id and e.causation_id = r.id::text
                    and e.seq_id > coalesce((select last_seq_id from {schema}.mt_event_progression where name = '{Bus.Relay.Checkpoint}'), 0))
            from {schema}.reextraction r
            where ($1::uuid is null or id = $1)
                and ($2::uuid is null or (requested_at, id) < (select a.requested_at, a.id from {schema}.reextraction a where a.id = $2))
            order by requested_at desc, id desc limit $3
            """);
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<ExtractionProgress>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(ToProgress(reader));
        return found;
    }

    /// <summary>Ends a running request; one that has ended stays as it is.</summary>
    /// <param name="database">The database.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="id">The request.</param>
    /// <param name="state"><see cref="Done"/> or <see cref="Cancelled"/>.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it had ended before.</returns>
    public static Task<bool> EndAsync(NpgsqlDataSource database, string schema, Guid id, string state, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        // An article that was revised meanwhile may match no longer: done means that all that match were asked for.
        await using var command = new NpgsqlCommand($"""
            update {schema}.reextraction set state = $2, finished_at = $3, total = case when $2 = '{Done}' then requested else total end
            where id = $1 and state = '{Running}'
            """, connection);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }, cancellationToken);

    private static ExtractionProgress ToProgress(NpgsqlDataReader row)
    {
        DateTimeOffset? Time(int i) => row.IsDBNull(i) ? null : row.GetFieldValue<DateTimeOffset>(i);
        return new ExtractionProgress
        {
            Id = row.GetGuid(0),
            State = row.GetString(1),
            Request = RequestOf(row, 2),
            Total = row.GetInt64(3),
            Requested = row.GetInt64(4),
            RequestedAt = Time(5)!.Value,
            StartedAt = Time(6),
            FinishedAt = Time(7),
            Published = row.GetInt64(8),
        };
    }

    private static ReextractionRequest RequestOf(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(column), IngestJson.Default.ReextractionRequest)!;
}

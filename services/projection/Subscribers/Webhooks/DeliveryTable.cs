using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>A delivery that this process has taken on, until its lease ends, which also tells this attempt from others. Its secrets are as they stand in the database.</summary>
internal sealed record Claimed(Guid WebhookId, Guid MessageId, int Attempt, DateTimeOffset LeasedUntil, string Url, string Secret, string? FormerSecret, byte[] Body, string? TraceParent);

/// <summary>How an attempt ended.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Status">What it is now.</param>
/// <param name="WaitSeconds">How long until it is due again, when it is pending.</param>
/// <param name="Attempt">For its log.</param>
internal sealed record Outcome(Claimed Delivery, string Status, double WaitSeconds, Attempt Attempt);

/// <summary>The tables <c>webhook_message</c> and <c>webhook_delivery</c>. All times are the database's, so that the clocks of several senders do not matter.</summary>
internal sealed class DeliveryTable(NpgsqlDataSource database)
{
    public const string Pending = "pending";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    /// <summary>Channel on which it is announced that something is due.</summary>
    public const string Channel = Schema.Name + "_webhooks";

    private const int LongestLog = 50;

    // A claim or an outcome that a crash of the server takes back only has a delivery sent again, under its id: nothing waits for the disk.
    private const string NotWaiting = "select set_config('synchronous_commit', 'off', true)";
    private const string Table = Schema.Name + ".webhook_delivery";
    private const string Messages = Schema.Name + ".webhook_message";

    /// <summary>The rows of what is to be delivered; written again they change nothing.</summary>
    public static IReadOnlyList<RowWrite> Plan(IReadOnlyList<(Guid Webhook, FeedChange Change)> plan)
    {
        var messages = plan.Select(p => p.Change).Distinct().ToList();
        return
        [
            new RowWrite(
                $"insert into {Messages} (id, position, type, body, traceparent, at) select * from unnest($1, $2, $3, $4, $5, $6) on conflict do nothing",
                Array(NpgsqlDbType.Uuid, messages, m => m.Change.Stored.Id), Array(NpgsqlDbType.Bigint, messages, m => m.Position), Array(NpgsqlDbType.Text, messages, m => WebhookPlanner.TypeOf(m.Change.Body)),
                Array(NpgsqlDbType.Bytea, messages, m => WebhookPlanner.Body(m.Change.Body)), Array(NpgsqlDbType.Text, messages, m => m.Change.Stored.TraceParent), Array(NpgsqlDbType.TimestampTz, messages, m => m.Change.Stored.At.UtcDateTime)),
            // One that was deleted meanwhile is told nothing more.
            new RowWrite($"""
                insert into {Table} (webhook_id, message_id, position, status, due_at, attempts, log)
                select w.id, p.message, p.position, '{Pending}', now(), 0, '[]' from unnest($1, $2, $3) as p (webhook, message, position) join {Schema.Name}.webhook w on w.id = p.webhook
                on conflict do nothing
                """,
                Array(NpgsqlDbType.Uuid, plan, p => p.Webhook), Array(NpgsqlDbType.Uuid, plan, p => p.Change.Change.Stored.Id), Array(NpgsqlDbType.Bigint, plan, p => p.Change.Position)),
            new RowWrite($"select pg_notify('{Channel}', '')"),
        ];
    }

    /// <summary>The enabled webhooks that something is due for.</summary>
    public static async Task<IReadOnlyList<Guid>> DueAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            select w.id from {Schema.Name}.webhook w where w.enabled
                and exists (select from {Table} d where d.webhook_id = w.id and d.status = '{Pending}' and d.due_at <= now())
            """, connection);
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>
    /// Takes on what is due, oldest first, for each webhook as many as there is room and for all as many bodies as may be in memory; due again when the lease ends.
    /// A body is read once, and not at all when it is in memory.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="lanes">Room.</param>
    /// <param name="held">Bodies in memory, by message.</param>
    /// <param name="mostBytes">Bytes of all bodies in memory; each idle lane gets its first whatever they are.</param>
    /// <param name="lease">How long it is taken on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Claimed>> ClaimAsync(
        NpgsqlConnection connection, IReadOnlyList<Lane> lanes, IReadOnlyDictionary<Guid, byte[]> held, long mostBytes, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(NotWaiting));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"""
            with due as materialized (
                select d.webhook_id, d.message_id, d.position, lane.idle, row_number() over (partition by d.webhook_id order by d.due_at) as nth
                from unnest($1, $2, $3) as lane (webhook_id, room, idle) cross join lateral (
                    select webhook_id, message_id, position, due_at from {Table} d where d.webhook_id = lane.webhook_id and d.status = '{Pending}' and d.due_at <= now()
                    order by d.due_at limit lane.room for update skip locked) d),
            sized as (
                select due.*, case when held.id is null and row_number() over (partition by due.message_id order by nth, webhook_id) = 1 then octet_length(m.body) else 0 end as size
                from due join {Messages} m on m.id = due.message_id left join unnest($4) as held (id) on held.id = due.message_id),
            fitting as (select sized.*, sum(size) over (order by nth, position, webhook_id) as total from sized),
            taken as (
                update {Table} d set attempts = d.attempts + 1, due_at = now() + $6 from fitting f
                where d.webhook_id = f.webhook_id and d.message_id = f.message_id and (f.total <= $5 or (f.idle and f.nth = 1))
                returning d.webhook_id, d.message_id, d.attempts, d.due_at, d.position)
            select t.webhook_id, t.message_id, t.attempts, t.due_at, w.url, w.secret, case when w.former_until > now() then w.former_secret end, m.traceparent,
                case when held.id is null and row_number() over (partition by t.message_id order by t.webhook_id) = 1 then m.body end
            from taken t join {Schema.Name}.webhook w on w.id = t.webhook_id join {Messages} m on m.id = t.message_id left join unnest($4) as held (id) on held.id = t.message_id
            order by t.position, t.message_id, t.webhook_id
            """)
        {
            Parameters =
            {
                Array(NpgsqlDbType.Uuid, lanes, l => l.Webhook), Array(NpgsqlDbType.Integer, lanes, l => l.Room), Array(NpgsqlDbType.Boolean, lanes, l => l.IsIdle), Array(NpgsqlDbType.Uuid, held.Keys, id => id),
                new() { Value = mostBytes - held.Values.Sum(body => (long)body.Length) }, new() { Value = lease },
            },
        });
        var found = new List<Claimed>();
        var bodies = new Dictionary<Guid, byte[]>(held);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var message = reader.GetGuid(1);
            if (!reader.IsDBNull(8))
                bodies[message] = reader.GetFieldValue<byte[]>(8); // the first of those of a message has it
            found.Add(new Claimed(reader.GetGuid(0), message, reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4),
                reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6), bodies[message], reader.IsDBNull(7) ? null : reader.GetString(7)));
        }
        return found;
    }

    /// <summary>Notes how attempts ended, all in one statement. What was taken on again or asked for again since is for the later attempt to decide.</summary>
    public async Task RecordAsync(IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(NotWaiting));
        var command = new NpgsqlBatchCommand($"""
            update {Table} d set status = case when d.due_at = o.leased then o.status else d.status end,
                due_at = case when d.due_at = o.leased then now() + o.wait * interval '1 second' else d.due_at end, last_at = now(),
                log = case when jsonb_array_length(d.log) >= {LongestLog} then d.log - 0 else d.log end || o.attempt::jsonb
            from unnest($1, $2, $3, $4, $5, $6) as o (webhook, message, leased, status, wait, attempt) where d.webhook_id = o.webhook and d.message_id = o.message
            """);
        command.Parameters.AddRange(new[]
        {
            Array(NpgsqlDbType.Uuid, outcomes, o => o.Delivery.WebhookId), Array(NpgsqlDbType.Uuid, outcomes, o => o.Delivery.MessageId), Array(NpgsqlDbType.TimestampTz, outcomes, o => o.Delivery.LeasedUntil.UtcDateTime),
            Array(NpgsqlDbType.Text, outcomes, o => o.Status), Array(NpgsqlDbType.Double, outcomes, o => o.WaitSeconds), Array(NpgsqlDbType.Text, outcomes, o => JsonSerializer.Serialize(new[] { o.Attempt }, WebhookJson.Default.IReadOnlyListAttempt)),
        });
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Deliveries of one webhook, newest first.</summary>
    public async Task<IReadOnlyList<Delivery>> ReadAsync(Guid webhook, string? status, long before, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select d.message_id, m.type, d.position, d.status, d.due_at, d.log from {Table} d join {Messages} m on m.id = d.message_id
            where d.webhook_id = $1 and ($2 is null or d.status = $2) and d.position < $3 order by d.position desc limit $4
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = webhook }, new() { Value = (object?)status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = before }, new() { Value = limit },
        });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Has one delivered again, as if it had never been tried; null when there is none of that id.</summary>
    public Task<Delivery?> ReplayAsync(Guid webhook, Guid message, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        await using var command = new NpgsqlCommand($"""
            with again as (update {Table} set status = '{Pending}', due_at = now(), attempts = 0 where webhook_id = $1 and message_id = $2 returning *),
                 told as (select pg_notify('{Channel}', '') from again)
            select d.message_id, m.type, d.position, d.status, d.due_at, d.log from again d join {Messages} m on m.id = d.message_id cross join told
            """, connection);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = webhook }, new() { Value = message } });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }, cancellationToken);

    /// <summary>Forgets deliveries that were finished long ago, at most so many, the oldest first; gives how many it were. What somebody holds is left for the next time.</summary>
    public async Task<int> ForgetAsync(int days, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with old as materialized (
                select webhook_id, message_id from {Table} where status <> '{Pending}' and last_at < now() - {days} * interval '1 day' order by last_at limit {most} for update skip locked)
            delete from {Table} d using old where d.webhook_id = old.webhook_id and d.message_id = old.message_id
            """);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Looks at some old messages after a place and forgets those that nobody is to be delivered any more; gives the place to go on from, null at the end.
    /// What is looked at is bounded, not what is found: those of a webhook that is disabled may be many, and stay.
    /// </summary>
    public async Task<(DateTimeOffset At, Guid Id)?> ForgetMessagesAsync(int days, (DateTimeOffset At, Guid Id)? after, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with looked as materialized (
                select id, at from {Messages} where at < now() - {days} * interval '1 day' and (at, id) > ($1, $2) order by at, id limit {most}),
            old as materialized (
                select m.id from {Messages} m join looked l on l.id = m.id where not exists (select from {Table} d where d.message_id = m.id) for update of m skip locked),
            gone as (delete from {Messages} m using old where m.id = old.id)
            select at, id from looked order by at, id offset {most} - 1
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = after?.At.UtcDateTime ?? DateTime.UnixEpoch, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new() { Value = after?.Id ?? Guid.Empty } });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetGuid(1)) : null;
    }

    private static async Task<List<Delivery>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var found = new List<Delivery>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new Delivery
            {
                MessageId = reader.GetGuid(0),
                Type = reader.GetString(1),
                Position = reader.GetInt64(2),
                Status = reader.GetString(3),
                DueAt = reader.GetString(3) == Pending ? reader.GetFieldValue<DateTimeOffset>(4) : null,
                Attempts = JsonSerializer.Deserialize(reader.GetString(5), WebhookJson.Default.IReadOnlyListAttempt)!,
            });
        return found;
    }

    private static NpgsqlParameter Array<TRow, TValue>(NpgsqlDbType type, IEnumerable<TRow> rows, Func<TRow, TValue> value) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.Api;

/// <summary>What GET /dead-letters is asked for: read from the query string, checked field by field.</summary>
internal sealed record DeadLetterQuery(DeadLetterFilter Filter, string[]? States, int Limit, Cursor? After, string Question)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;
    public static readonly string[] AllStates = ["waiting", "replayed", "discarded"];

    private const string Columns = "id, queue, kind, reason, message_id, message_type, trace_id, at, state, replays, length(body)";

    public static (DeadLetterQuery? Query, Dictionary<string, string[]> Errors) Parse(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var filter = new DeadLetterFilter
        {
            Queue = reader.One("queue"), Kind = reader.One("kind"), MessageType = reader.One("messageType"), MessageId = reader.One("messageId"),
            TraceId = reader.One("traceId"), Reason = reader.One("reason"), From = reader.Time("from"), To = reader.Time("to"),
        };
        filter.Check((name, what) => reader.Refuse(name, what));
        var states = reader.Known("state", AllStates, "a state");
        var limit = reader.Whole("limit", 1, LargestLimit) ?? DefaultLimit;
        var question = Cursor.QuestionOf(query);
        var after = Cursor.Read(reader, question, key => Ticks(key));
        reader.RefuseUnknown();
        return reader.Errors.Count > 0 ? (null, reader.Errors) : (new DeadLetterQuery(filter, states, limit, after, question), reader.Errors);
    }

    /// <summary>A page of the table.</summary>
    public async Task<DeadLetterPage> ReadAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        var where = Filter.Where(command);
        if (States is ["waiting"])
            where += " and state = 'waiting'"; // in so many words, for the partial index
        else if (States is not null)
            where += $" and state = any({Parameter(command, States, NpgsqlDbType.Array | NpgsqlDbType.Text)})";
        if (After is { } after)
            where += $" and (at, id) < ({Parameter(command, new DateTime(Ticks(after.Key)!.Value, DateTimeKind.Utc), NpgsqlDbType.TimestampTz)}, {Parameter(command, after.Id, NpgsqlDbType.Uuid)})";
        command.CommandText = $"select {Columns} from {Schema.Name}.dead_letter where {where} order by at desc, id desc limit {Limit + 1}";
        var items = new List<DeadLetterItem>();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            items.Add(new DeadLetterItem
            {
                Id = row.GetGuid(0), Queue = row.GetString(1), Kind = row.GetString(2), Reason = row.GetString(3), MessageId = Text(row, 4), MessageType = Text(row, 5),
                TraceId = Text(row, 6), At = row.GetFieldValue<DateTimeOffset>(7), State = row.GetString(8), Replays = row.GetInt32(9), Size = row.GetInt32(10),
            });
        var next = items.Count > Limit ? new Cursor(items[Limit - 1].At.UtcTicks.ToString(CultureInfo.InvariantCulture), items[Limit - 1].Id).For(Question) : null;
        return new DeadLetterPage([.. items.Take(Limit)], next);
    }

    /// <summary>One letter, whole; null when there is none.</summary>
    public static async Task<DeadLetterView?> FindAsync(NpgsqlDataSource database, Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select {Columns}, exception, headers, properties, body,
                (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('action', action, 'reason', reason, 'actor', actor, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))) order by number), '[]')
                 from {Schema.Name}.dead_letter_action where dead_letter_id = d.id)
            from {Schema.Name}.dead_letter d where id = $1
            """);
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            return null;
        var body = row.GetFieldValue<byte[]>(14);
        return new DeadLetterView
        {
            Id = row.GetGuid(0), Queue = row.GetString(1), Kind = row.GetString(2), Reason = row.GetString(3), MessageId = Text(row, 4), MessageType = Text(row, 5),
            TraceId = Text(row, 6), At = row.GetFieldValue<DateTimeOffset>(7), State = row.GetString(8), Replays = row.GetInt32(9), Size = row.GetInt32(10),
            Exception = Text(row, 11), Headers = JsonElement.Parse(row.GetString(12)), Properties = JsonElement.Parse(row.GetString(13)),
            Text = System.Text.Unicode.Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : null, Body = body,
            Actions = JsonSerializer.Deserialize(row.GetString(15), ApiJson.Default.IReadOnlyListDeadLetterAction)!,
        };
    }

    /// <summary>Waiting letters of a filter but for some, the oldest first, and how many there are.</summary>
    public static async Task<(long Matched, List<Guid> Ids)> MatchAsync(NpgsqlDataSource database, DeadLetterFilter filter, IReadOnlyCollection<Guid> but, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        var condition = filter.Where(command);
        command.CommandText = $"select id, count(*) over () from {Schema.Name}.dead_letter where state = 'waiting' and {condition} and id <> all({Parameter(command, but.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)}) order by at, id limit {most}";
        var (matched, ids) = (0L, new List<Guid>());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            ids.Add(row.GetGuid(0));
            matched = row.GetInt64(1);
        }
        return (matched, ids);
    }

    private static string Parameter(NpgsqlCommand command, object value, NpgsqlDbType type)
    {
        command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
        return "$" + command.Parameters.Count;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Ticks(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? ticks : null;
}

using System.Buffers.Binary;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.Telemetry;
using Platform.Telemetry.Spans;

namespace Platform.Projection.Traces;

/// <summary>A trace as its row tells of it.</summary>
internal sealed record TraceRow(Guid Id, Guid? ArticleId, DateTimeOffset StartedAt, string? Title, string? Outlet, string Key);

/// <summary>The tables <c>trace</c> and <c>trace_span</c>.</summary>
internal sealed class TraceTable(NpgsqlDataSource database)
{
    private const string Spans = Schema.Name + ".trace_span";
    private const string Traces = Schema.Name + ".trace";
    private const string Columns = "trace_id, span_id, parent_id, service, name, kind, started_at, duration, error, retry, details";

    /// <summary>
    /// Not COPY, which stops at the first row that is there already: a batch the broker delivers again changes nothing, and rows and what
    /// they come to are one statement. Traces in order of their ids, so that two processes do not wait for each other in a circle.
    /// </summary>
    private const string Insert = $"""
        with span as (
            insert into {Spans} ({Columns})
            select s.trace_id, s.span_id, s.parent_id, s.service, s.name, s.kind, s.started_at, s.duration, s.error, s.retry, s.details
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as s ({Columns}) on conflict do nothing
            returning trace_id, span_id, name, error, started_at, started_at + duration * interval '1 microsecond' as ended_at)
        insert into {Traces} as t (id, article_id, started_at, ended_at, done_at, failed_at)
        select span.trace_id, (max(a.article_id::text))::uuid, min(span.started_at), max(span.ended_at),
            max(span.ended_at) filter (where span.name = '{Names.Spans.Project}' and span.error is null), max(span.ended_at) filter (where span.error is not null)
        from span left join unnest($1, $2, $12) as a (trace_id, span_id, article_id) using (trace_id, span_id) group by span.trace_id order by span.trace_id
        on conflict (id) do update set article_id = coalesce(t.article_id, excluded.article_id), started_at = least(t.started_at, excluded.started_at),
            ended_at = greatest(t.ended_at, excluded.ended_at), done_at = greatest(t.done_at, excluded.done_at), failed_at = greatest(t.failed_at, excluded.failed_at)
        """;

    /// <summary>Keeps spans, all or none; those that are there already stay as they are.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or refuses.</exception>
    public async Task AddAsync(IReadOnlyList<SpanRecord> given, CancellationToken cancellationToken)
    {
        var spans = given.DistinctBy(s => (s.TraceId, s.SpanId)).ToList();
        await using var command = database.CreateCommand(Insert);
        void Add<T>(NpgsqlDbType type, Func<SpanRecord, T> value) => command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = spans.Select(value).ToArray() });
        Add(NpgsqlDbType.Uuid, s => Guid.ParseExact(s.TraceId, "N"));
        Add(NpgsqlDbType.Bigint, s => Number(s.SpanId));
        Add(NpgsqlDbType.Bigint, s => s.ParentId is { } parent ? Number(parent) : (long?)null);
        Add(NpgsqlDbType.Text, s => s.Service);
        Add(NpgsqlDbType.Text, s => s.Name);
        Add(NpgsqlDbType.Smallint, s => (short)s.Kind);
        Add(NpgsqlDbType.TimestampTz, s => Waterfall.Time(s.Start).UtcDateTime);
        Add(NpgsqlDbType.Bigint, s => s.Duration);
        Add(NpgsqlDbType.Text, s => s.Error);
        Add(NpgsqlDbType.Integer, s => s.Retry);
        Add(NpgsqlDbType.Jsonb, s => JsonSerializer.Serialize(new SpanDetails(s.Attributes, s.Links, s.Moments), SpanJson.Default.SpanDetails));
        Add(NpgsqlDbType.Uuid, s => s.ArticleId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The spans of some traces, at most so many of each, in the order they began.</summary>
    public async Task<ILookup<Guid, SpanRecord>> ReadAsync(IReadOnlyCollection<Guid> traces, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select s.* from unnest($1) as t (id) cross join lateral (select {Columns} from {Spans} where trace_id = t.id order by started_at, span_id limit {most}) s");
        command.Parameters.Add(new() { Value = traces.ToArray() });
        return (await ReadAsync(command, cancellationToken)).ToLookup(s => Guid.ParseExact(s.TraceId, "N"));
    }

    /// <summary>Single spans, those that are kept.</summary>
    public async Task<IReadOnlyList<SpanRecord>> ReadAsync(IReadOnlyCollection<SpanLink> links, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {Spans} join unnest($1, $2) as l (trace_id, span_id) using (trace_id, span_id)");
        command.Parameters.Add(new() { Value = links.Select(l => Guid.ParseExact(l.TraceId, "N")).ToArray() });
        command.Parameters.Add(new() { Value = links.Select(l => Number(l.SpanId)).ToArray() });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The article a trace is about; null when nothing says so.</summary>
    public async Task<Guid?> ArticleOfAsync(Guid trace, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select article_id from {Traces} where id = $1");
        command.Parameters.Add(new() { Value = trace });
        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }

    /// <summary>Traces of articles that began at a moment or later, the longest first; <see cref="TraceRow.Key"/> is the duration in microseconds.</summary>
    public Task<IReadOnlyList<TraceRow>> SlowestAsync(DateTimeOffset since, (string Key, Guid Id)? after, int limit, CancellationToken cancellationToken) => ListAsync($"""
        select t.id, t.article_id, t.started_at, a.title, a.outlet, t.key from (
            select *, (extract(epoch from coalesce(done_at, ended_at) - started_at) * 1000000)::bigint as key from {Traces} where started_at >= $1 and article_id is not null) t
        left join {Schema.Name}.article a on a.id = t.article_id
        where $2::bigint is null or (t.key, t.id) < ($2, $3) order by t.key desc, t.id desc limit {limit}
        """, since, after, cancellationToken);

    /// <summary>Traces in which something failed at a moment or later, the latest failure first; <see cref="TraceRow.Key"/> is its time in microseconds since 1970.</summary>
    public Task<IReadOnlyList<TraceRow>> FailedAsync(DateTimeOffset since, (string Key, Guid Id)? after, int limit, CancellationToken cancellationToken) => ListAsync($"""
        select t.id, t.article_id, t.started_at, a.title, a.outlet, (extract(epoch from t.failed_at) * 1000000)::bigint
        from {Traces} t left join {Schema.Name}.article a on a.id = t.article_id
        where t.failed_at >= $1 and ($2::bigint is null or (t.failed_at, t.id) < (timestamptz 'epoch' + $2 * interval '1 microsecond', $3))
        order by t.failed_at desc, t.id desc limit {limit}
        """, since, after, cancellationToken);

    /// <summary>Forgets the traces that began before a moment, at most so many, with their spans; gives how many it were.</summary>
    public async Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            with old as materialized (select id from {Traces} where started_at < $1 order by started_at limit {most} for update skip locked),
                 spans as (delete from {Spans} s using old where s.trace_id = old.id)
            delete from {Traces} t using old where t.id = old.id
            """);
        command.Parameters.Add(new() { Value = before.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<TraceRow>> ListAsync(string sql, DateTimeOffset since, (string Key, Guid Id)? after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = since.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = after is { } place ? long.Parse(place.Key, System.Globalization.CultureInfo.InvariantCulture) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = after?.Id ?? Guid.Empty, NpgsqlDbType = NpgsqlDbType.Uuid });
        var rows = new List<TraceRow>();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            rows.Add(new TraceRow(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2),
                row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetInt64(5).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return rows;
    }

    private static async Task<List<SpanRecord>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var spans = new List<SpanRecord>();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var details = JsonSerializer.Deserialize(row.GetString(10), SpanJson.Default.SpanDetails)!;
            spans.Add(new SpanRecord
            {
                TraceId = row.GetGuid(0).ToString("N"), SpanId = Hex(row.GetInt64(1)), ParentId = row.IsDBNull(2) ? null : Hex(row.GetInt64(2)), Service = row.GetString(3),
                Name = row.GetString(4), Kind = row.GetInt16(5), Start = (row.GetFieldValue<DateTimeOffset>(6) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Duration = row.GetInt64(7), Error = row.IsDBNull(8) ? null : row.GetString(8), Retry = row.GetInt32(9),
                Attributes = details.Attributes, Links = details.Links, Moments = details.Moments,
            });
        }
        return spans;
    }

    private static long Number(string spanId) => BinaryPrimitives.ReadInt64BigEndian(Convert.FromHexString(spanId));

    private static string Hex(long spanId) => spanId.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}

using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>
/// Finds the next incidents of a list in bounded work however many there are and however well the filter fits. Three ways, each
/// tried when the one before has not found enough: look at the next few in order, which is enough when many fit, and at many more where the index of the
/// order tells without their rows; look up words and keys month by month, then in ever longer spans, so that a word in half of all texts is never read as a whole; look up all.
/// The planner's guess how often words come together is no part of it: it is wrong exactly where it costs.
/// The pages behind the first are of the first one's moment: what has not changed since, as above, and what has, as it was; that is little, and an index finds it.
/// </summary>
internal sealed class IncidentPages(NpgsqlConnection connection, LogReader log, IncidentSource source, IncidentQuery query)
{
    /// <summary>Rows looked at one by one for each that is wanted: so many first, and so many where there are no spans to go by.</summary>
    private const int Looks = 3, MoreLooks = 60;

    /// <summary>Entries of an order's index looked at before any row of theirs: some 10 ms. What fits more seldom is looked up: one of 400 or fewer.</summary>
    private const int Entries = 20_000;

    /// <summary>Months of the spans, the nearest first; what is beyond comes last.</summary>
    private static readonly int[] Spans = [1, 6, 60];

    private bool onlyLookUps;
    private DateTimeOffset? pin;

    /// <summary>Seconds a statement may take before the client gives it up; null for as long as everywhere.</summary>
    public int? CommandTimeout { get; init; }

    /// <summary>So many incidents from a place on, at most.</summary>
    public async Task<IReadOnlyList<FoundIncident>> ReadAsync(Cursor? after, int count, CancellationToken cancellationToken)
    {
        pin = source.IsPresent ? after?.Moment : null;
        if (pin is not { } moment)
            return await FindAsync(after, count, cancellationToken);
        var changed = await ChangedSinceAsync(moment, after!, count, cancellationToken);
        var unchanged = await FindAsync(after, count, cancellationToken);
        return changed.Count == 0 ? unchanged : [.. query.Sort.Merge(unchanged, changed).Take(count)];
    }

    /// <summary>Where the next page begins, and of which moment it is.</summary>
    public async Task<Cursor> BehindAsync(FoundIncident last, CancellationToken cancellationToken) =>
        new(last.Key, last.Id, query.After?.Moment ?? source.Moment ?? await IncidentSource.LastChangeAsync(connection, cancellationToken));

    private async Task<IReadOnlyList<FoundIncident>> FindAsync(Cursor? after, int count, CancellationToken cancellationToken)
    {
        if (onlyLookUps)
            await SetAsync("on", cancellationToken); // an export has come to its next page
        onlyLookUps = false;
        var found = await WalkAsync(after, count, count * Looks, cancellationToken);
        if (found.Count >= count)
            return found;
        var hasSpans = query.Sort.Name == IncidentSort.Newest.Name && source.IsPresent;
        // An article is in few incidents, which are looked up at once.
        if (!hasSpans && query.Filter.Articles is null && (found = await WalkAsync(after, count, source.IsPresent ? Entries : count * MoreLooks, cancellationToken)).Count >= count)
            return found;
        var (first, last) = await DaysAsync(cancellationToken);
        if (first is null)
            return [];
        if (!Filter(new NpgsqlCommand(), first, last).IsIndexed)
            return await LookUpAsync(after, count, first, last, null, cancellationToken);
        await SetAsync("off", cancellationToken);
        onlyLookUps = true;
        return hasSpans ? await SpansAsync(after, count, first.Value, last!.Value, cancellationToken) : await LookUpAsync(after, count, first, last, null, cancellationToken);
    }

    private FilterSql Filter(NpgsqlCommand command, DateOnly? first = null, DateOnly? last = null) => new(query.Filter, command.Parameters, first, last, pin);

    private Task<List<FoundIncident>> WalkAsync(Cursor? after, int count, int looks, CancellationToken cancellationToken) =>
        source.IsPresent ? WalkIndexAsync(after, count, looks, cancellationToken) : WalkRowsAsync(after, count, looks, cancellationToken);

    /// <summary>Looks at the next entries of the order's index, and at the rows of those that the index does not rule out.</summary>
    private async Task<List<FoundIncident>> WalkIndexAsync(Cursor? after, int count, int looks, CancellationToken cancellationToken)
    {
        await using var command = Command();
        var sql = Filter(command);
        var (list, order) = ($"{Schema.Name}.incident_list", query.Sort.Order("l.sort_key", "l.id"));
        // Of no other column, or the server reads the rows.
        var entries = $"(select {FilterSql.CoveredColumns}, {query.Sort.Key} as sort_key from {list} l {Stretch(sql, after)} order by {query.Sort.Order(query.Sort.Key, "l.id")} limit {looks})";
        if (sql.Uncovered() is not { } uncovered)
            return await ReadAsync(command, entries, sql.Covered(), "l.sort_key", count, cancellationToken);
        var rows = $"(select e.sort_key, r.* from (select l.id, l.sort_key from {entries} l where {sql.Covered()} order by {order} limit {Math.Min(looks, count * MoreLooks)}) e join {list} r on r.id = e.id)";
        return await ReadAsync(command, rows, uncovered, "l.sort_key", count, cancellationToken);
    }

    private async Task<List<FoundIncident>> WalkRowsAsync(Cursor? after, int count, int looks, CancellationToken cancellationToken)
    {
        await using var command = Command();
        var sql = Filter(command);
        var stretch = Stretch(sql, after);
        string First(string rows) => $"(select l.* from {rows} l {stretch} order by {query.Sort.Order(query.Sort.Key, "l.id")} limit {looks})";
        return await ReadAsync(command, First(IncidentSource.Union([.. source.Parts(command.Parameters).Select(First)])), sql.Where, query.Sort.Key, count, cancellationToken);
    }

    private async Task<List<FoundIncident>> SpansAsync(Cursor? after, int count, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var descending = query.Sort.Descending;
        var near = after is not null ? (DateOnly)query.Sort.Parse(after.Key)! : descending ? Least(last, query.Filter.To) : first;
        var (next, end) = (MonthOf(near), MonthOf(descending ? first : last));
        var found = new List<FoundIncident>();
        for (var n = 0; found.Count < count && (descending ? next >= end : next <= end); n++)
        {
            var far = n >= Spans.Length ? end : descending ? Math.Max(end, next - Spans[n] + 1) : Math.Min(end, next + Spans[n] - 1);
            found.AddRange(await LookUpAsync(after, count - found.Count, first, last, (Math.Min(next, far), Math.Max(next, far)), cancellationToken));
            next = descending ? far - 1 : far + 1;
        }
        return found;
    }

    private async Task<List<FoundIncident>> LookUpAsync(Cursor? after, int count, DateOnly? first, DateOnly? last, (int From, int To)? months, CancellationToken cancellationToken)
    {
        await using var command = Command();
        var sql = Filter(command, first, last);
        var where = sql.Where;
        if (months is var (from, to))
            where += to - from < Spans.Sum() ? " and " + sql.Any(KeysOf(from, to)) : $" and l.sort_date + 0 between {sql.Add(DayOf(from), NpgsqlDbType.Date)} and {sql.Add(LastDayOf(to), NpgsqlDbType.Date)}";
        if (after is not null)
            where += $" and {Place(sql, after, apart: sql.IsIndexed)}";
        return await ReadAsync(command, source.Rows(sql), where, query.Sort.Key, count, cancellationToken);
    }

    /// <summary>What stood at the moment and has changed since.</summary>
    private async Task<IReadOnlyList<FoundIncident>> ChangedSinceAsync(DateTimeOffset moment, Cursor after, int count, CancellationToken cancellationToken)
    {
        await using var command = Command();
        var sql = Filter(command);
        var where = $"l.valid_to > {sql.Add(moment.UtcDateTime, NpgsqlDbType.TimestampTz)} and {sql.Where} and {Place(sql, after, apart: true)}";
        return await ReadAsync(command, $"{Schema.Name}.incident_list_history", where, query.Sort.Key, count, isPast: true, cancellationToken);
    }

    private Task<List<FoundIncident>> ReadAsync(NpgsqlCommand command, string rows, string where, string key, int count, CancellationToken cancellationToken) =>
        ReadAsync(command, rows, where, key, count, isPast: !source.IsPresent, cancellationToken);

    private async Task<List<FoundIncident>> ReadAsync(NpgsqlCommand command, string rows, string where, string key, int count, bool isPast, CancellationToken cancellationToken)
    {
        var sort = query.Sort;
        var chosen = $"select {key} as key, l.id{(isPast ? ", l.version" : "")} from {rows} l where {where} order by {sort.Order(key, "l.id")} limit {count}";
        // One statement: rows and incidents are of one moment, and so the version of the one is that of the other; what has another version by now the log tells.
        var incidents = $"{Schema.Name}.mt_doc_incident d on d.id = l.id";
        command.CommandText = (isPast
            ? $"select l.key, l.id, l.version, d.data from ({chosen}) l left join {incidents} and d.mt_version = l.version"
            : $"select l.key, l.id, d.mt_version, d.data from ({chosen}) l join {incidents}") + $" order by {sort.Order("l.key", "l.id")}";
        var found = new List<FoundIncident>(count);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                found.Add(new FoundIncident(sort.Read(reader, 0), reader.GetGuid(1), reader.GetInt64(2), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3)));
        var past = found.Where(f => f.Json.Length == 0).Select(f => (f.Id, f.Version)).ToList();
        if (past.Count == 0)
            return found;
        var told = new Queue<byte[]>(await IncidentSource.FoldAsync(connection, log, past, cancellationToken));
        return [.. found.Select(f => f.Json.Length == 0 ? f with { Json = told.Dequeue() } : f)];
    }

    private async Task<(DateOnly? First, DateOnly? Last)> DaysAsync(CancellationToken cancellationToken)
    {
        var tables = source.IsPresent ? IncidentTables.Lists.Take(1) : IncidentTables.Lists;
        var days = string.Join(" union all ", tables.Select(t => $"select (select min(sort_date) from {Schema.Name}.{t}), (select max(sort_date) from {Schema.Name}.{t})"));
        await using var command = Command();
        command.CommandText = $"select min(first), max(last) from ({days}) as d (first, last)";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(0) ? (null, null) : (reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1));
    }

    private NpgsqlCommand Command()
    {
        var command = new NpgsqlCommand { Connection = connection };
        if (CommandTimeout is { } seconds)
            command.CommandTimeout = seconds;
        return command;
    }

    /// <summary>The stretch of the order that can have what the filter asks for, from a place on.</summary>
    private string Stretch(FilterSql sql, Cursor? after)
    {
        var (sort, bounds) = (query.Sort, new List<string>());
        if (after is not null)
            bounds.Add(Place(sql, after, apart: false));
        if (sort.Least(query.Filter) is { } least)
            bounds.Add($"{sort.Key} >= {sql.Add(least, sort.Type)}");
        if (sort.Most(query.Filter, pin) is { } most)
            bounds.Add($"{sort.Key} <= {sql.Add(most, sort.Type)}");
        return bounds.Count == 0 ? "" : "where " + string.Join(" and ", bounds);
    }

    /// <summary>What comes behind a place; apart from the index of the order where another is to be looked up.</summary>
    private string Place(FilterSql sql, Cursor after, bool apart) =>
        $"({query.Sort.Key}{(!apart ? "" : query.Sort.Type == NpgsqlDbType.TimestampTz ? " + interval '0'" : " + 0")}, l.id) {(query.Sort.Descending ? "<" : ">")} ({sql.Add(query.Sort.Parse(after.Key)!, query.Sort.Type)}, {sql.Add(after.Id, NpgsqlDbType.Uuid)})";

    /// <summary>Leaves the planner nothing but to look words and keys up, or everything again; until the transaction ends.</summary>
    private async Task SetAsync(string value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"set local enable_seqscan = {value}; set local enable_indexscan = {value}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static IEnumerable<string> KeysOf(int from, int to)
    {
        for (var month = from; month <= to;)
        {
            var wholeYear = month % 12 == 0 && month + 11 <= to;
            yield return wholeYear ? IncidentKeys.Year(month / 12) : IncidentKeys.Month(month / 12, month % 12 + 1);
            month += wholeYear ? 12 : 1;
        }
    }

    private static DateOnly DayOf(int month) => new(month / 12, month % 12 + 1, 1);

    private static DateOnly LastDayOf(int month) => new(month / 12, month % 12 + 1, DateTime.DaysInMonth(month / 12, month % 12 + 1));

    private static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static DateOnly Least(DateOnly a, DateOnly? b) => b < a ? b.Value : a;
}

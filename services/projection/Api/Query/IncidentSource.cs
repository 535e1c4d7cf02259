using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>Where a question looks: at the list as it is, or as it was.</summary>
internal sealed class IncidentSource
{
    private static readonly string Columns = string.Join(", ", IncidentRow.Columns.Append("search"));

    private IncidentSource(DateTimeOffset? moment) => Moment = moment;

    /// <summary>The time of the list as it was; null for the list as it is.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>True for the list as it is.</summary>
    public bool IsPresent => Moment is null;

    /// <summary>The source of a question.</summary>
    public static async Task<IncidentSource> OpenAsync(NpgsqlConnection connection, AsOf? asOf, CancellationToken cancellationToken) =>
        new(asOf is null ? null : await asOf.MomentAsync(connection, cancellationToken));

    /// <summary>The source of a page: a time that has not come yet is that of the last change, and the pages behind keep to it.</summary>
    public static async Task<IncidentSource> OpenAsync(NpgsqlConnection connection, IncidentQuery query, CancellationToken cancellationToken)
    {
        if (query.Filter.AsOf is not { } asOf || query.After?.Moment is not null)
            return new(query.Filter.AsOf is null ? null : query.After?.Moment);
        var (then, last) = (await asOf.MomentAsync(connection, cancellationToken), await LastChangeAsync(connection, cancellationToken));
        return new(last < then ? last : then);
    }

    /// <summary>The source of a page of pairs: the first is of now or of the time asked for, and the pages behind keep to its moment.</summary>
    public static async Task<IncidentSource> OpenAsync(NpgsqlConnection connection, DuplicateQuery query, CancellationToken cancellationToken)
    {
        if (query.After?.Moment is { } moment)
            return new(moment);
        var source = await OpenAsync(connection, query.AsOf, cancellationToken);
        return await LogClock.LastAsync(connection, cancellationToken) is { } last && last < source.Moment ? new(last) : source;
    }

    /// <summary>When the list last changed; null while it is empty. What comes later is written with a later time (<see cref="LogClock"/>).</summary>
    public static async Task<DateTimeOffset?> LastChangeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select changed_at from {Schema.Name}.incident_list order by changed_at desc, id desc limit 1", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime last ? new DateTimeOffset(last, TimeSpan.Zero) : null;
    }

    /// <summary>SQL of the rows, to stand behind <c>from</c>; the caller names it <c>l</c>.</summary>
    public string Rows(FilterSql sql) => Rows(sql.Parameters);

    /// <summary>The same under a name of the caller's choice, with the time among some parameters.</summary>
    public string Rows(NpgsqlParameterCollection parameters) => Union(Parts(parameters));

    /// <summary>Parts as one.</summary>
    public static string Union(IReadOnlyList<string> parts) => parts is [var all] ? all : $"({string.Join(" union all ", parts)})";

    /// <summary>The rows in parts that have none in common. The planner keeps to no order over a union, so the first rows of an order are those of each part.</summary>
    public IReadOnlyList<string> Parts(NpgsqlParameterCollection parameters)
    {
        if (Moment is not { } then)
            return [$"{Schema.Name}.incident_list"];
        parameters.Add(new NpgsqlParameter { Value = then.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        var at = "$" + parameters.Count;
        parameters.Add(new NpgsqlParameter { Value = DateOnly.FromDateTime(then.UtcDateTime), NpgsqlDbType = NpgsqlDbType.Date });
        var day = "$" + parameters.Count;
        // What was listed under a later day was ahead of the day it changed; without those the order by date need not pass all that came after.
        return [.. from days in new[] { $"sort_date <= {day}", $"sort_date > {day} and sort_date > (changed_at at time zone 'UTC')::date" }
            from table in new[] { $"incident_list where changed_at <= {at}", $"incident_list_history where changed_at <= {at} and valid_to > {at}" }
            select $"(select {Columns} from {Schema.Name}.{table} and {days})"];
    }

    /// <summary>The incidents at their versions, in the order given; the log tells past ones.</summary>
    public static async Task<IReadOnlyList<byte[]>> FoldAsync(NpgsqlConnection connection, LogReader log, IReadOnlyList<(Guid Id, long Version)> wanted, CancellationToken cancellationToken)
    {
        var streams = (await log.ReadStreamsAsync(connection, [.. wanted.Select(w => w.Id).Distinct()], cancellationToken)).ToLookup(e => e.StreamId);
        return [.. wanted.Select(w => JsonSerializer.SerializeToUtf8Bytes(PastIncident.At(streams[w.Id], w.Version)!, ContractJson.Default.Incident))];
    }
}

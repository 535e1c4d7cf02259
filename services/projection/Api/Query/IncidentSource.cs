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

    /// <summary>SQL of the rows, to stand behind <c>from</c>; the caller names it <c>l</c>.</summary>
    public string Rows(FilterSql sql) => Rows(sql.Parameters);

    /// <summary>The same under a name of the caller's choice, with the time among some parameters.</summary>
    public string Rows(NpgsqlParameterCollection parameters)
    {
        if (Moment is not { } then)
            return $"{Schema.Name}.incident_list";
        parameters.Add(new NpgsqlParameter { Value = then.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        var at = "$" + parameters.Count;
        return $"""
            (select {Columns} from {Schema.Name}.incident_list where changed_at <= {at}
             union all select {Columns} from {Schema.Name}.incident_list_history where changed_at <= {at} and valid_to > {at})
            """;
    }

    /// <summary>The incidents at their versions, in the order given; the log tells past ones.</summary>
    public static async Task<IReadOnlyList<byte[]>> FoldAsync(NpgsqlConnection connection, LogReader log, IReadOnlyList<(Guid Id, long Version)> wanted, CancellationToken cancellationToken)
    {
        var versions = wanted.ToDictionary(w => w.Id, w => w.Version);
        var events = await log.ReadStreamsAsync(connection, [.. versions.Keys], cancellationToken);
        var states = events.GroupBy(e => e.StreamId).ToDictionary(g => g.Key, g => IncidentHistory.Fold(g.Where(e => e.Version <= versions[g.Key])));
        return [.. wanted.Select(w => JsonSerializer.SerializeToUtf8Bytes(states[w.Id]!, ContractJson.Default.Incident))];
    }
}

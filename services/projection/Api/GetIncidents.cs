using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /incidents: open incidents, newest first, a page at a time.</summary>
internal static class GetIncidents
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents", Handle)
        .WithName("listIncidents")
        .WithSummary("Incidents, newest first")
        .WithDescription("""
            Open incidents by the day they happened, newest first (one without a date stands where it became known).
            An unknown parameter is refused, so that a filter with a typing error does not pass for none.
            """)
        .Produces<IncidentPage>()
        .ProducesProblem(400).ProducesProblem(500).ProducesProblem(503)
        .DescribeIncidents();

    private static async Task<IResult> Handle(HttpRequest request, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var (query, errors) = IncidentQuery.Parse(request.Query);
        if (query is null)
            return Problems.InvalidQuery(errors!);
        try
        {
            var rows = await ReadAsync(database, query, cancellationToken);
            var next = rows.Count > query.Limit ? rows[query.Limit - 1].Place : null;
            return new RawJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("items");
                foreach (var row in rows.Take(query.Limit))
                    writer.WriteRawValue(row.Json, skipInputValidation: true);
                writer.WriteEndArray();
                writer.WriteString("next", next?.ToString());
                writer.WriteEndObject();
            });
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            request.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.StoreUnavailable();
        }
    }

    /// <summary>One row more than asked for tells whether there is a next page.</summary>
    private static async Task<List<(Cursor Place, byte[] Json)>> ReadAsync(NpgsqlDataSource database, IncidentQuery query, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        var where = "l.status = 'open'";
        string Parameter(object value, NpgsqlDbType type)
        {
            command.Parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return "$" + command.Parameters.Count;
        }
        if (query.Types is { } types)
            where += $" and l.event_type = any({Parameter(types, NpgsqlDbType.Array | NpgsqlDbType.Text)})";
        if (query.Countries is { } countries)
            where += $" and l.country = any({Parameter(countries, NpgsqlDbType.Array | NpgsqlDbType.Text)})";
        if (query.From is { } from)
            where += $" and l.date_end >= {Parameter(from, NpgsqlDbType.Date)}";
        if (query.To is { } to)
            where += $" and l.date_start <= {Parameter(to, NpgsqlDbType.Date)}";
        if (query.After is { } after)
            where += $" and (l.sort_date, l.id) < ({Parameter(after.Date, NpgsqlDbType.Date)}, {Parameter(after.Id, NpgsqlDbType.Uuid)})";
        command.CommandText = $"""
            select l.sort_date, l.id, d.data from {Schema.Name}.incident_list l join {Schema.Name}.mt_doc_incident d on d.id = l.id
            where {where} order by l.sort_date desc, l.id desc limit {query.Limit + 1}
            """;
        var rows = new List<(Cursor, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((new Cursor(reader.GetFieldValue<DateOnly>(0), reader.GetGuid(1)), reader.GetFieldValue<byte[]>(2)));
        return rows;
    }
}

/// <summary>A page of incidents.</summary>
/// <param name="Items">The incidents.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record IncidentPage(IReadOnlyList<Incident> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>Writes JSON that is stored as it is sent, without reading it into objects first.</summary>
internal sealed class RawJson(Action<Utf8JsonWriter> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        write(writer);
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}

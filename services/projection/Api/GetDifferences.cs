using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>GET /extractions/{id}/differences: what a request to read articles again came to.</summary>
internal static class GetDifferences
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/extractions/{id}/differences", Handle)
        .WithName("listDifferences")
        .WithSummary("What reading articles again changed")
        .WithDescription("""
            The reports that a request to read articles again (`POST /extractions` of the ingest API) added, took out or changed, with the fields that differ, by article; and how many of each there are so far.
            Reports that say what they said before are listed only when asked for with `change=same`. `articles` grows while the request is carried out; with `asOf` only what had been read again by then.
            """)
        .Produces<DifferencePage>()
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
        .DescribeDifferences();

    private static async Task<IResult> Handle(string id, HttpContext http, NpgsqlDataSource database)
    {
        var (query, errors) = DifferenceQuery.Parse(http.Request.Query);
        if (query is null)
            return Problems.InvalidQuery(errors!);
        if (!Guid.TryParse(id, out var request))
            return Problems.UnknownExtraction(id);
        return await database.ReadAsync(http, connection => AnswerAsync(connection, request, query, http.RequestAborted));
    }

    private static async Task<IResult> AnswerAsync(NpgsqlConnection connection, Guid request, DifferenceQuery query, CancellationToken cancellationToken)
    {
        try
        {
            await ReadModelAnswers.LimitAsync(connection, cancellationToken);
            var moment = query.AsOf is null ? DateTimeOffset.MaxValue : await query.AsOf.MomentAsync(connection, cancellationToken);
            var counts = await CountAsync(connection, request, moment, cancellationToken);
            if (counts.Count == 0 && !await WasAskedAsync(connection, request, cancellationToken))
                return Problems.UnknownExtraction(request.ToString());
            return await PageAsync(connection, request, query, moment, counts, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Problems.UnknownExtraction(request.ToString()); // ingest has never run on this database
        }
    }

    private static async Task<Dictionary<string, long>> CountAsync(NpgsqlConnection connection, Guid request, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            select 'articles', count(*) from {Schema.Name}.extraction_article where request_id = $1 and extracted_at <= $2 having count(*) > 0
            union all select change, count(*) from {Schema.Name}.extraction_difference d join {Schema.Name}.extraction_article a using (request_id, article_id)
                where request_id = $1 and a.extracted_at <= $2 group by change
            """, connection)
        {
            Parameters = { new() { Value = request }, new() { Value = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz } },
        };
        var counts = new Dictionary<string, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            counts[reader.GetString(0)] = reader.GetInt64(1);
        return counts;
    }

    private static async Task<bool> WasAskedAsync(NpgsqlConnection connection, Guid request, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from ingest.reextraction where id = $1)", connection) { Parameters = { new() { Value = request } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>One row more than asked for tells whether there is a next page.</summary>
    private static async Task<IResult> PageAsync(
        NpgsqlConnection connection, Guid request, DifferenceQuery query, DateTimeOffset moment, Dictionary<string, long> counts, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            select article_id, report_id, difference from {Schema.Name}.extraction_difference d
            where request_id = $1 and change = any($2) and (article_id, report_id) > ($3, $4)
                and exists (select from {Schema.Name}.extraction_article a where a.request_id = d.request_id and a.article_id = d.article_id and a.extracted_at <= $5) order by article_id, report_id limit {query.Limit + 1}
            """, connection)
        {
            Parameters =
            {
                new() { Value = request },
                new() { Value = query.Changes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = query.After?.Article ?? Guid.Empty },
                new() { Value = query.After?.Report ?? Guid.Empty },
                new() { Value = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };
        var rows = new List<(Guid Article, Guid Report, byte[] Json)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                rows.Add((reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2)));
        return new RawJson(writer =>
        {
            writer.WriteStartObject();
            foreach (var name in (string[])["articles", .. Differences.All])
                writer.WriteNumber(name, counts.GetValueOrDefault(name));
            writer.WriteStartArray("items");
            foreach (var row in rows.Take(query.Limit))
                writer.WriteRawValue(row.Json, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteString("next", rows.Count > query.Limit ? DifferenceQuery.CursorAfter(rows[query.Limit - 1].Article, rows[query.Limit - 1].Report) : null);
            writer.WriteEndObject();
        });
    }
}

/// <summary>A page of differences, with the counts of all of them.</summary>
/// <param name="Articles">Articles read again so far.</param>
/// <param name="Added">Reports that stand for no earlier one.</param>
/// <param name="Gone">Reports of the earlier reading that none stands for any more.</param>
/// <param name="Changed">Reports that say something else than the earlier ones whose place they take.</param>
/// <param name="Same">Reports that say the same as the earlier ones whose place they take.</param>
/// <param name="Items">The differences, by article.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record DifferencePage(
    long Articles, long Added, long Gone, long Changed, long Same,
    IReadOnlyList<ReportDifference> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

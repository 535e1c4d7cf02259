using System.Globalization;
using Npgsql;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>GET /incidents.csv, .geojson, .ndjson: all incidents of a filter, streamed from one moment. Each holds a connection to the database as long as its client reads.</summary>
internal static class GetExports
{
    private const int Chunk = 500;

    /// <summary>The formats, by the ending of the path.</summary>
    public static IReadOnlyList<ExportFormat> Formats { get; } = [new CsvFormat(), new GeoJsonFormat(), new NdjsonFormat()];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in Formats)
            app.MapGet("/incidents." + format.Name, async (HttpContext http, NpgsqlDataSource database, LogReader log, ExportPlaces places, ILoggerFactory logging) =>
                    await places.TakeAsync(http, () => Handle(format, http, database, log, places.Options, logging.CreateLogger(typeof(GetExports)))))
                .WithName("exportIncidentsAs" + char.ToUpperInvariant(format.Name[0]) + format.Name[1..])
                .WithSummary($"All incidents of a filter as {Title(format)}")
                .WithDescription($"""
                    Every incident that the same filter of `GET /incidents` gives on all its pages, as of one moment, in the same order.
                    There is no cap; of all exports {ExportOptions.DefaultAtOnce} can be read at once, one more is answered 503 `too-many-exports`. When something fails on the way the connection is cut before the end, so that a broken file shows.{More(format)}
                    """)
                .Produces<string>(200, format.ContentType.Split(';')[0])
                .ProducesProblem(400).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503)
                .DescribeExport(format);
    }

    /// <summary>Whether a format is cut by <c>fields</c>; the columns of a table are always the same.</summary>
    public static bool HasFields(ExportFormat format) => format is not CsvFormat;

    private static string Title(ExportFormat format) => format switch { CsvFormat => "CSV", GeoJsonFormat => "GeoJSON", _ => "NDJSON" };

    private static string More(ExportFormat format) => format switch
    {
        CsvFormat => """


            Columns have the names of ACLED's files where they mean the same: `event_id_cnty` is our id, `country` the ISO 3166-1 alpha-2 code,
            `time_precision` 1 day, 2 week, 3 month, `geo_precision` 1 site or settlement, 3 first-level division, `fatalities` the lower bound of the best
            figure, `notes` the headline, `timestamp` seconds since 1970 of the last change. A text that begins like a formula has an apostrophe in front.
            """,
        GeoJsonFormat => " An incident without coordinates is a feature whose geometry is null.",
        _ => " One incident a line, as `GET /incidents/{id}` answers it.",
    };

    private static async Task<IResult> Handle(ExportFormat format, HttpContext http, NpgsqlDataSource database, LogReader log, ExportOptions options, ILogger logger)
    {
        var (query, errors) = IncidentQuery.Parse(http.Request.Query, IncidentSort.Newest, paged: false, fields: HasFields(format));
        if (query is null)
            return Problems.InvalidQuery(errors!);
        return await database.ReadAsync(http, async connection =>
        {
            var stop = http.RequestAborted;
            // The reader of the stream may be slow, and its transaction idle meanwhile.
            await ReadModelAnswers.SetAsync(connection, "idle_in_transaction_session_timeout = '5min'", stop);
            await ReadModelAnswers.SetAsync(connection, string.Create(CultureInfo.InvariantCulture, $"statement_timeout = '{options.Seconds}s'"), stop);
            var source = await IncidentSource.OpenAsync(connection, query.Filter.AsOf, stop);
            var pages = new IncidentPages(connection, log, source, query)
            {
                // Past the server's own limit, so that it is that which ends a statement, and the answer says why.
                CommandTimeout = options.Seconds + 10,
            };
            // Before the first byte is sent there can still be a problem as an answer.
            var page = await pages.ReadAsync(null, Chunk, stop);
            if (page.Count == 0 && await ReadModelAnswers.RefuseEmptyWordsAsync(connection, query.Filter.Words, stop) is { } refusal)
                return refusal;
            http.Response.ContentType = format.ContentType;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"incidents.{format.Name}\"";
            try
            {
                await StreamAsync(format, query, pages, page, http.Response, stop);
            }
            catch (Exception e)
            {
                if (!stop.IsCancellationRequested)
                    logger.LogError(e, "An export as {Format} broke off.", format.Name);
                http.Abort();
            }
            return Results.Empty;
        });
    }

    private static async Task StreamAsync(ExportFormat format, IncidentQuery query, IncidentPages pages, IReadOnlyList<FoundIncident> page, HttpResponse response, CancellationToken cancellationToken)
    {
        var output = response.BodyWriter;
        format.Begin(output);
        for (var first = true; ; page = await pages.ReadAsync(new Cursor(page[^1].Key, page[^1].Id), Chunk, cancellationToken))
        {
            foreach (var incident in page)
            {
                format.Write(output, incident.Json, query.Fields, first);
                first = false;
                if (output.UnflushedBytes > 64 * 1024)
                    await output.FlushAsync(cancellationToken);
            }
            if (page.Count < Chunk)
                break;
        }
        format.End(output);
        await output.FlushAsync(cancellationToken);
    }
}

using System.Diagnostics;
using System.Text.Json;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Projection.Traces;
using Platform.Telemetry;
using Platform.Telemetry.Spans;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of traces. The example is a made-up trace, shown by the code that answers.</summary>
internal static class TraceDocs
{
    private static readonly DateTimeOffset s_at = new(2031, 3, 1, 5, 42, 0, TimeSpan.Zero);
    private static readonly ArticleReceived s_article = GoldenBodies.Article.Deserialize(ContractJson.Default.ArticleReceived)!;
    private static readonly Guid s_trace = Guid.ParseExact(OperationParts.TraceId, "N");

    public static void DescribeArticleTrace(this RouteHandlerBuilder endpoint) => endpoint.WithTags("traces").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        ReadApiDocs.DescribeId(operation, "The article's id, as `POST /articles` answered it.");
        var request = new ArticleRequest(OperationParts.TraceId, s_at, "received");
        operation.Answer(200, "The trace of its latest request.").Example("recovered", Json(GetTraces.Assemble(s_trace, s_article.ArticleId, [request], Spans(), [], truncated: false)))
            .Example("none", Json(GetTraces.Assemble(s_trace, s_article.ArticleId, [request], [], [], truncated: false)));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(QueryReader.None(ReadApiDocs.Query(("asOf", "1")))), Problems.UnknownArticle(DeterministicId.Create(DeterministicId.Namespace, "unknown").ToString()));
        return Task.CompletedTask;
    });

    public static void DescribeTrace(this RouteHandlerBuilder endpoint) => endpoint.WithTags("traces").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var id = (OpenApiParameter)operation.Parameters!.Single(parameter => parameter.Name == "traceId");
        id.Description = "W3C trace id, 32 hexadecimal digits: `traceId` of any answer, or its header `trace-id`.";
        operation.Answer(200, "The trace.").Example("recovered", Json(GetTraces.Assemble(s_trace, s_article.ArticleId, null, Spans(), [], truncated: false)));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(QueryReader.None(ReadApiDocs.Query(("asOf", "1")))), Problems.UnknownTrace("4bf92f3577b34da6a3ce929d0e0e4736"));
        return Task.CompletedTask;
    });

    public static void DescribeTraces(this RouteHandlerBuilder endpoint, bool failed) => endpoint.WithTags("traces").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameter(ParameterLocation.Query, "since", failed ? "Only those that something failed of then or later: a time, or a date for its first moment. One hour ago when absent."
            : "Only those that began then or later: a time, or a date for its first moment. One hour ago when absent.", ReadApiDocs.Text(), "2031-03-01T04:42:00Z");
        operation.Parameter(ParameterLocation.Query, "limit", "Most traces of the page.",
            new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{TraceQuery.LargestLimit}", Default = TraceQuery.DefaultLimit });
        var row = new TraceRow(s_trace, s_article.ArticleId, s_at, s_article.Title, s_article.Outlet, "1000000");
        var next = TraceQuery.CursorAfter(s_at.AddHours(-1), row).For("example");
        operation.Parameter(ParameterLocation.Query, "cursor", "The `next` of the page before, as it was given; with the other parameters of that page.", ReadApiDocs.Text(), next);
        operation.Answer(200, "A page.").Example("page", JsonSerializer.SerializeToNode(new TracePage(s_at.AddHours(-1), [GetTraces.ToItem(row, Spans())], next), ApiJson.Default.TracePage)!);
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(GetTraces.Parse(ReadApiDocs.Query(("since", "yesterday")), s_at).Errors));
        return Task.CompletedTask;
    });

    private static System.Text.Json.Nodes.JsonNode Json(TraceView view) => JsonSerializer.SerializeToNode(view, ApiJson.Default.TraceView)!;

    /// <summary>An article whose report was taken in at the second attempt.</summary>
    private static IReadOnlyList<SpanRecord> Spans()
    {
        var start = (s_at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var report = GoldenBodies.Incident.Deserialize(ContractJson.Default.Incident)!.Reports[0].ReportId.ToString();
        SpanRecord Span(int id, int? parent, string service, string name, ActivityKind kind, int from, int length, string? error = null, (string, string)[]? attributes = null, (string, int)[]? moments = null) => new()
        {
            TraceId = OperationParts.TraceId, SpanId = $"{id:x16}", ParentId = parent is { } above ? $"{above:x16}" : null, Service = service, Name = name, Kind = (int)kind, Start = start + from, Duration = length, Error = error,
            ArticleId = s_article.ArticleId, Attributes = attributes?.ToDictionary(a => a.Item1, a => a.Item2), Moments = moments?.Select(m => new SpanMoment(m.Item1, start + m.Item2)).ToList(),
        };
        return
        [
            Span(1, null, Names.Services.Ingest, "POST /articles", ActivityKind.Server, 0, 6100, attributes: [("http.request.method", "POST"), (Names.Attributes.StatusCode, "202")]),
            Span(2, 1, Names.Services.Ingest, Names.Spans.Append, ActivityKind.Internal, 900, 4300, attributes: [(Names.Attributes.ArticleId, s_article.ArticleId.ToString())]),
            Span(3, 2, Names.Services.Ingest, Names.Spans.Relay, ActivityKind.Internal, 3800, 7700),
            Span(4, 3, Names.Services.Ingest, "article-received.v1 send", ActivityKind.Producer, 8200, 3100),
            Span(5, 4, Names.Services.Extraction, "extraction.article-received receive", ActivityKind.Consumer, 12_400, 31_000),
            Span(6, 5, Names.Services.Extraction, Names.Spans.Extract, ActivityKind.Internal, 12_900, 17_200, attributes: [(Names.Attributes.Reports, "1")],
                moments: [("text", 16_000), ("mentions", 21_300), ("clauses", 22_800), ("incidents", 28_500), ("reports", 30_000)]),
            Span(7, 5, Names.Services.Extraction, "incident-detected.v1 send", ActivityKind.Producer, 30_400, 6200),
            Span(8, 7, Names.Services.Projection, Names.Spans.Project, ActivityKind.Internal, 48_000, 5100, "57P01: terminating connection due to administrator command", [(Names.Attributes.ReportId, report)]),
            Span(9, 7, Names.Services.Projection, Names.Spans.Project, ActivityKind.Internal, 260_000, 14_300, null, [(Names.Attributes.ReportId, report), (Names.Attributes.Outcome, "applied")],
                [(Names.Moments.Linking, 261_200), (Names.Moments.Committing, 267_900)]),
            Span(10, 9, Names.Services.Projection, Names.Spans.Relay, ActivityKind.Internal, 262_000, 19_000),
            Span(11, 9, Names.Services.Projection, Names.Spans.EventStream, ActivityKind.Producer, 276_900, 400, attributes: [(Names.Attributes.Subscriber, "ann"), (Names.Attributes.Filter, "country=IQ"), (Names.Attributes.Outcome, "delivered")]),
        ];
    }
}

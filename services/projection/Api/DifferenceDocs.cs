using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of the differences.</summary>
internal static class DifferenceDocs
{
    public static RouteHandlerBuilder DescribeDifferences(this RouteHandlerBuilder endpoint) => endpoint.WithTags("extractions").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        ReadApiDocs.DescribeId(operation, "The request's id, as `POST /extractions` of the ingest API answered it.");
        OpenApiSchema Text(JsonArray? values = null) => new() { Type = JsonSchemaType.String, Enum = values?.Select(v => v!.DeepClone()).ToList() };
        var changes = new JsonArray([.. Differences.All.Select(c => JsonValue.Create(c))]);
        operation.Parameter(ParameterLocation.Query, "change", "Only these changes; several by comma or repetition. All but `same` when absent.",
            new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(changes) }, new JsonArray(Differences.Added, Differences.Gone));
        operation.Parameter(ParameterLocation.Query, "limit", "Most differences of the page.",
            new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{DifferenceQuery.LargestLimit}", Default = DifferenceQuery.DefaultLimit });
        var item = GoldenBodies.Difference;
        var next = DifferenceQuery.CursorAfter(item["articleId"]!.Deserialize<Guid>(), item["after"]!.Deserialize<Guid>());
        operation.Parameter(ParameterLocation.Query, "cursor", "The `next` of the page before, as it was given; with the other parameters of that page.", Text(), next);
        operation.Parameter(ParameterLocation.Query, "asOf", "Only what had been read again then: a time, or a place in the log.", Text(), "2031-03-02T06:00:00Z");
        operation.Answer(200, "A page.").Example("page", new JsonObject
        {
            ["articles"] = 1204, ["added"] = 17, ["gone"] = 5, ["changed"] = 210, ["same"] = 1490, ["items"] = new JsonArray(item), ["next"] = next,
        });
        var (_, errors) = DifferenceQuery.Parse(new QueryCollection(new Dictionary<string, StringValues> { ["change"] = "lost" }));
        operation.Problem(ReadApiDocs.Body(Api.Problems.InvalidQuery(errors!)));
        ReadApiDocs.Problems(operation, Api.Problems.UnknownExtraction("9d2c41f7-7a55-4d0e-9d6e-0a4c3b8f2e11"), Api.Problems.QueryTooLarge());
        return Task.CompletedTask;
    });
}

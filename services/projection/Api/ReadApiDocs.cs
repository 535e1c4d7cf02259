using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of the read API beyond the endpoints' own metadata. Its examples are made by the code that answers.</summary>
internal static class ReadApiDocs
{
    private const int RetryAfterSeconds = 2;
    private static readonly Guid s_unknown = DeterministicId.Create(DeterministicId.Namespace, "unknown");

    public static void Describe(OpenApiOptions options)
    {
        options.Describe("Read API", """
            What became of the articles: incidents, each with every report that tells of it, and articles with how far they are.

            Absent means unknown; null is written only where its description says so. Times are UTC, evidence offsets count UTF-16 code units.
            Every answer has the header `trace-id`: the W3C trace id of its request.
            Everything that is not a success is `application/problem+json` (RFC 9457) with a `type` that never changes its meaning.
            """,
            ("articles", "Articles and what came of them."), ("incidents", "Incidents as the articles tell them."),
            ("extractions", "What reading articles again came to."),
            ("exports", "All incidents of a filter at once, and a feed of changes."),
            ("analyst", "What persons say of incidents, and what they are asked."),
            ("dead-letters", "Messages that could not be taken in, kept until somebody decides."),
            ("rebuilds", "Read models that are built anew from the logs."),
            ("traces", "What happened on an article's way, span by span."),
            ("subscribers", "Changes as they happen."));
        options.AddSchemaTransformer(DescribeProblem);
    }

    public static RouteHandlerBuilder DescribeArticle(this RouteHandlerBuilder endpoint) => endpoint.WithTags("articles").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        DescribeId(operation, "The article's id, as `POST /articles` answered it.");
        operation.Parameter(ParameterLocation.Query, "asOf", "As it was then: a time, or a place in the log.", Text(), "2031-03-02T06:00:00Z");
        operation.Answer(200, "The article.").Example("extracted", Article());
        var (_, errors) = GetArticle.Parse(Query(("asOf", "yesterday")));
        Problems(operation, Api.Problems.InvalidQuery(errors), Api.Problems.UnknownArticle(s_unknown.ToString()), Api.Problems.UnknownThen(s_unknown.ToString()), Api.Problems.QueryTooLarge());
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeIncident(this RouteHandlerBuilder endpoint) => endpoint.WithTags("incidents").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        DescribeId(operation, "The incident's id, as lists and messages give it.");
        operation.Parameter(ParameterLocation.Query, "asOf", "As it was then: a time, or a version of the incident.", Text(), "1");
        ListDocs.DescribeFields(operation);
        operation.Parameter(ParameterLocation.Header, "If-None-Match", "The ETag of an earlier answer.", new OpenApiSchema { Type = JsonSchemaType.String }, "\"2\"");
        operation.Answer(200, "The incident.").Header("ETag", "The version, in quotes.", "\"2\"").Example("incident", GoldenBodies.Incident);
        operation.Answer(304, "It has still the version of If-None-Match.").Header("ETag", "The version, in quotes.", "\"2\"");
        var (_, _, errors) = GetIncident.Parse(Query(("asOf", "yesterday"), ("fields", "palce")));
        Problems(operation, Api.Problems.InvalidQuery(errors), Api.Problems.UnknownIncident(s_unknown.ToString()), Api.Problems.UnknownThen(s_unknown.ToString()), Api.Problems.QueryTooLarge());
        return Task.CompletedTask;
    });

    internal static void DescribeId(OpenApiOperation operation, string description)
    {
        var id = (OpenApiParameter)operation.Parameters!.Single(parameter => parameter.Name == "id");
        id.Description = description;
        ((OpenApiSchema)id.Schema!).Format = "uuid";
    }

    /// <summary>The problems of an operation, with those that every one has.</summary>
    internal static void Problems(OpenApiOperation operation, params IResult[] refusals)
    {
        foreach (var refusal in refusals)
            operation.Problem(Body(refusal));
        operation.Problem(Body(Api.Problems.StoreUnavailable()), RetryAfterSeconds);
        operation.Answer(500, "Something went wrong here; the trace id finds it in the logs.");
    }

    internal static JsonNode Body(IResult problem) => JsonSerializer.SerializeToNode(((ProblemHttpResult)problem).ProblemDetails, JsonSerializerOptions.Web)!;

    /// <summary>A query string, to have its errors told by the code that reads it.</summary>
    internal static QueryCollection Query(params (string Name, string Value)[] parameters) => new(parameters.ToDictionary(p => p.Name, p => new StringValues(p.Value)));

    /// <summary>The schema of a text.</summary>
    internal static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };

    private static JsonNode Article()
    {
        var article = GoldenBodies.Article.Deserialize(ContractJson.Default.ArticleReceived)!;
        var extraction = GoldenBodies.Extraction.Deserialize(ContractJson.Default.ExtractionSummary)!;
        return JsonSerializer.SerializeToNode(new ArticleView
        {
            ArticleId = article.ArticleId,
            Status = "extracted",
            Revision = article.Revision,
            Title = article.Title,
            Url = article.Url,
            Outlet = article.Outlet,
            Source = article.Source,
            ExternalId = article.ExternalId,
            Language = article.Language,
            Tags = article.Tags,
            PublishedAt = article.PublishedAt,
            ReceivedAt = article.ReceivedAt,
            TraceId = OperationParts.TraceId,
            Extractor = extraction.Extractor,
            ExtractedAt = extraction.ExtractedAt,
            Text = article.Text,
            Aggregates = extraction.Aggregates,
            Incidents = [GoldenBodies.Incident.Deserialize(ContractJson.Default.Incident)!],
        }, ApiJson.Default.ArticleView)!;
    }

    /// <summary>The framework's class knows neither that we always fill it nor what we add.</summary>
    private static Task DescribeProblem(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        if (context.JsonTypeInfo.Type == typeof(ProblemDetails) && context.JsonPropertyInfo is null)
        {
            OpenApiSchema Text(string description, string? format = null) => new() { Type = JsonSchemaType.String, Description = description, Format = format };
            schema.Description = "A problem as RFC 9457 has it, with our extensions.";
            schema.Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("Stable URI of the kind of problem, `urn:incident-platform:problem:` and a name that never changes its meaning.", "uri"),
                ["title"] = Text("The kind of problem in a few words."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "HTTP status, 400 to 599." },
                ["detail"] = Text("What happened here and what to do about it."),
                ["traceId"] = Text("W3C trace id of the request, for the logs."),
                ["incidentId"] = Text("The incident that stands against a command; of a merged one the survivor.", "uuid"),
                ["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Present version of that incident." },
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Parameter name to what is wrong with it, when parameters are at fault.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            };
            schema.Required = new SortedSet<string>(StringComparer.Ordinal) { "type", "title", "status", "traceId" };
        }
        return Task.CompletedTask;
    }
}

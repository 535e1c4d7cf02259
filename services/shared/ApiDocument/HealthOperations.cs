using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Telemetry;

namespace Platform.ApiDocument;

/// <summary>The health endpoints, which ASP.NET Core does not describe by itself.</summary>
internal static class HealthOperations
{
    /// <summary>Tag of both.</summary>
    public static readonly (string Name, string Description) Tag = ("health", "For supervisors and load balancers.");

    private static readonly string[] s_states = ["healthy", "degraded", "unhealthy"];

    /// <summary>Document transformer: adds both.</summary>
    public static async Task AddAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var type in new[] { typeof(HealthCheckAnswer), typeof(HealthAnswer) })
        {
            var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
            if (schema.Properties!["status"] is OpenApiSchema status)
                status.Enum = [.. s_states.Select(state => JsonValue.Create(state))];
            document.AddComponent(type.Name, schema);
        }
        var check = new OpenApiSchemaReference(nameof(HealthCheckAnswer), document);
        ((OpenApiSchema)((OpenApiSchema)document.Components!.Schemas![nameof(HealthAnswer)]).Properties!["checks"]).AdditionalProperties = check;

        Add(document, "/health/live", "getLiveness", "Is the process alive?",
            "200 as long as the process answers at all. It asks nothing else, so an outage of broker or database restarts nobody.",
            (200, "The process answers.", new HealthAnswer("healthy", new Dictionary<string, HealthCheckAnswer>())));
        Add(document, "/health/ready", "getReadiness", "Can the service do its work?",
            "A degraded check is told, and the service still counts as ready.",
            (200, "It can. Something may be degraded.", Ready("degraded", "The broker cannot be reached.")),
            (503, "It cannot.", Ready("unhealthy", "The broker cannot be reached.")));
    }

    private static HealthAnswer Ready(string bus, string description) => new(bus, new Dictionary<string, HealthCheckAnswer>
    {
        ["database"] = new("healthy", null, new Dictionary<string, object>()),
        ["bus"] = new(bus, description, new Dictionary<string, object>()),
    });

    private static void Add(OpenApiDocument document, string path, string id, string summary, string description, params (int Status, string Description, HealthAnswer Example)[] answers)
    {
        var operation = new OpenApiOperation
        {
            OperationId = id,
            Summary = summary,
            Description = description,
            Tags = new HashSet<OpenApiTagReference> { new(Tag.Name, document) },
            Responses = [],
        };
        foreach (var (status, text, example) in answers)
        {
            operation.Responses[OperationParts.Key(status)] = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(HealthAnswer), document) },
                },
            };
            operation.Answer(status, text).Example(example.Status, JsonSerializer.SerializeToNode(example, HealthEndpoints.Json)!);
        }
        document.Paths[path] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
    }
}

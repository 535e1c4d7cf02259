using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Telemetry;

namespace Platform.ApiDocument;

/// <summary>The health endpoints, which ASP.NET Core does not describe by itself.</summary>
internal static class HealthOperations
{
    /// <summary>Tag of them.</summary>
    public static readonly (string Name, string Description) Tag = ("health", "For supervisors and load balancers.");

    private static readonly string[] s_states = ["healthy", "degraded", "unhealthy"];

    /// <summary>Document transformer: adds them.</summary>
    public static async Task AddAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        Components.Lift(await context.GetOrCreateSchemaAsync(typeof(HealthAnswer), null, cancellationToken), document);
        foreach (var name in new[] { nameof(HealthAnswer), nameof(HealthCheckAnswer) })
        {
            var status = (OpenApiSchema)document.Components!.Schemas![name].Properties!["status"];
            status.Enum = [.. s_states.Select(state => JsonValue.Create(state))];
        }
        Add(document, "/health/live", "getLiveness", "Is the process alive?",
            "200 as long as the process answers at all. It asks nothing else, so an outage of broker or database restarts nobody.",
            (200, "The process answers.", new HealthAnswer("healthy", new Dictionary<string, HealthCheckAnswer>())));
        Add(document, "/health/ready", "getReadiness", "Can the service do its work?",
            "A degraded check is told, and the service still counts as ready.",
            (200, "It can. Something may be degraded.", Ready("degraded", "The broker cannot be reached.")),
            (503, "It cannot.", Ready("unhealthy", "The broker cannot be reached.")));
        if (HealthEndpoints.TellsServing(context.ApplicationServices))
        {
            Add(document, "/health/serving", "getServing", "Can the service answer requests?",
                "Asks for what requests need and nothing else. Without its broker it takes nothing in and is not ready, and yet all that is known can be read: for load balancers.",
                (200, "It can.", Serving("healthy")),
                (503, "It cannot.", Serving("unhealthy", "The database does not answer.")));
        }
    }

    private static HealthAnswer Ready(string bus, string description) => new(bus, new Dictionary<string, HealthCheckAnswer>
    {
        ["database"] = new("healthy", new Dictionary<string, object>()),
        ["bus"] = new(bus, new Dictionary<string, object>(), description),
    });

    private static HealthAnswer Serving(string database, string? description = null) => new(database, new Dictionary<string, HealthCheckAnswer>
    {
        ["database"] = new(database, new Dictionary<string, object>(), description),
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

using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Platform.ApiDocument;

/// <summary>
/// What the OpenAPI documents of all services have in common. A service calls <c>AddOpenApi</c> itself, since the doc comments
/// are woven in where that call stands.
/// </summary>
public static class ApiDocuments
{
    /// <summary>Version of the HTTP APIs: the first number is that of the path <c>/openapi/v1.json</c>, the others tell additions and corrections.</summary>
    public const string Version = "1.0.0";

    /// <summary>Title, description, health endpoints; no address of the machine it was made on; everything in one order.</summary>
    /// <param name="options">The options of the service's document.</param>
    /// <param name="title">Name of the API.</param>
    /// <param name="description">What it is for, in Markdown.</param>
    /// <param name="tags">Each tag of the operations with its description.</param>
    public static OpenApiOptions Describe(this OpenApiOptions options, string title, string description, params (string Name, string Description)[] tags)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(AbsentValues.NoteAsync);
        options.AddOperationTransformer(AccessParts.DescribeAsync);
        options.AddDocumentTransformer(HealthOperations.AddAsync);
        options.AddDocumentTransformer(AccessParts.AddSchemesAsync);
        options.AddDocumentTransformer(AbsentValues.RemoveAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = title, Version = Version, Description = description };
            document.Servers = null;
            if (document.Components!.Schemas!.TryGetValue(nameof(JsonElement), out var any)) any.Description = "Any JSON value.";
            document.Components.Schemas = new SortedDictionary<string, IOpenApiSchema>(document.Components.Schemas, StringComparer.Ordinal);
            document.Tags = tags.Append(HealthOperations.Tag).Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
            return Task.CompletedTask;
        });
        return options;
    }

    /// <summary>Numbers are numbers in the schemas, never strings that hold numbers.</summary>
    public static IServiceCollection AddStrictNumbers(this IServiceCollection services) =>
        services.Configure<JsonOptions>(o => o.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);

    /// <summary>Serves the document as <c>/openapi/v1.json</c>, to everybody: it says how to come in, and nothing of what is inside.</summary>
    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi().AllowAnonymous();
}

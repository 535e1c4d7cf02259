using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Platform.ApiDocument;

/// <summary>Schemas that transformers ask for come whole, with all they are made of inside. Here they become components with references.</summary>
public static class Components
{
    // Where ASP.NET Core notes the name that a schema would have as a component, and what the property says that refers to it.
    private const string SchemaId = "x-schema-id", ReferenceDescription = "x-ref-description";

    /// <summary>The schema of a type, as a component of the document.</summary>
    public static async Task<OpenApiSchemaReference> ComponentAsync(this OpenApiOperationTransformerContext context, Type type, CancellationToken cancellationToken) =>
        (OpenApiSchemaReference)Lift(await context.GetOrCreateSchemaAsync(type, null, cancellationToken), context.Document!);

    /// <summary>Makes components of a schema and of all named ones within; gives what stands in their place.</summary>
    internal static IOpenApiSchema Lift(IOpenApiSchema schema, OpenApiDocument document)
    {
        if (schema is not OpenApiSchema own) return schema;
        foreach (var name in own.Properties?.Keys.ToList() ?? [])
            own.Properties![name] = Lift(own.Properties[name], document);
        if (own.Items is { } items) own.Items = Lift(items, document);
        if (own.AdditionalProperties is { } values) own.AdditionalProperties = Lift(values, document);
        if (own.OneOf is { } choices) own.OneOf = [.. choices.Select(choice => Lift(choice, document))];
        if (own.Metadata is null || !own.Metadata.TryGetValue(SchemaId, out var id) || id is not string { Length: > 0 } component) return own;
        document.AddComponent(component, own);
        var said = own.Metadata.TryGetValue(ReferenceDescription, out var description) ? description as string : null;
        return new OpenApiSchemaReference(component, document) { Description = said };
    }
}

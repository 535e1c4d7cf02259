using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Platform.ApiDocument;

/// <summary>
/// An unknown value is left out and never written as null. The schemas that ASP.NET Core makes of nullable properties say null
/// instead, and do not require those few whose null means something and is always written.
/// </summary>
internal static class AbsentValues
{
    private const string WrittenNulls = "platform-written-nulls";

    /// <summary>Schema transformer: notes the properties that are written when null, and gives enumerations the type they are of.</summary>
    public static Task NoteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            schema.Metadata ??= new Dictionary<string, object>();
            schema.Metadata[WrittenNulls] = context.JsonTypeInfo.Properties.Where(IsWrittenWhenNull).Select(property => property.Name).ToHashSet();
        }
        if (schema is { Enum.Count: > 0, Type: null })
            schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }

    /// <summary>Document transformer: takes null out of every other property.</summary>
    public static Task RemoveAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            var written = schema.Metadata is { } notes && notes.TryGetValue(WrittenNulls, out var names) ? (HashSet<string>)names : [];
            foreach (var name in schema.Properties?.Keys.ToList() ?? [])
                if (!written.Contains(name))
                    schema.Properties![name] = WithoutNull(schema.Properties[name]);
            if (written.Count > 0)
                schema.Required = new SortedSet<string>([.. schema.Required ?? new HashSet<string>(), .. written], StringComparer.Ordinal);
        }
        return Task.CompletedTask;
    }

    private static bool IsWrittenWhenNull(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is { OneOf: [{ Type: JsonSchemaType.Null }, var other] })
            return other;
        if (schema is OpenApiSchema { Type: { } type } own)
            own.Type = type & ~JsonSchemaType.Null;
        return schema;
    }
}

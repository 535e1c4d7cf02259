using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Platform.ApiDocument;

/// <summary>Short words for what operation transformers add.</summary>
public static class OperationParts
{
    /// <summary>Media type of RFC 9457.</summary>
    public const string ProblemJson = "application/problem+json";

    /// <summary>Trace id of every example.</summary>
    public const string TraceId = "5b1f0c9e7a3d4826b0c4e1f2a7d96c38";

    /// <summary>The answer of a status, which the endpoint has declared with <c>Produces</c>, with its description.</summary>
    public static OpenApiResponse Answer(this OpenApiOperation operation, int status, string description)
    {
        var answer = (OpenApiResponse)operation.Responses![Key(status)];
        answer.Description = description;
        return answer;
    }

    /// <summary>A header of an answer.</summary>
    public static OpenApiResponse Header(this OpenApiResponse answer, string name, string description, JsonNode example)
    {
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
        answer.Headers[name] = new OpenApiHeader { Description = description, Schema = SchemaOf(example), Example = example };
        return answer;
    }

    /// <summary>A named example of an answer's body, in each media type it has.</summary>
    public static OpenApiResponse Example(this OpenApiResponse answer, string name, JsonNode body)
    {
        foreach (var media in answer.Content!.Values.Cast<OpenApiMediaType>())
            (media.Examples ??= new Dictionary<string, IOpenApiExample>())[name] = new OpenApiExample { Value = body.DeepClone() };
        return answer;
    }

    /// <summary>A problem the operation can answer with: an example named as its type, under its status, with its title.</summary>
    /// <param name="operation">The operation; it has declared the status with <c>Produces</c>.</param>
    /// <param name="problem">A whole answer; its trace id is replaced.</param>
    /// <param name="retryAfterSeconds">Value of the header Retry-After, when there is one.</param>
    public static void Problem(this OpenApiOperation operation, JsonNode problem, int? retryAfterSeconds = null)
    {
        problem["traceId"] = TraceId;
        var name = problem["type"]!.GetValue<string>().Split(':')[^1];
        var answer = (OpenApiResponse)operation.Responses![Key(problem["status"]!.GetValue<int>())];
        var titles = answer.Content![ProblemJson].Examples is null ? "" : answer.Description + " ";
        answer.Description = $"{titles}{problem["title"]!.GetValue<string>()}.";
        answer.Example(name, problem);
        if (retryAfterSeconds is { } seconds)
            answer.Header("Retry-After", "Seconds after which trying again makes sense.", seconds);
    }

    /// <summary>A parameter that the endpoint reads by itself.</summary>
    public static void Parameter(this OpenApiOperation operation, ParameterLocation place, string name, string description, IOpenApiSchema schema, JsonNode? example = null) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = place,
            Description = description,
            Schema = schema,
            Example = example,
            // Several values of a list are told apart by commas.
            Explode = schema.Type != JsonSchemaType.Array && place == ParameterLocation.Query,
        });

    /// <summary>Key of a status among the answers.</summary>
    internal static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static OpenApiSchema SchemaOf(JsonNode example) =>
        new() { Type = example.GetValueKind() == System.Text.Json.JsonValueKind.Number ? JsonSchemaType.Integer : JsonSchemaType.String };
}

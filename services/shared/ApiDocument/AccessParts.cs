using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Access;

namespace Platform.ApiDocument;

/// <summary>What the documents say of keys, tokens and scopes.</summary>
internal static class AccessParts
{
    private const string Key = "apiKey", Bearer = "bearer";

    /// <summary>Document transformer: how a caller shows who it is.</summary>
    public static Task AddSchemesAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.AddComponent(Key, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Api-Key",
            Description = "An API key; it may also stand in Authorization: Bearer.",
        });
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An API key, or a token of the configured issuer with its scopes in `scope` or `scp`.",
        });
        return Task.CompletedTask;
    }

    /// <summary>Operation transformer: the scope, and the answers to who has none.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ScopeMetadata>().LastOrDefault()?.Scope is not { } scope)
            return Task.CompletedTask;
        operation.Security =
        [
            new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [scope] },
            new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [scope] },
        ];
        var problem = ((OpenApiResponse)operation.Responses!["500"]).Content![OperationParts.ProblemJson].Schema!;
        foreach (var status in new[] { 401, 403 })
            operation.Responses[OperationParts.Key(status)] = new OpenApiResponse { Content = new Dictionary<string, OpenApiMediaType> { [OperationParts.ProblemJson] = new() { Schema = problem } } };
        foreach (var refusal in new[] { Refusals.CredentialsRequired(), Refusals.CredentialsInvalid("The token has expired. Get a new one."), Refusals.ScopeMissing(scope) })
            operation.Problem(ToJson(refusal));
        foreach (var status in new[] { 401, 403 })
            ((OpenApiResponse)operation.Responses[OperationParts.Key(status)]).Header("WWW-Authenticate", "How to show who you are, as RFC 6750 has it.", "Bearer realm=\"incident-platform\"");
        return Task.CompletedTask;
    }

    private static JsonNode ToJson(ProblemDetails problem) => JsonSerializer.SerializeToNode(problem, JsonSerializerOptions.Web)!;
}

using Microsoft.AspNetCore.Http.Features;
using Platform.Access;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Projection.Api.Commands;

namespace Platform.Projection.Api;

/// <summary>The read API: a file an endpoint.</summary>
internal static class ReadApi
{
    public static void AddReadApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.ConfigureHttpJsonOptions(o => ContractJson.Configure(o.SerializerOptions));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, CommandJson.Default));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, DeadLetterJson.Default));
        services.AddCommands();
        services.AddStrictNumbers();
        services.AddOpenApi(o => ReadApiDocs.Describe(o)); // a lambda: with a method group the doc comments are not woven in
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context =>
        {
            // What the framework answers by itself (404, 405, 500) gets our types and a trace id too.
            if (context.ProblemDetails.Type?.StartsWith("urn:", StringComparison.Ordinal) != true)
                context.ProblemDetails.Type = $"urn:incident-platform:problem:http-{context.ProblemDetails.Status}";
            context.ProblemDetails.Extensions["traceId"] = context.HttpContext.Features.Get<IHttpActivityFeature>()?.Activity.TraceId.ToHexString();
        });
    }

    public static void MapReadApi(this WebApplication app)
    {
        // A body that breaks off, is too slow or wrongly framed is its sender's fault, wherever it is noticed.
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError });
        app.UseStatusCodePages();
        var read = app.MapGroup("").RequireScope(Scopes.Read);
        GetArticle.Map(read);
        GetArticles.Map(read);
        GetIncidents.Map(read);
        GetIncident.Map(read);
        GetDifferences.Map(read);
        GetFacets.Map(read);
        GetStats.Map(read);
        GetExports.Map(read);
        GetFeed.Map(read);
        GetHistory.Map(read);
        GetClaims.Map(read);
        GetDuplicates.Map(read);
        DeadLetterEndpoints.Map(app);
        app.MapGroup("").RequireScope(Scopes.Analyst).MapCommands();
    }
}

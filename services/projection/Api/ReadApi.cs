using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
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
        services.AddOptions<ExportOptions>().BindConfiguration("Exports").Validate(o => o.AtOnce > 0 && o.Seconds > 0, "Exports:AtOnce and Exports:Seconds must be 1 or more.").ValidateOnStart();
        services.AddSingleton<ExportPlaces>();
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
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError, ExceptionHandler = TellAsync });
        app.UseStatusCodePages(context => TellAsync(context.HttpContext));
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
        GetRebuilds.Map(read);
        GetTraces.Map(read);
        DeadLetterEndpoints.Map(app);
        app.MapGroup("").RequireScope(Scopes.Analyst).MapCommands();
    }

    /// <summary>What the framework answers by itself. Its own writer leaves a plain text, or nothing, to a caller whose Accept it cannot meet.</summary>
    private static Task TellAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return Problems.Make(status, $"http-{status}", ReasonPhrases.GetReasonPhrase(status), status < 500 ? "See /openapi/v1.json for what can be asked here." : "The fault was logged under the trace id. Ask again; if it fails again, report the trace id.").ExecuteAsync(http);
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Platform.Telemetry;

/// <summary>Gives the server span of ASP.NET Core its name, attributes and status; by itself it has none.</summary>
public static class HttpSpans
{
    /// <summary>First in the pipeline, so that the status it sees is the one that is sent.</summary>
    public static IApplicationBuilder UseHttpSpans(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (activity is null)
        {
            await next(context);
            return;
        }
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded; // a probe every few seconds is no news
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            activity.Fail(e);
            throw;
        }
        finally
        {
            Describe(activity, context);
        }
    });

    private static void Describe(Activity activity, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("http.route", route);
        activity.SetTag("url.path", context.Request.Path.Value);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500 && activity.Status != ActivityStatusCode.Error)
            activity.SetStatus(ActivityStatusCode.Error);
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Telemetry.Spans;

namespace Platform.Telemetry;

/// <summary>Gives the server span of ASP.NET Core its name, attributes and status, by itself it has none; and the answer its trace id.</summary>
public static class HttpSpans
{
    /// <summary>Header of every answer: the W3C trace id of its request, 32 hexadecimal digits.</summary>
    public const string TraceIdHeader = "trace-id";

    /// <summary>First in the pipeline, so that the status it sees is the one that is sent.</summary>
    public static IApplicationBuilder UseHttpSpans(this IApplicationBuilder app)
    {
        var collector = app.ApplicationServices.GetService<SpanCollector>();
        return app.Use((context, next) => TraceAsync(context, next, collector));
    }

    private static async Task TraceAsync(HttpContext context, RequestDelegate next, SpanCollector? collector)
    {
        var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (activity is null)
        {
            await next(context);
            return;
        }
        // At the last moment: an answer that is taken back for another loses the headers it had.
        context.Response.OnStarting(static state =>
        {
            var (response, id) = ((HttpResponse, string))state;
            response.Headers[TraceIdHeader] = id;
            return Task.CompletedTask;
        }, (context.Response, activity.TraceId.ToHexString()));
        collector?.Choose(activity, context.Request.Method);
        var isProbe = context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        if (isProbe)
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
            Describe(activity, context, isProbe);
        }
    }

    private static void Describe(Activity activity, HttpContext context, bool isProbe)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("http.route", route);
        activity.SetTag("url.path", context.Request.Path.Value);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        // "Not ready" is an answer, no failure.
        if (context.Response.StatusCode >= 500 && !isProbe && activity.Status != ActivityStatusCode.Error)
            activity.SetStatus(ActivityStatusCode.Error);
    }
}

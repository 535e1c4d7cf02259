using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Telemetry;

/// <summary>
/// Limits of a request's first line and headers, told as problems. Kestrel refuses what is past its own limits with a bare status,
/// before any code of ours; so its limits are some times ours, and only what is far too much gets no more than the status.
/// </summary>
public static class RequestLimits
{
    /// <summary>Longest method and target together, in characters.</summary>
    public const int Line = 8 * 1024;

    /// <summary>Most characters of all header names and values.</summary>
    public const int Headers = 32 * 1024;

    /// <summary>Most headers.</summary>
    public const int HeaderCount = 100;

    private const string Prefix = "urn:incident-platform:problem:";

    /// <summary>Sets the server's own limits.</summary>
    public static WebApplicationBuilder AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<KestrelServerOptions>(server =>
        {
            server.Limits.MaxRequestLineSize = 8 * Line;
            server.Limits.MaxRequestHeadersTotalSize = 4 * Headers;
            server.Limits.MaxRequestHeaderCount = 10 * HeaderCount;
        });
        return builder;
    }

    /// <summary>Refuses what is past the limits: 414 or 431. After what gives the request's span its name.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) =>
        app.Use((http, next) => Excess(http) is { } problem ? problem.ExecuteAsync(http) : next(http));

    private static IResult? Excess(HttpContext http)
    {
        if (http.Request.Method.Length + (http.Features.Get<IHttpRequestFeature>()?.RawTarget.Length ?? 0) > Line)
            return Problem(StatusCodes.Status414UriTooLong, "request-line-too-long", "The address is too long", $"Path and query have at most some {Line} characters; ask in several requests.");
        var (count, size) = (0, 0);
        foreach (var header in http.Request.Headers)
            foreach (var value in header.Value)
                (count, size) = (count + 1, size + header.Key.Length + (value?.Length ?? 0));
        return count > HeaderCount || size > Headers
            ? Problem(StatusCodes.Status431RequestHeaderFieldsTooLarge, "headers-too-large", "The headers are too large", $"Send at most {HeaderCount} headers of {Headers} characters together.")
            : null;
    }

    private static IResult Problem(int status, string name, string title, string detail) => Results.Problem(
        detail, statusCode: status, title: title, type: Prefix + name, extensions: new Dictionary<string, object?> { ["traceId"] = Activity.Current?.TraceId.ToHexString() });
}

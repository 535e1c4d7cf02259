using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Platform.EventStore;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>Makes problems of whatever goes wrong, and answers of problems.</summary>
public static class ProblemAnswers
{
    /// <summary>Media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>How long the server waits for a slow body.</summary>
    internal static readonly TimeSpan BodySilence = TimeSpan.FromSeconds(5);

    /// <summary>Puts the trace id of the current request in.</summary>
    public static Problem Traced(Problem problem, HttpContext http) => problem with { TraceId = TraceIdOf(http) };

    /// <summary>The W3C trace id of the current request; the server's own id of it when nothing traces.</summary>
    public static string TraceIdOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    /// <summary>Answers with a problem, if the answer has not begun yet.</summary>
    public static Task WriteAsync(HttpContext http, Problem problem)
    {
        if (http.Response.HasStarted) return Task.CompletedTask;
        var headers = http.Response.Headers;
        http.Response.StatusCode = problem.Status;
        if (problem.RetryAfterSeconds is { } seconds) headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(Traced(problem, http), AnswerJson.Readable.Problem, MediaType, http.RequestAborted);
    }

    /// <summary>The problem an exception stands for; null for one nobody foresaw.</summary>
    public static Problem? Of(Exception exception, Limits limits) => exception switch
    {
        ProblemException e => e.Problem,
        StoreUnavailableException => Problems.StoreUnavailable(limits.RetryAfterSeconds),
        IdempotencyKeyReusedException => Problems.KeyReused(),
        BadHttpRequestException { StatusCode: 413 } => Problems.BodyTooLarge(limits.MaxBodyBytes),
        BadHttpRequestException { StatusCode: 408 } => Problems.TooSlow(BodySilence),
        BadHttpRequestException => Problems.BadRequest("The request broke off or its framing is wrong. Send it again."),
        _ => null,
    };

    /// <summary>Runs an endpoint; foreseen exceptions become problems, a client that went gets no answer.</summary>
    public static async Task Guard(HttpContext http, Limits limits, Func<Task> endpoint)
    {
        try
        {
            await endpoint();
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception e) when (Of(e, limits) is { } problem)
        {
            await WriteAsync(http, problem);
        }
    }

    /// <summary>Unknown routes, wrong methods and unforeseen exceptions as problems too.</summary>
    public static void UseProblems(IApplicationBuilder app)
    {
        app.UseExceptionHandler(handler => handler.Run(http =>
        {
            var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
            return WriteAsync(http, error is BadHttpRequestException bad ? Of(bad, new Limits()) ?? Problems.Unexpected() : Problems.Unexpected());
        }));
        app.UseStatusCodePages(context =>
        {
            var http = context.HttpContext;
            return WriteAsync(http, http.Response.StatusCode switch
            {
                404 => Problems.NotFound(http.Request.Path),
                405 => Problems.MethodNotAllowed(http.Request.Method, http.Response.Headers.Allow.ToString()),
                var status => Problems.OfStatus(status),
            });
        });
    }
}

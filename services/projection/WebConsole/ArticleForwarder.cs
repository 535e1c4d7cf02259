using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.Projection.Api;
using Yarp.ReverseProxy.Forwarder;

namespace Platform.Projection.WebConsole;

/// <summary>
/// POST /console/articles and /console/articles/batch: passes articles on to ingest, so that a browser needs one origin only. The
/// caller's own key goes with them, and the host and origin it named: ingest decides anew, by the same rules, who may.
/// </summary>
internal sealed class ArticleForwarder(IHttpForwarder forwarder, IOptions<WebConsoleOptions> options) : IDisposable
{
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(100), Version = new Version(1, 1), VersionPolicy = HttpVersionPolicy.RequestVersionExact };

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var path in new[] { "/articles", "/articles/batch" })
            app.MapPost("/console" + path, (HttpContext http, ArticleForwarder forwarder) => forwarder.SendAsync(http, path))
                .RequireScope(Scopes.Ingest)
                .WithMetadata(new DisableRequestSizeLimitAttribute()) // ingest has the caps
                .ExcludeFromDescription(); // described where it leads: contracts/openapi/ingest.json
    }

    /// <summary>Passes a request on to a path of ingest, and its answer back.</summary>
    public async Task SendAsync(HttpContext http, string path)
    {
        if (options.Value.Ingest is not { Length: > 0 } ingest)
            await Unavailable("This service does not know where ingest is: set WebConsole__Ingest, e.g. to http://127.0.0.1:7101.").ExecuteAsync(http);
        else if (await forwarder.SendAsync(http, ingest, client, Config, new ToPath(path)) is not ForwarderError.None && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Headers.RetryAfter = "5";
            await Unavailable("Ingest does not answer. Send the article again in some seconds.").ExecuteAsync(http);
        }
    }

    private static IResult Unavailable(string detail) => Problems.Make(StatusCodes.Status503ServiceUnavailable, "ingest-unavailable", "Articles cannot be taken in now", detail);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private sealed class ToPath(string path) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.RequestUri = RequestUtilities.MakeDestinationAddress(destinationPrefix, path, httpContext.Request.QueryString);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value; // keyless, only names of this machine are let in
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.Projection.Api;
using Platform.Projection.Api.Commands;

namespace Platform.Projection.WebConsole;

/// <summary>A feed to be fetched.</summary>
/// <param name="Url">Its address, https.</param>
internal sealed record FeedRequest(string Url);

/// <summary>Shape of <see cref="FeedRequest"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FeedRequest))]
internal sealed partial class FeedJson : JsonSerializerContext;

/// <summary>
/// POST /console/feeds: fetches a feed once, and passes it on to ingest as if the caller had sent it. Ingest itself fetches nothing; what a name may lead
/// to is bounded as with webhooks (<see cref="AddressPolicy"/>), at each redirect too.
/// </summary>
internal sealed class FeedFetcher : IDisposable
{
    private const int LongestUrl = 2048;
    private const int LargestFeed = 8 * 1024 * 1024; // bytes, unpacked: as much as ingest takes
    private const int AtOnce = 4; // feeds in memory

    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly TimeSpan patience;
    private readonly HttpClient client;

    public FeedFetcher(IOptions<WebConsoleOptions> options)
    {
        patience = TimeSpan.FromSeconds(options.Value.FeedSeconds);
        var addresses = new AddressPolicy(options.Value.AllowedNetworks, "WebConsole:AllowedNetworks");
        client = new HttpClient(new SocketsHttpHandler
        {
            MaxAutomaticRedirections = 5,
            AutomaticDecompression = DecompressionMethods.All,
            UseProxy = false, // it would lead past the check of the address
            UseCookies = false,
            ActivityHeadersPropagator = null, // whose feed it is learns nothing of our traces
            ConnectCallback = addresses.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
        })
        { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestFeed };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("incident-platform", typeof(FeedFetcher).Assembly.GetName().Version!.ToString(3)));
        client.DefaultRequestHeaders.Accept.ParseAdd("application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/console/feeds", (HttpContext http, FeedFetcher fetcher, ArticleForwarder forwarder) => fetcher.PassOnAsync(http, forwarder))
        .RequireScope(Scopes.Ingest)
        .ExcludeFromDescription(); // the console's own; others fetch their feeds themselves and POST /articles

    /// <summary>Fetches, and has ingest take it; a place is held until both are done, as the feed is in memory until then.</summary>
    private async Task PassOnAsync(HttpContext http, ArticleForwarder forwarder)
    {
        var (request, problem) = await ReadAsync(http);
        if (request is null)
        {
            await problem!.ExecuteAsync(http);
            return;
        }
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        timeout.CancelAfter(patience);
        try
        {
            await places.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await Late().ExecuteAsync(http);
            return;
        }
        try
        {
            if (await FetchAsync(http, request, timeout.Token) is { } refused)
                await refused.ExecuteAsync(http);
            else
                await forwarder.SendAsync(http, "/articles");
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<(FeedRequest? Request, IResult? Problem)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            return (null, CommandProblems.UnsupportedMediaType(http.Request.ContentType));
        if (await CommandBody.ReadAsync(http.Request) is not { } body)
            return (null, CommandProblems.BodyTooLarge());
        var errors = new Dictionary<string, string[]>();
        return CommandBody.Parse(body, FeedJson.Default.FeedRequest, Check, errors) is { } request ? (request, null) : (null, CommandProblems.InvalidBody(errors));
    }

    /// <summary>Puts the feed in the place of the request's body; gives what is wrong instead.</summary>
    private async Task<IResult?> FetchAsync(HttpContext http, FeedRequest request, CancellationToken timeout)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(request.Url), timeout);
            return !answer.IsSuccessStatusCode ? Unavailable($"Its host answered {(int)answer.StatusCode}.") : await TakeAsync(http, answer.Content);
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            return CommandProblems.InvalidBody(new() { ["url"] = [refusal.Message] });
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return Late();
        }
        catch (HttpRequestException e)
        {
            return Unavailable(e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? $"It has more than {LargestFeed / 1024 / 1024} MiB." : $"{e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>What ingest reads is the feed as XML, in the encoding it says itself or its host says of it.</summary>
    private static async Task<IResult?> TakeAsync(HttpContext http, HttpContent feed)
    {
        var type = feed.Headers.ContentType;
        if (type?.MediaType is "text/html" or "application/xhtml+xml")
            return Problems.Make(422, "not-a-feed", "It is no feed", "The address leads to a web page. Look there for the address of its feed (RSS or Atom), or paste the article's text.");
        var bytes = await feed.ReadAsByteArrayAsync(http.RequestAborted);
        http.Request.Body = new MemoryStream(bytes, writable: false);
        http.Request.Headers.TransferEncoding = default;
        http.Request.ContentLength = bytes.Length;
        http.Request.ContentType = type?.CharSet is { Length: > 0 } charset ? $"application/xml; charset={charset}" : "application/xml";
        return null;
    }

    private static AddressRefusedException? Refusal(Exception? e) => e as AddressRefusedException ?? (e is null ? null : Refusal(e.InnerException));

    private static void Check(FeedRequest request, Dictionary<string, string[]> errors)
    {
        if (request.Url.Length > LongestUrl || !Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            errors["url"] = [$"must be an https URL of at most {LongestUrl} characters"];
        else if (url.UserInfo.Length > 0)
            errors["url"] = ["must have neither user nor password"];
    }

    private IResult Late() => Unavailable(FormattableString.Invariant($"It did not come whole in {patience.TotalSeconds:0.#} seconds."));

    private static IResult Unavailable(string detail) => Problems.Make(StatusCodes.Status502BadGateway, "feed-unavailable", "The feed cannot be fetched", detail);

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        places.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Access;
using Platform.Contracts;
using Platform.Ingest;
using Platform.Ingest.Endpoints;

namespace Platform.Tests.Unit.Ingest;

/// <summary>The HTTP edge over a store in memory, in process or on a free port.</summary>
internal sealed class IngestHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Guid, bool> _known = new();

    private IngestHost(WebApplication app) => _app = app;

    /// <summary>What was handed to the store.</summary>
    public ConcurrentQueue<(ArticleInput Article, IdempotencyKey? Key)> Stored { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public ArticleInput Only => Stored.ShouldHaveSingleItem().Article;

    public static async Task<IngestHost> StartAsync(AcceptArticles? accept = null, Dictionary<string, string?>? settings = null,
        HttpProtocols? kestrel = null, TimeProvider? clock = null, Action<WebApplication>? more = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings ?? []) { ["Access:Keyless"] = "true" });
        builder.Services.AddRoutingCore();
        // Not called by name: a generator of the package would intercept the call, which this project does not allow.
        Func<IServiceCollection, IServiceCollection> addOpenApi = OpenApiServiceCollectionExtensions.AddOpenApi;
        addOpenApi(builder.Services);
        builder.AddAccess();
        builder.Services.AddArticleEndpoints();
        if (clock is not null) builder.Services.AddSingleton(clock);
        IngestHost? host = null;
        builder.Services.AddSingleton<AcceptArticles>((articles, key, stop) => accept is null ? host!.StoreAsync(articles, key) : accept(articles, key, stop));
        if (kestrel is { } protocols)
            builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        else
            builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseAccess();
        app.MapArticleEndpoints();
        app.MapOpenApi().AllowAnonymous();
        more?.Invoke(app);
        host = new IngestHost(app);
        await app.StartAsync();
        if (kestrel is null)
            host.Client = app.GetTestClient();
        else
        {
            host.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            host.Client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(100) };
        }
        return host;
    }

    /// <summary>Stores as the real store answers: the same article gets the same id, the second time as duplicate.</summary>
    public Task<AcceptResult> StoreAsync(IReadOnlyList<ArticleInput> articles, IdempotencyKey? key)
    {
        var answers = articles.Select(a =>
        {
            Stored.Enqueue((a, key));
            var id = DeterministicId.Article(a.Source, a.ExternalId, a.Url, a.Title, a.Text);
            return new AcceptedArticle(id, !_known.TryAdd(id, true), new string('a', 32));
        });
        return Task.FromResult(new AcceptResult([.. answers], false));
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string? mediaType, params (string Name, string Value)[] headers) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), mediaType, headers);

    public async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? mediaType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (mediaType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string json) => PostAsync("/articles", json, "application/json");

    public async Task<List<JsonElement>> BatchAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        using var response = await PostAsync("/articles/batch", body, "application/x-ndjson", headers);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var text = await response.Content.ReadAsStringAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    public Task<List<JsonElement>> BatchAsync(string body) => BatchAsync(Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

internal static class Responses
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    /// <summary>Checks that an answer is problem+json of a status and name, whole in every required member.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string name)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone().ShouldBeProblem(status, name);
    }

    public static JsonElement ShouldBeProblem(this JsonElement problem, int status, string name)
    {
        problem.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:" + name, problem.ToString());
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    public static string Detail(this JsonElement problem) => problem.GetProperty("detail").GetString()!;

    /// <summary>The first message of a field at fault.</summary>
    public static string Error(this JsonElement problem, string field) => problem.GetProperty("errors").GetProperty(field)[0].GetString()!;
}

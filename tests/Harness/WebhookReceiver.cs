using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Tests.Harness;

/// <summary>A delivery as its receiver sees it.</summary>
/// <param name="Path">Where it was posted.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
public sealed record ReceivedWebhook(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The header <c>webhook-id</c>.</summary>
    public string Id => Headers["webhook-id"];
}

/// <summary>A receiver of webhooks on 127.0.0.1.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedWebhook> received = new();
    private readonly WebApplication app;
    private long count;

    private WebhookReceiver(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What came, in order; not kept when it was told so.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    /// <summary>How many came.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>Starts one.</summary>
    /// <param name="answer">Answers a delivery; the number counts them from 1.</param>
    /// <param name="keep">Whether to keep what came.</param>
    public static async Task<WebhookReceiver> StartAsync(Func<ReceivedWebhook, long, HttpResponse, Task> answer, bool keep = true)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free(1)}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var receiver = new WebhookReceiver(app, address);
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var one = new ReceivedWebhook(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body.ToArray());
            if (keep)
                receiver.received.Enqueue(one);
            await answer(one, Interlocked.Increment(ref receiver.count), http.Response);
        });
        await app.StartAsync();
        return receiver;
    }

    /// <summary>One that takes everything.</summary>
    public static Task<WebhookReceiver> StartAsync() => StartAsync(Status(_ => 204));

    /// <summary>Answers with a status that depends on the number.</summary>
    public static Func<ReceivedWebhook, long, HttpResponse, Task> Status(Func<long, int> status) => (_, n, response) =>
    {
        response.StatusCode = status(n);
        return Task.CompletedTask;
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}

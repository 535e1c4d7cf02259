using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Platform.Telemetry;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>One attempt to deliver, and what follows from its answer.</summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);
    private readonly WebhookOptions options;
    private readonly WebhookSecrets secrets;
    private readonly HttpClient http;

    public WebhookClient(AddressPolicy addresses, WebhookSecrets secrets, IOptions<WebhookOptions> options)
    {
        (this.options, this.secrets) = (options.Value, secrets);
        // A redirect would lead past the check of the URL, a proxy past that of the address. No bound on connections: the lanes are one.
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = addresses.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("incident-platform", typeof(WebhookClient).Assembly.GetName().Version!.ToString(3)));
    }

    /// <summary>Posts one; null when it was broken off because the service stops.</summary>
    public async Task<Outcome?> PostAsync(Claimed delivery, CancellationToken breaking)
    {
        // The receiver becomes part of the article's trace; the HTTP client sends the traceparent by itself.
        using var activity = Tracing.StartUnder(Names.Spans.Webhook, ActivityKind.Internal, delivery.TraceParent);
        activity?.SetTag(Names.Attributes.WebhookId, delivery.WebhookId);
        activity?.SetTag(Names.Attributes.MessageId, delivery.MessageId);
        activity?.SetTag(Names.Attributes.Retry, delivery.Attempt - 1);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(breaking);
        timeout.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        var at = DateTimeOffset.UtcNow;
        var began = Stopwatch.GetTimestamp();
        Attempt Ended(int? status, string? error) => new() { At = at, StatusCode = status, Error = error, Milliseconds = Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1) };
        try
        {
            using var request = Request(delivery, at.ToUnixTimeSeconds());
            // The head of the answer is all that counts; its body is not read.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            activity?.SetTag(Names.Attributes.StatusCode, (int)answer.StatusCode);
            if (!answer.IsSuccessStatusCode)
                activity?.SetStatus(ActivityStatusCode.Error, $"The receiver answered {(int)answer.StatusCode}.");
            return Judge(delivery, answer, Ended((int)answer.StatusCode, null));
        }
        catch (Exception) when (breaking.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            activity.Fail(e);
            var why = e is OperationCanceledException ? $"No answer in {options.TimeoutSeconds:0.#} s." : (e.InnerException as AddressRefusedException ?? e).Message;
            return Again(delivery, Ended(null, Printable(why)), TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(Claimed delivery, long timestamp)
    {
        var id = delivery.MessageId.ToString();
        var content = new ByteArrayContent(delivery.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return new HttpRequestMessage(HttpMethod.Post, delivery.Url)
        {
            Content = content,
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture) },
                { "webhook-signature", Signature.Sign([secrets.Open(delivery.WebhookId, delivery.Secret), .. delivery.FormerSecret is { } old && secrets.TryOpen(delivery.WebhookId, old) is { } former ? [former] : (string[])[]], id, timestamp, delivery.Body) },
            },
        };
    }

    private Outcome Judge(Claimed delivery, HttpResponseMessage answer, Attempt attempt) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => new Outcome(delivery, DeliveryTable.Delivered, 0, attempt),
        (int)HttpStatusCode.Gone => new Outcome(delivery, DeliveryTable.Failed, 0, attempt),
        _ => Again(delivery, attempt, RetryAfter(answer)),
    };

    private Outcome Again(Claimed delivery, Attempt attempt, TimeSpan atLeast)
    {
        var waits = options.Retries;
        if (delivery.Attempt > waits.Length)
            return new Outcome(delivery, DeliveryTable.Failed, 0, attempt);
        // Up to a tenth longer: what failed together does not come back together.
        var wait = waits[delivery.Attempt - 1] * (1 + Random.Shared.NextDouble() / 10);
        return new Outcome(delivery, DeliveryTable.Pending, Math.Max(wait, atLeast.TotalSeconds), attempt);
    }

    /// <summary>Cut, and without control characters: messages repeat what a receiver sent, and the database has no NUL in any text.</summary>
    private static string Printable(string text) => string.Concat(text.Take(300).Select(c => char.IsControl(c) ? ' ' : c));

    private static TimeSpan RetryAfter(HttpResponseMessage answer)
    {
        var given = answer.Headers.RetryAfter is not { } header ? TimeSpan.Zero : header.Delta ?? (header.Date - DateTimeOffset.UtcNow) ?? TimeSpan.Zero;
        return given < TimeSpan.Zero ? TimeSpan.Zero : given > LongestRetryAfter ? LongestRetryAfter : given;
    }
}

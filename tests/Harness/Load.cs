using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Tests.Harness;

/// <summary>
/// Posts articles without pause, a few at a time, each until it is accepted, as a careful sender does. Every fifth tells of no
/// attack. Bounded: it ends by itself after <see cref="Limit"/> articles.
/// </summary>
public sealed class Load : IAsyncDisposable
{
    /// <summary>Articles after which it stops.</summary>
    public const int Limit = 20_000;

    private const int Senders = 4;

    // Longer than any outage a test makes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Guid, int> accepted = new();
    private readonly string source;
    private readonly Task[] senders;
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ServiceProcess?[] busyWith = new ServiceProcess?[Senders];
    private readonly TaskCompletionSource rejected = new();
    private volatile ServiceProcess target;
    private volatile bool givenUp;
    private int next;
    private int refused;
    private int broken;

    private Load(TestPlatform platform, string source)
    {
        this.source = source;
        target = platform.Ingest;
        senders = [.. Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(sender)))];
    }

    /// <summary>Articles accepted so far.</summary>
    public int Accepted => accepted.Count;

    /// <summary>Requests that were not accepted, and were sent again.</summary>
    public int Refused => refused;

    /// <summary>Those of them without an answer: the connection was refused or broke.</summary>
    public int Broken => broken;

    /// <summary>Refusals other than 503 with Retry-After and the stable type of a store that is away, as text.</summary>
    public IReadOnlyCollection<string> Unexpected => [.. unexpected];

    /// <summary>How many were answered with a status other than 202.</summary>
    public int AnsweredWith(int status) => statuses.GetValueOrDefault(status);

    /// <summary>Sends to another process from now on, as a load balancer does; returns when the last answer of the one before has come.</summary>
    public async Task SendToAsync(ServiceProcess process)
    {
        target = process;
        await Eventually.Holds("the last answers of the process before", () => Task.FromResult(busyWith.All(busy => busy is null || busy == process)), Patience);
    }

    /// <summary>Starts to send, with a witness of what is published of it: the broker has to be there, or to have been asked for it before.</summary>
    public static async Task<Load> StartAsync(TestPlatform platform, string source)
    {
        await platform.WitnessAsync();
        return new(platform, source);
    }

    /// <summary>Waits until so many more have been accepted.</summary>
    public async Task FlowsAsync(int more)
    {
        var before = Accepted;
        var flows = Eventually.Holds($"{more} more articles to be accepted", () => Task.FromResult(Accepted >= before + more), Patience);
        await await Task.WhenAny(flows, rejected.Task);
    }

    /// <summary>Ends the sending; every article begun is accepted. Gives the ids of all that were.</summary>
    public async Task<IReadOnlyCollection<Guid>> StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        if (rejected.Task.IsCompleted)
            await rejected.Task;
        return [.. accepted.Keys];
    }

    /// <summary>Ends it without a word: after a test that failed, that failure is what there is to tell.</summary>
    public async ValueTask DisposeAsync()
    {
        givenUp = true;
        await stop.CancelAsync();
        await Task.WhenAll(senders).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task SendAsync(int sender)
    {
        while (!stop.IsCancellationRequested && !rejected.Task.IsCompleted && Interlocked.Increment(ref next) is var n && n <= Limit)
        {
            var article = n % 5 == 0 ? Articles.Peaceful(n, source) : Articles.OfMany(n, source);
            await Eventually.Holds($"article {n} to be accepted", async () =>
            {
                if (givenUp)
                    return true;
                try
                {
                    // Said before the target is read for good, so that whoever changes it sees one or the other.
                    do Volatile.Write(ref busyWith[sender], target);
                    while (busyWith[sender] != target);
                    using var answer = await busyWith[sender]!.Http.PostAsJsonAsync("articles", article);
                    if ((int)answer.StatusCode == 202)
                    {
                        accepted[(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("articleId").GetGuid()] = n;
                        return true;
                    }
                    await RefusedAsync(answer);
                    if ((int)answer.StatusCode is >= 400 and < 500 and not 429)
                    {
                        // Sent again it would be answered the same.
                        rejected.TrySetException(new InvalidOperationException($"Article {n} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"));
                        return true;
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                {
                    // Killed in the middle: what became of the request is unknown, so it is sent again.
                    Interlocked.Increment(ref broken);
                }
                finally
                {
                    Volatile.Write(ref busyWith[sender], null);
                }
                Interlocked.Increment(ref refused);
                return false;
            }, Patience);
            // Some fifty a second are load enough beside a broker, a database and services that start again and again on two cores.
            await Eventually.Moment(60);
        }
    }

    private async Task RefusedAsync(HttpResponseMessage answer)
    {
        statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
        var body = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != 503 || answer.Headers.RetryAfter is null || !body.Contains("urn:incident-platform:problem:store-unavailable", StringComparison.Ordinal))
            unexpected.Enqueue($"{(int)answer.StatusCode}, Retry-After {answer.Headers.RetryAfter?.ToString() ?? "missing"}: {body}");
    }
}

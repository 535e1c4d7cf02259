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
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Guid, int> accepted = new();
    private readonly TestPlatform platform;
    private readonly string source;
    private readonly Task[] senders;
    private int next;
    private int refused;

    private Load(TestPlatform platform, string source)
    {
        this.platform = platform;
        this.source = source;
        senders = [.. Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync))];
    }

    /// <summary>Articles accepted so far.</summary>
    public int Accepted => accepted.Count;

    /// <summary>Requests that were not accepted, and were sent again.</summary>
    public int Refused => refused;

    /// <summary>Starts to send.</summary>
    public static Load Start(TestPlatform platform, string source) => new(platform, source);

    /// <summary>Ends the sending; every article begun is accepted. Gives the ids of all that were.</summary>
    public async Task<IReadOnlyCollection<Guid>> StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        return [.. accepted.Keys];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task SendAsync()
    {
        while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var n && n <= Limit)
        {
            var article = n % 5 == 0 ? Articles.Peaceful(n, source) : Articles.Attack(n, source);
            await Eventually.Holds($"article {n} to be accepted", async () =>
            {
                try
                {
                    using var answer = await platform.Ingest.Http.PostAsJsonAsync("articles", article);
                    if ((int)answer.StatusCode == 202)
                    {
                        accepted[(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("articleId").GetGuid()] = n;
                        return true;
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                {
                    // Killed in the middle: what became of the request is unknown, so it is sent again.
                }
                Interlocked.Increment(ref refused);
                return false;
            });
            // Some hundred a second are load enough beside a broker, a database and three services on two cores.
            await Eventually.Moment(5);
        }
    }
}

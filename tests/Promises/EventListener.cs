using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Platform.Tests.Promises;

/// <summary>A browser's EventSource in small: one connection to a stream of server-sent events.</summary>
public sealed class EventListener : IAsyncDisposable
{
    private readonly ConcurrentQueue<(long Id, JsonElement Body)> received = new();
    private readonly CancellationTokenSource leaving = new();
    private readonly HttpResponseMessage answer;
    private readonly SseParser<string> parser;

    private EventListener(HttpResponseMessage answer, Stream body)
    {
        this.answer = answer;
        parser = SseParser.Create(body);
        Ended = ReadAsync();
    }

    /// <summary>Ids and bodies that came, in order.</summary>
    public IReadOnlyList<(long Id, JsonElement Body)> Received => [.. received];

    /// <summary>Where to go on from; the empty text before there was any id.</summary>
    public string LastEventId => parser.LastEventId;

    /// <summary>How long it was asked to wait before it connects again.</summary>
    public TimeSpan ReconnectionInterval => parser.ReconnectionInterval;

    /// <summary>The headers of the answer.</summary>
    public HttpResponseMessage Answer => answer;

    /// <summary>True when the stream ended as it should, false when the connection broke.</summary>
    public Task<bool> Ended { get; }

    /// <summary>Connects; the answer must be a stream.</summary>
    public static async Task<EventListener> ConnectAsync(HttpClient http, string query = "", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "incidents/events?" + query) { Headers = { { "Accept", "text/event-stream" } } };
        if (lastEventId is { Length: > 0 })
            request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new EventListener(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await Ended;
        answer.Dispose();
        leaving.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        try
        {
            await foreach (var item in parser.EnumerateAsync(leaving.Token))
                received.Enqueue((long.Parse(item.EventId!), JsonDocument.Parse(item.Data).RootElement));
            return true;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}

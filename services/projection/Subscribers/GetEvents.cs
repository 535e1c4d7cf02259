using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.EventStore;
using Platform.Projection.Api;

namespace Platform.Projection.Subscribers;

/// <summary>GET /incidents/events: every change as a server-sent event, from now on or from a place in the log.</summary>
internal static class GetEvents
{
    /// <summary>Header and query parameter of the place to go on from.</summary>
    public const string LastEventId = "Last-Event-ID";

    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incidents/events", Handle)
        .WithName("streamIncidentEvents")
        .WithSummary("Every change as it happens, as server-sent events")
        .WithDescription("""
            The body of each event is the message `IncidentChanged` of contracts/asyncapi.yaml; its id is its place in the log. Whoever connects again with
            `Last-Event-ID`, as a browser's `EventSource` does by itself, gets everything since, at least once. Without it the stream begins now.
            A change is told when the incident met the filter before it or after it, so that what leaves the filter is told too. All states are told when `status` is absent.
            Every 15 seconds comes a comment with the present id. A client that reads too slowly is cut off and goes on from its last id.
            A stream ends when the token it was opened with does; connect again with another.
            """)
        .Produces<string>(200, ServerSentEvents.MediaType)
        .ProducesProblem(400).ProducesProblem(500).ProducesProblem(503)
        .DescribeEvents();

    /// <summary>Reads what is asked for. The header wins over the parameter: a client that connects again has the URL of the first time.</summary>
    public static (ChangeFilter? Filter, long? After, Dictionary<string, string[]> Errors) Parse(IQueryCollection given, string? header)
    {
        var query = new QueryReader(given);
        var filter = ChangeFilter.Read(query);
        var place = query.One("lastEventId");
        place = header is { Length: > 0 } ? header : place;
        query.RefuseUnknown();
        long after = 0;
        if (place is not null && !long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            query.Refuse("lastEventId", $"'{QueryReader.Cut(place)}' is not the id of an event: a whole number, 0 for the beginning of the log.");
        return (query.Errors.Count > 0 ? null : filter, place is null ? null : after, query.Errors);
    }

    private static async Task<IResult> Handle(
        HttpContext http, ChangeFeed feed, ChangeHistory history, IOptions<EventStreamOptions> options, IHostApplicationLifetime life)
    {
        var (filter, after, errors) = Parse(http.Request.Query, http.Request.Headers[LastEventId].FirstOrDefault());
        if (filter is null)
            return Problems.InvalidQuery(errors);
        // Only what is ahead of all that is known here can be ahead of the log.
        if (after > feed.Position && await history.EndAsync(http.RequestAborted) is { } end && after > end)
            return Problems.InvalidQuery(new() { ["lastEventId"] = [$"The log ends at {end}: this is the id of another log, or of one that was restored. Read the incidents anew and connect without an id."] });
        return new EventStream(feed, history, filter, after, options.Value, life.ApplicationStopping);
    }

    /// <summary>The answer: what was missed, from memory or from the log, then what comes.</summary>
    private sealed class EventStream(ChangeFeed feed, ChangeHistory history, ChangeFilter filter, long? after, EventStreamOptions options, CancellationToken stopping) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            if (!feed.TryTakePlace())
            {
                http.Response.Headers.RetryAfter = "30";
                await SubscriberProblems.TooManySubscribers(options.MostClients).ExecuteAsync(http);
                return;
            }
            try
            {
                await TellAsync(http);
            }
            finally
            {
                feed.FreePlace();
            }
        }

        private async Task TellAsync(HttpContext http)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
            using var cutter = new ConnectionCutter(http);
            var client = new FeedClient(filter, options.Backlog, cutter.Cut)
            {
                Subscriber = http.User.CallerName() ?? http.Connection.RemoteIpAddress?.ToString() ?? "",
                Query = http.Request.QueryString.Value?.TrimStart('?') ?? "",
                TraceId = Activity.Current?.TraceId.ToHexString(),
            };
            using var over = ending.Token.Register(() => feed.End(client));
            // Who is let in for a time hears no longer than that; it connects again with its last id, and is asked again who it is.
            if (http.User.LetInUntil() is { } until)
                ending.CancelAfter(Within(until - TimeProvider.System.GetUtcNow()));
            var written = new List<DeliverySpan>();
            try
            {
                await BeginAsync(http);
                foreach (var change in await CatchUpAsync(http.Response, client, ending.Token))
                    await WriteAsync(new Frame(change.Frame, change.Deliveries.Begin(client)), ending.Token);
                await FlushAsync(ending.Token);
                while (await client.Waiting.WaitToReadAsync(http.RequestAborted))
                {
                    while (client.Waiting.TryRead(out var frame))
                        await WriteAsync(frame, http.RequestAborted);
                    await FlushAsync(http.RequestAborted);
                }
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                // The client has gone, or its token has ended, or the service stops and the client comes back to another.
            }
            finally
            {
                feed.Leave(client);
                while (client.Waiting.TryRead(out var frame))
                    Note(frame);
                End(client.Undelivered);
            }

            void Note(Frame frame)
            {
                if (frame.Span is { } span)
                    written.Add(span);
            }

            async ValueTask WriteAsync(Frame frame, CancellationToken breaking)
            {
                Note(frame);
                await http.Response.Body.WriteAsync(frame.Bytes, breaking);
            }

            async ValueTask FlushAsync(CancellationToken breaking)
            {
                await http.Response.Body.FlushAsync(breaking);
                End(Delivery.Delivered);
            }

            void End(Delivery how)
            {
                foreach (var span in written)
                    span.Ended(how);
                written.Clear();
            }
        }

        /// <summary>What a timer takes: none that has passed, and none that is months away.</summary>
        private static TimeSpan Within(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > LongestTimer ? LongestTimer : time;

        private static async Task BeginAsync(HttpContext http)
        {
            http.Response.ContentType = ServerSentEvents.MediaType;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would collect events before passing them on
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            // Apart, so that after a restart thousands do not come back in one moment.
            await http.Response.Body.WriteAsync(ServerSentEvents.Retry(TimeSpan.FromMilliseconds(Random.Shared.Next(1000, 4000))), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        /// <summary>Writes what lies too far back to be in memory, then joins; gives what is between. Signs of life while the store is away.</summary>
        private async Task<IReadOnlyList<FeedChange>> CatchUpAsync(HttpResponse response, FeedClient client, CancellationToken ending)
        {
            var place = after;
            while (true)
            {
                if (feed.Join(client, place) is { } missed)
                {
                    if (place is null) // so that it can go on from here before anything has happened
                        await response.Body.WriteAsync(ServerSentEvents.Position(client.From), ending);
                    await response.Body.FlushAsync(ending);
                    return missed;
                }
                try
                {
                    await feed.ReachAsync().WaitAsync(TimeSpan.FromSeconds(options.HeartbeatSeconds), ending);
                    if (place is not { } from || await history.ReadAsync(from, ending) is not { } page)
                        continue;
                    foreach (var change in page.Changes.Where(filter.Matches))
                        await response.Body.WriteAsync(change.Frame, ending);
                    await response.Body.WriteAsync(ServerSentEvents.Position(page.UpTo), ending);
                    place = page.UpTo;
                }
                catch (Exception e) when (e is TimeoutException || Faults.IsOutage(e))
                {
                    await response.Body.WriteAsync(ServerSentEvents.Comment, ending);
                    await Task.Delay(e is TimeoutException ? TimeSpan.Zero : TimeSpan.FromSeconds(1), ending);
                }
                await response.Body.FlushAsync(ending);
            }
        }
    }
}

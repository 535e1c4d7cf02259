using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Subscribers.Webhooks;
using Platform.Tests.Benchmarks.Pipeline;
using Platform.Tests.Harness;

namespace Platform.Tests.Benchmarks.Subscribers;

/// <summary>
/// Server-sent events and webhooks on the real database, each beside a limit measured in the same run: the same bytes written to as many bare
/// sockets, and the same bodies posted by a bare client. The projection runs alone; incidents are written straight into its log.
/// </summary>
public static class SubscriberBenchmark
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int InFlight = new WebhookOptions().InFlight;

    /// <summary>Runs <c>[--clients 2000] [--events 60] [--deliveries 5000]</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var infrastructure = new Infrastructure();
        await infrastructure.InitializeAsync();
        try
        {
            var report = new Report();
            await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string>
            {
                ["Webhooks__AllowedNetworks__0"] = "127.0.0.0/8", ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0",
            });
            await platform.Projection.Start().ReadyAsync();
            await using var writer = await IncidentWriter.OpenAsync(platform.Database);
            await writer.WriteAsync(Start, Opened());
            await EventsAsync(platform, writer, report, Option("--clients", 2000), Option("--events", 60));
            await WebhooksAsync(platform, writer, report, Option("--deliveries", 5000));
            report.Write();
            return 0;
        }
        finally
        {
            await infrastructure.DisposeAsync();
        }
    }

    private static async Task EventsAsync(TestPlatform platform, IncidentWriter writer, Report report, int count, int events)
    {
        var memory = new CpuMeter(new Dictionary<string, int[]> { ["projection"] = [platform.Projection.ProcessId] });
        using (var first = new EventClients()) // what one client needs, all have
        {
            await first.ConnectAsync(platform.Projection.Address, "/incidents/events", 1);
            // Until it hears one: what was written before the reader knew the end of the log is not new.
            for (; first.ArrivalsOf(0).Length == 0; await Task.Delay(200)) await writer.WriteAsync(Start, Opened());
        }
        var before = memory.Megabytes()["projection"];
        using var clients = new EventClients();
        await clients.ConnectAsync(platform.Projection.Address, "/incidents/events", count);
        await Task.Delay(TimeSpan.FromSeconds(20)); // one sign of life to each
        var idle = memory.Megabytes()["projection"];
        report.Goal($"memory for {count:N0} idle clients", string.Create(CultureInfo.InvariantCulture, $"{idle - before:N0} MB"), "150 MB", "", $"the projection as a whole {before:N0} MB before, {idle:N0} MB with them");

        var served = await LatencyAsync(clients, events, async () => { await writer.WriteAsync(Start, Opened()); });
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(count);
        var sockets = new List<Socket>();
        using var bare = new EventClients();
        var accepting = Task.Run(async () =>
        {
            while (sockets.Count < count)
            {
                sockets.Add(await listener.AcceptSocketAsync());
                await sockets[^1].SendAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            }
        });
        await bare.ConnectAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), "/", count);
        await accepting;
        var body = JsonSerializer.SerializeToUtf8Bytes(writer.States.Last(), ContractJson.Default.Incident);
        byte[] frame = [.. "id: 1\ndata: "u8, .. body, (byte)'\n', (byte)'\n'];
        var limit = await LatencyAsync(bare, events, async () => { foreach (var socket in sockets) await socket.SendAsync(frame); });
        foreach (var socket in sockets) socket.Dispose();
        report.Goal($"event to all of {count:N0} clients, p99", string.Create(CultureInfo.InvariantCulture, $"{Latency.Quantile(served, 0.99):N0} ms"), "250 ms", "", string.Create(CultureInfo.InvariantCulture,
            $"from before the commit; p50 {Latency.Quantile(served, 0.5):N0} ms; limit, the same bytes to as many bare sockets: p50 {Latency.Quantile(limit, 0.5):N0}, p99 {Latency.Quantile(limit, 0.99):N0} ms; ratio {Latency.Quantile(served, 0.99) / Latency.Quantile(limit, 0.99):N1}"));
    }

    /// <summary>Milliseconds from before an event is made until each client has it, sorted; two events a second.</summary>
    private static async Task<double[]> LatencyAsync(EventClients clients, int events, Func<Task> make)
    {
        var (all, count) = (new List<double>(), clients.Connected);
        for (var n = 0; n < events; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await make();
            long[] arrived;
            while ((arrived = clients.ArrivalsOf(n)).Length < count)
            {
                if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30)) throw new TimeoutException($"{count - arrived.Length} of {count} clients had not heard of event {n} after 30 s.");
                await Task.Delay(20);
            }
            if (n >= 3) all.AddRange(arrived.Select(a => Stopwatch.GetElapsedTime(began, a).TotalMilliseconds)); // the first ones warm up
            var pause = TimeSpan.FromMilliseconds(500) - Stopwatch.GetElapsedTime(began);
            if (pause > TimeSpan.Zero) await Task.Delay(pause);
        }
        return [.. all.Order()];
    }

    private static async Task WebhooksAsync(TestPlatform platform, IncidentWriter writer, Report report, int count)
    {
        var (times, body) = (new long[count + 1], Array.Empty<byte>());
        var receiver = await WebhookReceiver.StartAsync((delivery, n, response) =>
        {
            if (n <= count) times[n] = Stopwatch.GetTimestamp();
            body = delivery.Body;
            response.StatusCode = 204;
            return Task.CompletedTask;
        }, keep: false);
        await using (receiver)
        {
            using (var answer = await platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = receiver.Address })) answer.EnsureSuccessStatusCode();
            for (var n = 0; n < count; n += 100) await writer.WriteAsync(Start, [.. Enumerable.Range(0, 100).SelectMany(_ => Opened())]);
            await Eventually.Holds("all deliveries", () => Task.FromResult(receiver.Count >= count));
            var rate = (count - 1) / Stopwatch.GetElapsedTime(times[1], times[count]).TotalSeconds;

            using var http = new HttpClient();
            var (left, began) = (count, Stopwatch.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                    using (await http.PostAsync(receiver.Address, new ByteArrayContent(body))) { }
            }));
            var limit = count / Stopwatch.GetElapsedTime(began).TotalSeconds;
            report.Goal("webhooks to one receiver", string.Create(CultureInfo.InvariantCulture, $"{rate:N0} a second"), "500 a second", "", string.Create(CultureInfo.InvariantCulture,
                $"{count:N0} of {body.Length:N0} bytes, {InFlight} at once; limit, a bare client with the same bodies: {limit:N0} a second; ratio {rate / limit:N2}"));
        }
    }

    private static (Guid, object)[] Opened()
    {
        var (id, article) = (Guid.NewGuid(), Guid.NewGuid());
        return [(id, new IncidentOpened
        {
            IncidentId = id,
            OpenedAt = Start,
            Article = new ArticleReference { ArticleId = article, Revision = 1, Title = "Rockets hit an air base north of the capital", Outlet = "Example Wire", PublishedAt = Start, ReceivedAt = Start },
            Report = new IncidentReport
            {
                ReportId = Guid.NewGuid(), ArticleId = article, Ordinal = 0, IsMain = true, EventType = EventType.RocketAttack, Confidence = 0.9, Extractor = "benchmark/1",
                Date = new EventDate { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 1, 1), Precision = DatePrecision.Day, Text = "Monday" },
                Place = new Place { Name = "Balad", Admin1 = "Salah ad-Din", Country = "IQ", Lat = 34.01, Lon = 44.14, Precision = PlacePrecision.Settlement, Text = "Balad" },
                Casualties = new Casualties { Wounded = new CasualtyCount { Min = 2, Max = 2, Text = "two soldiers" } },
            },
        })];
    }
}

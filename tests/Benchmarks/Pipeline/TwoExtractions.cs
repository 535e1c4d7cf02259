using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Platform.Bus;
using Platform.Contracts;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>
/// The extraction alone with the real engine, as the bottleneck: a backlog of long articles, each process pinned to a core of its own.
/// Broker and counting take what is left of the cores, so with two cores the second process cannot quite double the first.
/// </summary>
public static class TwoExtractions
{
    private const int Paragraphs = 10;

    /// <summary>Articles a second with one process, then with two.</summary>
    /// <param name="platform">A platform with nothing running.</param>
    /// <param name="articles">Articles of 30,000 characters in each backlog.</param>
    public static async Task<(double One, double Two)> MeasureAsync(TestPlatform platform, int articles)
    {
        await using var first = Pinned(platform, 0).Start();
        await first.ReadyAsync();
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        foreach (var (exchange, type) in new[] { (Topology.Exchanges.IncidentDetected, "topic"), (Topology.Exchanges.NoIncidentDetected, "fanout") })
        {
            await channel.ExchangeDeclareAsync(exchange, type, durable: true);
            await channel.QueueDeclareAsync("bench." + exchange, true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await channel.QueueBindAsync("bench." + exchange, exchange, "#");
        }
        await DrainAsync(channel, articles / 4, 0); // warm
        var one = await DrainAsync(channel, articles, articles / 4);
        await using var second = Pinned(platform, 1).Start();
        await second.ReadyAsync();
        await DrainAsync(channel, articles / 2, 0);
        return (one, await DrainAsync(channel, articles, articles / 4));
    }

    private static ServiceProcess Pinned(TestPlatform platform, int core) =>
        new("extraction", platform.Environment, command: ["taskset", "-c", core.ToString(CultureInfo.InvariantCulture), "dotnet", Repository.Service("extraction")]);

    /// <summary>Publishes a backlog and times how long that takes which is left of it then.</summary>
    private static async Task<double> DrainAsync(IChannel channel, int articles, int least)
    {
        var text = string.Join("\n\n", ArticleSource.Generate(Paragraphs, ArticleSets.Length).Select(a => a.Text));
        for (var i = 0; i < articles; i++)
        {
            var id = Guid.NewGuid();
            var body = JsonSerializer.SerializeToUtf8Bytes(
                new ArticleReceived { ArticleId = id, Revision = 1, Text = text, ReceivedAt = DateTimeOffset.UtcNow, PublishedAt = new DateTimeOffset(2022, 6, 15, 0, 0, 0, TimeSpan.Zero) },
                ContractJson.Default.ArticleReceived);
            var properties = new BasicProperties
            {
                Persistent = true,
                MessageId = id.ToString(),
                ContentType = "application/json",
                Headers = new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:Platform.Contracts:ArticleReceived" },
            };
            await channel.BasicPublishAsync(Topology.Exchanges.ArticleReceived, "", true, properties, body);
        }
        var (watch, waiting) = (Stopwatch.StartNew(), await channel.MessageCountAsync(Topology.Queues.ArticleReceived));
        if (waiting < least) throw new InvalidOperationException($"Only {waiting} articles were left to measure with: the publisher was the bottleneck.");
        while (await channel.MessageCountAsync(Topology.Queues.ArticleReceived) > 0) await Task.Delay(20);
        return waiting / watch.Elapsed.TotalSeconds;
    }
}

using System.Net;
using Platform.Bus;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Promises;

/// <summary>P11: an endpoint without a consumer is not ready.</summary>
[Collection(Collection.Name)]
public sealed class P11_Readiness_tells_the_truth(Infrastructure infrastructure)
{
    [Fact]
    public async Task A_queue_that_was_declared_otherwise_is_not_ready_the_log_says_the_cure_and_after_it_nothing_is_lost()
    {
        const string Queue = Topology.Queues.ArticleReceived;
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using (var connection = await platform.ConnectAsync())
        await using (var channel = await connection.CreateChannelAsync())
            await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false); // classic, not quorum
        await platform.WitnessAsync();
        foreach (var service in platform.Services)
            service.Start();
        await Task.WhenAll(platform.Ingest.ReadyAsync(), platform.Projection.ReadyAsync());

        var cure = $"rabbitmqctl -p {platform.Broker.AbsolutePath.Trim('/')} delete_queue {Queue}";
        await Eventually.Holds("the cure in the log", () => Task.FromResult(platform.Extraction.Log.Any(l =>
            l.Contains("\"Critical\"", StringComparison.Ordinal) && l.Contains(cure, StringComparison.Ordinal))));
        (await platform.Extraction.ReadinessAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await platform.Extraction.Http.GetAsync("health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await platform.Extraction.Http.GetStringAsync("health/live")).ShouldContain("healthy");
        var accepted = await Task.WhenAll(Enumerable.Range(0, 20).Select(async n => (await platform.PostAsync(Articles.Attack(n))).GetProperty("articleId").GetGuid()));

        await infrastructure.RabbitCtl(cure.Split(' ')[1..]);
        await platform.Extraction.ReadyAsync();
        await TotalQueue.CheckAsync(platform, accepted);
    }

    [Fact]
    public async Task Without_a_broker_the_consumers_are_not_ready_and_ingest_is()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, broker: new Uri($"amqp://nobody:nothing@127.0.0.1:{Ports.Free(1)}/"));
        foreach (var service in platform.Services)
            service.Start();

        await platform.Ingest.ReadyAsync();
        (await platform.Ingest.Http.GetStringAsync("health/ready")).ShouldContain("degraded");
        foreach (var service in new[] { platform.Extraction, platform.Projection })
            await Eventually.Holds("the service to answer that it is not ready", async () => await service.ReadinessAsync() == HttpStatusCode.ServiceUnavailable);
        // What is known can be read all the same, and whoever balances the load is told so.
        (await platform.Projection.Http.GetAsync("health/serving")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_process_that_no_longer_publishes_says_nothing_of_what_it_once_could_not()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var second = new ServiceProcess("ingest", platform.EnvironmentOf("ingest"));
        ServiceProcess[] both = [platform.Ingest, second];
        foreach (var ingest in both)
            await ingest.Start().ReadyAsync();
        await platform.PostAsync(Articles.Attack(1));
        // The one that publishes fails and lets go, the other takes over and fails as well.
        foreach (var ingest in both)
            await Eventually.Holds("each to have found no queue bound", async () => (await ingest.HealthAsync()).Contains("No queue is bound", StringComparison.Ordinal));

        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("somebodys", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync("somebodys", "article-received.v1", "");

        await Eventually.Equals(1, "messages", () => platform.DepthAsync("somebodys"));
        foreach (var ingest in both)
            await Eventually.Holds("each to be well", async () => !(await ingest.HealthAsync()).Contains("No queue is bound", StringComparison.Ordinal));
    }
}

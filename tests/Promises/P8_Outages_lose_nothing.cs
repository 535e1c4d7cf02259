using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Promises;

/// <summary>P8: broker down, ingest still accepts; database down, 503 with Retry-After, and queues do not drain into _error.</summary>
[Collection(Collection.Name)]
public sealed class P8_Outages_lose_nothing(Infrastructure infrastructure)
{
    [Fact]
    public async Task With_the_broker_down_ingest_accepts_and_all_is_delivered_when_it_is_back()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.PostAsync(Articles.Attack(0));
        await infrastructure.Rabbit("kill");
        try
        {
            await Eventually.Holds("extraction to say it is not ready", async () => await platform.Extraction.ReadinessAsync() == HttpStatusCode.ServiceUnavailable);
            await Task.WhenAll(Enumerable.Range(1, 50).Select(n => platform.PostAsync(Articles.Attack(n))));
            await Eventually.Holds("ingest to be ready, and to say that the broker is away", async () =>
            {
                using var answer = await platform.Ingest.Http.GetAsync("health/ready");
                return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("degraded", StringComparison.Ordinal);
            });
        }
        finally
        {
            await infrastructure.Rabbit("start");
            await infrastructure.ManagementAnswersAsync();
        }

        await platform.ExplainedAsync(() =>
            Eventually.Equals(51, "incidents", () => platform.CountAsync("select count(*) from incidents.incident_list"), TimeSpan.FromSeconds(120)));
        await NothingFailedAsync(platform);
    }

    [Fact]
    public async Task A_queue_declared_just_before_the_broker_is_killed_comes_back_with_its_messages()
    {
        // What mends it is deploy/local/rabbitmq, which a container of the broker has not.
        await using var own = infrastructure.IsLocal ? null : Infrastructure.Local();
        if (own is not null)
            await own.InitializeAsync();
        var local = own ?? infrastructure;
        var virtualHost = await local.NewVirtualHostAsync();
        await using (var connection = await ConnectAsync(virtualHost))
        {
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            // The name of the last one is what the broker still has in memory, and "newest" is also the beginning of a name on disk.
            foreach (var queue in new[] { "older", "newest.suspects", "newest" })
            {
                await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
                await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(queue));
            }
        }
        await local.Rabbit("kill");
        await local.Rabbit("start");
        await local.ManagementAnswersAsync();

        await using var again = await ConnectAsync(virtualHost);
        foreach (var queue in new[] { "older", "newest.suspects", "newest" })
        {
            await using var channel = await again.CreateChannelAsync();
            var message = await Eventually.Get($"the message of {queue}", () => channel.BasicGetAsync(queue, autoAck: true));
            Encoding.UTF8.GetString(message.Body.Span).ShouldBe(queue);
        }
        await local.DeleteVirtualHostAsync(virtualHost);

        static Task<IConnection> ConnectAsync(Uri broker) => new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
    }

    [Fact]
    public async Task With_the_database_down_nothing_is_acknowledged_and_no_message_is_given_up()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.Extraction.TerminateAsync();
        var accepted = (await Task.WhenAll(Enumerable.Range(0, 100).Select(n => platform.PostAsync(Articles.Attack(n))))).Length;
        await Eventually.Equals(accepted, "articles waiting for the extraction", () => platform.DepthAsync("extraction.article-received"));
        try
        {
            await infrastructure.Postgres("kill");
            // Only now are there reports, and every one of them fails at the database.
            await platform.Extraction.Start().ReadyAsync();
            await Eventually.Holds("reports to be tried in vain", () => Task.FromResult(platform.Projection.Log.Any(line =>
                line.Contains("R-RETRY", StringComparison.Ordinal) && line.Contains("projection.incident-detected", StringComparison.Ordinal))));
            using var refused = await platform.Ingest.Http.PostAsJsonAsync("articles", Articles.Attack(1000));
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.ShouldNotBeNull();
            JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:store-unavailable");
            using var unread = await platform.Projection.Http.GetAsync("incidents");
            unread.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            using var unready = await platform.Ingest.Http.GetAsync("health/ready");
            unready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            // Anybody may ask: what is wrong is told, where the database is and who asks it is not.
            var told = await unready.Content.ReadAsStringAsync();
            told.ShouldContain("The database");
            told.ShouldNotContain("platform_");
            told.ShouldNotContain("127.0.0.1");
            await Eventually.Holds("ingest to log what it does not tell", () => Task.FromResult(platform.Ingest.Log.Any(line => line.Contains("The database does not answer.", StringComparison.Ordinal))));
            (await platform.Projection.ReadinessAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            await infrastructure.Postgres("start");
            NpgsqlConnection.ClearAllPools();
        }

        await Eventually.Holds("ingest to accept again", async () =>
        {
            using var answer = await platform.Ingest.Http.PostAsJsonAsync("articles", Articles.Attack(accepted));
            return answer.StatusCode == HttpStatusCode.Accepted;
        });
        await Eventually.Equals(accepted + 1, "incidents", () => platform.CountAsync("select count(*) from incidents.incident_list"), TimeSpan.FromSeconds(120));
        await NothingFailedAsync(platform);
    }

    private static async Task NothingFailedAsync(TestPlatform platform)
    {
        foreach (var queue in new[] { "extraction.article-received", "projection.incident-detected", "projection.no-incident-detected" })
        {
            await Eventually.Equals(0, $"messages in {queue}", () => platform.DepthAsync(queue));
            (await platform.DepthAsync(queue + "_error")).ShouldBe(0, queue);
        }
        (await platform.DepthAsync("platform.dead-letter")).ShouldBe(0);
        (await platform.CountAsync("select count(*) from incidents.dead_letter")).ShouldBe(0);
    }
}

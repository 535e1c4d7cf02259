using System.Text.Json;
using Platform.Bus;
using Platform.Contracts;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Platform.Tests.Promises;

/// <summary>Systems of others subscribe with the user that deploy/subscriber makes, and can do nothing else with it.</summary>
[Collection(Collection.Name)]
public sealed class Subscribing_by_AMQP(Infrastructure infrastructure)
{
    [Fact]
    public async Task A_message_has_its_id_type_trace_and_CloudEvents_attributes_and_is_kept_in_the_stream()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var subscriber = await Subscriber.AddAsync(platform, "analysts");
        var posted = await platform.PostAsync(Articles.Attack(1));
        await platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid());

        // Later than the message: from the beginning of the stream, by a user who has just come.
        var messages = await subscriber.ReadStreamAsync("first", 2);

        foreach (var message in messages)
        {
            var properties = message.BasicProperties;
            var headers = properties.Headers!.ToDictionary(h => h.Key, h => h.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : h.Value?.ToString());
            properties.ContentType.ShouldBe("application/json");
            properties.DeliveryMode.ShouldBe(DeliveryModes.Persistent);
            Guid.Parse(properties.MessageId!).ShouldNotBe(Guid.Empty);
            properties.Type.ShouldBe(message.Exchange);
            headers["traceparent"]!.ShouldMatch("^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$");
            headers["cloudEvents_specversion"].ShouldBe("1.0");
            headers["cloudEvents_id"].ShouldBe(properties.MessageId);
            headers["cloudEvents_source"].ShouldBe("urn:platform:incidents");
            headers["cloudEvents_type"].ShouldBe(message.Exchange);
            var name = message.Exchange == "incident-changed.v1" ? "incidentChanged" : "incidentDetected";
            Described.BodyShouldFit(name, message.Body);
            Described.HeadersShouldFit(name, headers);
            DateTimeOffset.Parse(headers["cloudEvents_time"]!).ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddHours(-1));
        }
        messages.Select(m => m.Exchange).ShouldBe(["incident-detected.v1", "incident-changed.v1"]);
        messages.Select(m => m.RoutingKey).ShouldBe(["incident.detected.rocket_attack.IQ", "incident.opened.rocket_attack.IQ"]);
        var changed = JsonSerializer.Deserialize(messages[1].Body.Span, ContractJson.Default.IncidentChanged)!;
        Header(messages[1], "cloudEvents_subject").ShouldBe(changed.IncidentId.ToString());
        DateTimeOffset.Parse(Header(messages[1], "cloudEvents_time")).ShouldBe(changed.OccurredAt);
        Header(messages[0], "cloudEvents_subject").ShouldBe(JsonSerializer.Deserialize(messages[0].Body.Span, ContractJson.Default.IncidentDetected)!.Report.ReportId.ToString());
    }

    [Fact]
    public async Task The_stream_is_read_again_from_the_first_from_an_offset_and_from_a_time_and_keeps_seven_days()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var subscriber = await Subscriber.AddAsync(platform, "readers");
        for (var n = 0; n < 3; n++)
            await platform.ExtractedAsync((await platform.PostAsync(Articles.Attack(n))).GetProperty("articleId").GetGuid());
        var all = await subscriber.ReadStreamAsync("first", 6);
        var again = await subscriber.ReadStreamAsync("first", 6);
        var rest = await subscriber.ReadStreamAsync(4L, 2);
        var recent = await subscriber.ReadStreamAsync(new AmqpTimestamp(DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds()), 6);

        string[] ids = [.. all.Select(m => m.BasicProperties.MessageId!)];
        again.Select(m => m.BasicProperties.MessageId).ShouldBe(ids);
        rest.Select(m => m.BasicProperties.MessageId).ShouldBe(ids[4..]);
        recent.Select(m => m.BasicProperties.MessageId).ShouldBe(ids);
        using var management = infrastructure.Management();
        var queue = JsonDocument.Parse(await management.GetStringAsync($"queues{platform.Broker.AbsolutePath}/{Topology.Queues.IncidentStream}")).RootElement;
        queue.GetProperty("durable").GetBoolean().ShouldBeTrue();
        queue.GetProperty("arguments").GetProperty("x-queue-type").GetString().ShouldBe("stream");
        queue.GetProperty("arguments").GetProperty("x-max-age").GetString().ShouldBe("7D");
    }

    [Fact]
    public async Task A_subscriber_gets_what_it_binds_to_and_is_refused_everything_outside_its_prefix()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var one = await Subscriber.AddAsync(platform, "one");
        await using var two = await Subscriber.AddAsync(platform, "two");
        await one.DeclareAsync("one.iraq", "incident-changed.v1", "incident.opened.*.IQ");
        await two.DeclareAsync("two.reports", "incident-detected.v1", "incident.detected.#");

        // Another's queue: neither read, nor bound, nor deleted, nor filled; and none under another's prefix or none.
        await Refused(two, c => c.BasicGetAsync("one.iraq", autoAck: true));
        await Refused(two, c => c.BasicConsumeAsync("one.iraq", autoAck: true, new AsyncEventingBasicConsumer(c)));
        await Refused(two, c => c.QueueBindAsync("one.iraq", "incident-changed.v1", "#"));
        await Refused(two, c => c.QueuePurgeAsync("one.iraq"));
        await Refused(two, c => c.QueueDeleteAsync("one.iraq", ifUnused: false, ifEmpty: false));
        await Refused(two, c => c.QueueDeclareAsync("one.mine", durable: true, exclusive: false, autoDelete: false));
        await Refused(two, c => c.QueueDeclareAsync("onemore", durable: true, exclusive: false, autoDelete: false));
        await Refused(two, c => c.QueueDeclareAsync("twomore", durable: true, exclusive: false, autoDelete: false));
        // The platform's own: neither its queues, nor its other exchanges, nor a word of its own into any.
        await Refused(two, c => c.BasicGetAsync(Topology.Queues.IncidentDetected, autoAck: true));
        await Refused(two, c => c.QueueDeleteAsync(Topology.Queues.IncidentStream, ifUnused: false, ifEmpty: false));
        await Refused(two, c => c.ExchangeDeleteAsync("incident-changed.v1"));
        await Refused(two, c => c.QueueBindAsync("two.reports", "article-received.v1", ""));
        await Refused(two, c => PublishAsync(c, "incident-changed.v1", "incident.opened.rocket_attack.IQ"));
        await Refused(two, c => PublishAsync(c, "", "one.iraq"));

        await platform.PostAsync(Articles.Attack(1));
        (await one.GetAsync("one.iraq")).RoutingKey.ShouldBe("incident.opened.rocket_attack.IQ");
        (await two.GetAsync("two.reports")).RoutingKey.ShouldBe("incident.detected.rocket_attack.IQ");
    }

    [Fact]
    public async Task A_subscriber_that_is_removed_loses_its_queues_and_its_way_in_and_nobody_else_does()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var gone = await Subscriber.AddAsync(platform, "gone");
        await using var other = await Subscriber.AddAsync(platform, "gone-not");
        await gone.DeclareAsync("gone.a", "incident-changed.v1", "#");
        await gone.DeclareAsync("gone.b c/d", "incident-changed.v1", "#");
        await other.DeclareAsync("gone-not.a", "incident-changed.v1", "#");

        (await Should.ThrowAsync<InvalidOperationException>(() => Subscriber.RunAsync(platform, "add", "gone"))).Message.ShouldContain("there is a user gone already");
        (await Should.ThrowAsync<InvalidOperationException>(() => Subscriber.RunAsync(platform, "remove", "platform"))).Message.ShouldContain("no subscriber");
        (await Should.ThrowAsync<InvalidOperationException>(() => Subscriber.RunAsync(platform, "add", "o.ther"))).Message.ShouldContain("no name for a subscriber");
        (await Subscriber.RunAsync(platform, "list")).Split('\n').ShouldContain("gone");
        await Subscriber.RunAsync(platform, "remove", "gone");

        await Should.ThrowAsync<BrokerUnreachableException>(() => new ConnectionFactory { Uri = gone.Address }.CreateConnectionAsync());
        (await platform.DepthAsync("gone-not.a")).ShouldBe(0);
        using var management = infrastructure.Management();
        var queues = JsonDocument.Parse(await management.GetStringAsync($"queues{platform.Broker.AbsolutePath}?columns=name")).RootElement.EnumerateArray().Select(q => q.GetProperty("name").GetString()!).ToList();
        queues.ShouldContain("gone-not.a");
        queues.ShouldNotContain(q => q.StartsWith("gone.", StringComparison.Ordinal));
    }

    private static async Task Refused(Subscriber subscriber, Func<IChannel, Task> act)
    {
        await using var channel = await subscriber.OpenAsync();
        var refusal = await Should.ThrowAsync<Exception>(() => act(channel));
        // A refusal ends the channel; a publisher that waits for a confirm hears of it as that.
        var reason = (refusal as OperationInterruptedException)?.ShutdownReason ?? channel.CloseReason;
        reason.ShouldNotBeNull(refusal.ToString()).ReplyCode.ShouldBe((ushort)403, refusal.Message);
    }

    private static async Task PublishAsync(IChannel channel, string exchange, string routingKey) =>
        await channel.BasicPublishAsync(exchange, routingKey, mandatory: true, new BasicProperties(), "{}"u8.ToArray());

    private static string Header(BasicDeliverEventArgs message, string name) => System.Text.Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers![name]!);
}

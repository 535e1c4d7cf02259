using System.Text;
using System.Text.Json.Nodes;
using Platform.Bus;
using Platform.Projection.DeadLetters;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Platform.Tests.Unit.Projection;

public sealed class DeadLetterTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 1, 5, 42, 0, TimeSpan.Zero);

    [Fact]
    public void A_message_is_the_same_on_the_wire_after_it_was_kept_as_JSON()
    {
        var properties = new BasicProperties
        {
            MessageId = "m", ContentType = "application/json", CorrelationId = "c", Type = "t", Priority = 3, Timestamp = new AmqpTimestamp(1_900_000_000),
            Headers = new Dictionary<string, object?>
            {
                ["traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"u8.ToArray(), ["number"] = 7L, ["flag"] = true, ["none"] = null, ["half"] = 0.5,
                ["bytes"] = new byte[] { 0xFF, 0, 0xFE }, ["nul"] = "a\0b"u8.ToArray(), ["when"] = new AmqpTimestamp(5),
                ["table"] = new Dictionary<string, object?> { ["list"] = new List<object?> { "x"u8.ToArray(), 1 } },
            },
        };
        var kept = AmqpMessage.Of(properties, "exchange", "key");
        var stored = new AmqpMessage(JsonNode.Parse(kept.Headers.ToJsonString())!.AsObject(), JsonNode.Parse(kept.Properties.ToJsonString())!.AsObject());

        var again = stored.ToReplay(stored.MessageId!, 1);

        (again.MessageId, again.ContentType, again.CorrelationId, again.Type, again.Priority, again.Timestamp.UnixTime).ShouldBe(("m", "application/json", "c", "t", (byte)3, 1_900_000_000));
        var headers = again.Headers!;
        (headers["traceparent"], headers["number"], headers["flag"], headers["none"], headers["half"]).ShouldBe(("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", 7L, true, null, 0.5));
        headers["bytes"].ShouldBe(new byte[] { 0xFF, 0, 0xFE });
        headers["nul"].ShouldBe("a\0b"u8.ToArray());
        headers["when"].ShouldBe(new AmqpTimestamp(5));
        ((List<object?>)((Dictionary<string, object?>)headers["table"]!)["list"]!).ShouldBe(["x", 1L]);
        headers[DeadLetterHeaders.Replay].ShouldBe(1L);
    }

    [Fact]
    public void A_replay_begins_without_what_the_death_added()
    {
        string[] ofDeath = ["x-death", "x-first-death-queue", "x-delivery-count", "MT-Fault-Message", "MT-Reason", "MT-Host-Info", DeadLetterHeaders.Kind, DeadLetterHeaders.Queue, DeadLetterHeaders.Exception];
        var properties = new BasicProperties { Headers = ofDeath.Append("MT-MessageType").ToDictionary(name => name, _ => (object?)"x") };

        AmqpMessage.Of(properties, "", "").ToReplay("m", 2).Headers!.Keys.ShouldBe(["MT-MessageType", DeadLetterHeaders.Replay], ignoreOrder: true);
    }

    [Theory]
    [InlineData("extraction.article-received.suspects", "delivery_limit", "process ended")]
    [InlineData("extraction.article-received.suspects", "rejected", "rejected it")]
    [InlineData("extraction.article-received.suspects", "expired", "waited longer")]
    [InlineData("extraction.article-received.suspects", "maxlen", "maxlen")]
    public void The_brokers_last_word_is_the_reason(string queue, string why, string said)
    {
        static Dictionary<string, object?> Death(string queue, string reason, long time) =>
            new() { ["queue"] = Encoding.UTF8.GetBytes(queue), ["reason"] = Encoding.UTF8.GetBytes(reason), ["time"] = new AmqpTimestamp(time), ["count"] = 1L };
        var letter = Read(new() { ["x-death"] = new List<object?> { Death(queue, why, 1_900_000_001), Death("extraction.article-received", "delivery_limit", 1_900_000_000) } }, Topology.Queues.DeadLetter);

        (letter.Queue, letter.Kind, letter.At.ToUnixTimeSeconds()).ShouldBe((queue, why, 1_900_000_001));
        letter.Reason.ShouldContain(said);
    }

    [Fact]
    public void What_came_here_without_a_word_is_kept_all_the_same()
    {
        foreach (var headers in new Dictionary<string, object?>?[] { null, [], new() { ["x-death"] = "nonsense" }, new() { ["x-death"] = new List<object?> { 7L } }, new() { [DeadLetterHeaders.Replay] = "often", [DeadLetterHeaders.At] = "noon" } })
            Read(headers, Topology.Queues.DeadLetter).Kind.ShouldBe("unknown");
        Read([], "projection.incident-detected_skipped").ShouldSatisfyAllConditions(l => l.Kind.ShouldBe(DeadLetterKinds.Skipped), l => l.Queue.ShouldBe(Topology.Queues.IncidentDetected));
    }

    [Fact]
    public void The_same_message_is_the_same_letter_in_both_lanes_and_another_body_or_queue_is_another()
    {
        DeadLetter Of(string queue, string body) => new(queue, "error", "r", null, Encoding.UTF8.GetBytes(body), AmqpMessage.Of(new BasicProperties { MessageId = "m" }, "", ""), Now);

        Of("a", "x").Id.ShouldBe(Of(Topology.Queues.SuspectsOf("a"), "x").Id);
        new[] { Of("a", "x").Id, Of("a", "y").Id, Of("b", "x").Id }.Distinct().Count().ShouldBe(3);
    }

    private static DeadLetter Read(Dictionary<string, object?>? headers, string from) => Deliveries.Read(
        new BasicDeliverEventArgs("", 1, false, "", "", new BasicProperties { Headers = headers }, "body"u8.ToArray()), from, Now);
}

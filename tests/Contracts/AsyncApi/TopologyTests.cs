using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Contracts;

namespace Platform.Tests.Contracts.AsyncApi;

public sealed class TopologyTests
{
    /// <summary>Of the channels on the broker; the stream is a queue of another kind, which has a test of its own.</summary>
    private static IEnumerable<JsonObject> OfKind(string kind) =>
        AsyncApiDocument.Channels.Values.Where(channel => Is(channel) == kind && Address(channel) != Platform.Bus.Topology.Queues.IncidentStream);

    [Fact]
    public void The_stream_is_bound_to_both_exchanges_of_subscribers_and_keeps_as_long_as_the_code_says()
    {
        var stream = AsyncApiDocument.Channels.Values.Single(channel => Address(channel) == Platform.Bus.Topology.Queues.IncidentStream);

        stream["x-queue-bindings"]!.AsArray().Select(binding => (binding!["exchange"]!.GetValue<string>(), binding["routingKey"]!.GetValue<string>()))
            .ShouldBe([(Platform.Bus.Topology.Exchanges.IncidentDetected, "#"), (Platform.Bus.Topology.Exchanges.IncidentChanged, "#")]);
        stream["x-queue-arguments"]!["x-queue-type"]!.GetValue<string>().ShouldBe("stream");
        stream["x-queue-arguments"]!["x-max-age"]!.GetValue<string>().ShouldBe(Platform.Bus.Topology.StreamAge);
        Carried(stream).ShouldBe(["incidentDetected", "incidentChanged"], ignoreOrder: true);
    }

    [Fact]
    public void The_exchanges_are_those_of_the_code() =>
        OfKind("routingKey").Select(channel => channel["bindings"]!["amqp"]!["exchange"]!)
            .ToDictionary(exchange => exchange["name"]!.GetValue<string>(), exchange => exchange["type"]!.GetValue<string>())
            .ShouldBe(ExpectedTopology.Exchanges, ignoreOrder: true);

    [Fact]
    public void The_routing_keys_are_those_of_the_code() =>
        OfKind("routingKey").Where(channel => Address(channel).Length > 0)
            .ToDictionary(channel => channel["bindings"]!["amqp"]!["exchange"]!["name"]!.GetValue<string>(), Address)
            .ShouldBe(ExpectedTopology.RoutingKeys, ignoreOrder: true);

    [Fact]
    public void The_queues_and_their_bindings_are_those_of_the_code() =>
        OfKind("queue").ToDictionary(
                channel => channel["bindings"]!["amqp"]!["queue"]!["name"]!.GetValue<string>(),
                channel => channel["x-queue-bindings"]!.AsArray().ShouldHaveSingleItem()!)
            .ToDictionary(pair => pair.Key, pair => (pair.Value["exchange"]!.GetValue<string>(), pair.Value["routingKey"]!.GetValue<string>()))
            .ShouldBe(ExpectedTopology.Queues, ignoreOrder: true);

    [Fact]
    public void Every_queue_is_a_quorum_queue_and_all_but_the_last_have_a_delivery_limit_and_a_dead_letter_exchange()
    {
        foreach (var channel in OfKind("queue"))
        {
            var arguments = channel["x-queue-arguments"]!.AsObject();
            arguments["x-queue-type"]!.GetValue<string>().ShouldBe("quorum");
            if (Address(channel) == ExpectedTopology.DeadLetter) continue;
            arguments["x-delivery-limit"]!.GetValue<long>().ShouldBe(ExpectedTopology.DeliveryLimit);
            arguments["x-dead-letter-exchange"]!.GetValue<string>().ShouldBe(Platform.Bus.Topology.Queues.SuspectsOf(Address(channel)));
        }
    }

    [Fact]
    public void A_queue_carries_what_its_exchange_carries_and_the_dead_letter_queue_what_any_queue_can_lose()
    {
        foreach (var queue in OfKind("queue"))
        {
            var exchange = OfKind("routingKey").Single(channel =>
                channel["bindings"]!["amqp"]!["exchange"]!["name"]!.GetValue<string>() == queue["x-queue-bindings"]![0]!["exchange"]!.GetValue<string>());
            Carried(queue).ShouldBe(Carried(exchange), ignoreOrder: true);
        }
        Carried(OfKind("queue").Single(channel => Address(channel) == ExpectedTopology.DeadLetter)).ShouldBe(
            OfKind("queue").Where(channel => Address(channel) != ExpectedTopology.DeadLetter).SelectMany(Carried), ignoreOrder: true);
    }

    [Theory]
    [InlineData("incidentDetected")]
    [InlineData("incidentChanged")]
    public void The_event_types_of_a_routing_key_are_those_of_the_contract(string channel) =>
        Values(channel, "eventType").ShouldBe(
            Enum.GetValues<EventType>().Select(type => JsonSerializer.SerializeToElement(type, Contract.Metadata(typeof(EventType))).GetString()!));

    [Fact]
    public void The_changes_of_a_routing_key_are_those_of_the_code_and_every_golden_body_tells_one()
    {
        Values("incidentChanged", "change").ShouldBe(ExpectedTopology.Changes);
        GoldenBody.All.Select(golden => golden.Name == "incident-changed" ? ((IncidentChanged)golden.Read()).Change : null).OfType<string>()
            .ToList().ShouldBeSubsetOf(ExpectedTopology.Changes);
    }

    private static IEnumerable<string> Values(string channel, string parameter) =>
        AsyncApiDocument.Follow(AsyncApiDocument.Channels[channel]["parameters"]![parameter])["enum"]!.AsArray().Select(value => value!.GetValue<string>());

    private static string? Is(JsonObject channel) => channel["bindings"]?["amqp"]!["is"]!.GetValue<string>();

    private static string Address(JsonObject channel) => channel["address"]!.GetValue<string>();

    private static IEnumerable<string> Carried(JsonObject channel) => channel["messages"]!.AsObject().Select(pair => pair.Key);
}

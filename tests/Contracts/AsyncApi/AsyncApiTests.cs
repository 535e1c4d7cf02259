using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Bus;
using Platform.Contracts;

namespace Platform.Tests.Contracts.AsyncApi;

public sealed class AsyncApiTests
{
    public static TheoryData<string> Channels => [.. AsyncApiDocument.Channels.Keys.Where(AsyncApiDocument.IsOnTheBroker)];
    public static TheoryData<string> Operations => [.. AsyncApiDocument.Operations.Where(o => AsyncApiDocument.IsOnTheBroker(ChannelOf(o.Value))).Select(o => o.Key)];
    public static TheoryData<string> Messages => [.. AsyncApiDocument.Messages.Where(m => m.Value.ContainsKey("traits")).Select(m => m.Key)];
    public static TheoryData<string> HttpChannels => [.. AsyncApiDocument.Channels.Keys.Where(c => !AsyncApiDocument.IsOnTheBroker(c))];

    [Fact]
    public void The_document_says_what_it_is()
    {
        Text(AsyncApiDocument.Root, "asyncapi").ShouldBe("3.0.0");
        Text(AsyncApiDocument.Root, "info", "title").ShouldNotBeEmpty();
        Text(AsyncApiDocument.Root, "info", "version").ShouldNotBeEmpty();
        Text(AsyncApiDocument.Root, "defaultContentType").ShouldBe("application/json");
        OnlyHas(AsyncApiDocument.Root, "asyncapi", "id", "info", "servers", "defaultContentType", "channels", "operations", "components");
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        AsyncApiDocument.References.ShouldNotBeEmpty();
        foreach (var reference in AsyncApiDocument.References)
            Should.NotThrow(() => AsyncApiDocument.Resolve(reference), reference);
    }

    [Theory]
    [InlineData("#/components/messages/nothing")]
    [InlineData("./schemas/nothing.json")]
    [InlineData("./schemas/common.v1.json#/$defs/Nothing")]
    public void A_reference_that_leads_nowhere_would_be_found(string reference) =>
        Should.Throw<KeyNotFoundException>(() => AsyncApiDocument.Resolve(reference));

    [Fact]
    public void Every_server_says_where_it_is_and_what_it_speaks()
    {
        foreach (var (_, server) in AsyncApiDocument.Root["servers"]!.AsObject())
        {
            OnlyHas(server!.AsObject(), "host", "protocol", "protocolVersion", "description", "variables", "security");
            Text(server!, "protocol").ShouldBeOneOf("amqp", "http", "https");
            foreach (Match variable in Regex.Matches(Text(server!, "host"), "{(.+?)}"))
                server!["variables"]![variable.Groups[1].Value].ShouldNotBeNull();
        }
    }

    [Theory, MemberData(nameof(Channels))]
    public void A_channel_has_messages_a_parameter_for_each_gap_and_a_whole_binding(string name)
    {
        var channel = AsyncApiDocument.Channels[name];
        var binding = channel["bindings"]!["amqp"]!.AsObject();

        OnlyHas(channel, "address", "title", "description", "parameters", "messages", "bindings");
        channel["messages"]!.AsObject().ShouldNotBeEmpty();
        Regex.Matches(Text(channel, "address"), "{(.+?)}").Select(gap => gap.Groups[1].Value)
            .ShouldBe(channel["parameters"]?.AsObject().Select(pair => pair.Key) ?? [], ignoreOrder: true);
        Text(binding, "bindingVersion").ShouldBe("0.3.0");
        var kind = Text(binding, "is") == "queue" ? "queue" : "exchange";
        OnlyHas(binding, "is", kind, "bindingVersion");
        OnlyHas(binding[kind]!.AsObject(), "name", "type", "durable", "exclusive", "autoDelete");
        binding[kind]!["durable"]!.GetValue<bool>().ShouldBeTrue();
        binding[kind]!["autoDelete"]!.GetValue<bool>().ShouldBeFalse();
        if (kind == "queue") Text(channel, "address").ShouldBe(Text(binding, "queue", "name"));
    }

    [Theory, MemberData(nameof(Channels))]
    public void A_parameter_of_a_routing_key_comes_from_a_property_of_the_body(string name)
    {
        var channel = AsyncApiDocument.Channels[name];
        foreach (var (_, reference) in channel["parameters"]?.AsObject() ?? [])
        {
            var parameter = AsyncApiDocument.Follow(reference);
            OnlyHas(parameter, "description", "enum", "default", "examples", "location");
            var location = Text(parameter, "location").Split("$message.payload#/");
            location.Length.ShouldBe(2, "a location begins with $message.payload#/");
            var schema = AsyncApiDocument.Follow(channel["messages"]!.AsObject().ShouldHaveSingleItem().Value)["payload"]!["schema"]!;
            var body = Contract.SchemaBase + Path.GetFileName(Text(schema, "$ref"));
            Should.NotThrow(() => location[1].Split('/').Aggregate(body, PropertyOf));
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public void An_operation_sends_persistently_to_an_exchange_or_reads_from_a_queue_with_acknowledgement(string name)
    {
        var operation = AsyncApiDocument.Operations[name];
        var binding = operation["bindings"]!["amqp"]!;
        var reference = Text(operation, "channel", "$ref");
        var channel = AsyncApiDocument.Follow(operation["channel"]);

        OnlyHas(operation, "action", "channel", "title", "summary", "description", "messages", "bindings");
        reference.ShouldStartWith("#/channels/");
        Text(binding, "bindingVersion").ShouldBe("0.3.0");
        if (Text(operation, "action") == "send")
        {
            Text(channel, "bindings", "amqp", "is").ShouldBe("routingKey");
            binding["deliveryMode"]!.GetValue<long>().ShouldBe(2);
        }
        else
        {
            Text(operation, "action").ShouldBe("receive");
            Text(channel, "bindings", "amqp", "is").ShouldBe("queue");
            binding["ack"]!.GetValue<bool>().ShouldBeTrue();
        }
    }

    [Theory, MemberData(nameof(Messages))]
    public void A_message_names_its_type_its_schema_and_every_golden_body_of_it(string name)
    {
        var message = AsyncApiDocument.Messages[name];
        var type = Contract.Messages.Single(t => t.Name == Text(message, "name"));
        var trait = AsyncApiDocument.Follow(message["traits"]!.AsArray().ShouldHaveSingleItem());

        OnlyHas(message, "name", "title", "summary", "description", "traits", "headers", "payload", "examples");
        OnlyHas(trait, "contentType", "headers");
        name.ShouldBe(JsonNamingPolicy.CamelCase.ConvertName(type.Name));
        Text(trait, "contentType").ShouldBe("application/json");
        trait["headers"]!["required"]!.AsArray().Select(header => header!.GetValue<string>())
            .ShouldBe(["traceparent", "MT-MessageType", .. CloudEvents.Attributes(new Outgoing(GoldenBody.Of("incident-changed.v1.minimal.json").Read(), Guid.NewGuid(), null, false)).Select(a => CloudEvents.Prefix + a.Name)], ignoreOrder: true);
        trait["headers"]!["properties"]!.AsObject().Select(property => property.Key).ShouldBe(trait["headers"]!["required"]!.AsArray().Select(header => header!.GetValue<string>()), ignoreOrder: true);
        Text(trait, "headers", "properties", "cloudEvents_source", "const").ShouldBe(CloudEvents.Source);
        Text(AsyncApiDocument.Root, "id").ShouldBe(CloudEvents.Source);
        Text(message, "headers", "properties", "MT-MessageType", "const").ShouldBe($"urn:message:{type.Namespace}:{type.Name}");
        Text(message, "payload", "schema", "$ref").ShouldBe($"./schemas/{Contract.SchemaFileOf(type)}");
        Text(message, "payload", "schemaFormat").ShouldBe("application/schema+json;version=draft-2020-12");
        message["examples"]!.AsArray().Select(example => Text(example!, "payload", "$ref"))
            .ShouldBe(GoldenBody.All.Where(golden => golden.Type == type).Select(golden => $"./examples/{golden.File}"), ignoreOrder: true);
        message["examples"]!.AsArray().ShouldAllBe(example => Text(example!, "payload", "$ref").EndsWith($".v1.{Text(example!, "name")}.json"));
    }

    [Theory, MemberData(nameof(HttpChannels))]
    public void What_is_told_over_HTTP_names_its_server_its_method_its_schema_and_valid_examples(string name)
    {
        var channel = AsyncApiDocument.Channels[name];
        var operation = AsyncApiDocument.Operations.Values.Single(o => ChannelOf(o) == name);
        var message = AsyncApiDocument.Follow(channel["messages"]!.AsObject().ShouldHaveSingleItem().Value);

        OnlyHas(channel, "address", "title", "description", "servers", "parameters", "messages");
        Text(AsyncApiDocument.Follow(channel["servers"]!.AsArray().ShouldHaveSingleItem()), "protocol").ShouldStartWith("http");
        Regex.Matches(Text(channel, "address"), "{(.+?)}").Select(gap => gap.Groups[1].Value).ShouldBe(channel["parameters"]?.AsObject().Select(pair => pair.Key) ?? []);
        Text(operation, "action").ShouldBe("send");
        OnlyHas(operation["bindings"]!["http"]!.AsObject(), "method", "bindingVersion");
        OnlyHas(message, "name", "title", "summary", "description", "contentType", "headers", "payload", "examples");
        var schema = Contract.SchemaBase + Path.GetFileName(Text(message, "payload", "schema", "$ref"));
        message["examples"]!.AsArray().ShouldNotBeEmpty();
        foreach (var example in message["examples"]!.AsArray())
            Contract.Schemas.Validate(schema, JsonSerializer.SerializeToElement(AsyncApiDocument.Resolve(Text(example!, "payload", "$ref")))).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_of_a_trace_header_fits_its_pattern()
    {
        var header = AsyncApiDocument.Root["components"]!["messageTraits"]!["platformMessage"]!["headers"]!["properties"]!["traceparent"]!;

        header["examples"]!.AsArray().ShouldAllBe(example => Regex.IsMatch(example!.GetValue<string>(), Text(header, "pattern")));
    }

    private static string ChannelOf(JsonNode operation) => Text(operation, "channel", "$ref").Split('/')[^1];

    private static string PropertyOf(string address, string property)
    {
        var (schema, at) = Contract.Schemas.Resolve(new Uri($"{address}#/properties/{property}"), "");
        return schema.TryGetProperty("$ref", out var reference) ? new Uri(at, reference.GetString()!).ToString() : at.ToString();
    }

    private static string Text(JsonNode node, params string[] path) =>
        path.Aggregate<string, JsonNode?>(node, (inner, step) => inner?[step]).ShouldNotBeNull(string.Join('/', path)).GetValue<string>();

    // The fixed fields of the standard that we use; extensions begin with x-.
    private static void OnlyHas(JsonObject node, params string[] fields) =>
        node.Select(pair => pair.Key).Where(key => !key.StartsWith("x-", StringComparison.Ordinal)).ShouldBeSubsetOf(fields);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Bus;
using Platform.Contracts;
using Platform.Extraction.Engine;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using Xunit.Abstractions;

namespace Platform.Tests.Fuzz;

/// <summary>Whatever is published to the queues of the running services: it has its effect or is a dead letter, and every sound message beside it has its effect.</summary>
[Collection(Collection.Name)]
public sealed class Messages_never_stop_their_neighbours(Infrastructure infrastructure, ITestOutputHelper output)
{
    private const int Senders = 4;
    private const int SoundEvery = 10;

    private static readonly (string Exchange, string Type, JsonObject[] Bodies)[] Kinds =
    [
        (Topology.Exchanges.ArticleReceived, nameof(ArticleReceived), Golden("article-received.v1")),
        (Topology.Exchanges.IncidentDetected, nameof(IncidentDetected), Golden("incident-detected.v1")),
        (Topology.Exchanges.NoIncidentDetected, nameof(NoIncidentDetected), Golden("no-incident-detected.v1")),
    ];

    [Fact]
    public async Task Damaged_messages_have_their_effect_or_are_dead_letters_and_sound_ones_have_theirs()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var before = platform.Services.ToDictionary(service => service, service => service.Restarts);
        var watch = Stopwatch.StartNew();
        var numbers = new ConcurrentQueue<int>(Inputs.Numbers);
        var sent = new ConcurrentBag<Message>();
        await using var connection = await platform.ConnectAsync();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            while (numbers.TryDequeue(out var number))
            {
                var message = Make(number);
                await channel.BasicPublishAsync(message.Exchange, "incident.detected.x.y", mandatory: true, message.Properties, message.Body);
                sent.Add(message);
            }
        }));

        var patience = TimeSpan.FromSeconds(60 + (Inputs.Count / 20));
        await platform.ExplainedAsync(async () =>
        {
            foreach (var queue in TotalQueue.Queues.Concat(TotalQueue.Queues.Select(Topology.Queues.SuspectsOf)).Append(Topology.Queues.DeadLetter))
                await Eventually.Equals(0, $"messages in {queue}", () => platform.DepthAsync(queue), patience);
            // What a consumer still holds is in no depth.
            await Eventually.Holds("each message to have had its effect or be a dead letter", async () =>
                Missing(sent, await TextsAsync(platform, "select key from incidents.inbox"), await TextsAsync(platform, "select message_id from incidents.dead_letter where message_id is not null union select encode(sha256(body), 'hex') from incidents.dead_letter")) is { Count: > 0 } missing
                    ? throw new InvalidOperationException($"{missing.Count} messages are nowhere, the first of them {missing[0].Name}: {Encoding.UTF8.GetString(missing[0].Body)}")
                    : true, patience);
        });
        var inbox = await TextsAsync(platform, "select key from incidents.inbox");
        var letters = await TextsAsync(platform, "select kind || ' ' || left(reason, 60) from incidents.dead_letter");
        output.WriteLine($"{Inputs.Count} messages of {Kinds.Length} types in {watch.Elapsed.TotalSeconds:F0} s (seed {Inputs.Seed} from {Inputs.First}): {inbox.Count} effects, {await platform.CountAsync("select count(*) from incidents.dead_letter")} dead letters of {letters.Count} reasons.");
        foreach (var lost in sent.Where(m => m.Sound && !m.Effects.Any(inbox.Contains)))
            Assert.Fail($"{lost.Name} is sound and has no effect; its dead letters: {string.Join('\n', await LettersOfAsync(platform, lost))}\n{Encoding.UTF8.GetString(lost.Body)}");
        foreach (var service in platform.Services)
            service.Exits.Skip(before[service]).ShouldBeEmpty(service.Name + "\n" + string.Join('\n', service.Log.TakeLast(20)));
        if (Inputs.Count >= 1000)
            letters.Count.ShouldBeGreaterThan(10, "damage of many kinds");
    }

    private static List<Message> Missing(IEnumerable<Message> sent, HashSet<string> inbox, HashSet<string> letters) =>
        // An id that is missing or damaged is that of others too: these are known by their bodies.
        [.. sent.Where(m => !m.Effects.Any(inbox.Contains) && !letters.Contains(m.OwnId ? m.Properties.MessageId! : Hash(m.Body)) && !m.Effects.Any(e => letters.Contains(e["message/".Length..])))];

    /// <summary>As the database writes it.</summary>
    private static string Hash(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static Message Make(int number)
    {
        var dice = Inputs.Dice(number);
        var (exchange, type, bodies) = Kinds[number % Kinds.Length];
        var sound = number % SoundEvery == 0;
        var id = DeterministicId.Create(DeterministicId.Namespace, $"fuzz {Inputs.Seed} {number}");
        var body = (JsonObject)dice.Of(bodies).DeepClone();
        if (sound || dice.Hits(0.8))
            Own(body, id);
        var properties = new BasicProperties
        {
            MessageId = id.ToString(), ContentType = "application/json", Persistent = true,
            Headers = new Dictionary<string, object?> { ["MT-MessageType"] = $"urn:message:Platform.Contracts:{type}", ["traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" },
        };
        if (!sound && dice.Hits(0.25))
            Damaged(properties, dice);
        var bytes = sound || dice.Hits(0.15) ? Encoding.UTF8.GetBytes(body.ToJsonString()) : Damage.Json(body, dice);
        // An article's effect is what the extraction publishes of it, under ids that follow from its own; a projection's is its key in the inbox.
        var effects = properties.MessageId is null ? [] : exchange != Topology.Exchanges.ArticleReceived || !Guid.TryParse(properties.MessageId, out var cause) ? [$"message/{properties.MessageId}"]
            : new[] { DeterministicId.Event(cause, $"no_incident_detected/{ExtractionEngine.Version}"), DeterministicId.Event(cause, $"incident_detected/{ExtractionEngine.Version}", 0) }.Select(e => $"message/{e}").ToArray();
        return new Message(number, exchange, properties, bytes, sound, effects, properties.MessageId == id.ToString());
    }

    /// <summary>A message that tells of an article of its own.</summary>
    private static void Own(JsonObject body, Guid id)
    {
        var text = id.ToString();
        if (body["article"] is JsonObject article)
            article["articleId"] = text;
        else
            body["articleId"] = text;
        if (body["report"] is JsonObject report)
        {
            report["articleId"] = text;
            report["reportId"] = text;
            body["extraction"]!["reportIds"] = new JsonArray(text);
        }
    }

    private static void Damaged(BasicProperties properties, Random dice)
    {
        var headers = properties.Headers!;
        switch (dice.Next(9))
        {
            case 0:
                properties.MessageId = null;
                break;
            case 1:
                properties.MessageId = dice.Of(["not-an-id", "00000000-0000-0000-0000-000000000000", "{0}", "é"]);
                break;
            case 2:
                headers.Remove("MT-MessageType");
                break;
            case 3:
                headers["MT-MessageType"] = dice.Of<object?>(["urn:message:Platform.Contracts:" + dice.Of(Kinds).Type, "urn:message:Nowhere:Nothing", "", 7L, "urn:message:", new byte[] { 0xFF, 0xFE, 0 }, new Dictionary<string, object?> { ["a"] = 1 }, new List<object?> { 1, "b" }, true]);
                break;
            case 4:
                headers["traceparent"] = dice.Of<object?>(["", "00-0-0-0", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", new byte[] { 0xFF }, 3.5, null, new string('0', 5000)]);
                break;
            case 5:
                properties.ContentType = dice.Of(["text/plain", "", "application/vnd.masstransit+json", "application/octet-stream", "\u0001", "a/b; charset=\u00e9"]);
                break;
            case 6:
                headers[dice.Of(["MT-Activity-Id", "MT-Host-Info", "MT-Redelivery-Count", "MT-Fault-Message", "x-death", "x-delivery-count", DeadLetterHeaders.Replay, DeadLetterHeaders.Queue, "MT-Scheduling-TokenId"])] =
                    dice.Of<object?>(["x", -1L, 99_999L, new byte[] { 0, 1 }, new List<object?>(), new Dictionary<string, object?>()]);
                break;
            case 7:
                properties.CorrelationId = dice.Of(["x", "", new string('c', 200)]);
                properties.ReplyTo = dice.Of(["nowhere", "amqp://x/", ""]);
                break;
            default:
                for (var i = dice.Next(1, 60); i > 0; i--)
                    headers[$"x-{i}-{dice.Next(9)}"] = new string('h', dice.Next(1200));
                break;
        }
    }

    private static Task<HashSet<string>> LettersOfAsync(TestPlatform platform, Message message) => TextsAsync(
        platform, "select queue || ': ' || reason || ' ' || coalesce(exception, '') from incidents.dead_letter where message_id = any($1)",
        [message.Properties.MessageId ?? "", .. message.Effects.Select(e => e["message/".Length..])]);

    private static async Task<HashSet<string>> TextsAsync(TestPlatform platform, string sql, string[]? keys = null)
    {
        await using var command = platform.Database.CreateCommand(sql);
        if (keys is not null)
            command.Parameters.Add(new() { Value = keys });
        var texts = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static JsonObject[] Golden(string name) =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "contracts", "examples"), name + ".*.json").Order(StringComparer.Ordinal).Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())];

    private sealed record Message(int Number, string Exchange, BasicProperties Properties, byte[] Body, bool Sound, string[] Effects, bool OwnId)
    {
        /// <summary>What makes it again.</summary>
        public string Name => $"PLATFORM_FUZZ_SEED={Inputs.Seed} PLATFORM_FUZZ_FROM={Number} PLATFORM_FUZZ=1, {Exchange} {Properties.MessageId}";
    }
}

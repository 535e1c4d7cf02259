// Prints every change of an incident as one line.
//   AMQP_URL=amqp://NAME:PASSWORD@host:port/vhost dotnet run -- [PATTERN]     deploy/subscriber add NAME prints the address
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

var url = Environment.GetEnvironmentVariable("AMQP_URL") ?? throw new InvalidOperationException("Set AMQP_URL to the address that deploy/subscriber add NAME printed.");
var queue = new Uri(url).UserInfo.Split(':')[0] + ".csharp-sample";
using var tracing = new ActivitySource("csharp-sample"); // an OpenTelemetry SDK that listens to it exports the spans below
var seen = new Dictionary<string, long>(); // highest version by incident; a real program keeps it where it keeps the incidents

// It connects again by itself, and the queue has kept what came meanwhile.
await using var connection = await new ConnectionFactory { Uri = new Uri(url) }.CreateConnectionAsync();
await using var channel = await connection.CreateChannelAsync();
await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
await channel.QueueBindAsync(queue, "incident-changed.v1", args.FirstOrDefault() ?? "incident.#");
await channel.BasicQosAsync(0, prefetchCount: 100, global: false);
var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, message) =>
{
    // Its own span in the trace of the article.
    ActivityContext.TryParse(Encoding.ASCII.GetString((byte[])message.BasicProperties.Headers!["traceparent"]!), null, isRemote: true, out var cause);
    using var span = tracing.StartActivity("take in change", ActivityKind.Consumer, cause);
    var body = JsonDocument.Parse(message.Body).RootElement;
    var (id, version, incident) = (body.GetProperty("incidentId").GetString()!, body.GetProperty("version").GetInt64(), body.GetProperty("incident"));
    if (version > seen.GetValueOrDefault(id)) // the same message can come again, and messages can pass each other
    {
        seen[id] = version;
        var place = incident.TryGetProperty("place", out var known) ? known.GetProperty("name").GetString() : "an unknown place";
        Console.WriteLine($"{id} v{version} {body.GetProperty("change").GetString()}: {incident.GetProperty("eventType").GetString()} in {place}");
    }
    await channel.BasicAckAsync(message.DeliveryTag, multiple: false); // last: what is not acknowledged comes again
};
await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
Console.Error.WriteLine($"Waiting for changes in the queue {queue}");
await Task.Delay(Timeout.Infinite);

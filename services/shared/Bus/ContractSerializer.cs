using System.Net.Mime;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;
using Platform.Contracts;
using Platform.Telemetry;

namespace Platform.Bus;

/// <summary>
/// Bodies are the contracts as plain JSON, for readers in any language. Of MassTransit's headers only the message type goes
/// along (its own raw serializer also tells the machine's name and process id). The trace goes along as <c>traceparent</c>,
/// sampled or not: without it a consumer would begin a new trace.
/// </summary>
public sealed class ContractSerializer : ISerializerFactory, IMessageSerializer
{
    /// <summary>W3C trace context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>A header that is text; null when there is none, or one of another type, which <c>Get&lt;string&gt;</c> throws on.</summary>
    /// <param name="headers">Headers of a message, which may come from anybody.</param>
    /// <param name="name">Its name.</param>
    public static string? Text(Headers headers, string name) => headers.TryGetHeader(name, out var value) ? value as string : null;

    /// <inheritdoc cref="ISerializerFactory.ContentType"/>
    public ContentType ContentType { get; } = new("application/json");

    /// <summary>Uses it for everything the bus sends and receives.</summary>
    public static void Use(IBusFactoryConfigurator bus)
    {
        var serializer = new ContractSerializer();
        bus.ClearSerialization();
        bus.AddSerializer(serializer);
        bus.AddDeserializer(serializer, isDefault: true);
        bus.ConfigureJsonSerializerOptions(options =>
        {
            ContractJson.Configure(options);
            return options;
        });
    }

    /// <inheritdoc/>
    public IMessageSerializer CreateSerializer() => this;

    /// <summary>Without <see cref="RawSerializerOptions.AnyMessageType"/>: a body is only read as the type its header names.</summary>
    public IMessageDeserializer CreateDeserializer() => new SystemTextJsonRawMessageSerializer(RawSerializerOptions.AddTransportHeaders);

    /// <inheritdoc/>
    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class
    {
        context.Headers.Set(MessageHeaders.MessageType, MessageUrn.ForTypeString<T>());
        if (Tracing.Current is { } current)
        {
            context.Headers.Set(TraceParent, current);
            context.Headers.Set(MassTransit.Logging.DiagnosticHeaders.ActivityId, current);
        }
        return new BytesMessageBody(JsonSerializer.SerializeToUtf8Bytes(context.Message, ContractJson.Default.GetTypeInfo(typeof(T))
            ?? SystemTextJsonMessageSerializer.Options.GetTypeInfo(typeof(T))));
    }
}

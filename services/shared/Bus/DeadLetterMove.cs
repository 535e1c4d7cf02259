using System.Globalization;
using System.Text;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Platform.Bus;

/// <summary>
/// Moves what a consumer cannot take to the one exchange of dead letters, instead of MassTransit's queues <c>_error</c> and
/// <c>_skipped</c> beside each queue: there it meets what the broker gave up on, and one reader keeps it all. The message is
/// acknowledged after the broker has confirmed it there.
/// </summary>
internal static class DeadLetterMove
{
    private const int LongestReason = 500;
    private const int LongestException = 8000;

    /// <summary>Bytes of a header beside its name and text.</summary>
    private const int AroundText = 6;

    private const string Cutting = " …";

    public static async Task ToDeadLettersAsync(ReceiveContext context, string queue, string kind, string reason, Exception? thrown)
    {
        if (!context.TryGetPayload(out ChannelContext? channel) || !context.TryGetPayload(out RabbitMqBasicConsumeContext? delivery))
            throw new InvalidOperationException("The message did not come from RabbitMQ.");
        var properties = new BasicProperties(delivery.Properties) { Persistent = true };
        // It is kept however old it grows; and this service, not its first sender, publishes it: the broker closes the channel over another's name.
        properties.ClearExpiration();
        properties.ClearUserId();
        properties.Headers = delivery.Properties.Headers ?? new Dictionary<string, object?>();
        AmqpFrame.CutShorts(properties);
        var headers = properties.Headers;
        headers.Remove(DeadLetterHeaders.Exception);
        headers.Remove(DeadLetterHeaders.LeftOut);
        headers[DeadLetterHeaders.Queue] = queue;
        headers[DeadLetterHeaders.Kind] = kind;
        headers[DeadLetterHeaders.At] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        headers[DeadLetterHeaders.Reason] = reason.Length <= LongestReason ? reason : reason[..LongestReason] + Cutting;
        // A message may have come with headers that leave no room for these.
        var room = AmqpFrame.RoomOf(channel.ConnectionContext.Connection.FrameMax);
        AmqpFrame.Fit(properties, room);
        var free = Math.Min(room - AmqpFrame.Size(properties) - DeadLetterHeaders.Exception.Length - AroundText, LongestException);
        if (thrown is not null && free >= LongestReason)
            headers[DeadLetterHeaders.Exception] = Cut(Describe(thrown), free);
        await channel.BasicPublishAsync(Topology.Exchanges.DeadLetter, AmqpFrame.Short(delivery.RoutingKey), true, properties, context.GetBody(), true);
    }

    private static string Describe(Exception e) => e is ConsumeFailedException ? $"{e.Message}\n{e.StackTrace}" : e.ToString();

    private static string Cut(string text, int most) => Encoding.UTF8.GetByteCount(text) <= most ? text : AmqpFrame.Cut(text, most - Encoding.UTF8.GetByteCount(Cutting)) + Cutting;
}

/// <summary>
/// What a consumer threw on. What failed because broker or database were away is no dead letter: it is thrown on, which gives
/// the message back to the broker.
/// </summary>
internal sealed class DeadLetterErrors(string queue) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (EndpointSetup.IsOutage(context.Exception))
            throw context.Exception;
        var thrown = context.Exception.GetBaseException();
        var reason = thrown is InvalidMessageException or ConsumeFailedException ? thrown.Message : $"{thrown.GetType().Name}: {thrown.Message}";
        await DeadLetterMove.ToDeadLettersAsync(context, queue, DeadLetterKinds.Error, reason, context.Exception);
        context.GetOrAddPayload(() => Moved.Instance);
        LogContext.Error?.Log("A message of {Queue} was put aside: {Reason}", queue, ShortExceptions.Cut(reason));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letter-errors");

    /// <summary>Marks a message that was put aside: one whose body could not be read has met no consumer, and would pass for skipped as well.</summary>
    internal sealed class Moved
    {
        public static readonly Moved Instance = new();
    }
}

/// <summary>What no consumer of the queue takes: its header names no type, or one that nobody here knows.</summary>
internal sealed class DeadLetterSkipped(string queue) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        if (context.TryGetPayload<DeadLetterErrors.Moved>(out _))
            return;
        var type = ContractSerializer.Text(context.TransportHeaders, MessageHeaders.MessageType);
        var reason = string.IsNullOrEmpty(type) ? $"The header {MessageHeaders.MessageType} is missing, which names the type of the body." : $"No consumer here takes messages of the type {type}.";
        await DeadLetterMove.ToDeadLettersAsync(context, queue, DeadLetterKinds.Skipped, reason, null);
        LogContext.Error?.Log("A message of {Queue} was put aside: {Reason}", queue, ShortExceptions.Cut(reason));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letter-skipped");
}

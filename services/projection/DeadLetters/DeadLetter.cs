using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Platform.Contracts;
using Platform.Telemetry;

namespace Platform.Projection.DeadLetters;

/// <summary>A message that could not be taken in.</summary>
/// <param name="Queue">The queue it died in.</param>
/// <param name="Kind">One of <see cref="Bus.DeadLetterKinds"/>, or the reason of the broker's <c>x-death</c>.</param>
/// <param name="Reason">What is wrong with it, in a line.</param>
/// <param name="Exception">Type, message and stack of what was thrown, cut; null when nothing was.</param>
/// <param name="Body">Its bytes as they came.</param>
/// <param name="Message">Its properties and headers as they came.</param>
/// <param name="At">When it died, UTC.</param>
public sealed record DeadLetter(string Queue, string Kind, string Reason, string? Exception, byte[] Body, AmqpMessage Message, DateTimeOffset At)
{
    /// <summary>
    /// The same for the same message however often it dies: follows from the queue it was for, its message id, type and body. Two
    /// bodies under one message id are a mistake of somebody's, and both are kept.
    /// </summary>
    public Guid Id => DeterministicId.Create(DeterministicId.Namespace, string.Join('\n', "dead-letter", QueueNames.Lane(Queue), Message.MessageId, Message.Type, Convert.ToHexString(SHA256.HashData(Body))));

    /// <summary>The span of keeping it, in the trace of the message. It counts as failed: of a message that killed its process there is no other sign in its trace.</summary>
    internal Activity? StartSpan()
    {
        var span = Tracing.StartUnder(Names.Spans.KeepDeadLetter, ActivityKind.Consumer, Message.TraceParent);
        span?.SetTag(Names.Attributes.Endpoint, Queue);
        span?.SetTag(Names.Attributes.Kind, Kind);
        span?.SetTag(Names.Attributes.DeadLetterId, Id);
        span?.SetStatus(ActivityStatusCode.Error, Reason);
        return span;
    }
}

/// <summary>What the names of queues tell.</summary>
internal static class QueueNames
{
    private static readonly string Suspects = Bus.Topology.Queues.SuspectsOf("");

    /// <summary>The queue itself for its lane of suspects.</summary>
    public static string Lane(string queue) => queue.EndsWith(Suspects, StringComparison.Ordinal) ? queue[..^Suspects.Length] : queue;
}

/// <summary>Text as PostgreSQL takes it, and no longer than is of use.</summary>
internal static class Texts
{
    /// <summary>Clean, and short enough for a short string of AMQP: a character that takes the place of one byte has three.</summary>
    public static string Short(string text) => Bus.AmqpFrame.Short(Clean(text, Bus.AmqpFrame.LongestShort));

    /// <summary>Without NUL, which the database refuses, cut to a length.</summary>
    public static string Clean(string text, int most)
    {
        var clean = text.Replace("\0", "\uFFFD", StringComparison.Ordinal);
        clean = clean.Length <= most ? clean : clean[..most] + " …";
        // A half surrogate pair is no text either; the encoder replaces it.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean));
    }
}

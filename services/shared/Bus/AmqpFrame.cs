using System.Text;
using RabbitMQ.Client;

namespace Platform.Bus;

/// <summary>
/// What AMQP carries of a message beside its body: properties and headers in one frame, and short strings (most properties, and
/// the names of headers) of 255 bytes. More closes the connection, again at every attempt.
/// </summary>
public static class AmqpFrame
{
    /// <summary>Most bytes of a short string.</summary>
    public const int LongestShort = 255;

    /// <summary>Type, channel, length and end of a frame; class, weight and size of the body before the properties.</summary>
    private const int Around = 8 + 12;

    /// <summary>The header <c>x-dotnet-pub-seq-no</c>, a long, which the client adds where it tracks confirms.</summary>
    private const int OfClient = 1 + 19 + 9;

    private const int LongestAccount = 500;
    private const int LeastText = 200;
    private const int LargestNeeded = 2000;
    private static readonly string[] Needed = [DeadLetterHeaders.Queue, DeadLetterHeaders.Kind, DeadLetterHeaders.At, DeadLetterHeaders.Reason, DeadLetterHeaders.Replay, MassTransit.MessageHeaders.MessageType, ContractSerializer.TraceParent];

    /// <summary>Bytes of properties and headers that a connection takes.</summary>
    /// <param name="frameMax">Its largest frame; 0 for any.</param>
    public static int RoomOf(uint frameMax) => frameMax is 0 or > int.MaxValue ? int.MaxValue : (int)frameMax - Around - OfClient;

    /// <summary>Bytes that properties take with their headers.</summary>
    public static int Size(BasicProperties properties) => ((IAmqpWriteable)properties).GetRequiredBufferSize();

    /// <summary>Why properties cannot be written as AMQP; null when they can.</summary>
    /// <param name="properties">With their headers.</param>
    /// <param name="room">Bytes there are for them.</param>
    public static string? Objection(BasicProperties properties, int room)
    {
        try
        {
            if (Size(properties) is var size && size > room)
                return $"Its properties and headers take {size} bytes, and a frame of the broker has room for {room}.";
            ((IAmqpWriteable)properties).WriteTo(new byte[size]);
            return null;
        }
        catch (Exception e)
        {
            return $"Its properties cannot be written as AMQP: {e.Message}";
        }
    }

    /// <summary>Cuts short strings to what one takes: bytes that are no text came in as a character of three bytes each.</summary>
    public static void CutShorts(BasicProperties properties)
    {
        properties.ContentType = Short(properties.ContentType);
        properties.ContentEncoding = Short(properties.ContentEncoding);
        properties.CorrelationId = Short(properties.CorrelationId);
        properties.ReplyTo = Short(properties.ReplyTo);
        properties.MessageId = Short(properties.MessageId);
        properties.Type = Short(properties.Type);
        properties.AppId = Short(properties.AppId);
        properties.ClusterId = Short(properties.ClusterId);
        if (properties.Headers is { } headers)
            properties.Headers = Named(headers);
    }

    /// <summary>Text of at most 255 bytes, cut between two characters.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Short(string? text) => text is null ? null : Cut(text, LongestShort);

    /// <summary>Text of at most so many bytes, cut between two characters.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most / 3 || Encoding.UTF8.GetByteCount(text) <= most)
            return text;
        var (kept, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > most)
                break;
            kept += rune.Utf16SequenceLength;
        }
        return text[..kept];
    }

    /// <summary>
    /// Shortens or drops the largest headers until all fit, and tells in one more what was left out. Those stay that say what the
    /// message is and why it was put aside.
    /// </summary>
    /// <param name="properties">With their headers.</param>
    /// <param name="room">Bytes there are for them.</param>
    public static void Fit(BasicProperties properties, int room)
    {
        if (Size(properties) <= room || properties.Headers is not { } headers)
            return;
        headers[DeadLetterHeaders.LeftOut] = new string(' ', LongestAccount);
        var surplus = Size(properties) - room;
        var account = new List<string>();
        foreach (var (name, size) in headers.Select(h => (Name: h.Key, Size: SizeOf(h))).Where(IsDispensable).OrderByDescending(h => h.Size).ToList())
        {
            if (surplus <= 0)
                break;
            if (BytesOf(headers[name]) is { } text && text.Length - surplus >= LeastText)
            {
                var kept = text.Length - surplus;
                while (kept > LeastText && (text[kept] & 0xC0) == 0x80)
                    kept--;
                headers[name] = text[..kept];
                account.Add($"{Cut(name, 60)}: cut from {text.Length} bytes to {kept}");
                break;
            }
            headers.Remove(name);
            surplus -= size;
            account.Add($"{Cut(name, 60)}: dropped, {size} bytes");
        }
        var told = $"{account.Count} headers did not fit into a frame: {string.Join("; ", account)}";
        headers[DeadLetterHeaders.LeftOut] = Encoding.UTF8.GetByteCount(told) <= LongestAccount ? told : Cut(told, LongestAccount - 4) + " …";
    }

    private static bool IsDispensable((string Name, int Size) header) => header.Name != DeadLetterHeaders.LeftOut && (header.Size > LargestNeeded || !Needed.Contains(header.Name));

    /// <summary>Measured as the client writes it, less what is around a table of one.</summary>
    private static int SizeOf(KeyValuePair<string, object?> header) =>
        Size(new BasicProperties { Headers = new Dictionary<string, object?> { [header.Key] = header.Value } }) - Size(new BasicProperties { Headers = new Dictionary<string, object?>() });

    private static byte[]? BytesOf(object? value) => value switch { byte[] bytes => bytes, string text => Encoding.UTF8.GetBytes(text), _ => null };

    private static Dictionary<string, object?> Named(IDictionary<string, object?> table)
    {
        var named = new Dictionary<string, object?>();
        foreach (var (name, value) in table)
            named[Short(name)] = Named(value);
        return named;
    }

    private static object? Named(object? value) => value switch
    {
        IDictionary<string, object?> table => Named(table),
        IList<object?> list => list.Select(Named).ToList(),
        _ => value,
    };
}

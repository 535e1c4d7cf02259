using System.Globalization;
using System.Text;

namespace Platform.Projection.Subscribers;

/// <summary>
/// The wire format of server-sent events (WHATWG HTML, "Server-sent events"). ASP.NET Core's own result serialises each event for
/// each client and writes no comments; here a thousand clients share the bytes of an event.
/// </summary>
internal static class ServerSentEvents
{
    /// <summary>Media type; always UTF-8.</summary>
    public const string MediaType = "text/event-stream";

    /// <summary>A sign of life that changes nothing.</summary>
    public static readonly byte[] Comment = ":\n\n"u8.ToArray();

    /// <summary>An event.</summary>
    /// <param name="position">Its id: the place in the log.</param>
    /// <param name="json">Its data, without line breaks.</param>
    public static byte[] Event(long position, byte[] json)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {position}\ndata: "));
        return [.. head, .. json, (byte)'\n', (byte)'\n'];
    }

    /// <summary>No event, but moves the client's last event id along: what lies before need not be asked for again.</summary>
    public static byte[] Position(long position) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $":\nid: {position}\n\n"));

    /// <summary>How long the client should wait before it connects again.</summary>
    public static byte[] Retry(TimeSpan pause) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {(int)pause.TotalMilliseconds}\n\n"));
}

using System.Threading.Channels;

namespace Platform.Projection.Subscribers;

/// <summary>One connected client of the feed: its filter and what waits to be written to it.</summary>
/// <param name="filter">What it is told.</param>
/// <param name="backlog">Events that may wait.</param>
/// <param name="cut">Breaks its connection, also in the midst of a write.</param>
internal sealed class FeedClient(ChangeFilter filter, int backlog, Action cut)
{
    private readonly Channel<byte[]> waiting = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(backlog) { SingleReader = true, SingleWriter = true });

    /// <summary>What it is told.</summary>
    public ChangeFilter Filter => filter;

    /// <summary>Place in the log up to which it has had everything before it joined.</summary>
    public long From { get; set; }

    /// <summary>What waits to be written; ends when the service stops.</summary>
    public ChannelReader<byte[]> Waiting => waiting.Reader;

    /// <summary>Hands over a frame; false when too much waits already: the client is slow, and its connection is broken.</summary>
    public bool Offer(byte[] frame)
    {
        if (waiting.Writer.TryWrite(frame))
            return true;
        waiting.Writer.TryComplete();
        cut();
        return false;
    }

    /// <summary>No more comes.</summary>
    public void End() => waiting.Writer.TryComplete();
}

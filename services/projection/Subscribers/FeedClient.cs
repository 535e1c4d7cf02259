using System.Threading.Channels;

namespace Platform.Projection.Subscribers;

/// <summary>One connected client of the feed: its filter and what waits to be written to it.</summary>
/// <param name="filter">What it is told.</param>
/// <param name="backlog">Events that may wait.</param>
/// <param name="cut">Breaks its connection, also in the midst of a write.</param>
internal sealed class FeedClient(ChangeFilter filter, int backlog, Action cut)
{
    private readonly Channel<Frame> waiting = Channel.CreateBounded<Frame>(new BoundedChannelOptions(backlog) { SingleReader = true, SingleWriter = true });
    private volatile bool isCutOff;

    /// <summary>What it is told.</summary>
    public ChangeFilter Filter => filter;

    /// <summary>Who it is: the holder of the key, or the address it comes from when keys are not asked for.</summary>
    public required string Subscriber { get; init; }

    /// <summary>What it asked for, as it asked; empty for everything.</summary>
    public required string Query { get; init; }

    /// <summary>Trace of its request, which its answer has in the header <c>trace-id</c>; null when there is none.</summary>
    public string? TraceId { get; init; }

    /// <summary>Place in the log up to which it has had everything before it joined.</summary>
    public long From { get; set; }

    /// <summary>What waits to be written; ends when the service stops.</summary>
    public ChannelReader<Frame> Waiting => waiting.Reader;

    /// <summary>How a delivery to it ends that was not made.</summary>
    public Delivery Undelivered => isCutOff ? Delivery.CutOff : Delivery.Left;

    /// <summary>Hands over a frame; false when too much waits already: the client is slow, and its connection is broken.</summary>
    public bool Offer(Frame frame)
    {
        if (waiting.Writer.TryWrite(frame))
            return true;
        isCutOff = true;
        waiting.Writer.TryComplete();
        frame.Span?.Ended(Delivery.CutOff);
        cut();
        return false;
    }

    /// <summary>No more comes.</summary>
    public void End() => waiting.Writer.TryComplete();
}

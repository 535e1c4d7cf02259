namespace Platform.Projection.Subscribers;

/// <summary>Settings of server-sent events, section <c>EventStream</c>.</summary>
public sealed class EventStreamOptions
{
    /// <summary>Seconds between two signs of life, 1 or more; below the idle timeout of whatever proxy is between (60 s in most).</summary>
    public double HeartbeatSeconds { get; set; } = 15;

    /// <summary>Events that may wait for one client; the next one cuts it off, and it goes on from its last event id.</summary>
    public int Backlog { get; set; } = 256;

    /// <summary>Changes kept in memory for clients that come back; older ones are read from the log.</summary>
    public int Recent { get; set; } = 500;

    /// <summary>Megabytes that those may have together, as they are told.</summary>
    public double RecentMegabytes { get; set; } = 16;

    /// <summary>Clients at once; one more is answered 503.</summary>
    public int MostClients { get; set; } = 10_000;
}

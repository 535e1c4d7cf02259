namespace Platform.Projection.Subscribers;

/// <summary>The last changes, for clients that come back: so many at most, and so many bytes of what is told.</summary>
internal sealed class RecentChanges(int most, double mostBytes)
{
    private readonly Queue<FeedChange> changes = new();
    private long bytes;

    /// <summary>Everything after this place in the log is there.</summary>
    public long Oldest { get; private set; }

    /// <summary>One more; those that are too many or too large go, the first ones first.</summary>
    public void Add(FeedChange change)
    {
        changes.Enqueue(change);
        bytes += change.Frame.Length;
        while (changes.Count > most || bytes > mostBytes)
        {
            var first = changes.Dequeue();
            (Oldest, bytes) = (first.Position, bytes - first.Frame.Length);
        }
    }

    /// <summary>Those after a place.</summary>
    public IEnumerable<FeedChange> After(long place) => changes.Where(c => c.Position > place);

    /// <summary>Begins anew at a place in the log.</summary>
    public void Clear(long place)
    {
        changes.Clear();
        (Oldest, bytes) = (place, 0);
    }
}

namespace Platform.Ingest.Reextraction;

/// <summary>When each request has its next turn. By time that passes, not by the wall clock: one that is set back would make all wait as long.</summary>
internal sealed class Turns(TimeProvider clock)
{
    private readonly Dictionary<Guid, (long Began, TimeSpan Wait)> turns = [];

    /// <summary>Time until the first turn, zero when it has come; null when there is none.</summary>
    public TimeSpan? Next => turns.Count == 0 ? null : turns.Values.Min(Left);

    /// <summary>Forgets those that run no longer.</summary>
    public void Keep(IEnumerable<Guid> running)
    {
        foreach (var ended in turns.Keys.Except(running).ToList())
            turns.Remove(ended);
    }

    /// <summary>True when a request may have a turn now.</summary>
    public bool IsDue(Guid id) => !turns.TryGetValue(id, out var turn) || Left(turn) == TimeSpan.Zero;

    /// <summary>A turn was had; the next comes so long after its beginning.</summary>
    /// <param name="id">The request.</param>
    /// <param name="began">Timestamp of the clock.</param>
    /// <param name="wait">How long after it.</param>
    public void Had(Guid id, long began, TimeSpan wait) => turns[id] = (began, wait);

    private TimeSpan Left((long Began, TimeSpan Wait) turn)
    {
        var left = turn.Wait - clock.GetElapsedTime(turn.Began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}

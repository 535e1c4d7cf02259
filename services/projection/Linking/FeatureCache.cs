namespace Platform.Projection.Linking;

/// <summary>
/// Features of linked reports as they were read last, with the transaction that had written their row: while that is the same, so is
/// the row. News comes in waves, so most of what a batch is compared with the one before was compared with, too. Two generations:
/// what is not asked for while the young one fills is forgotten. For any number of threads: where the session that held the writer lock is lost,
/// the next begins while the last one still looks.
/// </summary>
/// <param name="most">Reports of one generation; each takes some 3 KB.</param>
public sealed class FeatureCache(int most = 4_000)
{
    private readonly Lock gate = new();
    private Dictionary<Guid, Entry> young = [], old = [];

    /// <summary>The features; null when they are not known, or the row was written since.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="writtenBy">Id of the transaction that wrote its row, as the row has it now.</param>
    public ReportFeatures? Find(Guid reportId, uint writtenBy)
    {
        lock (gate)
        {
            if (young.TryGetValue(reportId, out var entry) && entry.WrittenBy == writtenBy)
                return entry.Features;
            if (!old.Remove(reportId, out entry) || entry.WrittenBy != writtenBy)
                return null;
            Put(reportId, writtenBy, entry.Features);
            return entry.Features;
        }
    }

    /// <summary>Remembers what was read.</summary>
    public void Put(Guid reportId, uint writtenBy, ReportFeatures features)
    {
        lock (gate)
        {
            if (young.Count >= most)
                (old, young) = (young, []);
            young[reportId] = new Entry(writtenBy, features);
        }
    }

    private readonly record struct Entry(uint WrittenBy, ReportFeatures Features);
}

namespace Platform.EventStore;

/// <summary>Splits what is to be done into portions that fit into memory together.</summary>
public static class Portions
{
    /// <summary>Bytes of JSON that are made at once: with what comes of them, several times as much in memory.</summary>
    public const long Most = 8_000_000;

    /// <summary>The items in order, in runs of at most <see cref="Most"/> bytes; one that is larger goes alone.</summary>
    /// <param name="items">The items.</param>
    /// <param name="bytes">About how many bytes an item makes, 0 or more.</param>
    public static IEnumerable<ArraySegment<T>> Of<T>(IReadOnlyCollection<T> items, Func<T, long> bytes)
    {
        T[] all = [.. items];
        for (var (begin, end) = (0, 0); begin < all.Length; begin = end)
        {
            for (var sum = 0L; end < all.Length && (end == begin || sum + bytes(all[end]) <= Most); end++)
                sum += bytes(all[end]);
            yield return new ArraySegment<T>(all, begin, end - begin);
        }
    }
}

namespace Platform.Projection.Linking;

/// <summary>Stable hashes for keys and features: the same on every machine and in every version, since they are stored.</summary>
public static class LinkHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hash of a name or word; case and what is neither letter nor digit do not matter.</summary>
    public static long Of(string text)
    {
        var hash = Offset;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        return (long)Mix(hash);
    }

    /// <summary>Hash of several hashes or numbers in their order.</summary>
    public static long Of(params ReadOnlySpan<long> parts)
    {
        var hash = Offset;
        foreach (var part in parts) hash = Mix((hash ^ (ulong)part) * Prime);
        return (long)hash;
    }

    /// <summary>FNV leaves the high bits poor; this spreads them (finalizer of MurmurHash3).</summary>
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}

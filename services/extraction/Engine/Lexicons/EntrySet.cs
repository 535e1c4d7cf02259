namespace Platform.Extraction.Engine;

/// <summary>The lines of all lexicons that one form stands in.</summary>
internal sealed class EntrySet
{
    /// <summary>No line.</summary>
    public static readonly EntrySet None = new([]);

    public EntrySet(LexiconEntry[] entries)
    {
        Entries = entries;
        foreach (var entry in entries) Kinds |= 1ul << (int)entry.Kind;
    }

    public LexiconEntry[] Entries { get; }

    /// <summary>The bit 1 &lt;&lt; kind is set for each kind of its entries.</summary>
    public ulong Kinds { get; }

    /// <summary>The first entry of a kind, or null.</summary>
    public LexiconEntry? Find(Kinds kind)
    {
        if ((Kinds & (1ul << (int)kind)) == 0) return null;
        foreach (var entry in Entries)
            if (entry.Kind == kind) return entry;
        return null;
    }
}

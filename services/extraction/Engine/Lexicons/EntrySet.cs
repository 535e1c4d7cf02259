namespace Platform.Extraction.Engine;

/// <summary>The lines of all lexicons that one form stands in.</summary>
internal sealed class EntrySet
{
    /// <summary>No line.</summary>
    public static readonly EntrySet None = new([]);

    private readonly ulong kinds;

    public EntrySet(LexiconEntry[] entries)
    {
        Entries = entries;
        foreach (var entry in entries) kinds |= 1ul << (int)entry.Kind;
    }

    public LexiconEntry[] Entries { get; }

    /// <summary>The first entry of a kind, or null.</summary>
    public LexiconEntry? Find(Kinds kind)
    {
        if ((kinds & (1ul << (int)kind)) == 0) return null;
        foreach (var entry in Entries)
            if (entry.Kind == kind) return entry;
        return null;
    }
}

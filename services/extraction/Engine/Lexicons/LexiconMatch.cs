namespace Platform.Extraction.Engine;

/// <summary>Some tokens that a lexicon knows. Its document fills it anew for the next article: not to be kept.</summary>
internal sealed class LexiconMatch
{
    private EntrySet set = EntrySet.None;

    /// <summary>First token.</summary>
    public int First { get; private set; }

    /// <summary>One past the last token.</summary>
    public int End { get; private set; }

    /// <summary>All lines with this form; never empty.</summary>
    public LexiconEntry[] Entries => set.Entries;

    /// <summary>The entry of a kind, or null.</summary>
    public LexiconEntry? Find(Kinds kind) => set.Find(kind);

    /// <summary>The bit 1 &lt;&lt; kind is set for each kind of its entries.</summary>
    public ulong KindSet => set.Kinds;

    internal void Fill(int first, int end, EntrySet entries) => (First, End, set) = (first, end, entries);
}

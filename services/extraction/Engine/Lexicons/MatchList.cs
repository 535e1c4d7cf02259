using System.Collections;

namespace Platform.Extraction.Engine;

/// <summary>The lexicon matches of one text in order; keeps its matches when cleared and fills them anew.</summary>
internal sealed class MatchList : IReadOnlyList<LexiconMatch>
{
    private readonly List<LexiconMatch> matches = [];

    public int Count { get; private set; }

    public LexiconMatch this[int index] => matches[index];

    public void Add(int first, int end, EntrySet entries)
    {
        if (Count == matches.Count) matches.Add(new LexiconMatch());
        matches[Count++].Fill(first, end, entries);
    }

    public void Clear() => Count = 0;

    /// <summary>A foreach over the list allocates nothing.</summary>
    public MatchRange.Enumerator GetEnumerator() => new(this, 0, int.MaxValue);

    IEnumerator<LexiconMatch> IEnumerable<LexiconMatch>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

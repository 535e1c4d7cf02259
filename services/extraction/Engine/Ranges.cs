using System.Collections;

namespace Platform.Extraction.Engine;

/// <summary>Something found in the text that begins at a token.</summary>
internal interface IMention
{
    /// <summary>First token.</summary>
    int First { get; }
}

/// <summary>The mentions of a list in text order that begin in a range of tokens. A foreach over it allocates nothing.</summary>
internal readonly struct MentionRange<T> : IEnumerable<T>
    where T : class, IMention
{
    private readonly List<T> mentions;
    private readonly int low, end;

    public MentionRange(List<T> mentions, int first, int end)
    {
        (this.mentions, this.end) = (mentions, end);
        var high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First < first) low = middle + 1;
            else high = middle;
        }
    }

    public Enumerator GetEnumerator() => new(mentions, low, end);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator(List<T> mentions, int low, int end) : IEnumerator<T>
    {
        private int next = low;

        public T Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (next >= mentions.Count || mentions[next].First >= end) return false;
            Current = mentions[next++];
            return true;
        }

        public void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>The matches from one of a list on that begin before a token. A foreach over it allocates nothing.</summary>
internal readonly struct MatchRange(MatchList matches, int low, int end) : IEnumerable<LexiconMatch>
{
    public Enumerator GetEnumerator() => new(matches, low, end);

    IEnumerator<LexiconMatch> IEnumerable<LexiconMatch>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator(MatchList matches, int low, int end) : IEnumerator<LexiconMatch>
    {
        private int next = low;

        public LexiconMatch Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            Effort.Look();
            if (next >= matches.Count) return false;
            Current = matches[next++];
            return Current.First < end;
        }

        public void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

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
    private readonly IReadOnlyList<T> mentions;
    private readonly int low, end;

    public MentionRange(IReadOnlyList<T> mentions, int first, int end)
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

    internal struct Enumerator(IReadOnlyList<T> mentions, int low, int end) : IEnumerator<T>
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

/// <summary>The matches that begin in a range of tokens. A foreach over it allocates nothing.</summary>
internal readonly struct MatchRange(Document document, int first, int end) : IEnumerable<LexiconMatch>
{
    public Enumerator GetEnumerator() => new(document, first, end);

    IEnumerator<LexiconMatch> IEnumerable<LexiconMatch>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator(Document document, int first, int end) : IEnumerator<LexiconMatch>
    {
        private int next = first;

        public LexiconMatch Current { get; private set; } = null!;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (next < end)
            {
                var token = next;
                var match = document.MatchOf(token);
                next = match is null ? token + 1 : match.End;
                if (match is null || match.First != token) continue;
                Current = match;
                return true;
            }
            return false;
        }

        public void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

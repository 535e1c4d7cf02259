using System.Collections;
using System.Runtime.CompilerServices;

namespace Platform.Extraction.Engine;

/// <summary>The tokens of one text: a list that gives references instead of copies and keeps its memory when cleared.</summary>
internal sealed class TokenList : IReadOnlyList<Token>
{
    private Token[] tokens = new Token[256];

    public int Count { get; private set; }

    /// <summary>A token; the index must be within the list.</summary>
    public ref readonly Token this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Effort.Look();
            if ((uint)index >= (uint)Count) ThrowOutside(index);
            return ref tokens[index];
        }
    }

    Token IReadOnlyList<Token>.this[int index] => this[index];

    public ReadOnlySpan<Token> AsSpan() => tokens.AsSpan(0, Count);

    public void Add(in Token token)
    {
        if (Count == tokens.Length) Array.Resize(ref tokens, Count * 2);
        tokens[Count++] = token;
    }

    /// <summary>Marks some tokens as written with a capital.</summary>
    public void Capitalize(Predicate<Token> which)
    {
        for (var i = 0; i < Count; i++)
            if (which(tokens[i])) tokens[i] = tokens[i] with { Capital = true };
    }

    public void Clear() => Count = 0;

    public IEnumerator<Token> GetEnumerator() => tokens.Take(Count).GetEnumerator();

    private void ThrowOutside(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} tokens.");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

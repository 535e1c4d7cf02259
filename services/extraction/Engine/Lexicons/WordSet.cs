using System.Collections;
using System.Runtime.CompilerServices;

namespace Platform.Extraction.Engine;

/// <summary>A fixed set of folded words, written as a collection expression; most words that are not in it are told by two looks at a mask.</summary>
[CollectionBuilder(typeof(WordSet), nameof(Of))]
internal sealed class WordSet : IEnumerable<string>
{
    private readonly string?[] slots;
    private readonly string[] words;

    /// <summary>Bit 0 to 31: lengths; 32 to 63: first characters, both modulo 32.</summary>
    private readonly ulong mask;

    private WordSet(ReadOnlySpan<string> words)
    {
        this.words = words.ToArray();
        slots = new string?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Length * 4 + 4)];
        foreach (var word in words)
        {
            mask |= Length(word) | First(word);
            var slot = Slot(word);
            while (slots[slot] is { } other && other != word) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = word;
        }
    }

    /// <summary>The set of some words, none empty.</summary>
    public static WordSet Of(ReadOnlySpan<string> words) => new(words);

    /// <summary>Whether a word is in the set.</summary>
    public bool Contains(string word)
    {
        if (word.Length == 0 || (mask & Length(word)) == 0 || (mask & First(word)) == 0) return false;
        for (var slot = Slot(word); slots[slot] is { } known; slot = (slot + 1) & (slots.Length - 1))
            if (known == word) return true;
        return false;
    }

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ulong Length(string word) => 1ul << (word.Length & 31);

    private static ulong First(string word) => 1ul << (32 + (word[0] & 31));

    private int Slot(string word) => ((word[0] * 31 + word[^1]) * 31 + word[word.Length / 2] + word.Length * 7) & (slots.Length - 1);
}

using System.Runtime.InteropServices;

namespace Platform.Extraction.Engine;

/// <summary>Different words in order of first mention, each with how much it tells; keeps its memory when cleared.</summary>
internal sealed class TermTable
{
    /// <summary>No word weighs so much.</summary>
    private const int Limit = 60;

    private readonly Dictionary<string, int> places = new(256, StringComparer.Ordinal);
    private readonly List<(string Word, int Weight)> terms = new(256);

    public int Count => terms.Count;

    public void Clear()
    {
        places.Clear();
        terms.Clear();
    }

    /// <summary>Adds a word. Said again it tells a little more; a class of words never outweighs the next by it.</summary>
    public void Add(string word, int weight)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, word, out var isKnown);
        if (isKnown)
        {
            ref var known = ref CollectionsMarshal.AsSpan(terms)[place];
            known.Weight = Math.Min(Math.Max(known.Weight, weight) + 1, weight / 10 * 10 + 9);
            return;
        }
        place = terms.Count;
        terms.Add((word, weight));
    }

    /// <summary>The words that weigh most, heaviest first, of one weight in order of mention; at most so many.</summary>
    public List<string> Heaviest(int most)
    {
        // Weights are few: each word's place is how many are heavier. A sort by comparisons took three times as long.
        Span<int> next = stackalloc int[Limit + 1];
        next.Clear();
        foreach (var (_, weight) in terms) next[weight]++;
        for (var (weight, heavier) = (Limit, 0); weight >= 0; weight--) (next[weight], heavier) = (heavier, heavier + next[weight]);
        var words = new List<string>();
        CollectionsMarshal.SetCount(words, Math.Min(most, terms.Count));
        var ordered = CollectionsMarshal.AsSpan(words);
        foreach (var (word, weight) in terms)
            if (next[weight]++ is var place && place < most) ordered[place] = word;
        return words;
    }
}

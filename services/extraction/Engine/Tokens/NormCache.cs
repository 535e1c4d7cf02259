namespace Platform.Extraction.Engine;

/// <summary>
/// Strings for words outside the vocabulary: the last word of each hash is kept, so that a name that comes again costs
/// no new string. Its size is fixed whatever is read. Not for more than one thread.
/// </summary>
internal sealed class NormCache
{
    private const int Slots = 1 << 13;

    /// <summary>Longer words, in UTF-16 code units, are not kept.</summary>
    private const int Longest = 40;

    private readonly string?[] slots = new string?[Slots];

    /// <summary>The word as a string.</summary>
    public string Get(ReadOnlySpan<char> word, uint hash)
    {
        if (word.Length > Longest) return word.ToString();
        ref var kept = ref slots[hash % Slots];
        if (kept is null || !word.SequenceEqual(kept)) kept = word.ToString();
        return kept;
    }
}

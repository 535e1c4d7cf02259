namespace Platform.Extraction.Engine;

/// <summary>
/// A string and a number for each folded word. Of each hash the last word is kept, so that a word that comes again is found
/// in a small table that stays near the processor, and a name no lexicon knows costs no new string. Its size is fixed
/// whatever is read. Not for more than one thread. While the vocabulary grows, a new word of it may still be told as unknown.
/// </summary>
internal sealed class WordCache(Vocabulary vocabulary)
{
    private const int Slots = 1 << 13;

    /// <summary>Longer words, in UTF-16 code units, are not kept.</summary>
    private const int Longest = 40;

    private readonly (string? Word, int Id, uint Hash, ulong Cues)[] slots = new (string?, int, uint, ulong)[Slots];

    /// <summary>
    /// As <see cref="Get"/> for a word of ASCII letters and digits in any case, with the <see cref="Vocabulary.Hash(ReadOnlySpan{char})"/> of its folded form;
    /// null when it is not kept.
    /// </summary>
    public string? Known(ReadOnlySpan<char> written, uint hash, out int id, out ulong cues)
    {
        ref var kept = ref slots[hash % Slots];
        (id, cues) = (kept.Id, kept.Cues);
        return kept.Hash == hash && kept.Word is { } known && IsFoldedTo(known, written) ? known : null;
    }

    private static bool IsFoldedTo(string folded, ReadOnlySpan<char> written)
    {
        if (folded.Length != written.Length) return false;
        for (var i = 0; i < written.Length; i++)
            if ((written[i] | 0x20) != folded[i]) return false;
        return true;
    }

    /// <summary>The word as a string, its number in the vocabulary, -1 when it has none, and the cues it is in.</summary>
    public string Get(ReadOnlySpan<char> word, out int id, out ulong cues)
    {
        var hash = Vocabulary.Hash(word);
        ref var kept = ref slots[hash % Slots];
        if (kept.Hash == hash && kept.Word is { } known && word.SequenceEqual(known))
        {
            (id, cues) = (kept.Id, kept.Cues);
            return known;
        }
        id = vocabulary.Find(word, hash);
        var text = id >= 0 ? vocabulary[id] : word.ToString();
        cues = Cue.Of(text);
        if (word.Length <= Longest) kept = (text, id, hash, cues);
        return text;
    }
}

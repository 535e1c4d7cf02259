namespace Platform.Extraction.Engine;

/// <summary>
/// A string and what is known of it for each folded word. Of each hash the last word is kept, so that a word that comes again is found
/// in a small table that stays near the processor, and a name no lexicon knows costs no new string. Its size is fixed
/// whatever is read. Not for more than one thread. While the vocabulary grows, a new word of it may still be told as unknown.
/// </summary>
internal sealed class WordCache(Vocabulary vocabulary)
{
    private const int Slots = 1 << 15;

    /// <summary>Longer words, in UTF-16 code units, are not kept.</summary>
    private const int Longest = 40;

    private readonly (KnownWord Word, uint Hash)[] slots = new (KnownWord, uint)[Slots];

    /// <summary>
    /// As <see cref="Get"/> for a word of ASCII letters and digits in any case, with the <see cref="Vocabulary.Hash(ReadOnlySpan{char})"/> of its folded form;
    /// false when it is not kept.
    /// </summary>
    public bool IsKnown(ReadOnlySpan<char> written, uint hash, out KnownWord word)
    {
        ref var kept = ref slots[hash % Slots];
        word = kept.Word;
        return kept.Hash == hash && word.Norm is { } known && IsFoldedTo(known, written);
    }

    private static bool IsFoldedTo(string folded, ReadOnlySpan<char> written)
    {
        if (folded.Length != written.Length) return false;
        for (var i = 0; i < written.Length; i++)
            if ((written[i] | 0x20) != folded[i]) return false;
        return true;
    }

    /// <summary>What is known of a folded word.</summary>
    public KnownWord Get(ReadOnlySpan<char> word)
    {
        var hash = Vocabulary.Hash(word);
        ref var kept = ref slots[hash % Slots];
        if (kept.Hash == hash && kept.Word.Norm is { } norm && word.SequenceEqual(norm)) return kept.Word;
        var id = vocabulary.Find(word, hash);
        var text = id >= 0 ? vocabulary[id] : word.ToString();
        var known = new KnownWord(text, id, vocabulary.ClassOf(id), Cue.Of(text) | vocabulary.FormsFrom(id));
        if (word.Length <= Longest) kept = (known, hash);
        return known;
    }
}

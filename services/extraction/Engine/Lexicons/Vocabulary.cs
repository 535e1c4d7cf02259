namespace Platform.Extraction.Engine;

/// <summary>
/// All folded words the lexicons know, with a number and one string each. Filled while the lexicons load, read-only after;
/// a text adds nothing to it, so no text can make it slow.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>One more than the word's number at its hash or after; 0 is free. Its length is a power of two.</summary>
    private int[] slots = new int[1 << 17];
    private (uint Hash, WordClass Class, string Word)[] words = new (uint, WordClass, string)[1 << 15];

    /// <summary>How many words there are; their numbers are 0 and up.</summary>
    public int Count { get; private set; }

    /// <summary>The word of a number.</summary>
    public string this[int id] => words[id].Word;

    /// <summary>The hash of a folded word (FNV-1a over its UTF-16 code units, mixed at the end).</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }

    /// <summary>The word's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    /// <summary>The word's number, or -1; <paramref name="hash"/> is <see cref="Hash"/> of it.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (var slot = (int)hash & (slots.Length - 1); slots[slot] is var id and not 0; slot = (slot + 1) & (slots.Length - 1))
        {
            ref var known = ref words[id - 1];
            if (known.Hash == hash && word.SequenceEqual(known.Word)) return id - 1;
        }
        return -1;
    }

    /// <summary>The word's number; a new one when it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var id = Find(word, hash);
        if (id >= 0) return id;
        if (Count == words.Length) Array.Resize(ref words, Count * 2);
        if (Count * 2 > slots.Length) Grow();
        words[Count] = (hash, WordClass.None, word.ToString());
        Place(hash, ++Count);
        return Count - 1;
    }

    /// <summary>What parts of speech a word can be; none for a negative number.</summary>
    public WordClass ClassOf(int id) => id < 0 ? WordClass.None : words[id].Class;

    /// <summary>Adds parts of speech to a word.</summary>
    public void Mark(int id, WordClass wordClass) => words[id].Class |= wordClass;

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var id = 0; id < Count; id++) Place(words[id].Hash, id + 1);
    }

    private void Place(uint hash, int value)
    {
        var slot = (int)hash & (slots.Length - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = value;
    }
}

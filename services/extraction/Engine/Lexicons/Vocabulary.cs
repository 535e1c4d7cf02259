namespace Platform.Extraction.Engine;

/// <summary>
/// All folded words the lexicons know, with a number and one string each. Filled while the lexicons load, read-only after;
/// a text adds nothing to it, so no text can make it slow.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>One more than the word's number at its hash or after; 0 is free. The length is a power of two.</summary>
    private (uint Hash, int Number)[] slots = new (uint, int)[1 << 17];
    private string[] words = new string[1 << 15];
    private WordClass[] classes = [];
    private ulong[] forms = [];

    /// <summary>The hash of no code unit yet.</summary>
    public const uint FirstHash = 2166136261;

    /// <summary>How many words there are; their numbers are 0 and up.</summary>
    public int Count { get; private set; }

    /// <summary>The word of a number.</summary>
    public string this[int id] => words[id];

    /// <summary>The hash of a folded word (FNV-1a over its UTF-16 code units, mixed at the end).</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = FirstHash;
        foreach (var c in word) hash = Hash(hash, c);
        return LastHash(hash);
    }

    /// <summary>The hash of one code unit more; what it begins with is <see cref="FirstHash"/>, and <see cref="LastHash"/> ends it.</summary>
    public static uint Hash(uint hash, char c) => (hash ^ c) * 16777619u;

    /// <summary>The hash of a whole word.</summary>
    public static uint LastHash(uint hash) => hash ^ (hash >> 15);

    /// <summary>The word's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, Hash(word));

    /// <summary>The word's number, or -1; <paramref name="hash"/> is <see cref="Hash"/> of it.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var table = slots;
        for (var slot = (int)hash & (table.Length - 1); ; slot = (slot + 1) & (table.Length - 1))
        {
            var (known, number) = table[slot];
            if (number == 0) return -1;
            if (known == hash && word.SequenceEqual(words[number - 1])) return number - 1;
        }
    }

    /// <summary>The word's number; a new one when it has none.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var id = Find(word, hash);
        if (id >= 0) return id;
        if (Count == words.Length) Array.Resize(ref words, Count * 2);
        if (Count * 2 > slots.Length) Grow();
        words[Count] = word.ToString();
        Place(hash, ++Count);
        return Count - 1;
    }

    /// <summary>What parts of speech a word can be; none for a negative number.</summary>
    public WordClass ClassOf(int id) => (uint)id < (uint)classes.Length ? classes[id] : WordClass.None;

    /// <summary>Adds parts of speech to a word.</summary>
    public void Mark(int id, WordClass wordClass)
    {
        if (id >= classes.Length) Array.Resize(ref classes, words.Length);
        classes[id] |= wordClass;
    }

    /// <summary>Which of <see cref="Cue.Form"/>, <see cref="Cue.Town"/> and <see cref="Cue.Anchor"/> a word begins; none for a negative number.</summary>
    public ulong FormsFrom(int id) => (uint)id < (uint)forms.Length ? forms[id] : 0;

    /// <summary>Says that forms begin with a word.</summary>
    public void Begin(int id, ulong form)
    {
        if (id >= forms.Length) Array.Resize(ref forms, words.Length);
        forms[id] |= form;
    }

    private void Grow()
    {
        var old = slots;
        slots = new (uint, int)[old.Length * 2];
        foreach (var (hash, number) in old)
            if (number != 0) Place(hash, number);
    }

    private void Place(uint hash, int number)
    {
        var slot = (int)hash & (slots.Length - 1);
        while (slots[slot].Number != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = (hash, number);
    }
}

namespace Platform.Extraction.Engine;

/// <summary>The forms of all lexicons as a trie over the numbers of their words.</summary>
internal sealed class FormTrie
{
    public const int Root = 0;

    private readonly record struct Form(LexiconEntry Entry, bool Capital, bool Upper, int Before);

    private struct Node
    {
        /// <summary>The last form added here, or -1; each form points to the one before.</summary>
        public int LastForm;
        public bool GoesOn;

        /// <summary>Bit word modulo 64 is set for each word an edge leaves by: most words that lead nowhere need no look at the table.</summary>
        public ulong Words;
        public EntrySet?[]? Accepted;
    }

    private readonly EdgeTable edges = new();
    private readonly List<Form> forms = [];
    private Node[] nodes = new Node[1 << 15];
    private int count = 1;

    /// <summary>The edges of the root, where most steps are taken, by word; empty while the trie grows.</summary>
    private int[] fromRoot = [];

    public FormTrie() => nodes[Root].LastForm = -1;

    /// <summary>Whether an edge leaves a node.</summary>
    public bool GoesOn(int node) => nodes[node].GoesOn;

    /// <summary>The node a word leads to, or 0; a negative word leads nowhere.</summary>
    public int Step(int node, int word)
    {
        if (word < 0) return 0;
        if (node == Root && (uint)word < (uint)fromRoot.Length) return fromRoot[word];
        return (nodes[node].Words & (1ul << (word & 63))) == 0 ? 0 : edges.Find(node, word);
    }

    /// <summary>The node a word leads to, made when there is none.</summary>
    public int Extend(int node, int word)
    {
        var next = Step(node, word);
        if (next != 0) return next;
        if (count == nodes.Length) Array.Resize(ref nodes, count * 2);
        nodes[count].LastForm = -1;
        nodes[node].GoesOn = true;
        nodes[node].Words |= 1ul << (word & 63);
        edges.Add(node, word, count);
        return count++;
    }

    /// <summary>Ends a form at a node.</summary>
    public void Accept(int node, LexiconEntry entry, bool capital, bool upper)
    {
        forms.Add(new Form(entry, capital, upper, nodes[node].LastForm));
        nodes[node].LastForm = forms.Count - 1;
    }

    /// <summary>To be called once when all forms are in; words are numbered below <paramref name="words"/>.</summary>
    public void Freeze(int words)
    {
        var direct = new int[words];
        for (var word = 0; word < words; word++) direct[word] = edges.Find(Root, word);
        fromRoot = direct;
    }

    /// <summary>
    /// What ends at a node for a form whose first word is written so; with <paramref name="stemmed"/> (an s was cut off) only names.
    /// Made at the first asking and kept; two threads may both make it, with the same outcome.
    /// </summary>
    public EntrySet Accepted(int node, bool capital, bool upper, bool stemmed)
    {
        if (nodes[node].LastForm < 0) return EntrySet.None;
        var kept = nodes[node].Accepted ??= new EntrySet?[8];
        var form = (capital ? 1 : 0) | (upper ? 2 : 0) | (stemmed ? 4 : 0);
        // Not ??=, which takes the element's address and has its type checked at every look.
        return kept[form] ?? (kept[form] = Select(node, capital, upper, stemmed));
    }

    private EntrySet Select(int node, bool capital, bool upper, bool stemmed)
    {
        var entries = new List<LexiconEntry>();
        for (var i = nodes[node].LastForm; i >= 0; i = forms[i].Before)
        {
            var form = forms[i];
            if ((form.Capital && !capital) || (form.Upper && !upper) || (stemmed && !KindNames.IsName(form.Entry))) continue;
            entries.Add(form.Entry);
        }
        entries.Reverse();
        return entries.Count == 0 ? EntrySet.None : new EntrySet([.. entries]);
    }
}

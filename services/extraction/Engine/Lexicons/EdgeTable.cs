namespace Platform.Extraction.Engine;

/// <summary>The edges of the trie of forms: from a node by a word to a node. Open addressing; edges are only added.</summary>
internal sealed class EdgeTable
{
    /// <summary>Node 0 is the root and no edge leads to it, so a 0 here is a free slot. The length is a power of two.</summary>
    private (int Node, int Word, int Next)[] slots = new (int, int, int)[1 << 16];
    private int count;

    /// <summary>The node an edge leads to, or 0 when there is no such edge.</summary>
    public int Find(int node, int word)
    {
        for (var slot = Slot(node, word); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ref var edge = ref slots[slot];
            if (edge.Next == 0 || (edge.Node == node && edge.Word == word)) return edge.Next;
        }
    }

    /// <summary>Adds an edge that is not there.</summary>
    public void Add(int node, int word, int next)
    {
        if (++count * 2 > slots.Length)
        {
            var old = slots;
            slots = new (int, int, int)[old.Length * 2];
            foreach (var edge in old)
                if (edge.Next != 0) Place(edge);
        }
        Place((node, word, next));
    }

    private void Place((int Node, int Word, int Next) edge)
    {
        var slot = Slot(edge.Node, edge.Word);
        while (slots[slot].Next != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = edge;
    }

    private int Slot(int node, int word)
    {
        var mixed = (((ulong)(uint)node << 32) | (uint)word) * 0x9E3779B97F4A7C15ul;
        return (int)(mixed >> 40) & (slots.Length - 1);
    }
}

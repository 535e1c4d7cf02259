namespace Platform.Extraction.Engine;

/// <summary>A count as the text says it.</summary>
/// <param name="First">First token, the bound ("at least") included.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Min">At least so many; null when unsaid.</param>
/// <param name="Max">At most so many; null when unsaid. Both null: "several", "dozens".</param>
internal readonly record struct Quantity(int First, int End, int? Min, int? Max)
{
    /// <summary>Said without a number.</summary>
    public bool IsVague => Min is null && Max is null;

    /// <summary>Two counts of different people taken together.</summary>
    public static (int? Min, int? Max) Sum((int? Min, int? Max) a, (int? Min, int? Max) b)
    {
        var open = a.Max is null || b.Max is null;
        int? min = a.Min is null && b.Min is null ? null : (a.Min ?? 0) + (b.Min ?? 0);
        return (min, open ? null : a.Max + b.Max);
    }
}

/// <summary>The quantities of a text, found by the token they begin or end at. Keeps its memory when cleared.</summary>
internal sealed class QuantityIndex
{
    private readonly List<Quantity> quantities = [];

    /// <summary>By token: one more than the index of the quantity that begins there or ends just before; 0: none.</summary>
    private (int Starting, int Ending)[] at = new (int, int)[256];
    private int room;

    /// <summary>The quantity that begins at a token, or null.</summary>
    public Quantity? StartingAt(int token) => (uint)token < (uint)room && at[token].Starting is var i and > 0 ? quantities[i - 1] : null;

    /// <summary>The quantity that ends just before a token, or null.</summary>
    public Quantity? EndingAt(int token) => (uint)token < (uint)room && at[token].Ending is var i and > 0 ? quantities[i - 1] : null;

    /// <summary>Adds a quantity after the last one, which must not overlap it.</summary>
    public void Add(in Quantity quantity)
    {
        quantities.Add(quantity);
        at[quantity.First].Starting = at[quantity.End].Ending = quantities.Count;
    }

    /// <summary>Empties the index and makes room for a text of so many tokens.</summary>
    public void Clear(int tokens)
    {
        quantities.Clear();
        room = tokens + 1;
        if (at.Length < room) at = new (int, int)[Math.Max(room, at.Length * 2)];
        else Array.Clear(at, 0, room);
    }
}

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

/// <summary>The quantities of a text, found by the token they begin or end at.</summary>
internal sealed class QuantityIndex(IReadOnlyDictionary<int, Quantity> byFirst)
{
    private readonly Dictionary<int, Quantity> byEnd = byFirst.Values.ToDictionary(quantity => quantity.End);

    public static readonly QuantityIndex Empty = new(new Dictionary<int, Quantity>());

    /// <summary>The quantity that begins at a token, or null.</summary>
    public Quantity? StartingAt(int token) => byFirst.TryGetValue(token, out var quantity) ? quantity : null;

    /// <summary>The quantity that ends just before a token, or null.</summary>
    public Quantity? EndingAt(int token) => byEnd.TryGetValue(token, out var quantity) ? quantity : null;
}

namespace Platform.Extraction.Engine;

/// <summary>One line of a lexicon file.</summary>
/// <param name="Kind">What the forms are: one of <see cref="Kinds.All"/>.</param>
/// <param name="Value">What they mean: an enumeration value, a canonical name, a number.</param>
/// <param name="Attributes">key=value pairs with ; between.</param>
internal sealed record LexiconEntry(string Kind, string Value, string Attributes)
{
    /// <summary>The value of an attribute, or null. Read on demand: most of the gazetteer is never asked.</summary>
    public string? Attribute(string key)
    {
        var rest = Attributes.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var pair = end < 0 ? rest : rest[..end];
            if (pair.Length > key.Length && pair[key.Length] == '=' && pair.StartsWith(key, StringComparison.Ordinal)) return pair[(key.Length + 1)..].ToString();
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return null;
    }

    /// <summary>Whether an attribute is there.</summary>
    public bool Has(string key) => Attribute(key) is not null;
}

/// <summary>Some tokens that a lexicon knows.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Entries">All lines with this form; never empty.</param>
internal sealed record LexiconMatch(int First, int End, IReadOnlyList<LexiconEntry> Entries)
{
    /// <summary>The entry of a kind, or null.</summary>
    public LexiconEntry? Find(string kind)
    {
        foreach (var entry in Entries)
            if (entry.Kind == kind) return entry;
        return null;
    }
}

namespace Platform.Extraction.Engine;

/// <summary>"Three martyrs", "four civilian martyrs": in the press of many countries the word for those an attack killed.</summary>
internal static class Martyrs
{
    /// <summary>Words between the number and the noun.</summary>
    private const int Reach = 3;

    /// <summary>The number of the dead when a token is such a noun with a number; a brigade, a square or a hospital has a capital.</summary>
    public static Quantity? Counted(Document document, int i)
    {
        if (document.Word(i) is not ("martyrs" or "martyr") || document.IsCapital(i) && !document.IsUpper || document.Word(i + 1) is "'" or "'s" || document.IsUpper && document.Word(i + 1) is "brigade" or "brigades" or "hospital" or "square") return null;
        for (var k = i; k > i - Reach; k--)
        {
            // "the ten martyrs of 1931", "a country of 300,000 martyrs", "received eight martyrs": those of another day.
            if (document.Quantities.EndingAt(k) is { } number) return document.Word(i + 1) == "of" || document.Word(number.First - 1) is "of" or "with" or "the" or "its" or "received" ? null : number;
            if (document.TagOf(k - 1) is not (Tag.Adjective or Tag.Noun) && document.Find(k - 1, Kinds.Demonym) is null) return null;
        }
        return null;
    }
}

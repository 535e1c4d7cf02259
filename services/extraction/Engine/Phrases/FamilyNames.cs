namespace Platform.Extraction.Engine;

/// <summary>
/// Family names of a text that are words of English too: "Darnell Hill was shot. Hill died": where a sentence begins, the capital says nothing, but the whole name before does.
/// </summary>
internal sealed class FamilyNames(Document document)
{
    /// <summary>So many are kept; it bounds the work for texts that are lists of names.</summary>
    private const int Most = 40;

    private static readonly WordSet Follow = [",", "'s", "and", "who", "also", "later", "then", "allegedly", "reportedly"];
    private static readonly ulong Things = KindSet.Of(Kinds.Object, Kinds.Weapon, Kinds.Event, Kinds.Actor, Kinds.Country, Kinds.Site, Kinds.Source, Kinds.Force);
    private static readonly ulong Places = KindSet.Of(Kinds.Settlement, Kinds.City, Kinds.Admin1, Kinds.Country);

    private const WordClass Finite = WordClass.Be | WordClass.Have | WordClass.Do | WordClass.Modal | WordClass.Past | WordClass.ThirdPerson;

    private readonly List<string> known = [];

    /// <summary>Forgets the names of the text before.</summary>
    public void Clear() => known.Clear();

    /// <summary>Keeps a token that ends a whole name, where it is a word of English or a town as well.</summary>
    public void Note(int i, Tag[] tags)
    {
        if (i == 0 || tags[i - 1] != Tag.Name || !document.Tokens[i].Capital || known.Count == Most) return;
        var classes = document.ClassOf(i);
        var town = document.HasAny(i, Places);
        if ((classes & WordClass.Known) == 0 && !town || (classes & WordClass.Closed) != 0) return;
        if (tags[i] != Tag.Name && (classes & WordClass.Person) == 0) return;
        if (document.IsCapital(i + 1) || PlaceCues.IsHeadword(document.Word(i))) return;
        // "Darnell Banks, 31,", "31-year-old Darnell Banks": a person, whatever the word is of.
        var aged = document.Word(i + 1) == "," && i + 2 < document.Tokens.Count && document.Tokens[i + 2].Kind == TokenKind.Number || document.Word(i - 2) == "old";
        var given = (document.ClassOf(i - 1) & (WordClass.Known | WordClass.Name)) == WordClass.Name;
        if (!aged && (document.HasAny(i, Things) || town && !given || (classes & WordClass.Structure) != 0 || !given && (classes & (WordClass.Group | WordClass.Place | WordClass.Person)) != 0 && (classes & WordClass.Name) == 0 || document.HasAny(i - 1, Places))) return;
        if (!known.Contains(document.Word(i))) known.Add(document.Word(i));
    }

    /// <summary>Whether a word is such a name.</summary>
    public bool Has(int i) => known.Count > 0 && document.IsCapital(i) && known.Contains(document.Word(i));

    /// <summary>Whether a word that begins a sentence, or that is a person's trade elsewhere, is such a name here: nothing of a name after it, but a verb, an age or another of its kind.</summary>
    public bool Is(int i) => known.Count > 0 && !document.IsCapital(i + 1) && ((document.ClassOf(i + 1) & Finite) != 0 || Follow.Contains(document.Word(i + 1))) && Has(i);
}
